"""Which accepted annotations of a story name the same thing, by what people said.

Equal names with the same label are one thing, as are names of which reviewers said so in any story, and mentions of
which they said so in this one. What a model makes of the story is added only where it is asked for: it is no decision.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from annotations.gold import Cluster, GoldArticle
from annotations.model import About, Annotation, Relation, Statement, Tie, Verdict
from annotations.said_names import ID, NAME
from corpus.comparison import Comparison
from corpus.label_map import FIGURE_LABELS
from corpus.names import is_name, normal_name

Spot = tuple[int, int, int]
"""The index of an article, and start and end of a mention in it."""
_NOT_NAMED: Final = FIGURE_LABELS
Root = Callable[[str], str]
"""Gives for a normal name the one by which all names go that are the same."""


def clusters(
    articles: Sequence[GoldArticle],
    ties: Iterable[Relation],
    comparison: Comparison | None,
    story: str,
    root: Root = str,
) -> tuple[Cluster, ...]:
    """The clusters of a story, by their first mention; each accepted annotation that is no figure is in just one.

    `comparison` is what a model makes of these articles, in this order, None where that is not wanted.
    """
    at = _accepted(articles)
    said = sorted((one for one in ties if one.tie is Tie.SAME), key=lambda one: one.decided)
    plain = not said and comparison is None
    grouped = _by_name(at, root) if plain else _decided(at, articles, said, _alike(at, comparison, root))
    told = _told(articles)
    found: list[Cluster] = []
    for number, spots in enumerate(grouped):
        about = {field: value for spot in spots for field, value in told.get(spot, {}).items()} if told else {}
        members = tuple(one.id for spot in spots for one in at[spot])
        identity = f"{story or articles[0].article.id}:{number}"
        found.append(Cluster(identity, members, about.get(NAME, ""), about.get(ID, "")))
    return tuple(found)


def _by_name(at: Mapping[Spot, list[Annotation]], root: Root) -> list[list[Spot]]:
    """Equal names with the same label, each group in order, the groups by their first spot."""
    groups: defaultdict[Hashable, list[Spot]] = defaultdict(list)
    for spot, (first, *_) in at.items():
        groups[(root(normal_name(first.surface)), first.label) if is_name(first.surface) else spot].append(spot)
    return sorted(map(sorted, groups.values()))


def _decided(
    at: Mapping[Spot, list[Annotation]],
    articles: Sequence[GoldArticle],
    said: Iterable[Relation],
    alike: Iterable[tuple[Spot, Hashable]],
) -> list[list[Spot]]:
    """The spots that are `alike`, as people left them who decided on the ties that they `said`, in order."""
    groups = _Groups(at)
    for spot, key in alike:
        groups.join(spot, key)
    numbers = {one.article.id: index for index, one in enumerate(articles)}
    for one in said:
        a, b = (numbers[one.article_id], one.span.start, one.span.end), None
        if one.other_id in numbers:
            b = (numbers[one.other_id], one.other_span.start, one.other_span.end)
        if b is None or a not in at or b not in at:
            continue
        if one.verdict is Verdict.ACCEPTED:
            groups.merge(a, b)
        elif one.verdict is Verdict.REJECTED:
            groups.part(a, b, articles)
    return groups.sorted()


def _accepted(articles: Sequence[GoldArticle]) -> dict[Spot, list[Annotation]]:
    at: defaultdict[Spot, list[Annotation]] = defaultdict(list)
    for index, article in enumerate(articles):
        for one in article.annotations:
            if one.verdict is Verdict.ACCEPTED and one.label not in _NOT_NAMED:
                at[index, one.span.start, one.span.end].append(one)
    return dict(at)


def _alike(
    at: Mapping[Spot, list[Annotation]], comparison: Comparison | None, root: Root
) -> Iterator[tuple[Spot, Hashable]]:
    """Spots, each with what is the same for all that name one thing."""
    marked = {
        (index, one.start, one.end): one.cluster
        for index, side in enumerate(comparison.sides if comparison is not None else ())
        for one in side.marked
        if one.cluster >= 0
    }
    by_name: dict[tuple[str, str], int] = {}
    for spot, cluster in marked.items():
        if spot in at:
            first = at[spot][0]
            by_name.setdefault((root(normal_name(first.surface)), first.label), cluster)
    for spot, (first, *_) in at.items():
        name = root(normal_name(first.surface)), first.label
        if spot in marked:
            yield spot, marked[spot]
        elif is_name(first.surface):
            yield spot, by_name.get(name, name)


class _Groups:
    """Spots in groups; each begins in one of its own."""

    def __init__(self, at: Mapping[Spot, list[Annotation]]) -> None:
        self._at = at
        self._of: dict[Spot, Hashable] = {spot: spot for spot in at}
        self._members: dict[Hashable, set[Spot]] = {spot: {spot} for spot in at}

    def join(self, spot: Spot, key: Hashable) -> None:
        """Have a spot in the group of that key."""
        self._members[self._of[spot]].discard(spot)
        self._of[spot] = ("key", key)
        self._members.setdefault(("key", key), set()).add(spot)

    def merge(self, one: Spot, other: Spot) -> None:
        """Have two spots, and all that are with them, in one group."""
        into, gone = self._of[one], self._of[other]
        if into != gone:
            for spot in self._members.pop(gone):
                self._of[spot] = into
                self._members[into].add(spot)

    def part(self, one: Spot, other: Spot, articles: Sequence[GoldArticle]) -> None:
        """Have the second of two spots, and what is called the same, leave the group of the first."""
        if self._of[one] != self._of[other]:
            return
        name = normal_name(articles[other[0]].article.text[other[1] : other[2]])
        mine = normal_name(articles[one[0]].article.text[one[1] : one[2]])
        group = self._of[other]
        leaving = {
            spot
            for spot in self._members[group]
            if spot == other or (name != mine and normal_name(self._at[spot][0].surface) == name)
        }
        for spot in leaving:
            self._members[group].discard(spot)
            self._of[spot] = ("parted", other)
        self._members["parted", other] = leaving

    def sorted(self) -> list[list[Spot]]:
        """The groups by their first spot, each in the order of the articles."""
        return sorted(sorted(spots) for spots in self._members.values() if spots)


def _told(articles: Sequence[GoldArticle]) -> dict[Spot, dict[str, str]]:
    """What was said of names, where: the last word counts."""
    found: defaultdict[Spot, dict[str, str]] = defaultdict(dict)
    said: list[tuple[int, Statement]] = [
        (index, one) for index, article in enumerate(articles) for one in article.statements if one.about is About.NAME
    ]
    for index, one in sorted(said, key=lambda pair: pair[1].decided):
        if one.span is not None:
            found[index, one.span.start, one.span.end][one.field] = one.value
    return found
