"""The sentences of a story as weighted terms, and how alike two of them are.

A term counts by how few sentences of the story have it. Two sentences are as alike as the terms they share weigh, by
themselves and against all their terms; and they are more alike where their neighbours are, where they stand at like
places of their articles, and where no other sentence is as near to either of them. The constants were fitted by
logistic regression to pairs that readers had marked in stories of many topics.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Final

from corpus.alignments.terms import terms, units
from corpus.alignments.told import Told
from corpus.span import Span

_HEAVIEST: Final = 4.0  # weight of a term that one sentence of the story has
_FAINT: Final = 0.06  # share of terms below which two sentences are not looked at
_REFRAIN: Final = 64  # sentences of an article that share a term; one that more have likens nothing
_RAREST: Final = 4  # as many of them liken something in a text of any length
_LONG: Final = 40_000  # sentences of two articles times sentences that share a term

_BY_SHARE: Final = 1.6
_BY_WEIGHT: Final = 0.22
_BY_NEIGHBOURS: Final = 2.6
_BY_PLACE: Final = -2.5
_BY_LEAD: Final = 3.2
_BASE: Final = -2.45  # such that 0 is where a pair is worth being proposed


@dataclass(frozen=True, slots=True)
class Space:
    """A story: of each article its `articles` text, its `units` (sentences), and their terms with weights in `vectors`.

    `totals` are the sums of those weights, `places` says in which units of an article a term stands.
    """

    articles: Sequence[Told]
    units: Sequence[Sequence[Span]]
    vectors: Sequence[Sequence[Mapping[str, float]]]
    totals: Sequence[Sequence[float]]
    places: Sequence[Mapping[str, Sequence[int]]]

    @classmethod
    def of(cls, articles: Sequence[Told]) -> "Space":
        """The space of a story."""
        spans = [units(told) for told in articles]
        found = [[frozenset(each) for each in terms(told, unit)] for told, unit in zip(articles, spans, strict=True)]
        counts = Counter(term for article in found for sentence in article for term in sentence)
        size = sum(map(len, spans)) + 1
        scale = _HEAVIEST / log(size + 1)
        weights = {term: scale * log(size / count) for term, count in counts.items()}
        vectors = [[{term: weights[term] for term in sorted(each)} for each in article] for article in found]
        totals = [[sum(vector.values()) for vector in article] for article in vectors]
        return cls(articles, spans, vectors, totals, [_places(article) for article in found])

    def overlaps(self, a: int, b: int) -> list[dict[int, float]]:
        """For each unit of article `a` the units of `b` that share terms with it, and what those terms weigh."""
        size = len(self.units[a]) + len(self.units[b])
        most = max(_RAREST, min(_REFRAIN, _LONG // max(1, size)))
        return [self._overlap(vector, self.places[b], most) for vector in self.vectors[a]]

    def _overlap(self, vector: Mapping[str, float], places: Mapping[str, Sequence[int]], most: int) -> dict[int, float]:
        found: dict[int, float] = {}
        for term, weight in vector.items():
            where = places.get(term, ())
            if len(where) <= most:
                for place in where:
                    found[place] = found.get(place, 0.0) + weight
        return found

    def likeness(self, a: int, b: int) -> dict[tuple[int, int], float]:
        """How alike units of articles `a` and `b` are, by their indices: log odds, above 0 where it is worth saying."""
        overlaps = self.overlaps(a, b)
        shares = self._shares(overlaps, a, b)
        best_a, best_b = _two_best(shares, 0), _two_best(shares, 1)
        size_a, size_b = len(self.units[a]), len(self.units[b])
        found: dict[tuple[int, int], float] = {}
        for (i, j), share in shares.items():
            neighbours = max(shares.get((i - 1, j - 1), 0.0), shares.get((i + 1, j + 1), 0.0))
            lead = 2 * share - _other(best_a[i], share) - _other(best_b[j], share)
            found[i, j] = (
                _BASE
                + _BY_SHARE * share
                + _BY_WEIGHT * overlaps[i][j]
                + _BY_NEIGHBOURS * neighbours
                + _BY_PLACE * abs(i / size_a - j / size_b)
                + _BY_LEAD * lead
            )
        return found

    def _shares(self, overlaps: Sequence[Mapping[int, float]], a: int, b: int) -> dict[tuple[int, int], float]:
        found: dict[tuple[int, int], float] = {}
        for i, overlap in enumerate(overlaps):
            own = self.totals[a][i]
            for j, weight in overlap.items():
                share = weight / sqrt(own * self.totals[b][j]) if weight else 0.0
                if share >= _FAINT:
                    found[i, j] = share
        return found

    def shared(self, a: int, i: int, b: int, j: int) -> list[str]:
        """The terms that two units share, the heaviest first."""
        first, second = self.vectors[a][i], self.vectors[b][j]
        return sorted((term for term in first if term in second), key=lambda term: (-first[term], term))


def score(likeness: float) -> int:
    """Log odds as a number from 0 to 100; 50 is where a pair is worth being proposed."""
    return round(100 / (1 + exp(-max(-30.0, min(30.0, likeness)))))


def _places(article: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, sentence in enumerate(article):
        for term in sentence:
            found.setdefault(term, []).append(index)
    return found


def _two_best(shares: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    """The two highest shares of each unit of one side."""
    best: dict[int, tuple[float, float]] = {}
    for pair, share in shares.items():
        first, second = best.get(pair[side], (0.0, 0.0))
        best[pair[side]] = (share, first) if share > first else (first, max(second, share))
    return best


def _other(best: tuple[float, float], share: float) -> float:
    """The highest share of a unit apart from this one."""
    return best[1] if share >= best[0] else best[0]
