"""Jump hints: letters stand before the places on the screen, and typing them goes there, or rejects there."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.model import Verdict
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tui.hints import labels, ranked, unmarked
from tui.marks import Mark
from tui.render.words import Words
from tui.selection import Selection
from tui.view import View
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk

Take = Callable[["Desk", int, Span], None]
_RANKS = {"proposed": 0, "unsure": 2, "accepted": 2}
_UNMARKED = 1


class Hinting:
    """Letters before `places` (article, span) of the desk; what is typed chooses one, which `take` gets.

    Places for which there are no letters come with the next set.
    """

    def __init__(self, desk: "Desk", name: str, places: list[tuple[int, Span]], take: Take) -> None:
        self.name = name
        self._places = places
        self._take = take
        self._typed = ""
        self._first = 0
        self._letters: dict[str, tuple[int, Span]] = {}
        self._deal(desk)

    def _deal(self, desk: "Desk") -> None:
        """Give letters to the places from the first one of the set on."""
        rest = self._places[self._first :]
        self._typed = ""
        self._letters = dict(zip(labels(len(rest)), rest, strict=False))
        desk.dirt.panes.update(desk.shown)

    def hints(self, index: int) -> Mapping[int, str]:
        """The letters still to be typed, by the offset in an article before which they stand."""
        typed = self._typed
        own = ((letters, place) for letters, place in self._letters.items() if place[0] == index)
        return {span.start: letters[len(typed) :] for letters, (_, span) in own if letters.startswith(typed)}

    def press(self, desk: "Desk", key: str) -> None:
        """A letter, the next set of places, or away."""
        desk.dirt.panes.update(desk.shown)
        typed = self._typed + key
        place = self._letters.get(typed)
        if place is not None:
            desk.mode = None
            self._take(desk, *place)
        elif key == "tab":
            after = self._first + len(self._letters)
            self._first = after if after < len(self._places) else 0
            self._deal(desk)
        elif any(letters.startswith(typed) for letters in self._letters):
            self._typed = typed
        else:
            desk.mode = None
            if key not in {"escape", "backspace"}:
                message = f"no place has the letters {typed}"
                raise RefusedError(message)

    def words(self, desk: "Desk") -> list[Words]:  # noqa: ARG002 (every mode is asked so)
        """What to type."""
        more = len(self._places) > len(self._letters)
        words: list[Words] = [(" type the letters before a place", "plain")]
        words += [("  Tab ", "key"), ("other places", "plain")] if more else []
        return [*words, ("  Esc ", "key"), ("leave", "plain")]


def jump(desk: "Desk") -> None:
    """Have letters stand before what is marked, and what looks like a name or a number; typing them selects it."""
    places = [place for index in desk.shown for place in _candidates(desk, index)]
    _begin(desk, "HINT", places, go_to)


def tokens(desk: "Desk") -> None:
    """The same for every token."""
    places = [(0, index, span) for index in desk.shown for span in _tokens(desk, desk.views[index])]
    _begin(desk, "HINT", places, go_to)


def reject(desk: "Desk") -> None:
    """Have letters stand before the open proposals; typing them rejects one, and the selection stays where it is."""
    places = [
        (0, index, mark.span)
        for index in desk.shown
        for mark in _marks(desk, desk.views[index])
        if mark.state == "proposed"
    ]
    _begin(desk, "REJECT", places, _reject)


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


def _reject(desk: "Desk", index: int, span: Span) -> None:
    view = desk.views[index]
    mark = next((one for one in view.marks.between(span.start, span.end) if one.span == span), None)
    if mark is None:
        message = "the proposal is gone"
        raise RefusedError(message)
    state = desk.workspace.state(view.article.id)
    desk.decide(view, *decide.set_verdict(state, view.text, Verdict.REJECTED, target=mark.of, new_id=new_id()))
    desk.message = f"rejected {mark.label} {' '.join(span.surface(view.text).split())}"


def _in_sight(desk: "Desk", view: View) -> Span:
    rows = view.rows(desk.geometry.columns)
    last = min(view.top + desk.geometry.rows, len(rows)) - 1
    return Span(rows.bounds(min(view.top, last))[0], rows.bounds(last)[1])


def _marks(desk: "Desk", view: View) -> Iterator[Mark]:
    """The marks whose beginning is in sight; of several at one place the shortest."""
    sight, seen = _in_sight(desk, view), set[int]()
    for mark in sorted(desk.marks_in_sight(view), key=lambda one: (one.span.start, one.span.end)):
        start = mark.span.start
        if sight.start <= start and start not in seen and mark.label != BOILERPLATE and not view.hidden(start):
            seen.add(start)
            yield mark


def _candidates(desk: "Desk", index: int) -> Iterator[tuple[int, int, Span]]:
    view = desk.views[index]
    marks, sight = list(_marks(desk, view)), _in_sight(desk, view)
    for mark in marks:
        yield _RANKS[mark.state], index, mark.span
    for span in unmarked(view.text, sight.start, sight.end, [mark.span for mark in marks]):
        if not view.hidden(span.start):
            yield _UNMARKED, index, span


def _tokens(desk: "Desk", view: View) -> Iterator[Span]:
    """The tokens in sight that have a letter or a digit."""
    sight = _in_sight(desk, view)
    token = view.units.next_token(sight.start)
    while token is not None and token.start < sight.end:
        if not view.hidden(token.start) and any(map(str.isalnum, token.surface(view.text))):
            yield token
        token = view.units.next_token(token.end)
