"""The ledger over the whole screen, without a terminal: groups of figures, their entries, the one under the cursor.

A line is a group or one of its figures. Nothing is kept of the ledger itself: it is the desk's, and may change.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from annotations.decide import RefusedError
from annotations.model import Tie
from tui.compared import Compared, Spot, conflicting, spot_of
from tui.desk import Desk
from tui.keys import Keys, Pending
from tui.ties import Focus
from tui.wishes import Copy, passed_on

MARGIN: Final = 2  # lines that stay in sight above and below the cursor
Run = Callable[[Desk], None]


class Line(NamedTuple):
    """A group of the ledger, or with an `entry` one of its figures."""

    row: int
    entry: int = -1


class Ledger:
    """The groups of figures as the reviewer goes through them.

    `all` says that groups without a conflict are shown too. `at` is the index of the line under the cursor, `top` of
    the first one in sight. `marked` is a figure that is to be compared with another one, `asked` the two of which is
    asked what they are to each other. `result` is what is to be done on the desk when the ledger is left; `left` says
    that it is, `asks_for_help` that the keys are to be shown. `copies` are what the last command copies.
    """

    def __init__(self, desk: Desk, keys: "Keys[Ledger]") -> None:
        self.desk = desk
        self.keys = keys
        self.all = not desk.ties.live
        self.at = 0
        self.top = 0
        self.height = 1
        self.message = ""
        self.pending: Pending = ()
        self.left = False
        self.asks_for_help = False
        self.result: Run | None = None
        self.marked: Spot | None = None
        self.asked: tuple[Spot, Spot] | None = None
        self.copies: list[Copy] = []
        self._size_of: Callable[[Line], int] = lambda _line: 1
        self.lines: list[Line] = []
        self._loaded: tuple[Compared | None, int] = (None, -1)
        self.load()

    @property
    def compared(self) -> Compared:
        """What the ledger is part of. Raises RefusedError where there is none any more."""
        if self.desk.compared is None:
            message = "the story has not been compared yet"
            raise RefusedError(message)
        return self.desk.compared

    @property
    def here(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[self.at] if self.at < len(self.lines) else None

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

    def resize(self, height: int, size_of: Callable[[Line], int]) -> None:
        """Take how many rows of the screen there are, and how many a line takes."""
        self.refresh()
        self.height, self._size_of = max(1, height), size_of
        self.settle()

    def settle(self) -> None:
        """Have the cursor within the ledger, and in sight."""
        self.at = max(0, min(self.at, len(self.lines) - 1))
        self.top = max(0, min(self.top, self.at - min(MARGIN, self.at)))
        while self.top < self.at and self._rows_to(min(self.at + MARGIN, len(self.lines) - 1)) > self.height:
            self.top += 1

    def _rows_to(self, last: int) -> int:
        """The rows of the screen from the first line in sight to that one."""
        return sum(self._size_of(line) for line in self.lines[self.top : last + 1])

    def press(self, key: str) -> None:
        """Take one key."""
        self.refresh()
        asked, self.asked = self.asked, None
        if asked is not None:
            from tui.actions.ledger import relate  # noqa: PLC0415 (the actions know the ledger)

            self.message = ""
            self.run(relate(asked, key))
            return
        command, self.pending, self.message = self.keys.take(self.pending, key)
        if command is not None:
            self.run(command)

    def run(self, command: "Callable[[Ledger], None]") -> None:
        """Carry out a command; a refusal becomes the message."""
        self.pending = ()
        try:
            command(self)
        except RefusedError as refusal:
            self.message = str(refusal)
        self.settle()

    def leave(self, result: Run | None = None) -> None:
        """Go back to the desk, and do something there."""
        self.left, self.result = True, result

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
