"""Jump hints: letters stand before the places on the screen, and typing them goes there, or rejects there."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.model import Annotation, Verdict
from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from corpus.span import Span
from tui.hints import ALPHABET, labels, ranked, unmarked
from tui.marks import Mark
from tui.render.words import Words
from tui.selection import Selection
from tui.view import View

if TYPE_CHECKING:
    from tui.desk import Desk

Take = Callable[["Desk", int, Span], None]
_RANKS = {"proposed": 0, "unsure": 2, "accepted": 2}
_NAME, _PHRASE = 1, 3


class Hinting:
    """Letters before `places` (article, span) of the desk; what is typed chooses one, which `take` gets.

    Places for which there are no letters come with the next set.
    """

    alphabet = ALPHABET

    def __init__(self, desk: "Desk", name: str, places: list[tuple[int, Span]], take: Take) -> None:
        self.name = name
        self._take = take
        self.offer(desk, places)

    def offer(self, desk: "Desk", places: list[tuple[int, Span]]) -> None:
        """Have letters before other places."""
        self._places = places
        self._first = 0
        self._deal(desk)

    def _deal(self, desk: "Desk") -> None:
        """Give letters to the places from the first one of the set on."""
        rest = self._places[self._first :]
        self._typed = ""
        self._letters = dict(zip(labels(len(rest), self.alphabet), rest, strict=False))
        desk.dirt.panes.update(desk.shown)

    def hints(self, index: int) -> Mapping[int, str]:
        """The letters still to be typed, by the offset in an article before which they stand."""
        typed = self._typed
        own = ((letters, place) for letters, place in self._letters.items() if place[0] == index)
        return {span.start: letters[len(typed) :] for letters, (_, span) in own if letters.startswith(typed)}

    def press(self, desk: "Desk", key: str) -> None:
        """A letter, the next set of places, or away; another key changes nothing, so that no word runs as commands."""
        if key == "tab" and not self._typed:
            self.turn(desk)
            return
        if key in {"escape", "backspace"}:
            desk.mode = None
            desk.dirt.panes.update(desk.shown)
            return
        place = self.typed(desk, key)
        if place is not None:
            desk.mode = None
            self._take(desk, *place)
        elif not self._typed:
            message = f"no place has the letter {key}; Esc leaves"
            raise RefusedError(message)

    def typed(self, desk: "Desk", key: str) -> tuple[int, Span] | None:
        """The place that is named by what was typed now; what was typed is forgotten where it can name none."""
        desk.dirt.panes.update(desk.shown)
        typed = self._typed + key
        place = self._letters.get(typed)
        goes_on = place is None and any(letters.startswith(typed) for letters in self._letters)
        self._typed = typed if goes_on else ""
        return place

    def turn(self, desk: "Desk") -> None:
        """The next set of places."""
        after = self._first + len(self._letters)
        self._first = after if after < len(self._places) else 0
        self._deal(desk)

    def words(self, desk: "Desk") -> list[Words]:  # noqa: ARG002 (every mode is asked so)
        """What to type."""
        more = len(self._places) > len(self._letters)
        words: list[Words] = [(" type the letters before a place", "plain")]
        words += [("  Tab ", "key"), ("other places", "plain")] if more else []
        return [*words, ("  Esc ", "key"), ("leave", "plain")]


def jump(desk: "Desk") -> None:
    """Have letters stand before what is marked, and what looks like a name or a number; typing them selects it."""
    _begin(desk, "HINT", candidates(desk), go_to)


def tokens(desk: "Desk") -> None:
    """The same for every token."""
    _begin(desk, "HINT", tokens_in_sight(desk), go_to)


def candidates(desk: "Desk") -> list[tuple[int, int, Span]]:
    """What is on the screen and may be wanted, as (rank, article, span): marks, and phrases that are not marked."""
    return [place for index in desk.shown for place in _candidates(desk, index)]


def tokens_in_sight(desk: "Desk") -> list[tuple[int, int, Span]]:
    """The tokens on the screen, as (rank, article, span)."""
    return [(0, index, span) for index in desk.shown for span in _tokens(desk, desk.views[index])]


def _begin(desk: "Desk", name: str, places: list[tuple[int, int, Span]], take: Take) -> None:
    if not places:
        message = "there is nothing of that kind on the screen"
        raise RefusedError(message)
    desk.mode = Hinting(desk, name, ranked(places, (desk.active, desk.view.selection.start)), take)


def go_to(desk: "Desk", index: int, span: Span) -> None:
    """Select a place; while extending, have the selection reach to its end."""
    view = desk.views[index]
    if desk.extending and index == desk.active:
        anchor = view.selection.anchor
        view.select(Selection(anchor, span.end if span.end > anchor else span.start))
        return
    mark = next((one for one in view.marks.covering(span.start, span.end) if one.span == span), None)
    desk.go(view, span, target=mark.of if mark is not None else None)
    view.ahead = False


def _in_sight(desk: "Desk", view: View) -> tuple[int, int]:
    """From where to where the rows on the screen go, in code points."""
    rows = view.rows(desk.geometry.columns)
    last = min(view.top + desk.geometry.rows, len(rows)) - 1
    return rows.bounds(min(view.top, last))[0], rows.bounds(last)[1]


def marks_in_sight(desk: "Desk", view: View) -> Iterator[Mark]:
    """The marks whose beginning is in sight; of several at one place the shortest."""
    top, seen = _in_sight(desk, view)[0], set[int]()
    for mark in sorted(desk.frame.marks_in_sight(view), key=lambda one: (one.span.start, one.span.end)):
        start = mark.span.start
        if top <= start and start not in seen and mark.label != BOILERPLATE and not view.hidden(start):
            seen.add(start)
            yield mark


def figures_in_sight(desk: "Desk") -> Iterator[tuple[int, Mark]]:
    """The figures on the screen that are not rejected, each with the index of its article."""
    for index in desk.shown:
        for mark in marks_in_sight(desk, desk.views[index]):
            if mark.label in FIGURE_LABELS and mark.state != "rejected":
                yield index, mark


def annotations_in_sight(desk: "Desk") -> Iterator[tuple[int, Annotation]]:
    """The accepted annotations on the screen, each with the index of its article."""
    for index in desk.shown:
        for mark in marks_in_sight(desk, desk.views[index]):
            if isinstance(mark.of, Annotation) and mark.of.verdict is Verdict.ACCEPTED:
                yield index, mark.of


def _candidates(desk: "Desk", index: int) -> Iterator[tuple[int, int, Span]]:
    view = desk.views[index]
    marks = list(marks_in_sight(desk, view))
    for mark in marks:
        yield _RANKS[mark.state], index, mark.span
    for span in unmarked(view.text, *_in_sight(desk, view), [mark.span for mark in marks]):
        if not view.hidden(span.start):
            yield (_PHRASE if view.text[span.start].islower() else _NAME), index, span


def _tokens(desk: "Desk", view: View) -> Iterator[Span]:
    """The tokens in sight that have a letter or a digit."""
    top, bottom = _in_sight(desk, view)
    token = view.units.next_token(top)
    while token is not None and token.start < bottom:
        if not view.hidden(token.start) and any(map(str.isalnum, token.surface(view.text))):
            yield token
        token = view.units.next_token(token.end)
