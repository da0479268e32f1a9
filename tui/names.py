"""The names of a story over the whole screen, without a terminal: what each is called, and its forms.

A line is a name or one of its forms. Nothing is kept of the names themselves: they are the desk's, and may change.
"""

from typing import Final, NamedTuple

from tui.compared import Compared, Spot
from tui.desk import Desk
from tui.keys import Keys
from tui.whole import Run, Whole
from tui.wishes import AskWords, passed_on

ORDERS: Final = ("mentions", "title", "open")
"""What the names are sorted by: the most mentions first, by title, the most forms first that nobody decided on."""


class Line(NamedTuple):
    """A name, by its cluster; with a `form` (normalised), one of its forms.

    `left` is a mention of a form of which it was said that it names something else.
    """

    cluster: int
    form: str = ""
    left: Spot | None = None


class Names(Whole[Line]):
    """The names of a story as the reviewer goes through them.

    `words` narrow the list, `typing` says that keys go into them. `marked` are mentions in the names that are marked.
    `asks` is a question to be put.
    """

    def __init__(self, desk: Desk, keys: "Keys[Names]") -> None:
        super().__init__(desk, keys)
        self.order = ORDERS[0]
        self.words = ""
        self.typing = False
        self.marked: set[Spot] = set()
        self.asks: AskWords | None = None
        self.total = 0
        self._kept: tuple[Spot, str] | None = None
        self.load()

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

    def settle(self) -> None:
        """Have the cursor within the list, and in sight; note what it is on."""
        super().settle()
        line, compared = self.here, self._loaded[0]
        if line is not None and compared is not None and self._loaded[1] == self.desk.ties.revision:
            title = compared.title_mention(line.cluster)
            self._kept = (title, line.form) if title is not None else None

    # What comes in

    def press(self, key: str) -> None:
        """Take one key."""
        if self.typing:
            self.refresh()
            self._type(key)
        else:
            super().press(key)

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

    def on_desk(self, command: Run) -> bool:
        """Carry out a command of the desk, and say what it said; returns whether it was not refused."""
        self.desk.message, self.desk.refused = "", False
        wishes = self.desk.run(command)
        self.message = self.desk.message
        self.load()
        if wishes:  # what was taken back was about whole stories
            self.leave(passed_on(wishes))
        return not self.desk.refused
