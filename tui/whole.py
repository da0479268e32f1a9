"""What takes the whole screen for a while, without a terminal: lines with a cursor, and keys of its own."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from annotations.decide import RefusedError
from tui.actions.tie import compared_of
from tui.compared import Compared
from tui.desk import Desk
from tui.keys import Keys, Pending
from tui.read_only import check, taken
from tui.scrolling import scrolled

Line = TypeVar("Line")
Run = Callable[[Desk], None]


class Whole(Generic[Line]):
    """The lines as the reviewer goes through them, until they go back to the desk.

    `at` is the index of the line under the cursor, `top` of the first one in sight, `height` how many rows of the
    screen there are. `result` is what is to be done on the desk when the screen is left; `left` says that it is,
    `asks_for_help` that the keys are to be shown.
    """

    def __init__(self, desk: Desk, keys: Keys[Any]) -> None:
        self.desk = desk
        self.keys = keys
        self.lines: list[Line] = []
        self.at = 0
        self.top = 0
        self.height = 1
        self.message = ""
        self.pending: Pending = ()
        self.left = False
        self.asks_for_help = False
        self.result: Run | None = None

    @property
    def compared(self) -> Compared:
        """What the lines are part of. Raises RefusedError where there is none any more."""
        return compared_of(self.desk)

    @property
    def here(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    @property
    def size(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def refresh(self) -> None:
        """Take the lines again if they are others since they were taken."""
        raise NotImplementedError

    def resize(self, height: int) -> None:
        """Take how many rows of the screen there are."""
        self.refresh()
        self.height = max(1, height)
        self.settle()

    def settle(self) -> None:
        """Have the cursor within the lines, and in sight."""
        self.at = max(0, min(self.at, self.size - 1))
        self.top = scrolled(self.top, self.at, self.height, self.size)

    def line_at(self, row: int) -> int:
        """The index of the line in that row of the screen, from the first one in sight; it may be past the last."""
        return self.top + row

    def page(self, step: int) -> None:
        """Go that many pages down."""
        self.at += step * max(1, self.height - 1)

    def press(self, key: str) -> None:
        """Take one key."""
        self.refresh()
        read_only = self.desk.workspace.read_only
        command, self.pending, self.message = taken(self.keys, self.pending, key, read_only=read_only)
        if command is not None:
            self.run(command)

    def run(self, command: Callable[[Any], None]) -> None:
        """Carry out a command of these lines; a refusal becomes the message."""
        self.pending = ()
        try:
            check(self.keys.name_of(command), read_only=self.desk.workspace.read_only)
            command(self)
        except RefusedError as refusal:
            self.message = str(refusal)
        self.settle()

    def ask_for_help(self) -> None:
        """Have all keys shown."""
        self.asks_for_help = True

    def leave(self, result: Run | None = None) -> None:
        """Go back to the desk, and do something there."""
        self.left, self.result = True, result
