"""The desk without a terminal: articles side by side, one key after another in, wishes and dirty places out.

Nothing here draws. Tests drive it with keys; the app draws what `dirt` says has changed since the last key.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from annotations.decide import RefusedError
from annotations.events import Change
from annotations.labels import Label
from annotations.model import Annotation, Proposal
from corpus.analysis import Analysis
from corpus.article import Article, Story
from corpus.comparison import Comparison
from corpus.span import Span
from corpus.units import Units as TextUnits
from tui.beside import Beside
from tui.compared import Compared, Thing
from tui.dirt import Dirt
from tui.frame import Frame
from tui.geometry import Geometry
from tui.keys import Keys, Pending, repeats
from tui.lenses import Lenses
from tui.letters import letter_of
from tui.lights import light_up
from tui.macros import Macros
from tui.marks import Marks
from tui.mode import Mode
from tui.read_only import check, taken
from tui.selection import over
from tui.taking_in import take_in
from tui.ties import Ties
from tui.trail import Trail, Visit, here, is_far
from tui.view import View
from tui.whereabouts import place_of, return_to
from tui.wishes import Copy, Wish
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tui.advice import Habits


class Desk:
    """The articles of a story, the keys, and what is going on; `pressed` counts the keys since it was opened.

    `visited` says that the reviewer was on it: a story that lies under the list was not looked at. `ran` is the command
    that ran last, unless it was refused; `hint` another one that would have helped and what it does, if it `advises`;
    `register` the text copied last; `finished` the article finished last, and where the reviewer was thereafter.
    """

    def __init__(self, articles: Sequence[Article], workspace: Workspace, keys: "Keys[Desk]") -> None:
        self.workspace = workspace
        self.keys = keys
        self.last_label = ""
        self.last_act: Callable[[Desk], None] | None = None
        self.last_mark: Annotation | None = None
        self.last_motion: Pending = ()
        self.finished: tuple[str, Visit | None] = ("", None)
        self.register = ""
        self.pattern = ""
        self.whole_words = False
        self.message = ""
        self.ran = ""
        self.refused = False
        self.macros = Macros()
        self.hint = ("", "")
        self.advises = True
        self._habits: Habits | None = None
        self.reading = ""
        self.visited = True
        self.lenses = Lenses()
        self.pressed = 0
        self.frame = Frame(self)
        self.beside = Beside(self)
        self.kept: dict[str, Any] = {}
        self.dirt = Dirt(everything=True)
        self._wishes: list[Wish] = []
        self._hues = {label.name: label.hue for label in workspace.labels.labels}
        workspace.place = self.place
        self._seat(articles)

    def _seat(self, articles: Sequence[Article]) -> None:
        """Put articles side by side, with what was decided on them."""
        self.views = [View(letter_of(index), one, Marks(), TextUnits(one.text)) for index, one in enumerate(articles)]
        self.active = 0
        self.extending = False
        self.pending: Pending = ()
        self.mode: Mode | None = None
        self.glow: Thing | None = None
        self.frame.begin()
        self.remarks: dict[str, str] = {}
        self.compared: Compared | None = None
        self.ties = Ties(self)
        self.trail = Trail()
        self.beside.compare(None)
        self.reload()

    def turn_to(self, story: Story, place: dict[str, Any] | None = None) -> None:
        """Go on with another story, at the place where it was left; what was searched for is forgotten."""
        self.visited = True
        if story.id != self.workspace.story.id:
            self.kept.pop("marks", None)
        self.workspace.turn_to(story)
        self.pattern = ""
        self._seat(story.articles)
        if place:
            self.go_to({**place, "looks": self.lenses.place()})
        else:
            self.frame.refit()

    # What there is

    @property
    def view(self) -> View:
        """The active article."""
        return self.views[self.active]

    @property
    def geometry(self) -> Geometry:
        """How the screen is divided now."""
        return self.frame.geometry

    @property
    def shown(self) -> range:
        """The indices of the articles on screen."""
        return self.frame.shown

    def hue_of(self, label: str) -> str:
        """The hue of a label; grey for one that is not in the label set."""
        return self._hues.get(label, "grey")

    def label_named(self, name: str) -> Label | None:
        """The label of that name in the label set."""
        return self.workspace.labels.label(name)

    # What comes in

    def press(self, key: str) -> list[Wish]:
        """Take one key; returns what the program around has to do."""
        self.visited = True
        self.pressed += 1
        self.message, self.ran, self.refused = "", "", False
        self.macros.note(key)
        mode = self.mode
        if mode is not None and not self._asks_for_help(key):
            return self.run(lambda desk: mode.press(desk, key))
        keys = (*self.pending, key)
        command, self.pending, self.message = taken(self.keys, self.pending, key, read_only=self.workspace.read_only)
        self.refused = bool(self.pending and self.message)
        if command is not None and repeats(keys):
            self.last_motion = keys
        return self.run(command) if command is not None else self._leave([])

    def answer(self, command: "Callable[[Desk], None]") -> list[Wish]:
        """Carry out what a dialog was answered with."""
        self.macros.note(command)
        return self.run(command)

    def run(self, command: "Callable[[Desk], None]") -> list[Wish]:
        """Carry out a command; a refusal becomes the message."""
        before = self.frame.sight()
        self.pending, self.ran = (), self.keys.name_of(command)
        where, left = self._paragraph(), here(self)
        try:
            check(self.ran, read_only=self.workspace.read_only)
            command(self)
        except RefusedError as refusal:
            self.message, self.ran, self.refused = str(refusal), "", True
        self.frame.settle()
        if not self.ran.startswith("find.back") and is_far(self, left):
            self.trail.leave(left)
        self.ties.settle()
        light_up(self)
        self.beside.follow()
        self.dirt.compare(before, self.frame.sight())
        if self.ran and self.advises:
            self._advise(where)
        return self._leave(self._wishes)

    def _asks_for_help(self, key: str) -> bool:
        """Whether a key shows the keys, which works in every mode."""
        command, _, _ = self.keys.take((), key)
        return command is not None and self.keys.name_of(command) == "program.help"

    def _paragraph(self) -> tuple[int, int]:
        """Where the reviewer is, as roughly as advice needs it: the article and the start of the paragraph."""
        start = self.view.selection.start
        return self.active, self.view.text.rfind("\n", 0, start)

    def _advise(self, where: tuple[int, int]) -> None:
        """See whether a word about another command helps after the one that ran at `where`."""
        if self._habits is None:
            from tui.advice import Habits  # noqa: PLC0415 (not needed for the first paint)

            self._habits = Habits(self.kept)
        held, labelled = self.view.selection, self.ran.startswith("label.")
        self._habits.note(self.ran, self.view.text[held.start : held.end] if labelled else str(where))
        self.hint = self._habits.hint

    def read(self, index: int, analysis: Analysis, *, whole: bool = True) -> None:
        """Take what a model read in an article; may be called again with more of it, until it is the `whole`."""
        self.views[index].read_by(analysis)
        self.views[index].reading = analysis if whole else None
        self.dirt.panes.add(index)
        light_up(self)

    def compare(self, comparison: Comparison) -> None:
        """Take what was made of the story: names and figures as it has them, boilerplate, clusters, the ledger."""
        if len(comparison.sides) != len(self.views):
            return  # it belongs to what was on the desk before
        self.compared = Compared(comparison, [view.text for view in self.views])
        self.beside.compare(comparison)
        for index, view in enumerate(self.views):
            reading = view.reading
            if reading is not None:
                view.compared(self.compared.analysis(index, reading))
                view.marks.set_regions(self.compared.regions(index, str(reading.model)))
        self.ties.judge()
        self.refold()
        self.frame.look_again()
        light_up(self)
        self.beside.follow()

    def reload(self) -> None:
        """Take all decisions from the workspace again."""
        for view in self.views:
            state = self.workspace.state(view.article.id)
            view.decided(state.annotations.values())
            view.refold()
        self.ties.judge()
        self.dirt.everything = True
        light_up(self)

    # What commands do

    def wish(self, wish: Wish) -> None:
        """Ask the program around for something, when the key is done."""
        if isinstance(wish, Copy):
            self.register = wish.text
        self._wishes.append(wish)

    def activate(self, index: int) -> None:
        """Make another article the active one."""
        self.active = index % len(self.views)
        self.extending = False

    def decide(self, view: View, *changes: Change) -> None:
        """Carry out changes on an article as one step; a verb ends extending, and what was in focus is left."""
        self.extending = False
        self.ties.look_at(None)
        take_in(self, self.workspace.decide(view.article.id, *changes))

    def relate(self, changes: Sequence[tuple[str, Change]]) -> None:
        """Carry out changes on ties, each with the article it belongs to, as one step."""
        self.extending = False
        take_in(self, self.workspace.decide_all(changes))

    def go(self, view: View, span: Span, *, target: Annotation | Proposal | None = None) -> None:
        """Select a span, in whichever article it is."""
        self.activate(self.views.index(view))
        view.select(over(span), target=target)
        view.ahead = True

    def open_fold(self, view: View) -> None:
        """Open the fold that the selection is on."""
        fold = view.fold_here()
        if fold is not None:
            view.opened.add(fold[0])
            view.refold()
            self.dirt.panes.add(self.views.index(view))

    def refold(self) -> None:
        """Fold what is boilerplate by now, in every article."""
        for index, view in enumerate(self.views):
            if view.refold():
                self.dirt.panes.add(index)

    # Where the reviewer is

    def place(self) -> dict[str, Any]:
        """Everything that brings the reviewer back to where they were, and what was `kept` for them."""
        return place_of(self)

    def go_to(self, place: dict[str, Any]) -> None:
        """Return to what `place` wrote; articles that are no longer shown are passed over."""
        return_to(self, place)

    # What has changed

    def drain(self) -> Dirt:
        """What has to be drawn again since the last call."""
        dirt, self.dirt = self.dirt, Dirt()
        return dirt

    def _leave(self, wishes: list[Wish]) -> list[Wish]:
        self._wishes = []
        return wishes
