"""What the desk asks of a comparison: which cluster a span is in, which row of the ledger, what is said beside it.

Made once from a `corpus.comparison`, so that no key has to search it. Articles are indices here as on the desk.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from annotations.model import Annotation, Proposal, Verdict
from corpus.analysis import Analysis, Mention, with_mentions
from corpus.comparison import Comparison, Counted, Entry, Marked, Pair, Row, Said
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tui.marks import Mark
from tui.naming import Naming
from tui.naming import Spot as Spot  # noqa: PLC0414 (those who ask of a comparison find it here)
from tui.naming import Variant as Variant  # noqa: PLC0414
from tui.paragraphs import paragraph_starts

if TYPE_CHECKING:
    from tui.hand_names import Said as OfNames
    from tui.hand_rows import Said as OfFigures

CONFLICT: Final = "conflict"
_RANK: Final = {CONFLICT: 0, "compatible": 1, "agree": 2}
CLUSTER, ROW, NAME = "cluster", "row", "name"
Thing = tuple[str, int | str]
"""What a mark stands for: ("cluster", number), ("row", number) or, where that is not known, ("name", name)."""
Place = tuple[int, int]


class Shape(NamedTuple):
    """How a row of the ledger is laid out: the entries of each value, and which are in conflict.

    `torn` says of each of the groups whether it cannot be right beside one before it.
    """

    groups: tuple[tuple[int, ...], ...]
    torn: tuple[bool, ...]
    conflicting: frozenset[int]


class Compared(Naming):
    """A comparison of the articles on the desk, whose texts are `texts`.

    `stale` says that something was taken back which it was made with: names may be others when it is made again.
    """

    def __init__(self, comparison: Comparison, texts: Sequence[str]) -> None:
        super().__init__(comparison, texts)
        self._base = comparison
        self._why_folded = [
            {(one.start, one.end): f"{one.kind}: {one.reason}" for one in side.folded} for side in comparison.sides
        ]
        self._counted: list[dict[Place, Counted]] = []
        self._of_names: tuple[OfNames, ...] = ()
        self._made_with: frozenset[OfNames] | None = None
        self.stale = False
        self._paragraphs: dict[int, Sequence[int]] = {}
        self._said: tuple[OfFigures, ...] = ()
        self._take(comparison.ledger)

    def regroup(self, said: "tuple[OfNames, ...]") -> bool:
        """Have mentions name the same, or not, as the reviewer said; returns whether clusters are others now."""
        if self._made_with is None:
            self._made_with = frozenset(said)
        self.stale = not self._made_with <= set(said)
        if said == self._of_names or (self.comparison is self._base and all(map(self._holds, said))):
            return False
        self._of_names, before = said, self.comparison
        from tui.hand_names import with_names  # noqa: PLC0415 (few stories have anything of it)

        self._cluster(with_names(self._base, self.texts, said))
        if self.comparison == before:
            return False
        self._said = ()
        self._take(self.comparison.ledger)
        return True

    def _holds(self, said: "OfNames") -> bool:
        """Whether clusters are already as the reviewer said of two mentions."""
        one, other, verdict = said
        own, its = self.cluster_at(one), self.cluster_at(other)
        return own == its != -1 if verdict == Verdict.ACCEPTED else own != its or verdict != Verdict.REJECTED

    def decide(self, said: "tuple[OfFigures, ...]") -> bool:
        """Have two figures be to each other what the reviewer said; returns whether the ledger is another now."""
        if said == self._said:
            return False
        from tui.hand_rows import known_in, with_said  # noqa: PLC0415 (few stories have anything of it)

        base = self.comparison.ledger
        self._said = said
        self._take(with_said(base, said, known_in(base, [side.counted for side in self.comparison.sides], self.texts)))
        return True

    def _take(self, ledger: Sequence[Row]) -> None:
        """Have these rows for the ledger."""
        self.ledger = ledger
        self._counted = [{(one.start, one.end): one for one in side.counted} for side in self.comparison.sides]
        self._things = [self._things_of(index) for index in range(len(self.comparison.sides))]
        self._shapes: dict[int, Shape] = {}
        self.conflicts = sorted(self._conflicting(), key=self._first_of_conflict)
        worth = [number for number, row in enumerate(ledger) if len(row.entries) > 1]
        self.rows = sorted(worth, key=lambda number: (_RANK.get(ledger[number].verdict, 2), number))

    def thing(self, index: int, mark: Mark) -> Thing | None:
        """The row or the cluster that a mark belongs to, whatever its edges are now; None for none."""
        own = self._things[index]
        return own.get((mark.span.start, mark.span.end)) or next(filter(None, map(own.get, _places(mark))), None)

    def _things_of(self, index: int) -> dict[Place, Thing]:
        side = self.comparison.sides[index]
        things: dict[Place, Thing] = {
            (one.start, one.end): (CLUSTER, one.cluster) for one in side.marked if one.cluster >= 0
        }
        sizes = [len(row.entries) for row in self.ledger]
        in_rows = (one for one in side.counted if 0 <= one.group < len(sizes) and sizes[one.group] > 1)
        things.update({(one.start, one.end): (ROW, one.group) for one in in_rows})
        for number, row in enumerate(self.ledger[len(self.comparison.ledger) :], len(self.comparison.ledger)):
            own = [(entry.start, entry.end) for entry in row.entries if entry.article == index]
            things.update({place: (ROW, number) for place in own if things.get(place, (CLUSTER,))[0] != ROW})
        return things

    # Names

    def marked(self, index: int, mark: Mark) -> Marked | None:
        """What the story says of a mark, which may have got other edges since it was proposed."""
        own = self._marked[index]
        return next((own[place] for place in _places(mark) if place in own), None)

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
        return self.ledger[number]

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
        return [number for number, row in enumerate(self.ledger) if any(pair.verdict == CONFLICT for pair in row.pairs)]

    def _first_of_conflict(self, number: int) -> Spot:
        return spot_of(self.row(number).entries[conflicting(self.row(number))[0].a])

    # What else is said of a place

    def said(self, index: int, offset: int) -> Said | None:
        """The quotation that holds an offset of an article."""
        return next((one for one in self.comparison.sides[index].said if one.start <= offset < one.end), None)

    def analysis(self, index: int, before: Analysis) -> Analysis:
        """The reading of an article with the mentions and figures that the story gives it."""
        side = self._base.sides[index]
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
