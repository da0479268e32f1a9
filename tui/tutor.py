"""The tutorial without a terminal: which lesson one is in, and whether it is done. `tui/lessons.py` has them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from annotations.model import Verdict
from tui.wishes import Wish

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.selection import Selection

NEXT: Final = ("f3", "ctrl+n", "%")
BACK: Final = ("f2", "_")
"""The tutorial's own keys; those that a keymap uses for something else are left to it."""


class State(NamedTuple):
    """What a lesson looks at: where the reviewer is, what is decided, and the commands that `ran` since it began."""

    active: int
    selection: "Selection"
    verdicts: dict[Verdict, int]
    ties: int
    finished: int
    ran: frozenset[str] = frozenset()


class Lesson(NamedTuple):
    """What to do, and when it is `done`, from the desk and from what was there when the lesson began.

    In `text`, {decide.accept} stands for the key of that command. `needs` says what has to be waited for, in a few
    words; "" when the lesson can begin, which `begin` then prepares.
    """

    title: str
    text: str
    done: "Callable[[Desk, State], bool]"
    needs: "Callable[[Desk], str]" = lambda _desk: ""
    begin: "Callable[[Desk], None]" = lambda _desk: None


class Tutor:
    """A course of lessons on a desk. `at` is the lesson, `before` the title of one that was just done."""

    def __init__(self, desk: "Desk", lessons: "Sequence[Lesson]") -> None:
        self.desk = desk
        self.lessons = lessons
        self.at = 0
        self.before = ""
        self._start: State | None = None
        self._ran: set[str] = set()
        bound = {key for key, _ in desk.keys.continuations(())}
        self.next_keys = [key for key in NEXT if key not in bound]
        self.back_keys = [key for key in BACK if key not in bound]

    @property
    def lesson(self) -> Lesson:
        """The lesson that one is in."""
        return self.lessons[self.at]

    @property
    def waiting(self) -> str:
        """What the lesson waits for before it begins; "" when it has begun."""
        return self.lesson.needs(self.desk) if self._start is None else ""

    def press(self, key: str) -> list[Wish]:
        """Take one key: go to another lesson, or give it to the desk."""
        free = not self.desk.pending and self.desk.mode is None
        if free and key in (*self.next_keys, *self.back_keys):
            self._turn_to(self.at + (1 if key in self.next_keys else -1))
            return []
        return self.desk.press(key)

    def follow(self) -> None:
        """Look what has happened on the desk: begin the lesson when that is possible, go on when it is done."""
        desk = self.desk
        self._ran |= {desk.ran} - {""}
        desk.ran = ""
        if self._start is None and not self.lesson.needs(desk):
            desk.run(self.lesson.begin)
            self._start = state_of(desk)
            self._ran = set()
        elif self._start is not None and self.lesson.done(desk, self._start._replace(ran=frozenset(self._ran))):
            title = self.lesson.title
            self._turn_to(self.at + 1)
            self.before = title

    def _turn_to(self, number: int) -> None:
        self.at = max(0, min(number, len(self.lessons) - 1))
        self.before = ""
        self._start = None
        self._ran = set()
        self.follow()


def state_of(desk: "Desk") -> State:
    """What the desk is like now, for a lesson to compare with."""
    states = [desk.workspace.state(view.article.id) for view in desk.views]
    verdicts = [one.verdict for state in states for one in state.annotations.values()]
    return State(
        desk.active,
        desk.view.selection,
        {verdict: verdicts.count(verdict) for verdict in Verdict},
        sum(len(state.relations) for state in states),
        sum(bool(state.finished) for state in states),
    )
