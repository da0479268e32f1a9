"""How well clusters of mentions agree with the gold: MUC, B-cubed, CEAF-e, their mean, and pairs of differing names.

A clustering is the cluster of mention 0, 1, …; both sides are over the same mentions, singletons included.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from corpus.stories.bcubed import Agreement, bcubed

Clustering = Sequence[Hashable]


def muc(found: Clustering, gold: Clustering) -> Agreement:
    """Links (Vilain et al. 1995): the share of each side's links that the other keeps; 1 of no links."""
    return Agreement(_kept_links(found, gold), _kept_links(gold, found))


def ceaf_e(found: Clustering, gold: Clustering) -> Agreement:
    """Entities matched one to one (Luo 2005): the best total of 2 |K and R| / (|K| + |R|) by the clusters of a side."""
    sizes, gold_sizes = Counter(found), Counter(gold)
    likeness: dict[Hashable, dict[Hashable, float]] = defaultdict(dict)
    for (one, other), count in Counter(zip(found, gold, strict=True)).items():
        likeness[one][other] = 2 * count / (sizes[one] + gold_sizes[other])
    if not sizes:
        return Agreement(1.0, 1.0)
    total = best_matching(likeness)
    return Agreement(total / len(sizes), total / len(gold_sizes))


def conll(found: Clustering, gold: Clustering) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF-e."""
    return (muc(found, gold).f1 + bcubed(found, gold).f1 + ceaf_e(found, gold).f1) / 3


def differing(found: Clustering, gold: Clustering, names: Sequence[str]) -> Agreement:
    """Pairs of different names for one thing: the share of those found that is right, and of the right that is found.

    `names` are the names of the mentions, in a form in which equal names are no achievement. A pair counts once,
    however many mentions have the two names. 1 where a side has no pairs.
    """
    proposed, right = _pairs(found, names), _pairs(gold, names)
    hits = len(proposed & right)
    return Agreement(hits / len(proposed) if proposed else 1.0, hits / len(right) if right else 1.0)


def best_matching(weights: Mapping[Hashable, Mapping[Hashable, float]]) -> float:
    """The largest total weight of pairs (row, column) in which each row and column occurs once at most.

    Weights are 0 to 1; a row may stay alone.
    """
    matching = _Matching(weights)
    for row in range(len(weights)):
        matching.add(row)
    return matching.total()


class _Matching:
    """Rows are matched one after the other along the cheapest augmenting path (Kuhn 1955, Munkres 1957).

    Paths are found with Dijkstra's algorithm over costs reduced by potentials, so few columns a row are cheap.
    """

    def __init__(self, weights: Mapping[Hashable, Mapping[Hashable, float]]) -> None:
        columns = {column: None for row in weights.values() for column in row}
        number = {column: at for at, column in enumerate(columns)}
        # Each row has a column of its own, at no gain.
        self._costs = [
            {**{number[column]: 1 - weight for column, weight in row.items()}, len(number) + at: 1.0}
            for at, row in enumerate(weights.values())
        ]
        self._owner: dict[int, int] = {}
        self._column: dict[int, int] = {}
        self._of_row: dict[int, float] = defaultdict(float)
        self._of_column: dict[int, float] = defaultdict(float)

    def total(self) -> float:
        """The weight of what is matched."""
        return sum(1 - self._costs[row][column] for column, row in self._owner.items())

    def add(self, start: int) -> None:
        """Matches one more row, and others anew where that is cheaper."""
        before, column = self._cheapest(start)
        while True:
            row = before[column]
            previous = self._column.get(row)
            self._owner[column], self._column[row] = row, column
            if row == start or previous is None:
                return
            column = previous

    def _cheapest(self, start: int) -> tuple[dict[int, int], int]:
        """The row before each column on the way, and the free column at which the cheapest path ends."""
        distance: dict[int, float] = {}
        before: dict[int, int] = {}
        done: dict[int, None] = {}
        queue: list[tuple[float, int]] = []
        row, way = start, 0.0
        while True:
            for column, cost in self._costs[row].items():
                further = way + cost - self._of_row[row] - self._of_column[column]
                if column not in done and further < distance.get(column, math.inf):
                    distance[column], before[column] = further, row
                    heapq.heappush(queue, (further, column))
            way, column = heapq.heappop(queue)
            while column in done:
                way, column = heapq.heappop(queue)
            done[column] = None
            if column not in self._owner:
                break
            row = self._owner[column]
        self._of_row[start] += way
        for one in list(done)[:-1]:
            self._of_row[self._owner[one]] += way - distance[one]
            self._of_column[one] += distance[one] - way
        return before, column


def _kept_links(of: Clustering, other: Clustering) -> float:
    """The share of the links of `of` that `other` keeps: sum of (size - parts) over sum of (size - 1)."""
    sizes = Counter(of)
    parts = Counter(one for one, _ in Counter(zip(of, other, strict=True)))
    links = sum(size - 1 for size in sizes.values())
    return sum(sizes[one] - parts[one] for one in sizes) / links if links else 1.0


def _pairs(clusters: Clustering, names: Sequence[str]) -> set[tuple[str, str]]:
    of: dict[Hashable, set[str]] = defaultdict(set)
    for cluster, name in zip(clusters, names, strict=True):
        of[cluster].add(name)
    return {(a, b) for shared in of.values() for a in shared for b in shared if a < b}
