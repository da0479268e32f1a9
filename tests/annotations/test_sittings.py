"""Decisions through project files: several windows, several reviewers, and tables that always say what the log says."""

from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.check import findings
from annotations.events import (
    Change,
    Deleted,
    Finished,
    Judged,
    OfSpans,
    Redone,
    Rejudged,
    Relabelled,
    Related,
    Resized,
    Undone,
    Unrelated,
)
from annotations.model import Verdict
from annotations.replay import Layer
from annotations.store import StaleError, Store
from corpus.article import Article
from corpus.span import Span
from tests.annotations.decisions import moves
from tests.annotations.projects import AT, FIRST, SECOND, Sitter, judged, project, standing

ARTICLES = (FIRST, SECOND)
_names = count()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letters.variorum"


def test_a_sitting_that_begins_again_is_the_same(path: Path) -> None:
    with project(path) as store:
        Sitter(store)
        Sitter(store)
        assert store.reviewers() == ["anna"]
        assert len(store.label_sets()) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(moves, max_size=15))
def test_the_tables_say_what_the_log_says(tmp_path: Path, sequence: list[tuple[str, int, Any]]) -> None:
    with project(tmp_path / f"{next(_names)}.variorum") as store:
        sitters = {name: Sitter(store, sitting=name) for name in ("one", "two")}
        for name, article, what in sequence:
            sitters[name].reload()
            _move(sitters[name], article, what)
        layer = Layer("anna")
        layer.take(store.events("anna"))
        states = layer.states.items()
        assert standing(store) == {key: one for _, state in states for key, one in state.annotations.items()}
        assert store.finished() == {key: {"anna": state.finished} for key, state in states if state.finished}
        assert list(findings(store)) == []


def _move(sitter: Sitter, article: int, what: Any) -> None:
    match what:
        case ("undo", back) if len(sitter.layer.undoable) > back:
            sitter.decide(Undone(sitter.layer.undoable[-1 - back]))
        case ("redo", back) if len(sitter.layer.redoable) > back:
            sitter.decide(Redone(sitter.layer.redoable[-1 - back]))
        case list():
            one = ARTICLES[article]
            sitter.decide(*(_fitted(change, one) for change in what), article=one)
        case _:
            pass


def _fitted(change: Change, article: Article) -> Change:
    """The change with an identity of the article's own, and the words that stand there."""
    if isinstance(change, Related):
        words = change.span.surface(article.text), change.other_span.surface(article.text)
        return replace(change, surface=words[0], other=article.id, other_surface=words[1])
    if isinstance(change, Unrelated):
        return replace(change, other=article.id)
    if not isinstance(change, OfSpans):
        return change
    change = replace(change, annotation_id=change.annotation_id + article.name)
    if isinstance(change, Judged | Resized):
        return replace(change, surface=change.span.surface(article.text))
    return change


def test_another_window_of_the_same_reviewer_is_noticed(path: Path) -> None:
    with project(path) as store, closing(Store(path)) as other:
        mine, theirs = Sitter(store, sitting="mine"), Sitter(other, sitting="theirs")
        mine.mark("Ada")
        events = theirs.events(judged("London", "GPE"))
        with pytest.raises(StaleError):
            other.append(events, theirs.layer.take(events))
        assert [event.step.sitting for event in other.events("anna")] == ["mine"]
        theirs.reload()
        other.append(events, theirs.layer.take(events))
        assert set(standing(store)) == {"Ada-PERSON", "London-GPE"}
        with pytest.raises(StaleError):
            mine.mark("weeks", "DATE")
        assert list(findings(store)) == []


def test_undo_reaches_what_the_other_window_did(path: Path) -> None:
    with project(path) as store, closing(Store(path)) as other:
        Sitter(store, sitting="mine").mark("Ada")
        theirs = Sitter(other, sitting="theirs")
        theirs.undo()
        assert standing(store) == {}
        theirs.redo()
        assert set(standing(store)) == {"Ada-PERSON"}
        assert list(findings(store)) == []


def test_two_reviewers_do_not_meet(path: Path) -> None:
    with project(path) as store, closing(Store(path)) as other:
        anna, ben = Sitter(store, "anna", "a"), Sitter(other, "ben", "b")
        anna.mark("Ada", identity="a1")
        ben.mark("Ada", identity="b1")
        anna.mark("London", "GPE", identity="a2")
        ben.decide(Rejudged("b1", Verdict.UNSURE), Finished())
        anna.undo()
        stands = standing(store)
        assert {key: (one.reviewer, one.verdict) for key, one in stands.items()} == {
            "a1": ("anna", Verdict.ACCEPTED),
            "b1": ("ben", Verdict.UNSURE),
        }
        assert store.finished() == {FIRST.id: {"ben": AT}}
        assert [event.step.sitting for event in store.events("ben")] == ["b", "b", "b"]
        assert len(store.events()) == 6
        assert list(findings(store)) == []


def test_two_annotations_may_swap_places_in_one_step(path: Path) -> None:
    with project(path) as store:
        sitter = Sitter(store)
        sitter.mark("Ada", "PERSON", identity="a")
        sitter.mark("Ada", "ORG", identity="b")
        sitter.decide(Relabelled("a", "GPE"), Relabelled("b", "PERSON"), Relabelled("a", "ORG"))
        assert {key: one.label for key, one in standing(store).items()} == {"a": "ORG", "b": "PERSON"}
        sitter.decide(Deleted("a"), Resized("b", Span(0, 4), "Ada "))
        assert {key: one.span for key, one in standing(store).items()} == {"b": Span(0, 4)}


def test_one_store_may_write_for_several_sittings(path: Path) -> None:
    with project(path) as store:
        one = Sitter(store, sitting="one")
        one.mark("Ada")
        two = Sitter(store, sitting="two")
        two.mark("London", "GPE")
        one.reload()
        one.mark("weeks", "DATE")
        assert list(findings(store)) == []
