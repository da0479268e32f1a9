"""The ledger over the whole screen, without a terminal: groups of figures, their entries, the one under the cursor.

A line is a group or one of its figures. Nothing is kept of the ledger itself: it is the desk's, and may change.
"""

from collections.abc import Callable
from typing import NamedTuple

from annotations.model import Tie
from tui.compared import Spot, conflicting, spot_of
from tui.desk import Desk
from tui.keys import Keys
from tui.scrolling import MARGIN
from tui.ties import Focus
from tui.whole import Run, Whole
from tui.wishes import Copy, passed_on


class Line(NamedTuple):
    """A group of the ledger, or with an `entry` one of its figures."""

    row: int
    entry: int = -1


def _one_row(_line: Line) -> int:
    return 1


class Ledger(Whole[Line]):
    """The groups of figures as the reviewer goes through them.

    `all` says that groups without a conflict are shown too. `marked` is a figure that is to be compared with another
    one, `asked` the two of which is asked what they are to each other. `copies` are what the last command copies.
    """

    def __init__(self, desk: Desk, keys: "Keys[Ledger]") -> None:
        super().__init__(desk, keys)
        self.all = not desk.ties.live
        self.marked: Spot | None = None
        self.asked: tuple[Spot, Spot] | None = None
        self.copies: list[Copy] = []
        self._size_of: Callable[[Line], int] = _one_row
        self.load()

    def refresh(self) -> None:
        """Take the groups again if the story was compared again, or something was decided, since they were taken."""
        compared, line = self._loaded[0], self.here
        if self._loaded == (self.desk.compared, self.desk.ties.revision):
            return
        there = compared is not None and line is not None and line.row < len(compared.ledger)
        spot = spot_of(compared.row(line.row).entries[max(line.entry, 0)]) if there and compared and line else None
        self.load()
        if compared is not self.desk.compared and line is not None:
            places = [self._spot(one) for one in self.lines]
            alike = (at for at, one in enumerate(self.lines) if (places[at], one.entry < 0) == (spot, line.entry < 0))
            self.at = next(alike, self.at)
            self.settle()

    def spot_here(self) -> Spot | None:
        """Where the figure of the line under the cursor stands; None for a group."""
        line = self.here
        return self._spot(line) if line is not None and line.entry >= 0 else None

    def _spot(self, line: Line) -> Spot:
        return spot_of(self.compared.row(line.row).entries[max(line.entry, 0)])

    def load(self) -> None:
        """Take the groups as they are now; the cursor stays on its line where that is still there."""
        compared, here = self.desk.compared, self.here
        self._loaded = compared, self.desk.ties.revision
        rows = compared.rows if compared is not None else []
        kept = [number for number in rows if self.all or number in self.desk.ties.live or self._decided(number)]
        self.lines = []
        for number in kept:
            self.lines.append(Line(number))
            if compared is not None:
                self.lines += [Line(number, entry) for entry in range(len(compared.row(number).entries))]
        if here is not None and here in self.lines:
            self.at = self.lines.index(here)
        self.settle()

    def _decided(self, number: int) -> bool:
        return any(self.desk.ties.row_verdicts(number)) or bool(self.desk.ties.row_verdict(number))

    def resize(self, height: int, size_of: Callable[[Line], int] = _one_row) -> None:
        """Take how many rows of the screen there are, and how many a line takes."""
        self._size_of = size_of
        super().resize(height)

    def settle(self) -> None:
        """Have the cursor within the ledger, and in sight."""
        self.at = max(0, min(self.at, self.size - 1))
        self.top = max(0, min(self.top, self.at - MARGIN))
        first = min(self.at + MARGIN, self.size - 1) + 1
        room = self.height
        while first > self.top and (room := room - self._size_of(self.lines[first - 1])) >= 0:
            first -= 1
        self.top = min(first, self.at)

    def line_at(self, row: int) -> int:
        """The index of the line in that row of the screen; that of the cursor where none is."""
        for index, line in enumerate(self.lines[self.top :], self.top):
            row -= self._size_of(line)
            if row < 0:
                return index
        return self.at

    def page(self, step: int) -> None:
        """Go half as many lines down as there are rows, as lines take two of them."""
        self.at += step * max(1, self.height // 2)

    def press(self, key: str) -> None:
        """Take one key."""
        asked, self.asked = self.asked, None
        if asked is None:
            super().press(key)
            return
        from tui.actions.ledger import relate  # noqa: PLC0415 (the actions know the ledger)

        self.refresh()
        self.message = ""
        self.run(relate(asked, key))

    def on_desk(self, command: Run) -> None:
        """Carry out a command of the desk, and say what it said."""
        self.desk.message = ""
        wishes = self.desk.run(command)
        self.message = self.desk.message
        self.copies = [wish for wish in wishes if isinstance(wish, Copy)]
        others = [wish for wish in wishes if not isinstance(wish, Copy)]
        if others:  # what was taken back was about whole stories
            self.leave(passed_on(others))
        self.load()

    def pair(self) -> Focus | None:
        """The two figures that the verbs are about: those that nobody decided on before others."""
        found = self.pairs()
        undecided = (one for one in found if not self.desk.ties.verdict(one.tie, one.one, one.other))
        return next(undecided, next(iter(found), None))

    def pairs(self) -> list[Focus]:
        """The pairs of the line under the cursor that are in conflict; without any, those of different values."""
        line = self.here
        if line is None:
            return []
        row = self.compared.row(line.row)
        pairs = [pair for pair in conflicting(row) if line.entry in {-1, pair.a, pair.b}]
        if not pairs:
            own = (pair for pair in row.pairs if line.entry in {-1, pair.a, pair.b})
            pairs = [pair for pair in own if row.entries[pair.a].value != row.entries[pair.b].value]
        ends = [(spot_of(row.entries[pair.a]), spot_of(row.entries[pair.b]), pair.reason) for pair in pairs]
        return [Focus(Tie.CONFLICT, *pair) for pair in ends]
