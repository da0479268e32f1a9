"""The ledger of a story, over the whole screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from tui.actions.ledger import by_line, open_place
from tui.commands import LEDGER, Command
from tui.desk import Desk
from tui.keymap import bound
from tui.ledger import Ledger, Run
from tui.ledger_commands import LEDGER_COMMANDS
from tui.render import ledger_rows
from tui.widgets.bar import Bar
from tui.widgets.listing import Lines, Listing


class LedgerScreen(Screen[Run | None]):
    """Shows the ledger and takes its keys; dismissed with what is to be done on the desk, or with None.

    `leaving` is told before it is dismissed.
    """

    DEFAULT_CSS = """
    LedgerScreen { overflow: hidden; }
    """

    def __init__(self, ledger: Ledger, leaving: Callable[[], None], colours: str) -> None:
        super().__init__()
        self.ledger = ledger
        self._leaving = leaving
        self._head = Bar(partial(ledger_rows.head, ledger), colours)
        self._rows = Listing(self._lines, colours)
        self._foot = Bar(partial(ledger_rows.foot, ledger), colours)
        self._hints = Bar(partial(ledger_rows.hints, ledger), colours)

    def compose(self) -> ComposeResult:
        """The line above, the groups, the lines below."""
        yield self._head
        yield self._rows
        yield self._foot
        yield self._hints

    def takes(self, key: str) -> bool:
        """Take a key of the ledger."""
        self.perform(lambda ledger: ledger.press(key))
        return True

    def perform(self, command: Callable[[Ledger], None]) -> None:
        """Carry out a command of the ledger."""
        command(self.ledger)
        self.ledger.settle()
        if self.ledger.asks_for_help:
            self._help()
        if self.ledger.left:
            self._leaving()
            self.dismiss(self.ledger.result)
        else:
            self.draw()

    def _help(self) -> None:
        from tui.screens.help import Help  # noqa: PLC0415 (loaded when it is first wanted)

        self.ledger.asks_for_help = False
        self.app.push_screen(Help(LEDGER_COMMANDS))

    def draw(self) -> None:
        """Draw what is different now."""
        for widget in (self._head, self._rows, self._foot, self._hints):
            if widget.is_attached and widget.size.width:
                widget.update()

    def _lines(self, width: int, height: int) -> Lines:
        self.ledger.resize(height, lambda line: ledger_rows.size_of(self.ledger, line, width))
        return ledger_rows.rows(self.ledger, width)

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """Go to a figure; show it on the desk on the second click."""
        width, y = self.size.width, 0
        for index, line in enumerate(self.ledger.lines[self.ledger.top :], self.ledger.top):
            y += ledger_rows.size_of(self.ledger, line, width)
            if y > message.y:
                self.ledger.at = index
                break
        self.perform(open_place if message.clicks > 1 else by_line(0))

    def on_listing_wheeled(self, message: Listing.Wheeled) -> None:
        """Scroll."""
        self.perform(by_line(message.rows))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.draw)


def ledger_of(desk: Desk, commands: Sequence[Command[Any]]) -> Ledger:
    """The ledger of what is on the desk, with the keys that `commands` give it where they do."""
    own = [command for command in commands if command.scope == LEDGER]
    return Ledger(desk, bound(own or LEDGER_COMMANDS))
