"""Why two sentences are taken to say the same: the heaviest things that both hold, as the first has them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from corpus.alignments.space import Space
from corpus.alignments.terms import stem
from corpus.alignments.verbatim import words
from corpus.span import Span

_MOST: Final = 4


class Reasons:
    """The reasons for the pairs of a story; what stands in a sentence is looked up once."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._figures = [_Placed([(span, f"={value}") for span, value in told.figures]) for told in space.articles]
        self._names = [_Placed([(span, f"#{cluster}") for span, cluster in told.mentions]) for told in space.articles]
        self._known: dict[tuple[int, int], dict[str, str]] = {}

    def of(self, a: int, i: int, b: int, j: int) -> str:
        """Such as "both: 70, Gladkov, militia, raid", names and figures first."""
        terms = self._space.shared(a, i, b, j)
        terms.sort(key=lambda term: term[0] not in "#=")
        surfaces = self._known.get((a, i))
        if surfaces is None:
            surfaces = self._known[a, i] = self._surfaces(a, self._space.units[a][i])
        return "both: " + ", ".join(surfaces.get(term, term.lstrip("#=")) for term in terms[:_MOST])

    def _surfaces(self, article: int, unit: Span) -> dict[str, str]:
        """How the terms of a unit stand in its text."""
        text = self._space.articles[article].text
        found: dict[str, str] = {}
        for placed in (self._figures[article], self._names[article]):
            for span, term in placed.within(unit):
                found.setdefault(term, span.surface(text))
        for match in words(text, unit.start, unit.end):
            found.setdefault(stem(match.group().lower()), match.group())
        return found


class _Placed:
    """Spans with their terms, by start."""

    def __init__(self, marks: Sequence[tuple[Span, str]]) -> None:
        self._marks = marks
        self._starts = [span.start for span, _ in marks]

    def within(self, unit: Span) -> list[tuple[Span, str]]:
        """Those that begin in a unit, and the one before where it reaches into it."""
        first = bisect_left(self._starts, unit.start)
        last = bisect_left(self._starts, unit.end)
        return [mark for mark in self._marks[max(0, first - 1) : last] if mark[0].overlaps(unit)]
