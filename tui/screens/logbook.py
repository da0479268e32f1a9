"""The history of the reviewer, over the whole screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from tui.actions.logbook import by_line, open_place
from tui.commands.command import HISTORY, Command
from tui.commands.logbook import LOGBOOK_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.logbook import Logbook
from tui.render import logbook_rows
from tui.screens.whole import Around, Drawn, WholeScreen
from tui.widgets.listing import Lines, Listing


class LogbookScreen(WholeScreen):
    """Shows the steps and takes the keys of the history."""

    def __init__(self, logbook: Logbook, around: Around) -> None:
        self.logbook = logbook
        head, foot, hints = (
            partial(one, logbook) for one in (logbook_rows.head, logbook_rows.foot, logbook_rows.hints)
        )
        super().__init__(logbook, Drawn(head, self._lines, foot, hints), around)

    def perform(self, command: Callable[[Logbook], None]) -> None:
        """Carry out a command of the history."""
        self.logbook.run(command)
        self.follow()

    def _lines(self, width: int, height: int) -> Lines:
        self.logbook.resize(height)
        return logbook_rows.rows(self.logbook, width)

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """Go to a step; show its place on the desk on the second click."""
        self.logbook.at = self.logbook.top + message.y
        self.perform(open_place if message.clicks > 1 else by_line(0))

    def on_listing_wheeled(self, message: Listing.Wheeled) -> None:
        """Scroll."""
        self.perform(by_line(message.rows))


def logbook_of(desk: Desk, commands: Sequence[Command[Any]]) -> Logbook:
    """The history of the reviewer at the desk, with the keys that `commands` give it where they do."""
    own = [command for command in commands if command.scope == HISTORY]
    return Logbook(desk, bound(own or LOGBOOK_COMMANDS))
