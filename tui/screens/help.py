"""The table of keys, from the table of commands."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.display import shown_line
from tui.commands import SCOPES, Command

KEYS_WIDTH = 22  # cells


class Help(ModalScreen[None]):
    """All keys by group; scrolls, and is left by q, ? or escape."""

    LEFT_BY = frozenset({"escape", "q", "question_mark"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "leave"),
        Binding("j,down", "scroll('scroll_down')", "down"),
        Binding("k,up", "scroll('scroll_up')", "up"),
        Binding("space,ctrl+d,pagedown", "scroll('scroll_page_down')", "page down"),
        Binding("ctrl+u,pageup", "scroll('scroll_page_up')", "page up"),
        Binding("g,home", "scroll('scroll_home')", "top"),
        Binding("G,end", "scroll('scroll_end')", "bottom"),
    ]
    DEFAULT_CSS = """
    Help { align: center middle; background: transparent; }
    Help VerticalScroll { width: 96%; max-width: 110; height: 94%; background: $panel; padding: 1 2; }
    """

    def __init__(self, commands: Sequence[Command[Any]]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """The table."""
        with VerticalScroll(can_focus=False):
            yield Static(table(self._commands))

    def action_scroll(self, how: str) -> None:
        """Scroll the table."""
        getattr(self.query_one(VerticalScroll), how)(animate=False)


def table(commands: Sequence[Command[Any]]) -> Table:
    """The keys and sentences of all commands, group by group."""
    rows = Table.grid(padding=(0, 2), pad_edge=False)
    rows.add_column(no_wrap=True, max_width=KEYS_WIDTH)
    rows.add_column()
    rows.add_row(Text("Keys", "bold"), Text("A motion selects, then a key says what it is. j k scroll here, q leaves."))
    scopes = {command.scope for command in commands}
    for scope, title in SCOPES.items():
        if scope not in scopes:
            continue
        rows.add_row()
        rows.add_row(Text(title, "bold underline"))
        for command in commands:
            if command.scope == scope:
                keys = "  ".join(shown_line(key) for key in command.keys)
                rows.add_row(Text(keys, "bold"), Text(shown_line(command.help or command.title)))
    return rows
