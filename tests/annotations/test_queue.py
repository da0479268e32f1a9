"""The queue of stories: sorted, filtered, by window, with what one reviewer has done."""

from contextlib import closing
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.doubts import doubts, readers
from annotations.events import Finished, Reopened
from annotations.gold import Offer
from annotations.model import Proposal
from annotations.offered import keep_offers
from annotations.queue import Listed, Order, State, Wanted, first_numbers, listed, numbers, total
from annotations.store import Store
from corpus.analysis import Mention, ModelId, analysis_of
from corpus.span import Span
from tests.annotations.libraries import articles, filled
from tests.annotations.projects import Sitter, judged


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two stories: the flood with three articles, the fire with two."""
    return filled(tmp_path / "corpus.variorum", articles()[:5])


def rows(store: Store, wanted: Wanted, reviewer: str = "anna") -> list[Listed]:
    return listed(store, reviewer, numbers(store, reviewer, wanted))


def titles(store: Store, wanted: Wanted) -> list[str]:
    return [one.title.split()[0] for one in rows(store, wanted)]


@pytest.mark.parametrize(
    ("order", "ascending", "expected"),
    [
        (Order.DATE, False, ["Fire", "Flood"]),
        (Order.DATE, True, ["Flood", "Fire"]),
        (Order.SIZE, False, ["Flood", "Fire"]),
        (Order.SIZE, True, ["Fire", "Flood"]),
        (Order.OPEN, False, ["Flood", "Fire"]),
        (Order.DISAGREEMENT, False, ["Fire", "Flood"]),
    ],
)
def test_it_is_sorted(store: Store, order: Order, ascending: bool, expected: list[str]) -> None:  # noqa: FBT001
    assert titles(store, Wanted(order, ascending)) == expected
    assert total(store) == 2


def test_what_the_model_is_least_sure_of_comes_first_until_it_is_finished(store: Store) -> None:
    flood, fire = articles()[0], articles()[3]
    for article, score in ((flood, 90), (fire, 60)):
        read = analysis_of(ModelId("sm", "1"), [], [], [Mention(Span(0, 4), "ORG", score), Mention(Span(5, 8), "ORG")])
        save_analysis(store, article.sha256, read)
    assert titles(store, Wanted(Order.DOUBT)) == ["Fire", "Flood"]
    Sitter(store).decide(Finished(), article=fire)
    assert titles(store, Wanted(Order.DOUBT)) == ["Flood", "Fire"]
    assert [one.title.split()[0] for one in rows(store, Wanted(Order.DOUBT), "ben")] == ["Fire", "Flood"]


def test_of_several_models_the_newest_reading_counts_or_that_of_the_one_that_is_named(store: Store) -> None:
    flood, fire = articles()[0], articles()[3]
    for version, scores in (("1", (50, 90)), ("2", (90, 70))):
        for article, score in zip((flood, fire), scores, strict=True):
            read = analysis_of(ModelId("sm", version), [], [], [Mention(Span(0, 4), "ORG", score)])
            save_analysis(store, article.sha256, read)
    with store.write() as connection:
        keep_offers(connection, flood.sha256, "en", [Offer(Proposal(Span(0, 4), "ORG", "my guesser"), 10)])
    by_title = {one.title.split()[0]: one.number for one in rows(store, Wanted())}
    for model, expected in {
        "": {"Fire": 300, "Flood": 100}, "sm": {"Fire": 300, "Flood": 100}, "sm 2": {"Fire": 300, "Flood": 100},
        "sm 1": {"Flood": 500, "Fire": 100}, "my guesser": {"Flood": 900, "Fire": 0},
    }.items():  # fmt: skip
        assert titles(store, Wanted(Order.DOUBT, model=model)) == list(expected), model
        found = doubts(store, "anna", list(by_title.values()), model)
        assert {title: found[number] for title, number in by_title.items()} == expected, model
    assert titles(store, Wanted(Order.DOUBT, words="Corvane", model="sm 1")) == ["Fire"]
    assert {str(one): one.articles for one in readers(store)} == {"sm 2": 2, "sm 1": 2, "my guesser": 1}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("harlow", ["Flood"]),
        ("harl", ["Flood"]),
        ("paper mill", ["Fire"]),
        ("killed injured", []),
        ("  ", ["Fire", "Flood"]),
        ('"', ["Fire", "Flood"]),
    ],
)
def test_it_is_filtered_by_words_of_titles_and_texts(store: Store, words: str, expected: list[str]) -> None:
    assert titles(store, Wanted(words=words)) == expected


def test_the_first_rows_are_the_first_of_all(store: Store) -> None:
    for order in Order:
        assert list(first_numbers(store, "anna", Wanted(order), 1)) == list(numbers(store, "anna", Wanted(order)))[:1]


def test_a_story_is_new_in_work_done_for_each_reviewer(store: Store) -> None:
    flood = articles()[:3]
    anna = Sitter(store)
    assert {one.state for one in rows(store, Wanted())} == {State.NEW}
    anna.decide(judged("Harlow Bridge", "FAC", text=flood[0].text), article=flood[0])
    assert [(one.state, one.finished) for one in rows(store, Wanted())] == [(State.NEW, 0), (State.IN_WORK, 0)]
    for one in flood:
        anna.decide(Finished(), article=one)
    done = rows(store, Wanted(state=State.DONE))
    assert [(one.title.split()[0], one.finished, one.articles) for one in done] == [("Flood", 3, 3)]
    assert titles(store, Wanted(Order.OPEN)) == ["Fire", "Flood"]
    assert {one.state for one in rows(store, Wanted(), "ben")} == {State.NEW}
    anna.decide(Reopened(), article=flood[0])
    assert [one.finished for one in rows(store, Wanted(state=State.IN_WORK))] == [2]
    anna.undo()
    assert [one.finished for one in rows(store, Wanted(state=State.DONE))] == [3]


def test_the_place_and_the_open_proposals_are_remembered(store: Store) -> None:
    (key,) = store.rows("SELECT story FROM story_article WHERE article = ?", [articles()[0].id])[0]
    Sitter(store)
    store.save_place("anna", {"story": key, "open": 17, "zoomed": True})
    (one,) = rows(store, Wanted(state=State.IN_WORK))
    assert (one.id, one.open) == (key, 17)
    assert one.at


def test_rows_that_are_gone_are_left_out(store: Store) -> None:
    assert listed(store, "anna", [99, 1]) == listed(store, "anna", [1])
    with closing(store):
        assert listed(store, "anna", []) == []
