"""How well clusters of mentions agree with the gold: MUC, B-cubed, CEAF-e, their mean, and pairs of differing names.

A clustering is the cluster of mention 0, 1, …; both sides are over the same mentions, singletons included.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from corpus.stories.bcubed import Agreement, bcubed

Clustering = Sequence[Hashable]


def muc(found: Clustering, gold: Clustering) -> Agreement:
    """Links (Vilain et al. 1995): the share of each side's links that the other keeps; 1 of no links."""
    return Agreement(_kept_links(found, gold), _kept_links(gold, found))


def ceaf_e(found: Clustering, gold: Clustering) -> Agreement:
    """Entities matched one to one (Luo 2005): the best total of 2 |K and R| / (|K| + |R|) over the clusters of a side."""
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
    """Pairs of different names for one thing: the share of the pairs found that is right, and of the right that is found.

    `names` are the names of the mentions, in a form in which equal names are no achievement. A pair counts once,
    however many mentions have the two names. 1 where a side has no pairs.
    """
    proposed, right = _pairs(found, names), _pairs(gold, names)
    hits = len(proposed & right)
    return Agreement(hits / len(proposed) if proposed else 1.0, hits / len(right) if right else 1.0)


def best_matching(weights: Mapping[Hashable, Mapping[Hashable, float]]) -> float:
    """The largest total weight of pairs (row, column) in which each row and column occurs once at most.

    Rows are matched one after the other along the cheapest augmenting path (Kuhn 1955, Munkres 1957; Dijkstra's
    algorithm over reduced costs); a row may stay alone. Weights are 0 to 1.
    """
    rows = list(weights)
    columns = {column: number for number, column in enumerate({c: None for row in rows for c in weights[row]})}
    count = len(columns)
    # Column `count + row` is the row's own, at no gain.
    costs = [
        {**{columns[c]: 1 - weight for c, weight in weights[row].items()}, count + number: 1.0}
        for number, row in enumerate(rows)
    ]
    owner: dict[int, int] = {}
    potential_row, potential = [0.0] * len(rows), defaultdict[int, float](float)
    for number in range(len(rows)):
        _augment(number, costs, owner, potential_row, potential)
    return sum(1 - costs[row][column] for column, row in owner.items())


def _augment(
    start: int,
    costs: Sequence[Mapping[int, float]],
    owner: dict[int, int],
    potential_row: list[float],
    potential: dict[int, float],
) -> None:
    """Matches row `start`, and others anew where that is cheaper."""
    distance: dict[int, float] = {}
    before: dict[int, int] = {}
    done: set[int] = set()
    reached = {start: 0.0}
    queue: list[tuple[float, int]] = []
    row, at = start, 0.0
    while True:
        for column, cost in costs[row].items():
            way = at + cost - potential_row[row] - potential[column]
            if column not in done and way < distance.get(column, 9e9):
                distance[column], before[column] = way, row
                heapq.heappush(queue, (way, column))
        at, column = heapq.heappop(queue)
        while column in done:
            at, column = heapq.heappop(queue)
        done.add(column)
        if column not in owner:
            break
        row = owner[column]
        reached[row] = at
    for one, way in reached.items():
        potential_row[one] += at - way
    for one in done:
        potential[one] += distance[one] - at
    while True:
        row = before[column]
        previous = next((one for one, of in owner.items() if of == row), None) if row != start else None
        owner[column] = row
        if previous is None:
            return
        column = previous


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
