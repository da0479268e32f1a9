"""Choices: each filter reaches everything that hangs on what it leaves out, and combinations hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.choice import ALL, Choice, gold
from annotations.chosen_labels import labels_in, unknown_labels
from annotations.events import Connected, Finished, Related, Stated
from annotations.gold import GoldArticle, GoldStory
from annotations.model import About, Tie, Verdict
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tests.annotations.projects import FIRST, SECOND, Sitter, judged, project


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Anna said all kinds of things of two articles; ben marked one of the same names."""
    with project(tmp_path / "letters.variorum") as store:
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        ada, london = judged("Ada", identity="a1"), judged("London", "GPE", identity="a2")
        paris = judged("Paris", "GPE", identity="a3", text=SECOND.text)
        anna.decide(ada, london, judged("Nobody", BOILERPLATE, identity="a9"))
        anna.decide(paris, article=SECOND)
        anna.decide(Connected("in", "a1", FIRST.id, "a2"), Connected("was-in", "a1", SECOND.id, "a3"))
        anna.decide(
            Stated(About.ARTICLE, None, "", "genre", "letter"), Stated(About.NAME, ada.span, "Ada", "name", "A.")
        )
        ends = (london.span, "London", SECOND.id, paris.span, "Paris")
        anna.decide(Related(Tie.SAME, *ends, Verdict.REJECTED))
        ben.decide(judged("Ada", identity="b1"), Finished())
        yield store


def one(store: Store, choice: Choice = ALL) -> GoldStory:
    [story] = gold(store, choice)
    return story


def reviewers(story: GoldStory) -> set[str]:
    """Everybody who is named anywhere in a story."""
    found = {tie.reviewer for tie in story.ties}
    for article in story.articles:
        found.update(article.finished_by)
        for some in (article.annotations, article.boilerplate, article.statements, article.connections):
            found.update(each.reviewer for each in some)
    return found


def relations(article: GoldArticle) -> list[tuple[str, str]]:
    return [(each.kind, each.target) for each in article.connections]


def test_all_of_it(store: Store) -> None:
    story = one(store)
    first, second = story.articles
    assert [each.id for each in first.annotations] == ["a1", "b1", "a2"]
    assert [each.id for each in second.annotations] == ["a3"]
    assert sorted(relations(first)) == [("in", "a2"), ("was-in", "a3")]
    assert [(each.tie, each.verdict) for each in story.ties] == [(Tie.SAME, Verdict.REJECTED)]
    assert {each.field for each in first.statements} == {"genre", "name"}
    assert reviewers(story) == {"anna", "ben"}


def test_a_reviewer_alone_leaves_nothing_of_the_others(store: Store) -> None:
    assert reviewers(one(store, Choice(reviewers=("ben",)))) == {"ben"}
    assert reviewers(one(store, Choice(reviewers=("anna",)))) == {"anna"}


def test_names_are_replaced_everywhere(store: Store) -> None:
    story = one(store, Choice(anonymous=True))
    assert reviewers(story) == {"reviewer-1", "reviewer-2"}
    # The same person has the same number, whoever else is wanted.
    assert reviewers(one(store, Choice(anonymous=True, reviewers=("ben",)))) == {"reviewer-2"}


def test_relations_to_what_is_not_wanted_go_with_it(store: Store) -> None:
    first, _ = one(store, Choice(labels=("PERSON",))).articles
    assert relations(first) == []
    first, _ = one(store, Choice(labels=("GPE",))).articles
    assert relations(first) == []
    assert [each.members for each in one(store, Choice(labels=("GPE",))).clusters] == [("a2",), ("a3",)]


def test_only_what_enough_people_accepted(store: Store) -> None:
    story = one(store, Choice(agreed=2))
    assert [[each.id for each in article.annotations] for article in story.articles] == [["a1", "b1"], []]
    assert relations(story.articles[0]) == []
    assert [[each.id for each in article.boilerplate] for article in story.articles] == [["a9"], []]


def test_finished_articles_hold_what_those_say_who_finished_them(store: Store) -> None:
    story = one(store, Choice(reviewed=True))
    assert [article.article.name for article in story.articles] == [FIRST.name]
    assert reviewers(story) == {"ben"}
    assert list(gold(store, Choice(reviewed=True, reviewers=("anna",)))) == []


def test_proposals_on_which_nobody_decided_come_where_they_are_wanted(store: Store) -> None:
    charles = judged("Charles Babbage").span
    found = [Mention(Span(0, 12), "PERSON", 70), Mention(charles, "PERSON", 60)]
    save_analysis(store, FIRST.sha256, analysis_of(ModelId("sm", "1"), [], [], found))
    assert [len(each.offers) for each in one(store).articles] == [0, 0]
    first, _ = one(store, Choice(offers=True)).articles
    assert [(each.proposal.span, each.proposal.label, each.score) for each in first.offers] == [(charles, "PERSON", 60)]
    assert one(store, Choice(offers=True, labels=("GPE",))).articles[0].offers == ()


def test_labels_that_a_dataset_may_have_are_the_same_for_each_part(store: Store) -> None:
    assert labels_in(store, ALL) == ["GPE", "PERSON"]
    assert labels_in(store, Choice(labels=("PERSON", "ORG"))) == ["ORG", "PERSON"]


def test_labels_that_there_are_not(store: Store) -> None:
    # ORG is in the label set, though nobody gave it.
    assert unknown_labels(store, Choice(labels=("PRESON", "PERSON", "ORG"))) == ["PRESON"]
