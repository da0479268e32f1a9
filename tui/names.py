"""The names of a story over the whole screen, without a terminal: what each is called, and its forms.

A line is a name or one of its forms. Nothing is kept of the names themselves: they are the desk's, and may change.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from annotations.decide import RefusedError
from tui.compared import Compared, Spot
from tui.desk import Desk
from tui.keys import Keys, Pending
from tui.wishes import AskWords, passed_on

MARGIN: Final = 2  # lines that stay in sight above and below the cursor
ORDERS: Final = ("mentions", "title", "open")
"""What the names are sorted by: the most mentions first, by title, the most forms first that nobody decided on."""
Run = Callable[[Desk], None]


class Line(NamedTuple):
    """A name, by its cluster; with a `form` (normalised), one of its forms.

    `left` is a mention of a form of which it was said that it names something else.
    """

    cluster: int
    form: str = ""
    left: Spot | None = None


class Names:
    """The names of a story as the reviewer goes through them.

    `words` narrow the list, `typing` says that keys go into them. `marked` are mentions in the names that are marked.
    `at` is the index of the line under the cursor, `top` of the first one in sight. `asks` is a question to be put,
    `result` what is to be done on the desk when the board is left; `left` says that it is, `asks_for_help` that the
    keys are to be shown.
    """

    def __init__(self, desk: Desk, keys: "Keys[Names]") -> None:
        self.desk = desk
        self.keys = keys
        self.order = ORDERS[0]
        self.words = ""
        self.typing = False
        self.marked: set[Spot] = set()
        self.at = 0
        self.top = 0
        self.height = 1
        self.message = ""
        self.pending: Pending = ()
        self.left = False
        self.asks_for_help = False
        self.asks: AskWords | None = None
        self.result: Run | None = None
        self.total = 0
        self.lines: list[Line] = []
        self._loaded: tuple[Compared | None, int] = (None, -1)
        self._kept: tuple[Spot, str] | None = None
        self.load()

    @property
    def compared(self) -> Compared:
        """What the names are part of. Raises RefusedError where there is none any more."""
        if self.desk.compared is None:
            message = "the story has not been compared yet"
            raise RefusedError(message)
        return self.desk.compared

    @property
    def here(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    # What is shown

    def refresh(self) -> None:
        """Take the names again if the story was compared again, or something was decided, since they were taken."""
        if self._loaded != (self.desk.compared, self.desk.ties.revision):
            self.load()

    def load(self) -> None:
        """Take the names as they are now; the cursor stays on its name and form where these are still there."""
        compared = self.desk.compared
        self._loaded = compared, self.desk.ties.revision
        clusters = list(compared.clusters()) if compared is not None else []
        self.total = len(clusters)
        if compared is not None:
            clusters = [one for one in clusters if self._matches(compared, one)]
            clusters.sort(key=lambda one: self._rank(compared, one))
            self.lines = [line for one in clusters for line in self._of(compared, one)]
            self._return(compared)
        self.settle()

    def _matches(self, compared: Compared, cluster: int) -> bool:
        if not self.words:
            return True
        told = [compared.title(cluster), compared.best(cluster), compared.label(cluster)]
        told += [*compared.told(cluster).values(), *(form.surface for form in compared.variants(cluster))]
        return all(word in " ".join(told).casefold() for word in self.words.casefold().split())

    def _rank(self, compared: Compared, cluster: int) -> tuple[int, int, str]:
        mentions, title = -len(compared.members(cluster)), compared.title(cluster).casefold()
        if self.order == "title":
            return 0, 0, title
        return (-self.open_forms(cluster) if self.order == "open" else 0), mentions, title

    def _of(self, compared: Compared, cluster: int) -> list[Line]:
        forms, gone = compared.variants(cluster), self.desk.ties.left(cluster)
        lines = [Line(cluster)]
        if len(forms) > 1 or gone or compared.given(cluster):
            lines += [Line(cluster, form.name) for form in forms]
        return lines + [Line(cluster, compared.name(spot), spot) for spot in gone]

    def _return(self, compared: Compared) -> None:
        if self._kept is None:
            return
        cluster, form = compared.cluster_at(self._kept[0]), self._kept[1]
        own = [index for index, line in enumerate(self.lines) if line.cluster == cluster]
        self.at = next((index for index in own if self.lines[index].form == form), own[0] if own else self.at)

    def open_forms(self, cluster: int) -> int:
        """How many forms there are whose link with the name is open."""
        compared = self.compared
        decided, title = self.desk.ties.name_verdicts(cluster), compared.title_mention(cluster)
        own = compared.name(title) if title is not None else ""
        return sum(form.name not in decided and form.name != own for form in compared.variants(cluster))

    def spots(self, line: Line) -> list[Spot]:
        """The mentions that a line is about, by place."""
        compared = self.compared
        members = compared.members(line.cluster if line.left is None else compared.cluster_at(line.left))
        return [one for one in members if not line.form or compared.name(one) == line.form]

    def is_marked(self, cluster: int) -> bool:
        """Whether a name is marked."""
        return any(self.compared.cluster_at(spot) == cluster for spot in self.marked)

    # Where the cursor is

    def resize(self, height: int) -> None:
        """Take how many rows of the screen there are."""
        self.refresh()
        self.height = max(1, height)
        self.settle()

    def settle(self) -> None:
        """Have the cursor within the list, and in sight; note what it is on."""
        last = len(self.lines) - 1
        self.at = max(0, min(self.at, last))
        margin = min(MARGIN, (self.height - 1) // 2)
        low, high = self.at - self.height + 1 + margin, self.at - margin
        self.top = max(0, min(max(self.top, low), high, last - self.height + 1))
        line, compared = self.here, self._loaded[0]
        if line is not None and compared is not None and self._loaded[1] == self.desk.ties.revision:
            title = compared.title_mention(line.cluster)
            self._kept = (title, line.form) if title is not None else None

    # What comes in

    def press(self, key: str) -> None:
        """Take one key."""
        self.refresh()
        if self.typing:
            self._type(key)
            return
        command, self.pending, self.message = self.keys.take(self.pending, key)
        if command is not None:
            self.run(command)

    def _type(self, key: str) -> None:
        """Take a key into the words that narrow the list."""
        if key in {"enter", "escape"}:
            self.typing = False
            self.narrow(self.words.strip() if key == "enter" else "")
        elif key in {"up", "down"}:
            self.at += 1 if key == "down" else -1
            self.settle()
        elif key == "f1":
            self.asks_for_help = True
        else:
            cut = {"backspace": self.words[:-1], "ctrl+u": "", "ctrl+w": " ".join(self.words.split()[:-1])}
            typed = " " if key == "space" else key if len(key) == 1 and key.isprintable() else ""
            self.narrow(cut.get(key, self.words + typed))

    def narrow(self, words: str) -> None:
        """Show the names that have these words, in any form or in what was said of them."""
        if words != self.words:
            self.words = words
            self.load()

    def run(self, command: "Callable[[Names], None]") -> None:
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

    def on_desk(self, command: Run) -> bool:
        """Carry out a command of the desk, and say what it said; returns whether it was not refused."""
        self.desk.message, self.desk.refused = "", False
        wishes = self.desk.run(command)
        self.message = self.desk.message
        self.load()
        if wishes:  # what was taken back was about whole stories
            self.leave(passed_on(wishes))
        return not self.desk.refused
