"""What leaves a project as gold data."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.events import Finished, Reopened
from annotations.gold import GoldArticle, gold
from annotations.model import Verdict
from annotations.store import Store
from corpus.analysis import ModelId, analysis_of
from corpus.article import Story
from tests.annotations.projects import AT, FIRST, SECOND, Sitter, judged, project


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Anna finished the first article; ben marked in both, and finished the second."""
    with project(tmp_path / "letters.variorum") as store:
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        anna.mark("London", "GPE", identity="a2")
        anna.mark("Ada", "PERSON", identity="a1")
        anna.mark("Ada", "ORG", identity="a0", verdict=Verdict.REJECTED)
        ben.mark("Ada", "PERSON", identity="b1")
        ben.decide(judged("Paris", "GPE", identity="b2", text=SECOND.text), Finished(), article=SECOND)
        anna.reload()
        anna.decide(Finished())
        yield store


def ids(found: Iterator[GoldArticle]) -> dict[str, list[str]]:
    return {one.article.name: [annotation.id for annotation in one.annotations] for one in found}


def test_every_article_comes_with_every_decision_in_order(store: Store) -> None:
    assert ids(gold(store)) == {"first.txt": ["a0", "a1", "b1", "a2"], "second.txt": ["b2"]}
    first, second = gold(store)
    assert (first.article, first.story, first.finished_by) == (FIRST, "Letters", ("anna",))
    assert (second.article, second.story, second.finished_by) == (SECOND, "Letters", ("ben",))
    assert first.annotations[0].verdict is Verdict.REJECTED
    assert all(one.span.surface(FIRST.text) == one.surface for one in first.annotations)


def test_one_reviewer_alone(store: Store) -> None:
    assert ids(gold(store, reviewer="anna")) == {"first.txt": ["a0", "a1", "a2"], "second.txt": []}
    assert [one.finished_by for one in gold(store, reviewer="ben")] == [(), ("ben",)]
    assert ids(gold(store, reviewer="nobody")) == {"first.txt": [], "second.txt": []}


def test_only_what_was_finished_by_those_who_finished_it(store: Store) -> None:
    assert ids(gold(store, reviewed=True)) == {"first.txt": ["a0", "a1", "a2"], "second.txt": ["b2"]}
    assert ids(gold(store, reviewed=True, reviewer="anna")) == {"first.txt": ["a0", "a1", "a2"]}
    assert ids(gold(store, reviewed=True, reviewer="ben")) == {"second.txt": ["b2"]}


def test_an_article_that_both_finished_has_the_decisions_of_both(store: Store) -> None:
    ben = Sitter(store, "ben", "b-2")
    ben.decide(Finished())
    first, _ = gold(store, reviewed=True)
    assert first.finished_by == ("anna", "ben")
    assert [one.id for one in first.annotations] == ["a0", "a1", "b1", "a2"]


def test_an_article_that_was_reopened_is_not_finished(store: Store) -> None:
    anna = Sitter(store, "anna", "a-2")
    anna.decide(Reopened())
    assert ids(gold(store, reviewed=True)) == {"second.txt": ["b2"]}
    anna.undo()
    assert list(ids(gold(store, reviewed=True))) == ["first.txt", "second.txt"]
    assert store.finished()[FIRST.id] == {"anna": AT}


def test_the_language_is_that_of_the_reading_else_english(store: Store) -> None:
    save_analysis(store, SECOND.sha256, analysis_of(ModelId("sm", "1", "de"), [], [], []))
    assert [one.lang for one in gold(store)] == ["en", "de"]


def test_an_article_of_two_stories_comes_once(store: Store) -> None:
    store.add_story(Story("Another story", (SECOND, FIRST)))
    assert [(one.article.name, one.story) for one in gold(store)] == [
        ("first.txt", "Letters"),
        ("second.txt", "Letters"),
    ]
