"""The history over the whole screen, without a terminal: every step of the reviewer, the newest first.

A line is a step. Only the lines in sight are put into words, so that a log of any length scrolls at once.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotations.errors import ProjectError
from annotations.events import Event, Judged, Parted, Related, Resized, Stated, Step, Unrelated
from annotations.replay import Layer
from corpus.span import Span
from tui.actions import history
from tui.desk import Desk
from tui.keys import Keys
from tui.paragraphs import paragraph_starts
from tui.whole import Run, Whole
from tui.wishes import Wish, passed_on


class Entry(NamedTuple):
    """A step in words: when it was done (ISO 8601, UTC), what it did, to how many things, and where.

    `things` is how many annotations or ties; `span` is None for what is about a whole article or story.
    """

    at: str
    words: str
    things: int
    article_id: str
    span: Span | None
    undone: bool


class Place(NamedTuple):
    """An article as the history names it: its `letter` where it is on the desk, its outlet, where paragraphs begin."""

    letter: str
    outlet: str
    starts: Sequence[int]


class Text(NamedTuple):
    """Where an annotation lay, and its text there, from the step at that position of the log on."""

    position: int
    step: Step
    span: Span
    surface: str


class Logbook(Whole[Step]):
    """The steps as the reviewer goes through them, the newest first."""

    def __init__(self, desk: Desk, keys: "Keys[Logbook]") -> None:
        super().__init__(desk, keys)
        self._wishes: list[Wish] = []
        self._places: dict[str, Place] = {}
        self._load()

    @property
    def layer(self) -> Layer:
        """The reviewer's decisions."""
        return self.desk.workspace.layer

    @property
    def moved(self) -> bool:
        """Whether undoing has moved articles to other stories: the one on the desk has to be opened again."""
        return bool(self._wishes)

    def _load(self) -> None:
        self._loaded = self.layer
        steps = self.layer.steps()
        self.lines = steps[::-1]
        self._positions = {step: position for position, step in enumerate(steps)}
        self._texts = _texts(self.layer, self._positions)

    def refresh(self) -> None:
        """Take the steps again if another window of the reviewer has written."""
        if self._loaded is not self.layer:
            self._load()

    def settle(self) -> None:
        """Have the cursor within the history, and in sight."""
        self.refresh()
        super().settle()

    def go_to(self, step: Step | None) -> None:
        """Have a step under the cursor, if there is one."""
        self.settle()
        if step in self._positions:
            self.at = self.size - 1 - self._positions[step]

    def leave(self, result: Run | None = None) -> None:
        """Go back to the desk, and do something there; without that, see to what undoing asked for."""
        wishes = self._wishes[-1:]
        self.left, self.result = True, result or (passed_on(wishes) if wishes else None)

    def on_desk(self, command: Run) -> None:
        """Carry out a command of the desk, and say what it said."""
        self.desk.message = ""
        self._wishes += self.desk.run(command)
        self.message = self.desk.message

    def entry(self, step: Step) -> Entry:
        """A step in words."""
        events = self.layer.events_of(step)
        found = [self._of(event) for event in events]
        first = next((at for at, (_, span) in enumerate(found) if span is not None), 0)
        event, (surface, span) = events[first], found[first]
        target = self._text(event, getattr(event.change, "target", ""))
        things, words = history.count(events), history.told(event.change, surface, target.surface if target else "")
        ways = {str(getattr(one.change, "via", "")) for one in events}
        if things > 1:
            words = f"{words} and {things - 1} more"
            words = f"batch of {things}: {words}" if ways - {""} else words
        return Entry(event.at, words, max(1, things), event.article_id, span, self.layer.undone(step))

    def _of(self, event: Event) -> tuple[str, Span | None]:
        """The text that a change is about, as it was then, and where it is now, or was."""
        change = event.change
        if isinstance(change, Related | Unrelated | Stated):
            return getattr(change, "surface", ""), change.span
        identity = getattr(change, "annotation_id", getattr(change, "source", ""))
        known = self._text(event, identity)
        span, surface = (known.span, known.surface) if known is not None else (None, "")
        now = self.layer.state(event.article_id).annotations.get(identity)
        return surface, now.span if now is not None else span

    def _text(self, event: Event, identity: str) -> "Text | None":
        """The place and text that an annotation had when something happened."""
        last, undone = self._positions[event.step], self.layer.undone(event.step)
        before = (one for one in self._texts.get(identity, ()) if one.position <= last)
        known = [one for one in before if undone or not self.layer.undone(one.step)]
        return known[-1] if known else None

    def place(self, article_id: str) -> Place:
        """An article by its letter where it is on the desk, its outlet or name, and its paragraphs."""
        if article_id not in self._places:
            self._places[article_id] = self._found(article_id)
        return self._places[article_id]

    def _found(self, article_id: str) -> Place:
        view = next((one for one in self.desk.views if one.article.id == article_id), None)
        article = view.article if view is not None else None
        store = self.desk.workspace.store
        if article is None and store is not None:
            try:
                article = store.article(article_id)
            except ProjectError as error:
                self.message = error.brief
        if article is None:
            return Place("", "", ())
        outlet = article.metadata.source or article.name
        return Place(view.letter if view is not None else "", outlet, paragraph_starts(article.text))

    def paragraph(self, entry: Entry) -> int:
        """The number of the paragraph that an entry is about; 0 for what is about a whole article."""
        return bisect_right(self.place(entry.article_id).starts, entry.span.start) if entry.span is not None else 0


def _texts(layer: Layer, steps: Mapping[Step, int]) -> dict[str, list[Text]]:
    """Of every annotation the places and texts that it got, in the order of the log."""
    found: dict[str, list[Text]] = {}
    for step, position in steps.items():
        for event in layer.events_of(step):
            match event.change:
                case Judged(span=span) | Resized(span=span) as change:
                    found.setdefault(change.annotation_id, []).append(Text(position, step, span, change.surface))
                case Parted(parts=parts) as change:
                    whole = Span(parts[0].start, parts[-1].end)
                    found.setdefault(change.annotation_id, []).append(Text(position, step, whole, change.surface))
                case _:
                    pass
    return found
