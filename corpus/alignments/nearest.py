"""The passages of other articles that may say what one passage says, the weaker ones too, to go through by a key."""

from collections.abc import Iterator
from heapq import nsmallest
from typing import Final, NamedTuple

from corpus.alignments.compared import compared
from corpus.alignments.reason import Reasons
from corpus.alignments.space import Space, score
from corpus.span import Span

_WEAKEST: Final = -2.0  # log odds below which a passage is no match


class Near(NamedTuple):
    """The sentence `span_a` of article `a` may be read beside `span_b` of `b`: a score of 0 to 100, and why."""

    a: int
    span_a: Span
    b: int
    span_b: Span
    score: int
    reason: str


def nearest(space: Space, most: int) -> list[Near]:
    """For each sentence up to `most` of each other article, by place and the best first; none where none matches.

    From a score of 50 on it is what `alignments` proposes as well.
    """
    reasons = Reasons(space)
    found = sorted(row for a, b in compared(space) for row in _rows(space, a, b, most))
    return [
        Near(a, space.units[a][i], b, space.units[b][j], score(odds), reasons.of(a, i, b, j))
        for a, i, b, _, j, odds in found
    ]


def _rows(space: Space, a: int, b: int, most: int) -> Iterator[tuple[int, int, int, int, int, float]]:
    """The matches between two articles, both ways: article, unit, other article, rank, its unit, log odds."""
    rows: dict[tuple[int, int, int], list[tuple[float, int]]] = {}
    for (i, j), odds in space.likeness(a, b).items():
        if odds > _WEAKEST:
            rows.setdefault((a, i, b), []).append((-odds, j))
            rows.setdefault((b, j, a), []).append((-odds, i))
    for (here, unit, there), row in rows.items():
        for rank, (behind, other) in enumerate(nsmallest(most, row)):
            yield here, unit, there, rank, other, -behind
