"""Marks against the plainest implementation there is: a list of proposals and a list of annotations."""

from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, Proposal, Verdict
from corpus.analysis import Analysis, Mention, ModelId, analysis_of
from corpus.span import Span
from tui.marks import Mark, Marks

SIZE = 12
MODEL = ModelId("m", "1")
LABELS = ("ORG", "PERSON", "CARDINAL")

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, SIZE - 1), st.integers(1, 5))
readings = st.none() | st.lists(st.builds(Mention, spans, st.sampled_from(LABELS)), unique=True, max_size=8)
proposals = st.builds(Proposal, spans, st.sampled_from(LABELS), st.just(str(MODEL)))
decisions = st.builds(
    Annotation,
    id=st.sampled_from("abcdef"),
    article_id=st.just("1"),
    span=spans,
    surface=st.just(""),
    label=st.sampled_from(LABELS),
    verdict=st.sampled_from(Verdict),
    origin=st.none() | proposals,
    reviewer=st.just("ada"),
    created=st.just(""),
    decided=st.just(""),
)
steps = st.lists(
    st.tuples(st.just("put"), decisions)
    | st.tuples(st.just("drop"), st.sampled_from("abcdef"))
    | st.tuples(st.just("read"), readings),
    max_size=12,
)


def analysis(mentions: list[Mention] | None) -> Analysis | None:
    return None if mentions is None else analysis_of(MODEL, [], [], mentions)


@dataclass
class Plain:
    """What Marks does, walking all of it every time."""

    mentions: list[Mention] = field(default_factory=list)
    annotations: dict[str, Annotation] = field(default_factory=dict)

    def open(self) -> list[Mark]:
        return [
            Mark(one.span, one.label, Proposal(one.span, one.label, str(MODEL)))
            for one in self.mentions
            if not any(self.decides(annotation, one) for annotation in self.annotations.values())
        ]

    @staticmethod
    def decides(annotation: Annotation, mention: Mention) -> bool:
        origin = annotation.origin
        same = origin is not None and (origin.span, origin.label) == (mention.span, mention.label)
        accepted = annotation.verdict is Verdict.ACCEPTED and annotation.span.overlaps(mention.span)
        alike = (annotation.label == "CARDINAL") == (mention.label == "CARDINAL")
        return same or annotation.span == mention.span or (accepted and alike)

    def all(self, *, rejected: bool = False) -> list[Mark]:
        decided = [Mark(one.span, one.label, one) for one in self.annotations.values()]
        return self.open() + [one for one in decided if rejected or one.state != "rejected"]


def played(steps: list[tuple[str, object]]) -> tuple[Marks, Plain]:
    marks, plain = Marks(), Plain()
    for kind, what in steps:
        match kind, what:
            case "put", Annotation():
                marks.put(what)
                plain.annotations[what.id] = what
            case "drop", str():
                marks.drop(what)
                plain.annotations.pop(what, None)
            case _:
                mentions = what if isinstance(what, list) else None
                marks.set_analysis(analysis(mentions))
                plain.mentions = mentions or []
    return marks, plain


def listed(marks: list[Mark]) -> list[str]:
    return sorted(map(repr, marks))


def span_of(mark: Mark | None) -> Span | None:
    return mark.span if mark is not None else None


@given(steps)
def test_counts(steps: list[tuple[str, object]]) -> None:
    marks, plain = played(steps)
    assert marks.open_count == len(plain.open())
    assert marks.decided_count == len(plain.annotations)
    assert [marks.annotation(one) for one in "abcdef"] == [plain.annotations.get(one) for one in "abcdef"]


@given(steps, st.integers(0, SIZE), st.integers(1, SIZE))
def test_between(steps: list[tuple[str, object]], start: int, length: int) -> None:
    marks, plain = played(steps)
    end = start + length
    expected = [one for one in plain.all() if one.span.start < end and one.span.end > start]
    assert listed(marks.between(start, end)) == listed(expected)


@given(steps, st.integers(0, SIZE), st.integers(0, 4))
def test_covering_gives_the_innermost_first_and_the_rejected_last(
    steps: list[tuple[str, object]], start: int, length: int
) -> None:
    marks, plain = played(steps)
    found = marks.covering(start, start + length)
    held = Span(start, start + max(1, length))
    assert listed(found) == listed([one for one in plain.all(rejected=True) if one.span.contains(held)])
    order = [(one.state == "rejected", len(one.span)) for one in found]
    assert order == sorted(order)


@given(steps, st.integers(0, SIZE + 5))
def test_after_and_before(steps: list[tuple[str, object]], offset: int) -> None:
    marks, plain = played(steps)
    behind = [one.span for one in plain.all() if one.span.start >= offset]
    ahead = [one.span for one in plain.all() if one.span.end <= offset]
    assert span_of(marks.after(offset)) == min(behind, default=None)
    assert span_of(marks.before(offset)) == max(ahead, default=None)
    assert span_of(marks.open_after(offset)) == min(
        (one.span for one in plain.open() if one.span.start >= offset), default=None
    )
    assert span_of(marks.open_before(offset)) == max(
        (one.span for one in plain.open() if one.span.start < offset), default=None
    )


@given(steps, st.integers(0, SIZE + 5))
def test_walks_pass_nothing_over(steps: list[tuple[str, object]], offset: int) -> None:
    marks, plain = played(steps)
    behind = [one for one in plain.all() if one.span.start >= offset]
    ahead = [one for one in plain.all() if one.span.start < offset]
    assert listed(list(marks.onwards(offset))) == listed(behind)
    assert [one.span for one in marks.onwards(offset)] == sorted(one.span for one in behind)
    assert listed(list(marks.backwards(offset))) == listed(ahead)
    assert [one.span for one in marks.backwards(offset)] == sorted((one.span for one in ahead), reverse=True)


@given(steps, st.integers(0, SIZE + 5))
def test_annotations_after_and_before_include_the_rejected(steps: list[tuple[str, object]], offset: int) -> None:
    marks, plain = played(steps)
    behind = sorted((one.span, one.id) for one in plain.annotations.values() if one.span.start >= offset)
    ahead = sorted((one.span, one.id) for one in plain.annotations.values() if one.span.start < offset)
    assert [(one.span, one.id) for one in marks.annotations_after(offset)] == behind
    assert [(one.span, one.id) for one in marks.annotations_before(offset)] == ahead[::-1]


@given(readings, st.lists(decisions, unique_by=lambda one: one.id, max_size=6))
def test_it_does_not_matter_what_came_first(mentions: list[Mention] | None, annotations: list[Annotation]) -> None:
    at_once = Marks(analysis(mentions), annotations)
    later = Marks(None, reversed(annotations))
    later.set_analysis(analysis(mentions))
    assert listed(at_once.covering(3, 4)) == listed(later.covering(3, 4))
    assert listed(at_once.between(0, 2 * SIZE)) == listed(later.between(0, 2 * SIZE))
    assert at_once.open_count == later.open_count


def test_deciding_hides_the_proposal_it_was_made_on_and_deleting_opens_it() -> None:
    mention = Mention(Span(2, 6), "ORG")
    marks = Marks(analysis([mention]))
    proposal = marks.between(0, 9)[0].of
    assert isinstance(proposal, Proposal)
    annotation = Annotation("a", "1", Span(1, 8), "", "PERSON", Verdict.ACCEPTED, proposal, "ada", "", "")
    marks.put(annotation)
    assert [(one.span, one.state) for one in marks.between(0, 9)] == [(Span(1, 8), "accepted")]
    assert marks.open_count == 0
    marks.put(replace(annotation, verdict=Verdict.REJECTED))
    assert marks.between(0, 9) == []
    assert [one.state for one in marks.covering(3, 4)] == ["rejected"]
    marks.drop("a")
    assert [one.state for one in marks.between(0, 9)] == ["proposed"]
    assert marks.open_count == 1


def test_the_innermost_comes_first_and_a_rejected_one_last_however_small() -> None:
    outer = Annotation("a", "1", Span(0, 9), "", "ORG", Verdict.ACCEPTED, None, "ada", "", "")
    inner = replace(outer, id="b", span=Span(2, 8))
    rejected = replace(outer, id="c", span=Span(3, 5), verdict=Verdict.REJECTED)
    marks = Marks(analysis([Mention(Span(1, 9), "MONEY")]), [outer, rejected, inner])
    assert [mark.span for mark in marks.covering(4, 4)] == [Span(2, 8), Span(1, 9), Span(0, 9), Span(3, 5)]


def test_what_is_not_there_can_be_dropped() -> None:
    marks = Marks(analysis([Mention(Span(2, 6), "ORG")]))
    marks.drop("a")
    assert marks.open_count == 1
