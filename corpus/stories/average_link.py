"""Agglomerative clustering by average link, over few links instead of all pairs.

Two clusters are merged while the mean likeness of their pairs reaches a threshold, the likest first. Where a mean
reaches it, so does that of some part of the clusters; so it is enough to know the pairs that reach it, and to ask for
others when a mean calls for them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

MOST_PAIRS: Final = 256  # of two clusters that are averaged; of more, evenly spread ones


@dataclass(slots=True)
class _Clusters:
    likeness: Callable[[int, int], float]
    threshold: float
    members: list[Sequence[int]]
    fixed: list[bool]
    links: list[dict[int, float]] = field(default_factory=list)
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    def mean(self, first: int, second: int) -> float:
        """The mean likeness of the pairs of two clusters."""
        ours, theirs = self.members[first], self.members[second]
        most = int(MOST_PAIRS**0.5)
        if len(ours) * len(theirs) > MOST_PAIRS:
            few = min(len(ours), len(theirs), most)
            ours = _spread(ours, max(few if len(ours) == few else MOST_PAIRS // few, 1))
            theirs = _spread(theirs, max(MOST_PAIRS // len(ours), 1))
        return sum(self.likeness(one, other) for one in ours for other in theirs) / (len(ours) * len(theirs))

    def link(self, first: int, second: int, likeness: float) -> None:
        """Note that two clusters may be merged."""
        self.links[first][second] = likeness
        self.links[second][first] = likeness
        self.heap.append((-likeness, first, second))

    def merge(self, first: int, second: int) -> None:
        """Make one cluster of two and link it with the neighbours of either."""
        ours, theirs = self.links[first], self.links[second]
        merged = len(self.members)
        self.members.append([*self.members[first], *self.members[second]])
        self.fixed.append(self.fixed[first] or self.fixed[second])
        self.links.append({})
        sizes = len(self.members[first]), len(self.members[second])
        for other in sorted((ours.keys() | theirs.keys()) - {first, second}):
            one = ours[other] if other in ours else self.mean(first, other)
            two = theirs[other] if other in theirs else self.mean(second, other)
            likeness = (one * sizes[0] + two * sizes[1]) / sum(sizes)
            self.links[other].pop(first, None)
            self.links[other].pop(second, None)
            if likeness >= self.threshold and not (self.fixed[merged] and self.fixed[other]):
                self.links[merged][other] = self.links[other][merged] = likeness
                heappush(self.heap, (-likeness, other, merged))
        self.members[first] = self.members[second] = ()
        ours.clear()
        theirs.clear()


def average_link(
    groups: Sequence[Sequence[int]],
    fixed: Sequence[bool],
    pairs: Iterable[tuple[int, int]],
    likeness: Callable[[int, int], float],
    threshold: float,
) -> list[list[int]]:
    """The clusters that `groups` of articles are merged into; no two that are fixed end in one.

    `pairs` name groups of which some articles reach the threshold; a fixed pair is passed over. `likeness` is asked
    for two articles and is symmetric.
    """
    clusters = _Clusters(likeness, threshold, list(groups), list(fixed), [{} for _ in groups])
    for first, second in pairs:
        if second in clusters.links[first] or (fixed[first] and fixed[second]):
            continue
        mean = clusters.mean(first, second)
        if mean >= threshold:
            clusters.link(first, second, mean)
    heapify(clusters.heap)
    while clusters.heap:
        _, first, second = heappop(clusters.heap)
        if clusters.members[first] and clusters.members[second]:
            clusters.merge(first, second)
    return [list(members) for members in clusters.members if members]


def _spread(members: Sequence[int], count: int) -> Sequence[int]:
    """`count` of the members, evenly spread; all where there are no more."""
    if len(members) <= count:
        return members
    return [members[index * len(members) // count] for index in range(count)]
