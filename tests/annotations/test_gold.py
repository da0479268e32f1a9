"""What leaves a project as gold data."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.choice import Choice, gold, unknown_reviewers
from annotations.chosen_labels import counted_labels
from annotations.events import Finished, Reopened
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Verdict
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Metadata, Story
from corpus.label_map import BOILERPLATE
from corpus.span import Span
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


def articles(found: Iterable[GoldStory]) -> list[GoldArticle]:
    return [one for story in found for one in story.articles]


def ids(found: Iterable[GoldStory]) -> dict[str, list[str]]:
    return {one.article.name: [annotation.id for annotation in one.annotations] for one in articles(found)}


def test_every_article_comes_with_every_decision_in_order(store: Store) -> None:
    assert ids(gold(store)) == {"first.txt": ["a0", "a1", "b1", "a2"], "second.txt": ["b2"]}
    [story] = gold(store)
    assert story.title == "Letters"
    assert story.id == store.rows("SELECT id FROM story")[0][0]
    first, second = story.articles
    assert (first.article, first.finished_by) == (FIRST, ("anna",))
    assert (second.article, second.finished_by) == (SECOND, ("ben",))
    assert first.annotations[0].verdict is Verdict.REJECTED
    assert all(one.span.surface(FIRST.text) == one.surface for one in first.annotations)


def test_some_reviewers_alone(store: Store) -> None:
    assert ids(gold(store, Choice(reviewers=("anna",)))) == {"first.txt": ["a0", "a1", "a2"], "second.txt": []}
    assert [one.finished_by for one in articles(gold(store, Choice(reviewers=("ben",))))] == [(), ("ben",)]
    assert ids(gold(store, Choice(reviewers=("nobody",)))) == {"first.txt": [], "second.txt": []}
    assert ids(gold(store, Choice(reviewers=("ben", "anna")))) == ids(gold(store))
    assert unknown_reviewers(store, Choice(reviewers=("nobody", "anna"))) == ["nobody"]


def test_only_what_was_finished_by_those_who_finished_it(store: Store) -> None:
    assert ids(gold(store, Choice(reviewed=True))) == {"first.txt": ["a0", "a1", "a2"], "second.txt": ["b2"]}
    assert ids(gold(store, Choice(reviewed=True, reviewers=("anna",)))) == {"first.txt": ["a0", "a1", "a2"]}
    assert ids(gold(store, Choice(reviewed=True, reviewers=("ben",)))) == {"second.txt": ["b2"]}


def test_an_article_that_both_finished_has_the_decisions_of_both(store: Store) -> None:
    ben = Sitter(store, "ben", "b-2")
    ben.decide(Finished())
    first, _ = articles(gold(store, Choice(reviewed=True)))
    assert first.finished_by == ("anna", "ben")
    assert [one.id for one in first.annotations] == ["a0", "a1", "b1", "a2"]


def test_an_article_that_was_reopened_is_not_finished(store: Store) -> None:
    anna = Sitter(store, "anna", "a-2")
    anna.decide(Reopened())
    assert ids(gold(store, Choice(reviewed=True))) == {"second.txt": ["b2"]}
    anna.undo()
    assert list(ids(gold(store, Choice(reviewed=True)))) == ["first.txt", "second.txt"]
    assert store.finished()[FIRST.id] == {"anna": AT}


def test_only_labels_that_are_wanted(store: Store) -> None:
    assert ids(gold(store, Choice(labels=("GPE", "ORG")))) == {"first.txt": ["a0", "a2"], "second.txt": ["b2"]}
    assert counted_labels(store) == {"GPE": 2, "PERSON": 2}


def test_only_spans_on_which_enough_agree(store: Store) -> None:
    def sure(agreed: int) -> dict[str, list[str]]:
        return {
            one.article.name: [each.id for each in one.annotations if each.verdict is not Verdict.UNSURE]
            for one in articles(gold(store, Choice(agreed=agreed)))
        }

    assert sure(2) == {"first.txt": ["a0", "a1", "b1"], "second.txt": []}
    assert sure(3)["first.txt"] == ["a0"]
    assert ids(gold(store, Choice(agreed=2))) == ids(gold(store))


def test_only_articles_of_some_days(store: Store) -> None:
    dated = Article.of("third.txt", "Dated.", metadata=Metadata(published="2026-03-15"))
    store.add_story(Story("Later", (dated,)))
    for choice in (Choice(since="2026"), Choice(until="2026-03"), Choice(since="2026-03-15", until="2026-03-15")):
        assert list(ids(gold(store, choice))) == ["third.txt"]
    for choice in (Choice(since="2026-04"), Choice(until="2026-03-14")):
        assert list(ids(gold(store, choice))) == []


def test_names_of_reviewers_can_be_left_out(store: Store) -> None:
    [story] = gold(store, Choice(anonymous=True))
    first, second = story.articles
    assert (first.finished_by, second.finished_by) == (("reviewer-1",), ("reviewer-2",))
    assert {one.reviewer for one in (*first.annotations, *second.annotations)} == {"reviewer-1", "reviewer-2"}


def test_boilerplate_stands_apart(store: Store) -> None:
    Sitter(store, "anna", "a-2").mark("Nobody", BOILERPLATE, identity="a9")
    first, _ = articles(gold(store))
    assert [one.id for one in first.boilerplate] == ["a9"]
    assert "a9" not in [one.id for one in first.annotations]


def test_open_proposals_come_where_they_are_wanted(store: Store) -> None:
    found = [Mention(Span(0, 12), "PERSON", 70), Mention(Span(22, 37), "PERSON", 60)]
    save_analysis(store, FIRST.sha256, analysis_of(ModelId("sm", "1"), [], [], found))
    assert [one.offers for one in articles(gold(store))] == [(), ()]
    first, second = articles(gold(store, Choice(offers=True)))
    assert [(one.proposal.span, one.proposal.model, one.score) for one in first.offers] == [(Span(22, 37), "sm 1", 60)]
    assert second.offers == ()


def test_equal_names_are_one_cluster(store: Store) -> None:
    [story] = gold(store)
    assert [one.members for one in story.clusters] == [("a1", "b1"), ("a2",), ("b2",)]


def test_the_language_is_the_one_it_was_read_in(store: Store) -> None:
    save_analysis(store, SECOND.sha256, analysis_of(ModelId("sm", "1", "de"), [], [], []))
    assert [one.lang for one in articles(gold(store))] == ["en", "de"]


def test_an_article_of_two_stories_comes_once(store: Store) -> None:
    store.add_story(Story("Another story", (SECOND, FIRST)))
    [story] = gold(store)
    assert [one.article.name for one in story.articles] == ["first.txt", "second.txt"]
