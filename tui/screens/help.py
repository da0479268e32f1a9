"""The table of keys, from the table of commands."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.display import shown_line
from tui.commands import SCOPES, Command

KEYS_WIDTH = 22  # cells


class Help(ModalScreen[None]):
    """All keys by group; scrolls, and is left by q, ? or escape."""

    BINDINGS = [
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

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """The table."""
        with VerticalScroll(can_focus=False):
            yield Static(table(self._commands))

    def action_scroll(self, how: str) -> None:
        """Scroll the table."""
        getattr(self.query_one(VerticalScroll), how)(animate=False)


def table(commands: Sequence[Command]) -> Content:
    """The keys and sentences of all commands, group by group."""
    parts: list[str | tuple[str, str]] = [
        ("Keys", "bold"),
        "   a motion selects, then a key says what it is; j k scroll this page, q leaves it\n",
    ]
    for scope, title in SCOPES.items():
        parts.append((f"\n{title}\n", "bold underline"))
        for command in commands:
            if command.scope == scope:
                keys = "  ".join(shown_line(key) for key in command.keys)
                parts += [(f"  {keys:{KEYS_WIDTH}}", "bold"), f" {shown_line(command.help or command.title)}\n"]
    return Content.assemble(*parts)
