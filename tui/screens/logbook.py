"""The history of the reviewer, over the whole screen."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from tui.actions.logbook import open_place
from tui.commands.command import HISTORY, Command
from tui.commands.whole import of_whole
from tui.desk import Desk
from tui.keymap import bound
from tui.logbook import Logbook
from tui.render import logbook_rows
from tui.screens.whole import Around, Drawn, WholeScreen
from tui.widgets.listing import Lines


class LogbookScreen(WholeScreen):
    """Shows the steps and takes the keys of the history."""

    def __init__(self, logbook: Logbook, around: Around) -> None:
        self.logbook = logbook
        head, foot, hints = (
            partial(one, logbook) for one in (logbook_rows.head, logbook_rows.foot, logbook_rows.hints)
        )
        super().__init__(logbook, Drawn(head, self._lines, foot, hints), around, open_place)

    def _lines(self, width: int, height: int) -> Lines:
        self.logbook.resize(height)
        return logbook_rows.rows(self.logbook, width)


def logbook_of(desk: Desk, commands: Sequence[Command[Any]]) -> Logbook:
    """The history of the reviewer at the desk, with the keys that `commands` give it where they do."""
    return Logbook(desk, bound(of_whole(HISTORY, commands)))
