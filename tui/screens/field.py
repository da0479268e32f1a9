"""The line to type in that dialogs have."""

from typing import ClassVar

from textual import events
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from corpus.display import shown_line


class Field(Input):
    """Takes one line; what is put or pasted into it can do nothing but be read. Its cursor does not blink.

    Keys that delete take effect at once: as bindings they would come after letters that were typed behind them.
    """

    DELETING: ClassVar[dict[str, str]] = {
        "backspace": "delete_left",
        "ctrl+h": "delete_left",
        "ctrl+w": "delete_left_word",
        "ctrl+u": "delete_left_all",
        "ctrl+k": "delete_right_all",
        "delete": "delete_right",
    }

    cursor_blink: Reactive[bool] = reactive(False, init=False)

    DEFAULT_CSS = """
    Field:ansi > .input--cursor { text-style: reverse; }
    Field:ansi > .input--selection { text-style: reverse; }
    """

    def on_key(self, event: events.Key) -> None:
        """Delete."""
        action = self.DELETING.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            getattr(self, f"action_{action}")()

    def validate_value(self, value: str) -> str:
        """The value as it may be shown: as many code points, so that the cursor stays where it is."""
        return shown_line(value)
