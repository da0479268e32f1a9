"""What takes the whole screen for a while: a line above, rows, two lines below, and keys of its own."""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.app import ComposeResult
from textual.screen import Screen

from tui.actions.listing import by_line
from tui.render.words import Words
from tui.whole import Run, Whole
from tui.widgets.bar import Bar
from tui.widgets.listing import Lines, Listing
from tui.wishes import Wish


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
    """Shows it and takes its keys; dismissed with what is to be done on the desk, or with None.

    `open_place` is the command for a second click on a line.
    """

    DEFAULT_CSS = """
    WholeScreen { overflow: hidden; }
    """

    def __init__(self, model: Whole[Any], drawn: Drawn, around: Around, open_place: Callable[[Any], None]) -> None:
        super().__init__()
        self._model = model
        self._around = around
        self._open_place = open_place
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

    def perform(self, command: Callable[[Any], None]) -> None:
        """Carry out a command of what is shown."""
        self._model.run(command)
        self.follow()

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

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """Go to a line; show its place on the desk on the second click."""
        self._model.at = self._model.line_at(message.y)
        self.perform(self._open_place if message.clicks > 1 else by_line(0))

    def on_listing_wheeled(self, message: Listing.Wheeled) -> None:
        """Scroll."""
        self.perform(by_line(message.rows))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.draw)
