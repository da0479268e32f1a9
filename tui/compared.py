"""What the desk asks of a comparison: which cluster a span is in, which row of the ledger, what is said beside it.

Made once from a `corpus.comparison`, so that no key has to search it.
"""

from collections import defaultdict
from collections.abc import Sequence

from annotations.model import Proposal
from corpus.analysis import Analysis, Mention, with_mentions
from corpus.comparison import Aligned, Comparison, Counted, Entry, Marked, Match, Row, Said
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tui.marks import Mark

Place = tuple[int, int]  # start and end in an article


class Compared:
    """A comparison of the articles on the desk, which are indices here as they are there."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._marked = [{(one.start, one.end): one for one in side.marked} for side in comparison.sides]
        self._counted = [{(one.start, one.end): one for one in side.counted} for side in comparison.sides]
        self._members: defaultdict[int, list[tuple[int, Marked]]] = defaultdict(list)
        for index, side in enumerate(comparison.sides):
            for one in side.marked:
                if one.cluster >= 0:
                    self._members[one.cluster].append((index, one))
        self._matches: defaultdict[tuple[int, int], list[Match]] = defaultdict(list)
        for match in comparison.matches:
            self._matches[match.a, match.start_a].append(match)

    def marked(self, index: int, span: Span) -> Marked | None:
        """What the story says of the mention or figure at just that span of an article."""
        return self._marked[index].get((span.start, span.end))

    def counted(self, index: int, span: Span) -> Counted | None:
        """What is known of the figure at just that span of an article."""
        return self._counted[index].get((span.start, span.end))

    def cluster(self, index: int, span: Span) -> int:
        """The cluster of the mention at just that span; -1 for none."""
        one = self.marked(index, span)
        return one.cluster if one is not None else -1

    def members(self, cluster: int) -> Sequence[tuple[int, Marked]]:
        """The mentions of a cluster, each with its article, article by article and by place."""
        return self._members.get(cluster, [])

    def title(self, cluster: int) -> str:
        """The best name of a cluster; "" for none."""
        return self.comparison.titles[cluster] if 0 <= cluster < len(self.comparison.titles) else ""

    def row_at(self, index: int, span: Span) -> tuple[int, Row] | None:
        """The row of the ledger that a figure stands in, with its number."""
        one = self.counted(index, span)
        return (one.group, self.comparison.ledger[one.group]) if one is not None and one.group >= 0 else None

    def said(self, index: int, offset: int) -> Said | None:
        """The quotation that holds an offset of an article."""
        return next((one for one in self.comparison.sides[index].said if one.start <= offset < one.end), None)

    def aligned(self, index: int, start: int, end: int) -> list[Aligned]:
        """The alignments whose sentence in an article shares a code point with `start` to `end`."""
        return [
            one
            for one in self.comparison.aligned
            if (one.a == index and one.start_a < end and one.end_a > start)
            or (one.b == index and one.start_b < end and one.end_b > start)
        ]

    def matches(self, index: int, start: int) -> Sequence[Match]:
        """What of other articles the sentence that starts at `start` may be read beside, for each the best first."""
        return self._matches.get((index, start), [])

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
            found = (one for one in self.comparison.sides[index].folded if (one.start, one.end) == _place(mark))
            return next((f"{one.kind}: {one.reason}" for one in found), "")
        one = self.marked(index, mark.span)
        return one.reason if one is not None else ""


def entries_elsewhere(row: Row, index: int, span: Span) -> list[Entry]:
    """The figures of a row but the one at that place."""
    return [one for one in row.entries if (one.article, one.start, one.end) != (index, span.start, span.end)]


def _place(mark: Mark) -> Place:
    return mark.span.start, mark.span.end
