"""The ledger of a story, over the whole screen."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from tui.actions.ledger import open_place
from tui.commands.command import LEDGER, Command
from tui.commands.whole import of_whole
from tui.desk import Desk
from tui.keymap import bound
from tui.ledger import Ledger
from tui.render import ledger_rows
from tui.screens.whole import Around, Drawn, WholeScreen
from tui.widgets.listing import Lines


class LedgerScreen(WholeScreen):
    """Shows the ledger and takes its keys."""

    def __init__(self, ledger: Ledger, around: Around) -> None:
        self.ledger = ledger
        head, foot, hints = (partial(one, ledger) for one in (ledger_rows.head, ledger_rows.foot, ledger_rows.hints))
        super().__init__(ledger, Drawn(head, self._lines, foot, hints), around, open_place)

    def follow(self) -> None:
        """See to what the ledger says by now, and to what is to be copied."""
        copies, self.ledger.copies = self.ledger.copies, []
        super().follow()
        for copy in copies:
            self._around.grant(copy)

    def tell(self, message: str) -> None:
        """Say what became of a wish."""
        self.ledger.message = message
        self.draw()

    def _lines(self, width: int, height: int) -> Lines:
        self.ledger.resize(height, lambda line: ledger_rows.size_of(self.ledger, line, width))
        return ledger_rows.rows(self.ledger, width)


def ledger_of(desk: Desk, commands: Sequence[Command[Any]]) -> Ledger:
    """The ledger of what is on the desk, with the keys that `commands` give it where they do."""
    return Ledger(desk, bound(of_whole(LEDGER, commands)))
