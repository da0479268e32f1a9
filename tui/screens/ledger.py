"""The ledger of a story, over the whole screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from tui.actions.ledger import by_line, open_place
from tui.commands.command import LEDGER, Command
from tui.commands.ledger import LEDGER_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.ledger import Ledger
from tui.render import ledger_rows
from tui.screens.whole import Around, Drawn, WholeScreen
from tui.widgets.listing import Lines, Listing


class LedgerScreen(WholeScreen):
    """Shows the ledger and takes its keys."""

    def __init__(self, ledger: Ledger, around: Around) -> None:
        self.ledger = ledger
        head, foot, hints = (partial(one, ledger) for one in (ledger_rows.head, ledger_rows.foot, ledger_rows.hints))
        super().__init__(ledger, Drawn(head, self._lines, foot, hints), around)
        self._grant = around.grant

    def perform(self, command: Callable[[Ledger], None]) -> None:
        """Carry out a command of the ledger."""
        command(self.ledger)
        self.follow()

    def follow(self) -> None:
        """See to what the ledger says by now, and to what is to be copied."""
        copies, self.ledger.copies = self.ledger.copies, []
        super().follow()
        for copy in copies:
            self._grant(copy)

    def tell(self, message: str) -> None:
        """Say what became of a wish."""
        self.ledger.message = message
        self.draw()

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


def ledger_of(desk: Desk, commands: Sequence[Command[Any]]) -> Ledger:
    """The ledger of what is on the desk, with the keys that `commands` give it where they do."""
    own = [command for command in commands if command.scope == LEDGER]
    return Ledger(desk, bound(own or LEDGER_COMMANDS))
