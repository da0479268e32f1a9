"""Intentions and refusals, on plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.article_state import ArticleState, folded
from annotations.decide import RefusedError, delete, label_span, note, resize, set_verdict
from annotations.events import Change, Deleted, Event, Judged, Noted, Rejudged, Relabelled, Resized, Step
from annotations.model import Annotation, Proposal, Verdict
from corpus.span import Span
from tests.annotations.decisions import TEXT, changes, labels, spans, verdicts
from tests.annotations.projects import AT

ADA = Span(16, 19)
BOB = Span(29, 32)
MAY = Span(11, 14)
PROPOSED = Proposal(ADA, "PERSON", "model 1")


def state(*done: Change) -> ArticleState:
    return folded(Event(Step("s", number), AT, "anna", "article", change) for number, change in enumerate(done))


def judged(
    identity: str, span: Span, label: str, verdict: Verdict = Verdict.ACCEPTED, *, by_hand: bool = True
) -> Judged:
    origin = None if by_hand else Proposal(span, label, "model 1")
    return Judged(identity, span, span.surface(TEXT), label, verdict, origin)


def label(now: ArticleState, span: Span, name: str, target: Annotation | Proposal | None = None) -> tuple[Change, ...]:
    return label_span(now, TEXT, span, name, target=target, new_id="new")


def test_the_words_of_these_tests_stand_where_they_say() -> None:
    assert [one.surface(TEXT) for one in (ADA, BOB, MAY)] == ["Ada", "Bob", "May"]


def test_selected_words_get_a_label_by_hand() -> None:
    assert label(state(), BOB, "ORG") == (Judged("new", BOB, "Bob", "ORG", Verdict.ACCEPTED, None),)


def test_a_proposal_gets_a_label_and_stays_the_origin() -> None:
    assert label(state(), ADA, "PERSON", PROPOSED) == (Judged("new", ADA, "Ada", "PERSON", Verdict.ACCEPTED, PROPOSED),)
    assert label(state(), MAY, "ORG", PROPOSED) == (Judged("new", MAY, "May", "ORG", Verdict.ACCEPTED, PROPOSED),)


def test_what_was_rejected_is_accepted_after_all() -> None:
    now = state(judged("a", ADA, "PERSON", Verdict.REJECTED, by_hand=False))
    assert label(now, ADA, "PERSON") == (Rejudged("a", Verdict.ACCEPTED),)
    assert label(now, ADA, "PERSON", now.annotations["a"]) == (Rejudged("a", Verdict.ACCEPTED),)


def test_an_annotation_changes_edges_label_and_verdict_in_one_step() -> None:
    now = state(judged("a", ADA, "PERSON", Verdict.UNSURE, by_hand=False))
    assert label(now, MAY, "ORG", now.annotations["a"]) == (
        Resized("a", MAY, "May"),
        Relabelled("a", "ORG"),
        Rejudged("a", Verdict.ACCEPTED),
    )


def test_the_label_changes_first_where_the_new_edges_have_the_old_label_already() -> None:
    now = state(judged("a", ADA, "PERSON"), judged("b", MAY, "PERSON"))
    done = label(now, MAY, "ORG", now.annotations["a"])
    assert done == (Relabelled("a", "ORG"), Resized("a", MAY, "May"))
    after = state(judged("a", ADA, "PERSON"), judged("b", MAY, "PERSON"), *done)
    assert (after.annotations["a"].span, after.annotations["a"].label) == (MAY, "ORG")


def test_a_change_that_is_blocked_both_ways_is_refused() -> None:
    now = state(judged("a", ADA, "PERSON"), judged("b", MAY, "PERSON"), judged("c", ADA, "ORG"))
    with pytest.raises(RefusedError, match="delete one of them first"):
        label(now, MAY, "ORG", now.annotations["a"])


def test_a_label_that_is_there_is_refused() -> None:
    now = state(judged("a", ADA, "PERSON"), judged("b", BOB, "PERSON"))
    for target in (None, PROPOSED, now.annotations["a"], now.annotations["b"]):
        with pytest.raises(RefusedError, match="already marked PERSON"):
            label(now, ADA, "PERSON", target)


@pytest.mark.parametrize("span", [Span(3, 4), Span(0, len(TEXT) + 1), Span(len(TEXT), len(TEXT) + 1)])
def test_blanks_and_what_is_outside_the_text_are_refused(span: Span) -> None:
    with pytest.raises(RefusedError, match="nothing to mark"):
        label(state(), span, "ORG")
    with pytest.raises(RefusedError, match="nothing to mark"):
        set_verdict(state(), TEXT, Verdict.UNSURE, target=Proposal(span, "ORG", "m"), new_id="new")
    now = state(judged("a", ADA, "PERSON"))
    with pytest.raises(RefusedError, match="nothing to mark"):
        resize(now, TEXT, now.annotations["a"], span)


def verdict(now: ArticleState, one: Verdict, target: Annotation | Proposal) -> tuple[Change, ...]:
    return set_verdict(now, TEXT, one, target=target, new_id="new")


def test_a_proposal_is_rejected_or_left_unsure() -> None:
    for one in (Verdict.REJECTED, Verdict.UNSURE):
        assert verdict(state(), one, PROPOSED) == (Judged("new", ADA, "Ada", "PERSON", one, PROPOSED),)


def test_a_proposal_that_was_judged_is_judged_again_and_not_twice() -> None:
    now = state(judged("a", ADA, "PERSON", by_hand=False))
    assert verdict(now, Verdict.REJECTED, PROPOSED) == (Rejudged("a", Verdict.REJECTED),)
    with pytest.raises(RefusedError, match="already accepted"):
        verdict(now, Verdict.ACCEPTED, PROPOSED)


def test_what_was_marked_by_hand_is_deleted_and_not_rejected() -> None:
    now = state(judged("a", ADA, "PERSON"))
    for target in (PROPOSED, now.annotations["a"]):
        with pytest.raises(RefusedError, match="delete it instead"):
            verdict(now, Verdict.REJECTED, target)
    assert verdict(now, Verdict.UNSURE, now.annotations["a"]) == (Rejudged("a", Verdict.UNSURE),)


def test_edges_are_changed_where_they_are_free() -> None:
    now = state(judged("a", ADA, "PERSON"), judged("b", BOB, "PERSON"), judged("c", MAY, "ORG"))
    one = now.annotations["a"]
    assert resize(now, TEXT, one, MAY) == (Resized("a", MAY, "May"),)
    with pytest.raises(RefusedError, match="the edges are those already"):
        resize(now, TEXT, one, ADA)
    with pytest.raises(RefusedError, match="already marked PERSON"):
        resize(now, TEXT, one, BOB)


def test_a_mark_that_another_window_took_away_is_refused() -> None:
    gone = state(judged("a", ADA, "PERSON")).annotations["a"]
    with pytest.raises(RefusedError, match="gone"):
        label(state(), MAY, "ORG", gone)
    with pytest.raises(RefusedError, match="gone"):
        verdict(state(), Verdict.UNSURE, gone)
    with pytest.raises(RefusedError, match="gone"):
        resize(state(), TEXT, gone, MAY)


def test_a_mark_is_judged_as_it_stands_and_not_as_it_was_seen() -> None:
    seen = state(judged("a", ADA, "PERSON")).annotations["a"]
    now = state(judged("a", ADA, "PERSON"), Relabelled("a", "ORG"))
    assert label(now, ADA, "PERSON", seen) == (Relabelled("a", "PERSON"),)
    with pytest.raises(RefusedError, match="already marked ORG"):
        label(now, ADA, "ORG", seen)


def test_notes_and_deletions() -> None:
    one = state(judged("a", ADA, "PERSON")).annotations["a"]
    assert note(one, "why?") == (Noted("a", "why?"),)
    with pytest.raises(RefusedError, match="the same"):
        note(one, "")
    assert delete(one) == (Deleted("a"),)


@given(st.lists(changes, max_size=12), spans, labels, st.integers(0, 3))
def test_a_label_that_is_not_refused_is_there_afterwards(done: list[Change], span: Span, name: str, which: int) -> None:
    now = state(*done)
    target = ([*now.annotations.values(), None] * 4)[which]
    try:
        intended = label(now, span, name, target)
    except RefusedError:
        return
    after = state(*done, *intended)
    same = after.same(span, name)
    assert same is not None
    assert (same.verdict, same.surface) == (Verdict.ACCEPTED, span.surface(TEXT))
    assert target is None or same.id == target.id
    assert len(after.annotations) == len(now.annotations) + isinstance(intended[0], Judged)


@given(st.lists(changes, max_size=12), verdicts, spans, labels)
def test_a_verdict_that_is_not_refused_is_there_afterwards(
    done: list[Change], one: Verdict, span: Span, name: str
) -> None:
    try:
        intended = verdict(state(*done), one, Proposal(span, name, "model 1"))
    except RefusedError:
        return
    same = state(*done, *intended).same(span, name)
    assert same is not None
    assert same.verdict is one
