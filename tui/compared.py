"""What the desk asks of a comparison: which cluster a span is in, which row of the ledger, what is said beside it.

Made once from a `corpus.comparison`, so that no key has to search it. Articles are indices here as on the desk.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotations.model import Annotation, Proposal
from corpus.analysis import Analysis, Mention, with_mentions
from corpus.comparison import Comparison, Counted, Entry, Marked, Pair, Row, Said
from corpus.label_map import BOILERPLATE
from corpus.names import normal_name
from corpus.span import Span
from tui.marks import Mark
from tui.paragraphs import paragraph_starts

CONFLICT: Final = "conflict"
_RANK: Final = {CONFLICT: 0, "compatible": 1, "agree": 2}
_AMBIGUOUS: Final = -2  # a name that is in several clusters
CLUSTER, ROW, NAME = "cluster", "row", "name"
Thing = tuple[str, int | str]
"""What a mark stands for: ("cluster", number), ("row", number) or, where that is not known, ("name", name)."""


Place = tuple[int, int]


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


class Shape(NamedTuple):
    """How a row of the ledger is laid out: the entries of each value, and which are in conflict.

    `torn` says of each of the groups whether it cannot be right beside one before it.
    """

    groups: tuple[tuple[int, ...], ...]
    torn: tuple[bool, ...]
    conflicting: frozenset[int]


class Compared:
    """A comparison of the articles on the desk, whose texts are `texts`."""

    def __init__(self, comparison: Comparison, texts: Sequence[str]) -> None:
        self.comparison = comparison
        self.texts = texts
        sides = comparison.sides
        self._marked = [{(one.start, one.end): one for one in side.marked} for side in sides]
        self._counted = [{(one.start, one.end): one for one in side.counted} for side in sides]
        self._why_folded = [
            {(one.start, one.end): f"{one.kind}: {one.reason}" for one in side.folded} for side in sides
        ]
        self._members: defaultdict[int, list[Spot]] = defaultdict(list)
        self._clusters: dict[str, int] = {}
        for index, side in enumerate(sides):
            for one in side.marked:
                if one.cluster >= 0:
                    self._members[one.cluster].append(Spot(index, one.start, one.end))
                    name = normal_name(texts[index][one.start : one.end])
                    known = self._clusters.setdefault(name, one.cluster)
                    if known != one.cluster:
                        self._clusters[name] = _AMBIGUOUS
        self._things = [self._things_of(index) for index in range(len(sides))]
        self._shapes: dict[int, Shape] = {}
        self._variants: dict[int, tuple[Variant, ...]] = {}
        self._paragraphs: dict[int, Sequence[int]] = {}
        self.conflicts = sorted(self._conflicting(), key=self._first_of_conflict)
        worth = [number for number, row in enumerate(comparison.ledger) if len(row.entries) > 1]
        self.rows = sorted(worth, key=lambda number: (_RANK.get(comparison.ledger[number].verdict, 2), number))

    def thing(self, index: int, mark: Mark) -> Thing | None:
        """The row or the cluster that a mark belongs to, whatever its edges are now; None for none."""
        own = self._things[index]
        return own.get((mark.span.start, mark.span.end)) or next(filter(None, map(own.get, _places(mark))), None)

    def _things_of(self, index: int) -> dict[Place, Thing]:
        side = self.comparison.sides[index]
        things: dict[Place, Thing] = {
            (one.start, one.end): (CLUSTER, one.cluster) for one in side.marked if one.cluster >= 0
        }
        sizes = [len(row.entries) for row in self.comparison.ledger]
        in_rows = (one for one in side.counted if 0 <= one.group < len(sizes) and sizes[one.group] > 1)
        things.update({(one.start, one.end): (ROW, one.group) for one in in_rows})
        return things

    # Names

    def marked(self, index: int, mark: Mark) -> Marked | None:
        """What the story says of a mark, which may have got other edges since it was proposed."""
        own = self._marked[index]
        return next((own[place] for place in _places(mark) if place in own), None)

    def cluster_named(self, name: str) -> int:
        """The cluster that all mentions of a normalised name are in; -1 for none."""
        return max(-1, self._clusters.get(name, -1))

    def members(self, cluster: int) -> Sequence[Spot]:
        """The mentions of a cluster, article by article and by place."""
        return self._members.get(cluster, [])

    def clusters(self) -> Iterator[int]:
        """The clusters that are mentioned."""
        return iter(self._members)

    def title(self, cluster: int) -> str:
        """The best name of a cluster; "" for none."""
        return self.comparison.titles[cluster] if 0 <= cluster < len(self.comparison.titles) else ""

    def label(self, cluster: int) -> str:
        """The label of a cluster, which is that of its first mention; "" for none."""
        first = next(iter(self.members(cluster)), None)
        return self._marked[first.article][first.start, first.end].label if first is not None else ""

    def short_title(self, cluster: int) -> str:
        """The best name of a cluster for narrow places: of a person the last name; "" for none."""
        title = self.title(cluster)
        return title.split()[-1] if title.split() and self.label(cluster) == "PERSON" else title

    def surface(self, spot: Spot) -> str:
        """The words at a place, with single blanks."""
        return " ".join(self.texts[spot.article][spot.start : spot.end].split())

    def name(self, spot: Spot) -> str:
        """The normalised name at a place."""
        return normal_name(self.texts[spot.article][spot.start : spot.end])

    def variants(self, cluster: int) -> tuple[Variant, ...]:
        """The forms of a cluster's name, that of its title first, then the more frequent ones."""
        found = self._variants.get(cluster)
        if found is None:
            surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)
            counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
            for spot in self.members(cluster):
                surfaces[self.name(spot)][self.surface(spot)] += 1
                counts[self.name(spot)][spot.article] += 1
            title = normal_name(self.title(cluster)) if self.title(cluster) else ""
            order = sorted(counts, key=lambda name: (name != title, -counts[name].total(), name))
            found = tuple(
                Variant(name, surfaces[name].most_common(1)[0][0], tuple(sorted(counts[name].items())))
                for name in order
            )
            self._variants[cluster] = found
        return found

    def title_mention(self, cluster: int) -> Spot | None:
        """The first mention that has a cluster's title for its words, else its name, else the first of all."""
        title = " ".join(self.title(cluster).split())
        members = self.members(cluster)
        same = (spot for spot in members if self.surface(spot) == title)
        alike = (spot for spot in members if title and self.name(spot) == normal_name(title))
        return next(same, None) or next(alike, None) or next(iter(members), None)

    # Figures

    def counted(self, index: int, mark: Mark) -> Counted | None:
        """What is known of the figure that a mark is."""
        own = self._counted[index]
        return next((own[place] for place in _places(mark) if place in own), None)

    def row_of(self, index: int, mark: Mark) -> int:
        """The row of the ledger that a figure stands in, beside others; -1 for none."""
        thing = self.thing(index, mark)
        return int(thing[1]) if thing is not None and thing[0] == ROW else -1

    def shape(self, number: int) -> Shape:
        """How a row is laid out."""
        shape = self._shapes.get(number)
        if shape is None:
            shape = self._shapes[number] = _shape(self.row(number))
        return shape

    def row(self, number: int) -> Row:
        """A row of the ledger."""
        return self.comparison.ledger[number]

    def claimant(self, entry: Entry | Counted) -> str:
        """Who says a figure, in few words; "" where nobody is named."""
        return self.short_title(entry.claimant) or entry.said_by

    def paragraph(self, spot: Spot) -> int:
        """The number of the paragraph that a place begins in, from 1, as the panes count."""
        starts = self._paragraphs.get(spot.article)
        if starts is None:
            starts = self._paragraphs[spot.article] = paragraph_starts(self.texts[spot.article])
        return bisect_right(starts, spot.start)

    def _conflicting(self) -> list[int]:
        ledger = self.comparison.ledger
        return [number for number, row in enumerate(ledger) if any(pair.verdict == CONFLICT for pair in row.pairs)]

    def _first_of_conflict(self, number: int) -> Spot:
        return spot_of(self.row(number).entries[conflicting(self.row(number))[0].a])

    # What else is said of a place

    def said(self, index: int, offset: int) -> Said | None:
        """The quotation that holds an offset of an article."""
        return next((one for one in self.comparison.sides[index].said if one.start <= offset < one.end), None)

    def analysis(self, index: int, before: Analysis) -> Analysis:
        """The reading of an article with the mentions and figures that the story gives it."""
        side = self.comparison.sides[index]
        mentions = [Mention(Span(one.start, one.end), one.label, one.score, one.reason) for one in side.marked]
        return with_mentions(before, mentions, before.facts)

    def regions(self, index: int, model: str) -> list[Mark]:
        """The boilerplate that is proposed in an article, as marks; `model` is who proposes it."""
        spans = [Span(one.start, one.end) for one in self.comparison.sides[index].folded]
        return [Mark(span, BOILERPLATE, Proposal(span, BOILERPLATE, model)) for span in spans]

    def why(self, index: int, mark: Mark) -> str:
        """Why a mark is proposed, in a few words; "" where nothing is known."""
        if mark.label == BOILERPLATE:
            own = self._why_folded[index]
            return next((own[place] for place in _places(mark) if place in own), "")
        one = self.marked(index, mark)
        return one.reason if one is not None else ""


def _shape(row: Row) -> Shape:
    groups: dict[str, list[int]] = {}
    for number, entry in enumerate(row.entries):
        groups.setdefault(entry.value, []).append(number)
    group_of = {entry: at for at, group in enumerate(groups.values()) for entry in group}
    torn = {max(group_of[pair.a], group_of[pair.b]) for pair in conflicting(row)}
    return Shape(
        tuple(map(tuple, groups.values())),
        tuple(at in torn for at in range(len(groups))),
        frozenset(entry for pair in conflicting(row) for entry in (pair.a, pair.b)),
    )


def spot_of(entry: Entry) -> Spot:
    """Where an entry of the ledger stands."""
    return Spot(entry.article, entry.start, entry.end)


def entry_at(row: Row, spot: Spot) -> int:
    """The index of the entry at a place; -1 for none."""
    return next((number for number, entry in enumerate(row.entries) if spot_of(entry) == spot), -1)


def conflicting(row: Row) -> list[Pair]:
    """The pairs of a row that cannot both be right."""
    return [pair for pair in row.pairs if pair.verdict == CONFLICT]


def pair_of(row: Row, one: int, other: int) -> Pair | None:
    """The verdict on two entries of a row, whichever comes first."""
    return next((pair for pair in row.pairs if {pair.a, pair.b} == {one, other}), None)


def _places(mark: Mark) -> Iterator[Place]:
    """Where a mark is, and where it was proposed."""
    yield mark.span.start, mark.span.end
    if isinstance(mark.of, Annotation) and mark.of.origin is not None:
        yield mark.of.origin.span.start, mark.of.origin.span.end
