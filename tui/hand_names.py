"""The clusters with what the reviewer said of mentions just now, before the story is compared again. Pure.

Clusters keep their numbers; one that is split off gets a new one, and one that was merged has no mention left.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from annotations.model import Verdict
from corpus.clusters.best_name import best_name
from corpus.comparison import Comparison, Counted, Entry, Marked, Side
from corpus.names import is_name, normal_name

DECIDED: Final = "a reviewer says so"
_SURE: Final = 100  # of a mention that was marked by hand
Claimed = TypeVar("Claimed", Counted, Entry)
Place = tuple[int, int, int]
"""Article, start, end."""
Said = tuple[Place, Place, str]
"""Two mentions, and the verdict on whether they name the same."""


def with_names(comparison: Comparison, texts: Sequence[str], said: Iterable[Said]) -> Comparison:
    """The comparison with mentions put together and taken apart; the same one where nothing is different.

    As the comparing does it: who leaves a cluster leaves it before others come in. A mention leaves with all that have
    its words in its article; and in the others, if it is a name, and another one than that which it is not.
    """
    groups = _Groups(comparison, texts)
    for one, other, verdict in sorted(said, key=lambda each: (each[2] != Verdict.REJECTED, each)):
        if verdict == Verdict.REJECTED:
            groups.part(one, other)
        elif verdict == Verdict.ACCEPTED:
            groups.join(one, other)
    return groups.made() if groups.of != groups.before else comparison


class _Groups:
    """The cluster of each mention, while they change."""

    def __init__(self, comparison: Comparison, texts: Sequence[str]) -> None:
        self._comparison = comparison
        self._texts = texts
        self._marks: dict[Place, Marked] = {
            (index, one.start, one.end): one
            for index, side in enumerate(comparison.sides)
            for one in side.marked
            if one.cluster >= 0
        }
        self.before = {place: one.cluster for place, one in self._marks.items()}
        self.of = dict(self.before)
        self._titles = list(comparison.titles)

    def join(self, one: Place, other: Place) -> None:
        """Have all that is in the cluster of `other` in that of `one`; a mention that is new goes to the other's."""
        first, second = self.of.get(one), self.of.get(other)
        if first is None and second is not None:
            self._add(one, other)
        elif first is not None and second is None:
            self._add(other, one)
        elif first != second and first is not None:
            self.of.update((place, first) for place, cluster in self.of.items() if cluster == second)
            if self._are_names(one, other):
                self._entitle(first)

    def part(self, one: Place, other: Place) -> None:
        """Have `other` leave the cluster of `one`."""
        left = self.of.get(one)
        if left is None or left != self.of.get(other):
            return
        name, stays = self._name(other), self._name(one)
        everywhere = name != stays and self._are_names(one, other)
        own = [place for place, cluster in self.of.items() if cluster == left and self._name(place) == name]
        leaving = [place for place in own if everywhere or place[0] == other[0]]
        for place in leaving if one not in leaving else [other]:
            self.of[place] = len(self._titles)
        self._titles.append(self._surface(other))
        if everywhere:
            self._entitle(left)
            self._entitle(len(self._titles) - 1)

    def _are_names(self, one: Place, other: Place) -> bool:
        return is_name(self._surface(one)) and is_name(self._surface(other))

    def _entitle(self, cluster: int) -> None:
        """Call a cluster by the best of its names, as the comparing does."""
        self._titles[cluster] = best_name([self._surface(place) for place, own in self.of.items() if own == cluster])

    def made(self) -> Comparison:
        """The comparison with the clusters as they are now, also for speakers and claimants."""
        now: dict[int, int] = {}
        for place, cluster in self.before.items():
            now.setdefault(cluster, self.of[place])
        staying = set(self.of.values())
        now.update((cluster, cluster) for cluster in list(now) if cluster in staying)
        rows = tuple(
            row._replace(
                entries=tuple(one._replace(claimant=now.get(one.claimant, one.claimant)) for one in row.entries)
            )
            for row in self._comparison.ledger
        )
        sides = tuple(self._side(index, side, now) for index, side in enumerate(self._comparison.sides))
        return self._comparison._replace(sides=sides, titles=tuple(self._titles), ledger=rows)

    def _side(self, index: int, side: Side, now: dict[int, int]) -> Side:
        marked = [self._mark(index, one) for one in side.marked]
        marked += (one for place, one in self._marks.items() if place[0] == index and place not in self.before)
        return side._replace(
            marked=tuple(sorted(marked)),
            counted=tuple(_claimed(side.counted, now)),
            said=tuple(one._replace(speaker=now.get(one.speaker, one.speaker)) for one in side.said),
        )

    def _mark(self, index: int, one: Marked) -> Marked:
        cluster = self.of.get((index, one.start, one.end), one.cluster)
        return one if one.cluster < 0 or cluster == one.cluster else one._replace(cluster=cluster, why=DECIDED)

    def _add(self, place: Place, beside: Place) -> None:
        """Take a mention that the story does not know yet into the cluster of another."""
        label = self._marks[beside].label
        self.of[place] = self.of[beside]
        self._marks[place] = Marked(place[1], place[2], label, _SURE, DECIDED, self.of[beside], DECIDED)

    def _surface(self, place: Place) -> str:
        return " ".join(self._texts[place[0]][place[1] : place[2]].split())

    def _name(self, place: Place) -> str:
        return normal_name(self._surface(place))


def _claimed(figures: Iterable[Claimed], now: Mapping[int, int]) -> Iterator[Claimed]:
    """Figures with their claimants as they are numbered now."""
    return (one._replace(claimant=now.get(one.claimant, one.claimant)) for one in figures)
