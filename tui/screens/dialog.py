"""What all dialogs are: something over the desk, which stays in sight as it is."""

from collections.abc import Sequence
from typing import TypeVar

from textual.filter import LineFilter
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """Lies over the desk; what shows through was made for the terminal already, and is not changed once more."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None; the widgets of the dialog have theirs."""
        return ()
