"""The line in which the list of stories is filtered; loaded when somebody wants to type into it."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from tui.screens.field import Field


class FilterLine(Horizontal):
    """Takes words, and tells each change of them; gone when it is left."""

    DEFAULT_CSS = """
    FilterLine { height: 1; }
    FilterLine Label { width: auto; padding: 0 1; text-style: bold; }
    FilterLine Input { width: 1fr; height: 1; border: none; padding: 0; }
    FilterLine Input:focus { border: none; }
    """

    class Ready(Message):
        """The line takes keys now."""

    class Typed(Message):
        """The words are others now."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Moved(Message):
        """Another story is to be the one under the cursor."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Left(Message):
        """The line was left: with its words, or without them."""

        def __init__(self, *, keep: bool) -> None:
            super().__init__()
            self.keep = keep

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """What it is for, and the field."""
        yield Label(Content("filter ›"))
        yield Field(self._words, placeholder="words in titles and texts")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()
        self.call_after_refresh(self.post_message, self.Ready())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed now."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Leave it with its words."""
        event.stop()
        self.post_message(self.Left(keep=True))

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the list; escape leaves the line without its words."""
        if event.key not in {"escape", "up", "down"}:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.post_message(self.Left(keep=False))
        else:
            self.post_message(self.Moved(1 if event.key == "down" else -1))
