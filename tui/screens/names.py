"""The names of a story, over the whole screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from textual import events

from tui.actions.names import by_line, open_place
from tui.commands.command import ENTITIES, Command
from tui.commands.names import NAME_COMMANDS
from tui.desk import Desk
from tui.keymap import bound
from tui.names import Names
from tui.render import name_rows
from tui.screens.whole import Around, Drawn, WholeScreen
from tui.widgets.listing import Lines, Listing
from tui.wishes import AskWords


class NamesScreen(WholeScreen):
    """Shows the names, takes their keys, and has questions put."""

    def __init__(self, names: Names, around: Around) -> None:
        self.names = names
        self._grant = around.grant
        head, foot, hints = (partial(one, names) for one in (name_rows.head, name_rows.foot, name_rows.hints))
        super().__init__(names, Drawn(head, self._lines, foot, hints), around)

    def perform(self, command: Callable[[Names], None]) -> None:
        """Carry out a command of the board."""
        self.names.run(command)
        self.follow()

    def follow(self) -> None:
        """See to what the board says by now, and put its question."""
        super().follow()
        asks, self.names.asks = self.names.asks, None
        if asks is not None:
            self._grant(AskWords(asks.question, asks.words, partial(self._answered, asks), asks.told))

    def _answered(self, asks: AskWords, desk: Desk, words: str) -> None:
        asks.take(desk, words)
        self.follow()

    def _lines(self, width: int, height: int) -> Lines:
        self.names.resize(height)
        return name_rows.rows(self.names, width)

    def on_paste(self, event: events.Paste) -> None:
        """Put what is pasted into the words that narrow the list, while these are typed."""
        event.stop()
        if self.names.typing:
            self.names.narrow(self.names.words + " ".join(event.text.split()))
            self.draw()

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """Go to a line; show its place on the desk on the second click."""
        self.names.at = self.names.top + message.y
        self.perform(open_place if message.clicks > 1 else by_line(0))

    def on_listing_wheeled(self, message: Listing.Wheeled) -> None:
        """Scroll."""
        self.perform(by_line(message.rows))


def names_of(desk: Desk, commands: Sequence[Command[Any]]) -> Names:
    """The names of what is on the desk, with the keys that `commands` give them where they do."""
    own = [command for command in commands if command.scope == ENTITIES]
    return Names(desk, bound(own or NAME_COMMANDS))
