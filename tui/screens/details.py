"""All that is known of what is under the cursor, over the desk."""

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.render.detail_rows import Row
from tui.screens.dialog import Scrolling


class Details(Scrolling[None]):
    """Headings and lines; scrolls, and is left by q, K or escape."""

    PANEL = "details"
    LEFT_BY = frozenset({"escape", "q", "K", "upper_k"})
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,K", "dismiss(None)", "leave")]
    DEFAULT_CSS = """
    Details { align: center bottom; background: transparent; }
    Details VerticalScroll {
        width: 96%; max-width: 120; height: auto; max-height: 80%; margin-bottom: 2; background: $panel; padding: 1 2;
    }
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The list."""
        table = Table.grid(padding=(0, 2), pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column()
        for heading, line in self._rows:
            table.add_row(Text(heading, "bold"), Text(line))
        with VerticalScroll(can_focus=False, classes="-panel"):
            yield Static(table)
