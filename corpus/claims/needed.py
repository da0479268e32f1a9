"""Which sentences are worth a parse: parsing costs more than all else that is read in a sentence."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from corpus.claims.clause import Clause
from corpus.claims.reading import reading
from corpus.figures.figure import Figure, Kind
from corpus.span import Span

_COUNTS: Final = frozenset((Kind.CARDINAL, Kind.RANGE))
_LONGEST: Final = 600  # code points of a sentence that is parsed


def needed(text: str, figures: Sequence[Figure], sentences: Sequence[Span]) -> list[int]:
    """The indices of the sentences with a count that the words around it leave open, in order."""
    starts = [sentence.start for sentence in sentences]
    wanted: list[int] = []
    first = 0
    while first < len(figures):
        at = bisect_right(starts, figures[first].span.start) - 1
        if at < 0 or figures[first].span.end > sentences[at].end:
            first += 1
            continue
        clause = Clause(text, sentences[at].start, sentences[at].end, figures, first)
        last = max(clause.last, first + 1)
        if len(sentences[at]) <= _LONGEST and any(_is_open(clause, figures, index) for index in range(first, last)):
            wanted.append(at)
        first = last
    return wanted


def _is_open(clause: Clause, figures: Sequence[Figure], index: int) -> bool:
    figure = figures[index]
    if figure.kind not in _COUNTS or figure.role or index not in clause.at:
        return False
    read = reading(clause, clause.at[index], figure)
    return read.predicate is None and not read.noun
