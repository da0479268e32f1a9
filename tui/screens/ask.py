"""A question with one line as its answer, at the foot of the screen: the text stays in sight."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label

from corpus.display import shown_line
from tui.render.cells import cut
from tui.screens.dialog import Dialog
from tui.screens.field import Field

LONGEST = 30  # cells of what the question is about


class Ask(Dialog[str | None]):
    """Asks for one line; dismissed with it, or with None on escape. `told` stands above: what was wrong before."""

    PANEL = "ask"
    LEFT_BY = frozenset({"enter", "escape"})
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "leave")]
    DEFAULT_CSS = """
    Ask { align: left bottom; background: transparent; }
    Ask Horizontal { height: 1; margin-bottom: 1; background: $panel; }
    Ask .-told { width: 100%; height: auto; background: $panel; text-style: bold; }
    Ask Label { width: auto; padding: 0 1; text-style: bold; }
    Ask Input { width: 1fr; height: 1; border: none; padding: 0; }
    Ask Input:focus { border: none; }
    """

    def __init__(self, question: str, words: str, told: str = "") -> None:
        super().__init__()
        self._told = shown_line(told)
        self._question = cut(shown_line(question), LONGEST)
        self._words = words

    def compose(self) -> ComposeResult:
        """The question, and the field."""
        if self._told:
            yield Label(Content(self._told), classes="-told")
        with Horizontal():
            yield Label(Content(f"{self._question} ›"))
            yield Field(shown_line(self._words), select_on_focus=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the answer; words that were left as they are stay what they were, whatever is shown of them."""
        event.stop()
        self.dismiss(self._words if event.value == shown_line(self._words) else event.value)
