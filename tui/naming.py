"""What the desk asks of the names of a story: which cluster a mention is in, its forms, and what it is called.

Articles are indices here as on the desk.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from corpus.comparison import Comparison
from corpus.names import normal_name
from corpus.span import Span

_AMBIGUOUS: Final = -2  # a name that is in several clusters
_NAME: Final = "name"  # the field that says what a reviewer calls it


class Spot(NamedTuple):
    """A place in an article."""

    article: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where in the article."""
        return Span(self.start, self.end)


class Variant(NamedTuple):
    """A form of a name: its key, as it stands most often, and how often in which article."""

    name: str
    surface: str
    counts: tuple[tuple[int, int], ...]


class Naming:
    """The clusters of a comparison of articles whose texts are `texts`, with what reviewers `told` of them."""

    def __init__(self, comparison: Comparison, texts: Sequence[str]) -> None:
        self.texts = texts
        self.comparison = comparison
        self._told: dict[int, dict[str, str]] = {}
        self._cluster(comparison)

    def _cluster(self, comparison: Comparison) -> None:
        """Have the clusters of a comparison."""
        self.comparison = comparison
        self._marked = [{(one.start, one.end): one for one in side.marked} for side in comparison.sides]
        self._members: defaultdict[int, list[Spot]] = defaultdict(list)
        self._clusters: dict[str, int] = {}
        for index, side in enumerate(comparison.sides):
            for one in side.marked:
                if one.cluster >= 0:
                    self._members[one.cluster].append(Spot(index, one.start, one.end))
                    name = normal_name(self.texts[index][one.start : one.end])
                    known = self._clusters.setdefault(name, one.cluster)
                    if known != one.cluster:
                        self._clusters[name] = _AMBIGUOUS
        self._variants: dict[int, tuple[Variant, ...]] = {}

    def tell(self, told: dict[int, dict[str, str]]) -> bool:
        """Take what reviewers said of clusters, values by field; returns whether that is something else now."""
        if told == self._told:
            return False
        self._told = told
        return True

    def cluster_at(self, spot: Sequence[int]) -> int:
        """The cluster of the mention at just that article, start and end; -1 for none."""
        article, start, end = spot
        marked = self._marked[article].get((start, end))
        return marked.cluster if marked is not None else -1

    def why_so(self, spot: Spot) -> str:
        """Why the mention at a place is in its cluster, in a few words; "" where nothing is known."""
        marked = self._marked[spot.article].get((spot.start, spot.end))
        return marked.why if marked is not None else ""

    def cluster_named(self, name: str) -> int:
        """The cluster that all mentions of a normalised name are in; -1 for none."""
        return max(-1, self._clusters.get(name, -1))

    def members(self, cluster: int) -> Sequence[Spot]:
        """The mentions of a cluster, article by article and by place."""
        return self._members.get(cluster, [])

    def clusters(self) -> Iterator[int]:
        """The clusters that are mentioned."""
        return iter(self._members)

    def told(self, cluster: int) -> Mapping[str, str]:
        """What reviewers said of a cluster, values by field."""
        return self._told.get(cluster, {})

    def given(self, cluster: int) -> str:
        """The name that a reviewer gave a cluster; "" for none."""
        return self.told(cluster).get(_NAME, "")

    def best(self, cluster: int) -> str:
        """The best of the names that stand in the texts; "" for none."""
        return self.comparison.titles[cluster] if 0 <= cluster < len(self.comparison.titles) else ""

    def title(self, cluster: int) -> str:
        """What a cluster is called: as a reviewer said, else by its best name; "" for none."""
        return self.given(cluster) or self.best(cluster)

    def label(self, cluster: int) -> str:
        """The label of a cluster, which is that of its first mention; "" for none."""
        first = next(iter(self.members(cluster)), None)
        return self._marked[first.article][first.start, first.end].label if first is not None else ""

    def short_title(self, cluster: int) -> str:
        """What a cluster is called in narrow places: of a person the last name; "" for none."""
        title = self.title(cluster)
        return title.split()[-1] if title.split() and self.label(cluster) == "PERSON" else title

    def surface(self, spot: Spot) -> str:
        """The words at a place, with single blanks."""
        return " ".join(self.texts[spot.article][spot.start : spot.end].split())

    def name(self, spot: Spot) -> str:
        """The normalised name at a place."""
        return normal_name(self.texts[spot.article][spot.start : spot.end])

    def counts(self, cluster: int) -> dict[int, int]:
        """How many mentions each article has."""
        return dict(Counter(spot.article for spot in self.members(cluster)))

    def variants(self, cluster: int) -> tuple[Variant, ...]:
        """The forms of a cluster's name, that of its best name first, then the more frequent ones."""
        found = self._variants.get(cluster)
        if found is None:
            surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)
            counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
            for spot in self.members(cluster):
                surfaces[self.name(spot)][self.surface(spot)] += 1
                counts[self.name(spot)][spot.article] += 1
            title = normal_name(self.best(cluster)) if self.best(cluster) else ""
            order = sorted(counts, key=lambda name: (name != title, -counts[name].total(), name))
            found = tuple(
                Variant(name, surfaces[name].most_common(1)[0][0], tuple(sorted(counts[name].items())))
                for name in order
            )
            self._variants[cluster] = found
        return found

    def title_mention(self, cluster: int) -> Spot | None:
        """The first mention that has a cluster's best name for its words, else its name, else the first of all."""
        title = " ".join(self.best(cluster).split())
        members = self.members(cluster)
        same = (spot for spot in members if self.surface(spot) == title)
        alike = (spot for spot in members if title and self.name(spot) == normal_name(title))
        return next(same, None) or next(alike, None) or next(iter(members), None)
