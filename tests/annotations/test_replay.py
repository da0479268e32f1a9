"""What a log amounts to, against a second and naive reading of the same rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotations.article_state import ArticleState, folded
from annotations.events import (
    Change,
    Deleted,
    Event,
    Finished,
    Judged,
    Noted,
    OfSpans,
    Redone,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Step,
    Undone,
    Unrelated,
)
from annotations.model import Annotation, Verdict
from annotations.replay import Delta, Layer
from corpus.span import Span
from tests.annotations.decisions import moves

AT = "2026-03-01T09:30:00.125Z"


@dataclass(slots=True)
class Log:
    """Moves as events of one reviewer in two windows, numbered and timed as the desk does it."""

    layer: Layer
    events: list[Event]

    @classmethod
    def empty(cls) -> "Log":
        return cls(Layer("anna"), [])

    def move(self, sitting: str, article: int, what: Any) -> Delta:
        """Take one move; an undo or redo that finds nothing is none."""
        match what:
            case ("undo", back) if len(self.layer.undoable) > back:
                changes: list[Change] = [Undone(self.layer.undoable[-1 - back])]
            case ("redo", back) if len(self.layer.redoable) > back:
                changes = [Redone(self.layer.redoable[-1 - back])]
            case list():
                # An identity stands for one annotation in the world.
                changes = [_of(change, article) for change in what]
            case _:
                changes = []
        return self.take(sitting, article, changes)

    def take(self, sitting: str, article: int, changes: list[Change]) -> Delta:
        number = len(self.events)
        step = Step(sitting, number)
        events = [Event(step, f"{AT}{number:04}", "anna", f"article-{article}", change) for change in changes]
        self.events += events
        return self.layer.take(events)

    def states(self) -> dict[str, tuple[dict[str, Annotation], str]]:
        """What was decided, without articles on which nothing is."""
        stands = {key: (state.annotations, state.finished) for key, state in self.layer.states.items()}
        return {key: value for key, value in stands.items() if value != ({}, "")}


def _of(change: Change, article: int) -> Change:
    if not isinstance(change, OfSpans):
        return change
    return replace(change, annotation_id=f"{change.annotation_id}{article}")


def naive(events: Iterable[Event]) -> dict[str, tuple[dict[str, Annotation], str]]:
    """The live events alone, one by one, on dictionaries that are searched and copied."""
    log = list(events)
    off: dict[Step, bool] = {}
    for event in log:
        if isinstance(event.change, Undone | Redone):
            off[event.change.step] = isinstance(event.change, Undone)
    stands: dict[str, tuple[dict[str, Annotation], str]] = {}
    for event in log:
        if off.get(event.step, False) or isinstance(event.change, Undone | Redone):
            continue
        annotations, finished = stands.get(event.article_id, ({}, ""))
        stands[event.article_id] = naive_step(annotations, finished, event)
    return {key: value for key, value in stands.items() if value != ({}, "")}


def naive_step(annotations: dict[str, Annotation], finished: str, event: Event) -> tuple[dict[str, Annotation], str]:
    change = event.change
    if isinstance(change, Related | Unrelated):
        return annotations, finished
    if isinstance(change, Finished | Reopened):
        return annotations, event.at if isinstance(change, Finished) else ""
    identity = getattr(change, "annotation_id", "")
    old = annotations.get(identity)
    others = {key: one for key, one in annotations.items() if key != identity}
    if isinstance(change, Deleted):
        return others, finished
    new = naive_change(old, change, event)
    clash = new and any((one.span, one.label) == (new.span, new.label) for one in others.values())
    return (annotations if new is None or clash else {**others, identity: new}), finished


def naive_change(old: Annotation | None, change: Change, event: Event) -> Annotation | None:
    if old is None:
        if not isinstance(change, Judged):
            return None
        first = (change.annotation_id, event.article_id, change.span, change.surface, change.label, change.verdict)
        return Annotation(*first, change.origin, event.reviewer, event.at, event.at)
    changed: dict[str, Any]
    match change:
        case Rejudged(_, verdict):
            changed = {"verdict": verdict}
        case Relabelled(_, label):
            changed = {"label": label}
        case Resized(_, span, surface):
            changed = {"span": span, "surface": surface}
        case Noted(_, note):
            changed = {"note": note}
        case _:
            return old
    return replace(old, **changed, decided=event.at)


@given(st.lists(moves, max_size=25))
def test_the_state_is_what_the_live_events_amount_to(sequence: list[tuple[str, int, Any]]) -> None:
    log = Log.empty()
    for move in sequence:
        log.move(*move)
        assert log.states() == naive(log.events)


@given(st.lists(moves, max_size=25))
def test_a_tie_is_as_it_was_last_decided(sequence: list[tuple[str, int, Any]]) -> None:
    log = Log.empty()
    for move in sequence:
        log.move(*move)
    off = {
        event.change.step: isinstance(event.change, Undone)
        for event in log.events
        if isinstance(event.change, Undone | Redone)
    }
    ties: dict[tuple[object, ...], str] = {}
    for event in (one for one in log.events if not off.get(one.step, False)):
        match event.change:
            case Related(tie, span, _, other, other_span, _, verdict):
                ties[event.article_id, tie, span, other, other_span] = verdict
            case Unrelated(tie, span, other, other_span):
                ties.pop((event.article_id, tie, span, other, other_span), None)
            case _:
                pass
    states = log.layer.states.items()
    assert ties == {(article, *key): one.verdict for article, state in states for key, one in state.relations.items()}


@given(st.lists(moves, max_size=25))
def test_a_log_read_at_once_is_a_log_taken_step_by_step(sequence: list[tuple[str, int, Any]]) -> None:
    log, again = Log.empty(), Log.empty()
    for move in sequence:
        log.move(*move)
    again.layer.take(log.events)
    assert again.states() == log.states()
    assert (again.layer.undoable, again.layer.redoable) == (log.layer.undoable, log.layer.redoable)


@given(st.lists(moves, max_size=25), st.integers(1, 5))
def test_the_deltas_alone_keep_tables_up_to_date(sequence: list[tuple[str, int, Any]], together: int) -> None:
    log, tables = Log.empty(), Layer("anna")
    annotations: dict[str, Annotation] = {}
    finished: dict[str, str] = {}
    for move in sequence:
        log.move(*move)
    for start in range(0, len(log.events), together):
        delta = tables.take(log.events[start : start + together])
        for identity, one in delta.annotations.items():
            annotations.pop(identity, None)
            annotations.update({identity: one} if one else {})
        finished.update(delta.finished)
        assert delta.articles == delta.finished.keys()
    stands = log.states()
    assert annotations == {key: one for state, _ in stands.values() for key, one in state.items()}
    assert {key: at for key, at in finished.items() if at} == {key: at for key, (_, at) in stands.items() if at}


@given(st.lists(moves, max_size=20), st.integers(1, 8))
def test_undo_then_redo_restores_and_undo_goes_back_step_by_step(
    sequence: list[tuple[str, int, Any]], times: int
) -> None:
    log = Log.empty()
    for move in sequence:
        log.move(*move)
    after = [log.states()]
    for _ in range(min(times, len(log.layer.undoable))):
        log.move("one", 0, ("undo", 0))
        after.append(log.states())
    undone = len(after) - 1
    for _ in range(undone):
        assert log.states() == after.pop()
        log.move("two", 0, ("redo", 0))
    assert log.states() == after.pop()


@given(st.lists(moves, max_size=25))
def test_nothing_is_ever_marked_twice_with_the_same_label(sequence: list[tuple[str, int, Any]]) -> None:
    log = Log.empty()
    for move in sequence:
        log.move(*move)
        for state in log.layer.states.values():
            places = [(one.span, one.label) for one in state.annotations.values()]
            assert len(places) == len(set(places))
            assert all(state.same(*place) is not None for place in places)


def judged(identity: str, start: int, label: str = "PERSON") -> Judged:
    return Judged(identity, Span(start, start + 1), "x", label, Verdict.ACCEPTED, None)


def test_a_new_decision_clears_what_could_be_redone() -> None:
    log = Log.empty()
    log.take("one", 0, [judged("a", 0)])
    log.take("one", 0, [judged("b", 1)])
    log.move("one", 0, ("undo", 0))
    assert log.layer.redoable == [Step("one", 1)]
    log.take("two", 0, [judged("c", 2)])
    assert log.layer.redoable == []
    assert log.layer.undoable == [Step("one", 0), Step("two", 3)]


def test_a_step_of_several_events_goes_and_comes_as_one() -> None:
    log = Log.empty()
    log.take("one", 0, [judged("a", 0)])
    log.take("one", 0, [Resized("a", Span(0, 2), "xy"), Relabelled("a", "ORG"), Finished()])
    log.move("one", 0, ("undo", 0))
    state = log.layer.state("article-0")
    assert (state.annotations["a"].span, state.annotations["a"].label, state.finished) == (Span(0, 1), "PERSON", "")
    log.move("one", 0, ("redo", 0))
    state = log.layer.state("article-0")
    assert (state.annotations["a"].span, state.annotations["a"].label) == (Span(0, 2), "ORG")
    assert state.finished
    assert [event.change for event in log.layer.events_of(Step("one", 1))][-1] == Finished()


def test_events_about_what_is_gone_change_nothing() -> None:
    log = Log.empty()
    gone: list[Change] = [
        Rejudged("z", Verdict.UNSURE),
        Relabelled("z", "ORG"),
        Resized("z", Span(0, 2), "xy"),
        Noted("z", "why?"),
        Deleted("z"),
        Undone(Step("nobody", 1)),
        Redone(Step("nobody", 1)),
    ]
    log.take("one", 0, [judged("a", 0)])
    before = log.states()
    for change in gone:
        log.take("two", 0, [change])
        assert log.states() == before


def test_undoing_what_was_undone_changes_nothing() -> None:
    log = Log.empty()
    log.take("one", 0, [judged("a", 0)])
    for _ in range(2):
        log.take("one", 0, [Undone(Step("one", 0))])
    assert (log.layer.undoable, log.layer.redoable) == ([], [Step("one", 0)])
    for _ in range(2):
        log.take("one", 0, [Redone(Step("one", 0))])
    assert (log.layer.undoable, log.layer.redoable) == ([Step("one", 0)], [])


def test_the_second_of_two_equal_marks_steps_in_when_the_first_is_undone() -> None:
    log = Log.empty()
    log.take("one", 0, [judged("a", 0)])
    log.take("two", 0, [judged("b", 0)])
    assert list(log.layer.state("article-0").annotations) == ["a"]
    log.move("one", 0, ("undo", 1))
    assert list(log.layer.state("article-0").annotations) == ["b"]


def test_the_times_of_the_first_and_the_last_decision_are_kept() -> None:
    log = Log.empty()
    log.take("one", 0, [judged("a", 0)])
    log.take("one", 0, [Noted("a", "why?")])
    one = log.layer.state("article-0").annotations["a"]
    assert (one.created, one.decided, one.note) == (f"{AT}0000", f"{AT}0001", "why?")


def test_nothing_is_decided_on_an_article_nobody_touched() -> None:
    assert Layer("anna").state("article-0") == ArticleState() == folded([])
    assert Layer("anna").take([]) == Delta()
