"""Finding: search over all articles, numbers, notes, boilerplate."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.model import Annotation, Proposal, Verdict
from corpus.label_map import BOILERPLATE, FIGURE_LABELS
from corpus.span import Span, trimmed
from tui.marks import Mark
from tui.selection import cursor
from tui.view import View
from tui.wishes import AskSearch

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
Found = tuple[View, Span, Annotation | Proposal | None]


def ask(desk: "Desk") -> None:
    """Ask what to search for."""
    desk.wish(AskSearch(desk.pattern))


def search(desk: "Desk", words: str) -> None:
    """Find words in every article and go to the first match behind the cursor.

    Blanks match any white space; capitals count only where the words have one. The empty string forgets the search.
    """
    desk.pattern = " ".join(words.split())
    desk.whole_words = False
    _match(desk)
    if desk.pattern:
        _to_match(desk, 1, here=True)


def show(desk: "Desk", view: View, span: Span | None, words: str) -> None:
    """Go to a place in an article, with `words` lit up in all of them as if they had been searched for."""
    desk.pattern = " ".join(words.split())
    desk.whole_words = False
    _match(desk)
    desk.activate(desk.views.index(view))
    if span is not None:
        desk.go(view, span)


def _match(desk: "Desk") -> None:
    """Find the matches of the desk's pattern."""
    words = desk.pattern
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if desk.whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    flags = re.IGNORECASE if words == words.lower() else re.NOFLAG
    for view in desk.views:
        view.matches = [match.span() for match in re.finditer(pattern, view.text, flags)] if words else []
    desk.dirt.panes.update(desk.shown)


def selected_words(desk: "Desk") -> None:
    """Search for what is selected, or for the mark or token under the cursor, and go to where it stands next."""
    view = desk.view
    mark = view.mark_at()
    span = view.selection.span or (mark.span if mark else view.units.token_at(view.moving_edge()))
    kept = trimmed(view.text, span.start, span.end) if span else None
    if kept is None:
        message = "nothing to search for here"
        raise RefusedError(message)
    desk.pattern = " ".join(kept.surface(view.text).split())
    desk.whole_words = True
    _match(desk)
    _to_match(desk, 1)


def next_match(desk: "Desk") -> None:
    """To the next match, in this article or a later one."""
    _to_match(desk, 1)


def previous_match(desk: "Desk") -> None:
    """To the previous match, in this article or an earlier one."""
    _to_match(desk, -1)


def _to_match(desk: "Desk", step: int, *, here: bool = False) -> None:
    if not desk.pattern:
        message = "nothing was searched for yet; / searches"
        raise RefusedError(message)
    if not any(view.matches for view in desk.views):
        _match(desk)
    total = sum(len(view.matches) for view in desk.views)
    articles = sum(bool(view.matches) for view in desk.views)
    found = _first(desk, step, lambda view: [(Span(*match), None) for match in view.matches], here=here)
    if found is None:
        message = f"{desk.pattern}: not in these articles"
        raise RefusedError(message)
    view, span, _ = found
    number = sum(len(one.matches) for one in desk.views[: desk.views.index(view)])
    number += view.matches.index((span.start, span.end)) + 1
    desk.go(view, span)
    plural = "" if articles == 1 else "s"
    desk.message = f"{desk.pattern}: {number} of {total} in {articles} article{plural}"


def figure(step: int) -> Action:
    """To the next (or previous) number or date, in any article."""

    def move(desk: "Desk") -> None:
        to_mark(desk, step, lambda _view, mark: mark.label in FIGURE_LABELS, "no number is marked")

    return move


def region(step: int) -> Action:
    """To the next (or previous) region of boilerplate, in any article; to the row it is folded into where it is."""

    def move(desk: "Desk") -> None:
        view, target = desk.view, desk.view.target
        here = view.selection.start
        if target is not None and target.label == BOILERPLATE:
            here = target.span.start
        if not to_region(desk, here, step):
            message = "no boilerplate was found"
            raise RefusedError(message)

    return move


def to_region(desk: "Desk", here: int, step: int, *, undecided: bool = False) -> bool:
    """To the nearest region of boilerplate from `here` on, through all articles; returns whether there is one.

    Only those count that nobody has decided on where they are to be `undecided`.
    """
    regions = [
        (index, mark)
        for index, view in enumerate(desk.views)
        for mark in view.regions
        if not (undecided and isinstance(mark.of, Annotation))
    ]
    places = [(index, mark.span.start) for index, mark in regions]
    if not regions:
        return False
    at = bisect_right(places, (desk.active, here)) if step > 0 else bisect_left(places, (desk.active, here)) - 1
    index, mark = regions[at % len(regions)]
    view = desk.views[index]
    desk.go(view, mark.span, target=mark.of)
    fold = view.fold_around(mark.span)
    if fold is not None:
        view.select(cursor(fold[0]), target=mark.of)
    return True


def noted(step: int) -> Action:
    """To the next (or previous) annotation with a note, in any article."""
    return _annotated(step, lambda one: bool(one.note), "there is no note")


def judged(verdict: Verdict, step: int) -> Action:
    """To the next (or previous) annotation with that verdict, in any article."""
    return _annotated(step, lambda one: one.verdict is verdict, f"nothing is {verdict.value}")


def _annotated(step: int, wanted: Callable[[Annotation], bool], otherwise: str) -> Action:
    def spans(view: View) -> list[tuple[Span, Annotation | Proposal | None]]:
        return [(one.span, one) for one in view.marks.annotations_after(0) if wanted(one)]

    def move(desk: "Desk") -> None:
        found = _first(desk, step, spans)
        if found is None:
            raise RefusedError(otherwise)
        view, span, target = found
        desk.go(view, span, target=target)

    return move


def to_mark(desk: "Desk", step: int, wanted: Callable[[View, Mark], bool], otherwise: str) -> None:
    """To the next (or previous) mark that is wanted, in any article. Raises RefusedError with `otherwise`."""
    count = len(desk.views)
    for distance in range(count + 1):
        view = desk.views[(desk.active + distance * step) % count]
        for mark in _marks_along(view, step, whole=distance > 0):
            if wanted(view, mark):
                desk.go(view, mark.span, target=mark.of)
                return
    raise RefusedError(otherwise)


def _marks_along(view: View, step: int, *, whole: bool) -> Iterator[Mark]:
    """The marks of a view in the direction of `step`: all of them, or those on from its selection."""
    if whole:
        return view.marks.onwards(0) if step > 0 else view.marks.backwards(len(view.text))
    selection, mark = view.selection, view.mark_at()
    here = selection.start, selection.end
    if step > 0:
        return (one for one in view.marks.onwards(here[0]) if (one.span.start, one.span.end) > here)
    if selection.empty and mark is not None:
        here = mark.span.start, mark.span.end
    return (one for one in view.marks.backwards(here[0] + 1) if (one.span.start, one.span.end) < here)


def _first(
    desk: "Desk",
    step: int,
    spans_of: Callable[[View], Iterable[tuple[Span, Annotation | Proposal | None]]],
    *,
    here: bool = False,
) -> Found | None:
    """The nearest of the spans in the direction of `step`, from the cursor on through all articles and around."""
    at = desk.view.selection.start
    own = list(spans_of(desk.view))
    if step > 0:
        ahead = [pair for pair in own if pair[0].start > at or (here and pair[0].start == at)]
        behind = own[: len(own) - len(ahead)]
    else:
        ahead = [pair for pair in reversed(own) if pair[0].start < at]
        behind = [pair for pair in reversed(own) if pair[0].start >= at]
    count = len(desk.views)
    others = (desk.views[(desk.active + distance * step) % count] for distance in range(1, count))
    rest = ((view, pair) for view in others for pair in list(spans_of(view))[::step])
    pairs = chain(((desk.view, pair) for pair in ahead), rest, ((desk.view, pair) for pair in behind))
    return next(((view, span, target) for view, (span, target) in pairs), None)
