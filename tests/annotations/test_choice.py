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
from annotations.relations import basis_of, save_comparison
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.article import Article, Story
from corpus.comparison import Comparison, Marked, Side
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


def said(story: GoldStory, verdict: Verdict) -> list[list[str]]:
    """The ids of the annotations of each article that have a verdict."""
    return [[each.id for each in article.annotations if each.verdict is verdict] for article in story.articles]


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
    assert said(story, Verdict.ACCEPTED) == [["a1", "b1"], []]
    assert said(story, Verdict.UNSURE) == [["a2"], ["a3"]]
    assert [each.members for each in story.clusters] == [("a1", "b1")]
    assert relations(story.articles[0]) == []
    assert [[each.id for each in article.boilerplate] for article in story.articles] == [["a9"], []]


def test_an_article_is_finished_by_as_many_as_have_to_agree(store: Store) -> None:
    assert [each.finished_by for each in one(store).articles] == [("ben",), ()]
    assert [each.finished_by for each in one(store, Choice(agreed=2)).articles] == [(), ()]
    assert list(gold(store, Choice(agreed=2, reviewed=True))) == []
    Sitter(store, "anna", "c").decide(Finished())
    assert [each.finished_by for each in one(store, Choice(agreed=2)).articles] == [("anna", "ben"), ()]
    story = one(store, Choice(agreed=2, reviewed=True))
    assert (said(story, Verdict.ACCEPTED), said(story, Verdict.UNSURE)) == ([["a1", "b1"]], [["a2"]])
    # Only those who are wanted count.
    alone = Choice(agreed=2, reviewers=("anna",))
    assert [each.finished_by for each in one(store, alone).articles] == [(), ()]
    assert said(one(store, alone), Verdict.UNSURE) == [["a1", "a2"], ["a3"]]


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


def test_what_only_a_model_takes_for_one_thing_is_no_gold_unless_it_is_asked_for(store: Store) -> None:
    anna = Sitter(store, "anna", "links")
    anna.decide(judged("Charles Babbage", identity="a4"))
    anna.decide(judged("Babbage", identity="a5", text=SECOND.text), article=SECOND)
    short, full = Span(0, len("Babbage")), Span(FIRST.text.index("Charles"), FIRST.text.index(" in London"))
    sides = tuple(Side(marked=(Marked(one.start, one.end, "PERSON", 90, "", 0),)) for one in (full, short))
    story = one(store)
    save_comparison(store, story.id, "anna", basis_of([FIRST, SECOND]), Comparison(sides=sides).to_bytes())
    assert not any({"a4", "a5"} <= set(cluster.members) for cluster in one(store).clusters)
    assert any({"a4", "a5"} <= set(cluster.members) for cluster in one(store, Choice(links=True)).clusters)


def test_what_was_said_of_names_in_one_story_holds_in_the_others(store: Store) -> None:
    anna = Sitter(store, "anna", "names")
    anna.decide(judged("Charles Babbage", identity="a4"))
    anna.decide(judged("Babbage", identity="a5", text=SECOND.text), article=SECOND)
    full, short = Span(FIRST.text.index("Charles"), FIRST.text.index(" in London")), Span(0, len("Babbage"))
    anna.decide(Related(Tie.SAME, full, "Charles Babbage", SECOND.id, short, "Babbage", Verdict.ACCEPTED))
    third, fourth = Article.of("third.txt", "Charles Babbage sat."), Article.of("fourth.txt", "Babbage sat.")
    store.add_story(Story("More letters", (third, fourth)))
    anna.decide(judged("Charles Babbage", identity="a6", text=third.text), article=third)
    anna.decide(judged("Babbage", identity="a7", text=fourth.text), article=fourth)
    _, other = gold(store)
    assert [cluster.members for cluster in other.clusters] == [("a6", "a7")]
