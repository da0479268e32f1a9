"""What all dialogs are: something over the desk, which stays in sight as it is."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.filter import LineFilter
from textual.screen import ModalScreen

Answer = TypeVar("Answer")
WIDE = 100  # cells from which on the desk is seen at both sides


class Dialog(ModalScreen[Answer]):
    """Lies over the desk; what shows through was made for the terminal already, and is not changed once more.

    A `-panel` in it takes the whole width where that is small, and has a border where it has no ground of its own.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 (declared so by Textual)
    DEFAULT_CSS = """
    Dialog.-narrow .-panel { width: 100%; max-width: 100%; }
    Dialog:ansi .-panel { border: solid ansi_default; }
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None; the widgets of the dialog have theirs."""
        return ()


class Scrolling(Dialog[Answer]):
    """One that is read, and scrolled by keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll('scroll_down')", "down"),
        Binding("k,up", "scroll('scroll_up')", "up"),
        Binding("space,ctrl+d,pagedown", "scroll('scroll_page_down')", "page down"),
        Binding("ctrl+u,pageup", "scroll('scroll_page_up')", "page up"),
        Binding("g,home", "scroll('scroll_home')", "top"),
        Binding("G,end", "scroll('scroll_end')", "bottom"),
    ]

    def action_scroll(self, how: str) -> None:
        """Scroll what is read, the way that a method of the widget is called."""
        getattr(self.query_one(VerticalScroll), how)(animate=False)
