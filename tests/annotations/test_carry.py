"""Carrying over: what stands in unchanged passages goes over exactly, the rest is listed, and nothing is lost."""

from collections.abc import Generator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.carry import CONTEXT, Carried, carry, moved, unchanged
from annotations.choice import gold
from annotations.event_rows import log_rows
from annotations.events import Deleted, Noted, Relabelled
from annotations.grouping import group
from annotations.model import Proposal, Verdict
from annotations.queue import story
from annotations.store import Store
from corpus.article import Article
from corpus.span import Span
from tests.annotations.libraries import taken
from tests.annotations.projects import Sitter, judged, lines_of, standing

OLD = "Ada Lovelace wrote to Charles Babbage in London.\nNobody answered for 3 weeks, it was said.\nThe end."
NEW = "LONDON. Ada Lovelace wrote to Charles Babbage in London.\nSomebody answered after 4 weeks.\nThe end."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letters.variorum"


@pytest.fixture
def store(path: Path) -> Generator[Store]:
    """An older version with three annotations of anna's, one of ben's, and a newer version."""
    with closing(Store(path)) as store:
        older = Article.of("a", OLD)
        taken(store, older)
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        origin = Proposal(Span(0, 12), "ORG", "sm 1")
        anna.decide(
            judged("Ada Lovelace", text=OLD, origin=origin), Noted("Ada Lovelace-PERSON", "who?"), article=older
        )
        anna.decide(judged("London", "GPE", text=OLD, verdict=Verdict.UNSURE), article=older)
        anna.decide(judged("3 weeks", "DATE", text=OLD), article=older)
        ben.decide(judged("Charles Babbage", text=OLD), article=older)
        taken(store, Article.of("a", NEW), key="later")
        yield store


def carried(store: Store, reviewer: str | None = None) -> list[Carried]:
    return list(carry(store, "test", reviewer))


def on_newer(store: Store) -> list[tuple[str, str, str, str, str]]:
    newer = Article.of("a", NEW)
    return sorted(
        (one.reviewer, one.surface, one.label, one.verdict.value, one.note)
        for one in store.annotations(newer.id)
        if one.span.surface(NEW) == one.surface
    )


def test_what_did_not_change_goes_over_and_the_rest_is_listed(store: Store, path: Path) -> None:
    before = standing(store)
    anna, ben = carried(store)
    assert (anna.reviewer, anna.taken, ben.reviewer, ben.taken) == ("anna", 2, "ben", 1)
    (left,) = anna.left
    assert (left.annotation.surface, left.reason, left.nearest) == ("3 weeks", "the passage was changed", None)
    assert on_newer(store) == [
        ("anna", "Ada Lovelace", "PERSON", "accepted", "who?"),
        ("anna", "London", "GPE", "unsure", ""),
        ("ben", "Charles Babbage", "PERSON", "accepted", ""),
    ]
    assert before.items() <= standing(store).items()
    origins = [one.origin for one in store.annotations(Article.of("a", NEW).id) if one.origin]
    assert origins == [Proposal(Span(8, 20), "ORG", "sm 1")]
    assert lines_of(path) == []


def test_carrying_again_adds_nothing(store: Store) -> None:
    carried(store)
    log = log_rows(store)
    assert [(one.taken, one.there, len(one.left)) for one in carried(store)] == [(0, 0, 1)]
    assert log_rows(store) == log


def test_one_reviewer_alone(store: Store) -> None:
    assert [one.reviewer for one in carried(store, "ben")] == ["ben"]
    assert {reviewer for reviewer, *_ in on_newer(store)} == {"ben"}


def test_a_reviewer_can_undo_it_in_one_step(store: Store, path: Path) -> None:
    carried(store)
    anna = Sitter(store, "anna", "again")
    anna.undo()
    assert {reviewer for reviewer, *_ in on_newer(store)} == {"ben"}
    assert lines_of(path) == []


def test_what_was_deleted_or_changed_after_it_was_carried_does_not_come_back(store: Store) -> None:
    carried(store)
    newer = Article.of("a", NEW)
    copies = {one.surface: one for one in store.annotations(newer.id) if one.reviewer == "anna"}
    anna = Sitter(store, "anna", "again")
    anna.decide(Deleted(copies["Ada Lovelace"].id), Relabelled(copies["London"].id, "LOC"), article=newer)
    assert [(one.reviewer, one.taken, len(one.left)) for one in carried(store)] == [("anna", 0, 1)]
    assert on_newer(store)[0][:3] == ("anna", "London", "LOC")
    newest = Article.of("a", NEW + "\nPostscript.")
    taken(store, newest, key="last")
    carried(store)
    assert {one.surface for one in store.annotations(newest.id)} == {"London", "Charles Babbage"}


def test_an_older_version_leaves_the_desk_when_it_was_carried_and_comes_back_with_an_undo(store: Store) -> None:
    Sitter(store, "anna", "before").decide(Deleted("3 weeks-DATE"), article=Article.of("a", OLD))
    group(store)
    (key,) = store.rows("SELECT id FROM story")[0]

    def on_desk() -> list[str]:
        held = story(store, key, "anna")
        return [one.text for one in held.articles] if held else []

    assert on_desk() == [OLD, NEW]
    carried(store)
    assert on_desk() == [NEW]
    assert [one.article.text for story in gold(store) for one in story.articles] == [NEW]
    Sitter(store, "anna", "again").undo()
    assert on_desk() == [OLD, NEW]
    assert {one.surface for one in store.annotations(Article.of("a", NEW).id)} == {"Charles Babbage"}


def test_annotations_go_over_several_versions_to_the_newest(store: Store) -> None:
    newest = Article.of("a", NEW + "\nPostscript.")
    taken(store, newest, key="last")
    carried(store)
    assert {one.surface for one in store.annotations(newest.id)} == {"Ada Lovelace", "London", "Charles Babbage"}


def test_an_annotation_that_was_deleted_stays_where_it_was(store: Store) -> None:
    Sitter(store, "ben", "again").decide(Deleted("Charles Babbage-PERSON"), article=Article.of("a", OLD))
    assert [one.reviewer for one in carried(store)] == ["anna"]


words = st.lists(st.sampled_from("one two three. four, five\nsix seven eight".split(" ")), max_size=40).map(" ".join)


@given(older=words, newer=words)
def test_passages_are_the_same_words_in_both_texts(older: str, newer: str) -> None:
    passages = unchanged(older, newer)
    for start, other, length in passages:
        assert older[start : start + length] == newer[other : other + length]
    for before, after in pairwise(passages):
        assert before[0] + before[2] <= after[0]
        assert before[1] + before[2] <= after[1]


@given(text=words, data=st.data())
def test_a_span_keeps_its_words_wherever_it_goes(text: str, data: st.DataObject) -> None:
    newer = data.draw(words)
    passages = unchanged(text, f"{newer} {text}")
    if len(text) > 1:
        start = data.draw(st.integers(0, len(text) - 2))
        span = Span(start, data.draw(st.integers(start + 1, len(text) - 1)))
        place = moved(span, passages)
        assert place is None or place.surface(f"{newer} {text}") == span.surface(text)


def test_a_passage_that_is_hardly_longer_than_the_span_says_too_little() -> None:
    span = Span(0, 4)
    assert moved(span, [(0, 7, 4 + CONTEXT - 1)]) is None
    assert moved(span, [(0, 7, 4 + CONTEXT)]) == Span(7, 11)
    assert moved(Span(3, 5), [(0, 0, 4)]) is None
