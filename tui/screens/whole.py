"""What takes the whole screen for a while: a line above, rows, two lines below, and keys of its own."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from textual.app import ComposeResult
from textual.screen import Screen

from tui.desk import Desk
from tui.render.words import Words
from tui.widgets.bar import Bar
from tui.widgets.listing import Lines, Listing
from tui.wishes import Wish

Run = Callable[[Desk], None]


class Model(Protocol):
    """What is shown: it takes keys, and says when it is left and with what is to be done on the desk."""

    left: bool
    asks_for_help: bool
    result: Run | None

    def press(self, key: str) -> None:
        """Take one key."""
        ...

    def settle(self) -> None:
        """Have the cursor in sight."""
        ...


class Drawn(NamedTuple):
    """How it is drawn: the line above, the rows for a width and a height, what happened, and the keys."""

    head: Callable[[], list[Words]]
    rows: Callable[[int, int], Lines]
    foot: Callable[[], list[Words]]
    hints: Callable[[], list[Words]]


class Around(NamedTuple):
    """The program around it: `leaving` is told before it is dismissed, `help_wanted` when keys are to be shown.

    `grant` sees to wishes, such as a question to be put.
    """

    leaving: Callable[[], None]
    help_wanted: Callable[[], None]
    colours: str
    grant: Callable[[Wish], None]


class WholeScreen(Screen[Run | None]):
    """Shows it and takes its keys; dismissed with what is to be done on the desk, or with None."""

    DEFAULT_CSS = """
    WholeScreen { overflow: hidden; }
    """

    def __init__(self, model: Model, drawn: Drawn, around: Around) -> None:
        super().__init__()
        self._model = model
        self._around = around
        self._head = Bar(drawn.head, around.colours)
        self._rows = Listing(drawn.rows, around.colours)
        self._foot = Bar(drawn.foot, around.colours)
        self._hints = Bar(drawn.hints, around.colours)

    def compose(self) -> ComposeResult:
        """The line above, the rows, the lines below."""
        yield self._head
        yield self._rows
        yield self._foot
        yield self._hints

    def takes(self, key: str) -> bool:
        """Take a key."""
        self._model.press(key)
        self.follow()
        return True

    def follow(self) -> None:
        """See to what the model says by now: help, leaving, or what looks different."""
        self._model.settle()
        if self._model.asks_for_help:
            self._model.asks_for_help = False
            self._around.help_wanted()
        if self._model.left:
            self._around.leaving()
            self.dismiss(self._model.result)
        else:
            self.draw()

    def draw(self) -> None:
        """Draw what is different now."""
        for widget in (self._head, self._rows, self._foot, self._hints):
            if widget.is_attached and widget.size.width:
                widget.update()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.draw)
