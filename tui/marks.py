"""What is marked in one article: the machine's proposals that are still open, and the reviewer's annotations.

The two are kept apart as they are in the data: proposals stay in the arrays of the analysis, annotations in a list
sorted by place, and a decision only hides the proposal it was made on. Nothing here walks a whole article for a key.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from operator import sub

from annotations.gold import Offer
from annotations.model import Annotation, Proposal, Verdict
from corpus.analysis import Analysis, Mention
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tui.imported import IMPORTED, with_imported
from tui.returning import closes


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span with its label: an open proposal, or an annotation."""

    span: Span
    label: str
    of: Annotation | Proposal

    @property
    def state(self) -> str:
        """`proposed`, or the verdict."""
        return self.of.verdict.value if isinstance(self.of, Annotation) else "proposed"

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The stretches that are marked: several, by place, where it has gaps."""
        return (isinstance(self.of, Annotation) and self.of.parts) or (self.span,)


class Marks:
    """The marks of one article. `revision` counts how often they have changed."""

    def __init__(self, analysis: Analysis | None = None, annotations: Iterable[Annotation] = ()) -> None:
        self.analysis = analysis
        self._annotations: dict[str, Annotation] = {}
        self._order: list[tuple[int, int, str]] = []
        self._longest = 0
        self._hidden: dict[int, set[str]] = {}
        self._longest_mention = 0
        self._offered: dict[int, Mark] = {}
        self._regions: tuple[Mark, ...] = ()
        self._imported: dict[tuple[Span, str], Offer] = {}
        self.revision = 0
        for annotation in annotations:
            self.put(annotation)
        self.set_analysis(analysis)

    def set_imported(self, offers: Iterable[Offer]) -> None:
        """Take the proposals that came with datasets, which stand beside those of any reading that comes after."""
        self._imported = {(one.proposal.span, one.proposal.label): one for one in offers}

    @property
    def imported(self) -> tuple[Offer, ...]:
        """The proposals that came with datasets."""
        return tuple(self._imported.values())

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Take another reading of the article in place of the one so far."""
        if analysis is not None and self._imported:
            analysis = with_imported(analysis, self._imported.values())
        self.analysis = analysis
        self.revision += 1
        self._hidden = {}
        self._offered = {}
        self._longest_mention = 0
        if analysis is not None and analysis.mention_count:
            self._longest_mention = max(map(sub, analysis.mention_ends, analysis.mention_starts))
        for annotation in self._annotations.values():
            self._hide(annotation)

    def set_regions(self, regions: Iterable[Mark]) -> None:
        """Take other proposals of boilerplate in place of those so far; they are marks, but no mentions."""
        self._regions = tuple(sorted(regions, key=lambda mark: mark.span))

    @property
    def proposed_regions(self) -> tuple[Mark, ...]:
        """The proposals of boilerplate, whatever was decided on them."""
        return self._regions

    def regions(self) -> list[Mark]:
        """The boilerplate as it stands, by place: what is proposed and not rejected, and what was drawn."""
        decided = [one for one in self._annotations.values() if one.label == BOILERPLATE]
        lost = [one.span for one in decided if one.verdict is not Verdict.UNSURE]
        lost += [one.origin.span for one in decided if one.origin is not None]
        kept = [mark for mark in self._regions if not any(mark.span.overlaps(span) for span in lost)]
        kept += [_mark(one) for one in decided if one.verdict is not Verdict.REJECTED]
        return sorted(kept, key=lambda mark: mark.span)

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or another version of one."""
        self.drop(annotation.id)
        self.revision += 1
        self._annotations[annotation.id] = annotation
        insort(self._order, (annotation.span.start, annotation.span.end, annotation.id))
        self._longest = max(self._longest, len(annotation.span))
        self._hide(annotation)

    def drop(self, annotation_id: str) -> None:
        """Take an annotation away; the proposal that it hid is open again."""
        annotation = self._annotations.pop(annotation_id, None)
        if annotation is None:
            return
        self.revision += 1
        self._order.remove((annotation.span.start, annotation.span.end, annotation_id))
        for index in self._twins(annotation):
            self._hidden[index].discard(annotation_id)
            if not self._hidden[index]:
                del self._hidden[index]

    def annotation(self, annotation_id: str) -> Annotation | None:
        """The annotation of that id."""
        return self._annotations.get(annotation_id)

    @property
    def annotations(self) -> Collection[Annotation]:
        """All annotations, also what was rejected."""
        return self._annotations.values()

    @property
    def open_count(self) -> int:
        """How many proposals await a decision."""
        return (self.analysis.mention_count if self.analysis else 0) - len(self._hidden)

    @property
    def decided_count(self) -> int:
        """How many annotations there are."""
        return len(self._annotations)

    def between(self, start: int, end: int, *, rejected: bool = False) -> list[Mark]:
        """The marks that share a code point with `start` to `end`; `rejected`: rejected ones and boilerplate too."""
        return [*self._proposals(start, end), *self._decided(start, end, rejected=rejected)]

    def has_open(self, start: int, end: int, wants: Callable[[str], bool]) -> bool:
        """Whether an open proposal with a label that is wanted starts in `start` to `end`."""
        analysis = self.analysis
        if analysis is None:
            return False
        wanted = [wants(label) for label in analysis.labels]
        starts, labels = analysis.mention_starts, analysis.mention_labels
        indices = range(bisect_left(starts, start), bisect_left(starts, end))
        return any(wanted[labels[index]] and index not in self._hidden for index in indices)

    def covering(self, start: int, end: int) -> list[Mark]:
        """The marks that hold all of `start` to `end` (with start == end: the code point there), innermost first.

        Rejected ones come last, so that a decision can be taken back where it was made.
        """
        last = max(end, start + 1)
        found = self._proposals(start, last) + self._decided(start, last, rejected=True)
        if BOILERPLATE not in {mark.label for mark in found}:
            found += [mark for mark in self._regions if mark.span.start <= start and last <= mark.span.end]
        found = [mark for mark in found if mark.span.start <= start and last <= mark.span.end]
        found.sort(key=lambda mark: (mark.state == "rejected", len(mark.span), isinstance(mark.of, Proposal)))
        return found

    def after(self, offset: int) -> Mark | None:
        """The first mark that starts at `offset` or behind it."""
        return next(self.onwards(offset), None)

    def before(self, offset: int) -> Mark | None:
        """The last mark that ends at `offset` or before it."""
        return next((mark for mark in self.backwards(offset) if mark.span.end <= offset), None)

    def onwards(self, offset: int) -> Iterator[Mark]:
        """The marks that start at `offset` or behind it, in order, nested ones too; rejected ones are left out."""
        return merge(self._open_from(offset), self._decided_from(offset), key=lambda mark: mark.span)

    def backwards(self, offset: int) -> Iterator[Mark]:
        """The marks that start before `offset`, the last one first; rejected ones are left out."""
        return merge(self._open_until(offset), self._decided_until(offset), key=lambda mark: mark.span, reverse=True)

    def open_after(self, offset: int) -> Mark | None:
        """The first open proposal that starts at `offset` or behind it."""
        return next(self._open_from(offset), None)

    def open_before(self, offset: int) -> Mark | None:
        """The last open proposal that starts before `offset`."""
        return next(self._open_until(offset), None)

    def annotations_after(self, offset: int) -> Iterator[Annotation]:
        """The annotations that start at `offset` or behind it, rejected ones too."""
        for _, _, identity in self._order[bisect_left(self._order, (offset, 0, "")) :]:
            yield self._annotations[identity]

    def annotations_before(self, offset: int) -> Iterator[Annotation]:
        """The annotations that start before `offset`, the nearest first, rejected ones too."""
        for _, _, identity in reversed(self._order[: bisect_left(self._order, (offset, 0, ""))]):
            yield self._annotations[identity]

    def _proposals(self, start: int, end: int) -> list[Mark]:
        analysis = self.analysis
        if analysis is None:
            return []
        starts, ends, hidden = analysis.mention_starts, analysis.mention_ends, self._hidden
        indices = range(bisect_left(starts, start - self._longest_mention), bisect_left(starts, end))
        return [self._proposal(index) for index in indices if ends[index] > start and index not in hidden]

    def _proposal(self, index: int) -> Mark:
        mark = self._offered.get(index)
        if mark is None:
            if self.analysis is None:
                raise IndexError(index)
            mention = self.analysis.mention(index)
            proposal = self.proposal_of(mention)
            mark = self._offered[index] = Mark(mention.span, mention.label, proposal)
        return mark

    def proposal_of(self, mention: Mention) -> Proposal:
        """A mention of the reading as the proposal of who made it."""
        imported = self._imported.get((mention.span, mention.label))
        if imported is not None and mention.reason == IMPORTED:
            return imported.proposal
        return Proposal(mention.span, mention.label, str(self.analysis.model if self.analysis else ""))

    def _decided(self, start: int, end: int, *, rejected: bool = False) -> list[Mark]:
        low = bisect_left(self._order, (start - self._longest, 0, ""))
        high = bisect_left(self._order, (end, 0, ""))
        found = (self._annotations[identity] for _, stop, identity in self._order[low:high] if stop > start)
        return [_mark(one) for one in found if rejected or _is_mention(one)]

    def _open_from(self, offset: int) -> Iterator[Mark]:
        if self.analysis is not None:
            first = bisect_left(self.analysis.mention_starts, offset)
            for index in range(first, self.analysis.mention_count):
                if index not in self._hidden:
                    yield self._proposal(index)

    def _open_until(self, offset: int) -> Iterator[Mark]:
        if self.analysis is not None:
            for index in range(bisect_left(self.analysis.mention_starts, offset) - 1, -1, -1):
                if index not in self._hidden:
                    yield self._proposal(index)

    def _decided_from(self, offset: int) -> Iterator[Mark]:
        return (_mark(one) for one in self.annotations_after(offset) if _is_mention(one))

    def _decided_until(self, offset: int) -> Iterator[Mark]:
        return (_mark(one) for one in self.annotations_before(offset) if _is_mention(one))

    def _hide(self, annotation: Annotation) -> None:
        for index in self._twins(annotation):
            self._hidden.setdefault(index, set()).add(annotation.id)

    def _twins(self, annotation: Annotation) -> list[int]:
        """The proposals that `annotation` decides: the one it came from, those of just its span, what it overlaps."""
        analysis = self.analysis
        if analysis is None:
            return []
        spans: set[tuple[Span, str | None]] = {(annotation.span, None)}
        if annotation.origin is not None:
            spans.add((annotation.origin.span, annotation.origin.label))
        found = []
        for span, label in spans:
            index = bisect_left(analysis.mention_starts, span.start)
            while index < analysis.mention_count and analysis.mention_starts[index] == span.start:
                fits = label is None or analysis.labels[analysis.mention_labels[index]] == label
                if fits and analysis.mention_ends[index] == span.end and index not in found:
                    found.append(index)
                index += 1
        return found + [index for index in self._overlapped(analysis, annotation) if index not in found]

    def _overlapped(self, analysis: Analysis, annotation: Annotation) -> Iterator[int]:
        """The proposals for which there is no place beside an accepted annotation."""
        if annotation.verdict is Verdict.ACCEPTED:
            start, end = annotation.span.start, annotation.span.end
            low = bisect_left(analysis.mention_starts, start - self._longest_mention)
            for index in range(low, bisect_left(analysis.mention_starts, end)):
                label = analysis.labels[analysis.mention_labels[index]]
                if analysis.mention_ends[index] > start and closes(annotation.label, label):
                    yield index


def _is_mention(annotation: Annotation) -> bool:
    return annotation.verdict is not Verdict.REJECTED and annotation.label != BOILERPLATE


def _mark(annotation: Annotation) -> Mark:
    return Mark(annotation.span, annotation.label, annotation)
