"""The list of stories without a terminal: keys in, wishes out, and the rows that are in sight.

The order is a list of numbers that comes when it is sorted; until then the first rows stand there. Rows are fetched as
they come into sight.
"""

from collections.abc import Callable, Sequence
from typing import Final

from annotations.decide import RefusedError
from annotations.events import Change
from annotations.queue import Listed, Numbers, Order, State, Wanted
from tui.keys import Keys, Pending
from tui.library import Library
from tui.read_only import check, taken
from tui.scrolling import scrolled
from tui.wishes import ShowStories, Wish
from tui.workspace import Workspace

STATES: Final = (None, State.NEW, State.IN_WORK, State.DONE)


class StoryList:
    """The stories of a project as the reviewer goes through them.

    `wanted` is what the list is to show, `loaded` what `numbers` is. `at` is the row of the cursor, `top` the first row
    in sight; `marked` holds the numbers of stories that are marked. `asked` is what the list was opened for, `changed`
    says that stories are others than when the desk last showed one.
    """

    def __init__(
        self, library: Library, workspace: Workspace, keys: "Keys[StoryList]", picking: "Keys[StoryList] | None" = None
    ) -> None:
        self.library = library
        self.workspace = workspace
        self._keys = keys
        self._picking = picking or keys
        self.wanted = Wanted()
        self.loaded: Wanted | None = None
        self.generation = 0
        self._kept: int | None = None
        self.changed = False
        self.numbers = Numbers("I")
        self.at = 0
        self.top = 0
        self.height = 1
        self.marked: set[int] = set()
        self.message = ""
        self.pending: Pending = ()
        self.asked = ShowStories()
        self._wishes: list[Wish] = []

    def open(self, asked: ShowStories, story_id: str) -> None:
        """Show the list anew, with the cursor on a story. Raises ProjectError."""
        self.asked = asked
        self.message, self.pending = "", ()
        self.marked.clear()
        self.reload()
        if not self.numbers:
            self.numbers = self.library.first(self.wanted)
        self.to(story_id)

    def reload(self) -> None:
        """Have the order made again: stories may be others now."""
        self.loaded = None
        self.generation += 1

    def take(self, wanted: Wanted, numbers: Numbers, generation: int | None = None) -> None:
        """Take the order that was made for `wanted`; the cursor stays on its story where that is still there.

        One that was begun before stories changed (in an earlier `generation`) is passed over.
        """
        if generation not in {None, self.generation}:
            return
        same = self.loaded is None and bool(self.numbers)
        here = self.here_number if same else self._kept
        self._kept = None
        self.loaded, self.numbers = wanted, numbers
        if here is not None and here in numbers:
            self.at = numbers.index(here)
        else:
            self.at = min(self.at, max(0, len(numbers) - 1))
        self.settle()

    def resize(self, height: int) -> None:
        """Take the number of rows in sight."""
        self.height = max(1, height)
        self.settle()

    # What there is

    @property
    def keys(self) -> "Keys[StoryList]":
        """The keys that work now: fewer while a story is chosen."""
        return self._picking if self.asked.purpose else self._keys

    @property
    def size(self) -> int:
        """How many stories there are."""
        return len(self.numbers)

    @property
    def here_number(self) -> int | None:
        """The number of the story under the cursor."""
        return self.numbers[self.at] if self.at < len(self.numbers) else None

    @property
    def here(self) -> Listed | None:
        """The story under the cursor."""
        return next(iter(self.library.rows(self.numbers[self.at : self.at + 1])), None)

    @property
    def in_sight(self) -> list[Listed]:
        """The stories in sight."""
        return self.library.rows(self.numbers[self.top : self.top + self.height])

    @property
    def loading(self) -> bool:
        """Whether the order is still being made."""
        return self.loaded != self.wanted

    # What comes in

    def press(self, key: str) -> list[Wish]:
        """Take one key; returns what the program around has to do."""
        self.message = ""
        command, self.pending, self.message = taken(self.keys, self.pending, key, read_only=self.workspace.read_only)
        return self.run(command) if command is not None else []

    def run(self, command: "Callable[[StoryList], None]") -> list[Wish]:
        """Carry out a command; a refusal becomes the message."""
        self.pending = ()
        try:
            check(self.keys.name_of(command), read_only=self.workspace.read_only)
            command(self)
        except RefusedError as refusal:
            self.message = str(refusal)
        self.settle()
        wishes, self._wishes = self._wishes, []
        return wishes

    # What commands do

    def wish(self, wish: Wish) -> None:
        """Ask the program around for something."""
        self._wishes.append(wish)

    def want(self, wanted: Wanted) -> None:
        """Show other stories, or in another order, from the first one on."""
        if wanted != self.wanted:
            same_order = (wanted.order, wanted.ascending) == (self.wanted.order, self.wanted.ascending)
            self._kept = self.here_number if same_order else None
            self.wanted = wanted
            self.at = self.top = 0
            self.numbers = self.library.first(wanted) or self.numbers  # until what is looked for is found

    def filter(self, words: str) -> None:
        """Show the stories that have these words."""
        self.want(Wanted(self.wanted.order, self.wanted.ascending, words, self.wanted.state))

    def to(self, story_id: str) -> None:
        """Put the cursor on a story, if it is known where it stands."""
        if story_id:
            rows = self.library.store.rows("SELECT number FROM story WHERE id = ?", [story_id])
            if rows and rows[0][0] in self.numbers:
                self.at = self.numbers.index(rows[0][0])
        self.settle()

    def decide(self, changes: Sequence[tuple[str, Change]], told: str) -> None:
        """Carry out a decision on stories, and say so."""
        self.workspace.decide_all(changes)
        self.message = self.workspace.trouble or told
        self.marked.clear()
        self.changed = True
        self.reload()

    def page(self, step: int) -> None:
        """Go that many pages down, and have the cursor stay where it is on the screen."""
        rows = step * max(1, self.height - 1)
        self.at += rows
        self.top += rows

    def settle(self) -> None:
        """Have the cursor within the list, and in sight."""
        self.at = max(0, min(self.at, self.size - 1))
        self.top = scrolled(self.top, self.at, self.height, self.size)


def order_after(order: Order) -> Order:
    """The next way of sorting."""
    orders = list(Order)
    return orders[(orders.index(order) + 1) % len(orders)]
