"""Which passages of other articles a sentence stands beside: those that say the same, then those that are nearest."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from corpus.comparison import Comparison, Match
from corpus.span import Span
from tui.compared import Spot


class Passage(NamedTuple):
    """A passage of another article; `how` is "" where it does not say the same but may be read beside."""

    spot: Spot
    score: int
    reason: str
    how: str = ""


class Passages:
    """The passages of a comparison, whose matches stand by article and by place and are only looked up."""

    def __init__(self, comparison: Comparison) -> None:
        self._matches = comparison.matches
        same: list[tuple[Spot, Passage]] = []
        for one in comparison.aligned:
            a, b = Spot(one.a, one.start_a, one.end_a), Spot(one.b, one.start_b, one.end_b)
            same.append((a, Passage(b, one.score, one.reason, one.how)))
            same.append((b, Passage(a, one.score, one.reason, one.how)))
        self._same = sorted(same)
        self._places = [(here.article, here.start) for here, _ in self._same]

    def sentence_at(self, index: int, offset: int) -> Span | None:
        """The sentence of an article at an offset, if it stands beside anything."""
        at = bisect_right(self._places, (index, offset)) - 1
        if at >= 0 and self._same[at][0].article == index and offset < self._same[at][0].end:
            return self._same[at][0].span
        at = bisect_right(self._matches, (index, offset), key=_place) - 1
        if at >= 0 and self._matches[at].a == index and offset < self._matches[at].end_a:
            return Span(self._matches[at].start_a, self._matches[at].end_a)
        return None

    def sentences_within(self, index: int, span: Span) -> list[Span]:
        """The sentences that begin in a stretch of an article and stand beside anything."""
        low, high = (bisect_left(self._places, (index, offset)) for offset in (span.start, span.end))
        found = {here.span for here, _ in self._same[low:high]}
        low, high = (bisect_left(self._matches, (index, offset), key=_place) for offset in (span.start, span.end))
        found |= {Span(match.start_a, match.end_a) for match in self._matches[low:high]}
        return sorted(found)

    def beside(self, index: int, start: int, other: int) -> Sequence[Passage]:
        """The passages of another article for the sentence at `start`: what says the same first, then by score."""
        low, high = (bisect(self._places, (index, start)) for bisect in (bisect_left, bisect_right))
        found = [passage for _, passage in self._same[low:high] if passage.spot.article == other]
        found.sort(key=_score)
        low, high = (bisect(self._matches, (index, start), key=_place) for bisect in (bisect_left, bisect_right))
        near = [
            Passage(Spot(match.b, match.start_b, match.end_b), match.score, match.reason)
            for match in self._matches[low:high]
            if match.b == other
        ]
        known = {passage.spot for passage in found}
        return found + sorted((one for one in near if one.spot not in known), key=_score)


def _place(match: Match) -> tuple[int, int]:
    return match.a, match.start_a


def _score(passage: Passage) -> int:
    return -passage.score
