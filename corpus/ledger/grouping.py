"""Figures of one dimension joined to groups, the likeliest first, by how like their members are."""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple

from corpus.ledger.item import Item
from corpus.ledger.likeness import Background

_REACH: Final = 400  # items of one dimension before one with which it is compared, at most
_PAIRS: Final = 200_000  # pairs of one dimension that are compared, in all and about
_LEAST: Final = 6
_THRESHOLD: Final = 0.0
_BEST: Final = 0.3  # share of the closest pair in how like two groups are; the mean of all pairs has the rest
_MUTUAL: Final = 1.5  # what it adds that each is the best match in the other's article
_BEHIND: Final = 0.5  # what it takes for each step by which another one is better
_FARTHEST: Final = 2.0
_TIE: Final = 0.8

Pair = tuple[int, int]


class Link(NamedTuple):
    """The pairs between two groups: sum, number and maximum of their likenesses."""

    total: float
    pairs: int
    best: float

    @property
    def strength(self) -> float:
        """How like the groups are."""
        return _BEST * self.best + (1 - _BEST) * self.total / self.pairs

    def joined(self, other: "Link") -> "Link":
        """The pairs of both."""
        return Link(self.total + other.total, self.pairs + other.pairs, max(self.best, other.best))


def grouped(found: Sequence[Item], background: Background) -> list[list[Item]]:
    """The items in groups of one and more, by their first item."""
    by_dimension: dict[str, list[int]] = {}
    for index, item in enumerate(found):
        by_dimension.setdefault(item.dimension, []).append(index)
    groups = []
    for indices in by_dimension.values():
        reach = min(_REACH, max(_LEAST, _PAIRS // len(indices)))
        pairs = {
            (one, other): value
            for at, other in enumerate(indices)
            for one in indices[max(0, at - reach) : at]
            if (value := background.likeness(found[one], found[other])) is not None
        }
        groups += _joined(indices, _weighed(pairs, found))
    return [[found[index] for index in group] for group in sorted(groups)]


def _weighed(pairs: Mapping[Pair, float], found: Sequence[Item]) -> dict[Pair, float]:
    """The likenesses, with a match that is the best of both articles made stronger and what is behind it weaker."""
    best: dict[Pair, float] = {}
    for (one, other), value in pairs.items():
        for key in ((one, found[other].article), (other, found[one].article)):
            best[key] = max(value, best.get(key, value))
    weighed = {}
    for (one, other), value in pairs.items():
        if found[one].article != found[other].article:
            behind = max(best[one, found[other].article], best[other, found[one].article]) - value
            weighed[one, other] = value + (_MUTUAL if behind < _TIE else -_BEHIND * min(behind, _FARTHEST))
        else:
            weighed[one, other] = value
    return weighed


def _joined(indices: Sequence[int], pairs: Mapping[Pair, float]) -> list[list[int]]:
    """Agglomerative: the two groups with the strongest link become one until none reaches the threshold.

    Groups of which two members were never compared, or can never be of one thing, have no link.
    """
    groups = {index: [index] for index in indices}
    links: dict[int, dict[int, Link]] = {index: {} for index in indices}
    for (one, other), value in pairs.items():
        links[one][other] = links[other][one] = Link(value, 1, value)
    heap = [(-links[one][other].strength, one, other) for (one, other), value in pairs.items() if value >= _THRESHOLD]
    heapify(heap)
    while heap:
        strength, one, other = heappop(heap)
        link = links.get(one, {}).get(other)
        if link is None or link.strength != -strength:
            continue
        groups[one] += groups.pop(other)
        mine, theirs = links[one], links.pop(other)
        del mine[other], theirs[one]
        for third in theirs:
            del links[third][other]
        for third in mine.keys() - theirs.keys():
            del mine[third], links[third][one]
        for third in mine:
            new = mine[third].joined(theirs[third])
            mine[third] = links[third][one] = new
            if new.strength >= _THRESHOLD:
                heappush(heap, (-new.strength, *((one, third) if one < third else (third, one))))
    return [sorted(group) for group in groups.values()]
