"""The names of a story, over the whole screen."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual import events

from tui.actions.names import open_place
from tui.commands.command import ENTITIES, Command
from tui.commands.whole import of_whole
from tui.desk import Desk
from tui.keymap import bound
from tui.names import Names
from tui.render import name_rows
from tui.screens.whole import Around, Drawn, WholeScreen
from tui.widgets.listing import Lines
from tui.wishes import AskWords


class NamesScreen(WholeScreen):
    """Shows the names, takes their keys, and has questions put."""

    def __init__(self, names: Names, around: Around) -> None:
        self.names = names
        head, foot, hints = (partial(one, names) for one in (name_rows.head, name_rows.foot, name_rows.hints))
        super().__init__(names, Drawn(head, self._lines, foot, hints), around, open_place)

    def follow(self) -> None:
        """See to what the board says by now, and put its question."""
        super().follow()
        asks, self.names.asks = self.names.asks, None
        if asks is not None:
            self._around.grant(AskWords(asks.question, asks.words, partial(self._answered, asks), asks.told))

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


def names_of(desk: Desk, commands: Sequence[Command[Any]]) -> Names:
    """The names of what is on the desk, with the keys that `commands` give them where they do."""
    return Names(desk, bound(of_whole(ENTITIES, commands)))
