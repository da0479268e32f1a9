"""Why two sentences are taken to say the same: the heaviest things that both hold, as the first has them."""

from typing import Final

from corpus.alignments.space import Space
from corpus.alignments.terms import stem
from corpus.alignments.verbatim import words
from corpus.span import Span

_MOST: Final = 4


def reason(space: Space, a: int, i: int, b: int, j: int) -> str:
    """Such as "both: 70, Gladkov, militia, raid", names and figures first."""
    terms = space.shared(a, i, b, j)
    terms.sort(key=lambda term: term[0] not in "#=")
    surfaces = _surfaces(space, a, space.units[a][i])
    return "both: " + ", ".join(surfaces.get(term, term.lstrip("#=")) for term in terms[:_MOST])


def _surfaces(space: Space, article: int, unit: Span) -> dict[str, str]:
    """How the terms of a unit stand in its text."""
    told = space.articles[article]
    found: dict[str, str] = {}
    for span, value in told.figures:
        if span.overlaps(unit):
            found.setdefault(f"={value}", span.surface(told.text))
    for span, cluster in told.mentions:
        if span.overlaps(unit):
            found.setdefault(f"#{cluster}", span.surface(told.text))
    for match in words(told.text, unit.start, unit.end):
        found.setdefault(stem(match.group().lower()), match.group())
    return found
