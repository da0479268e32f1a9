"""Figures of small stories are held side by side, or kept apart."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.ledger.find import ledger
from corpus.ledger.ledger import Verdict
from tests.corpus.ledger.story import counted, groups, rows
from tests.corpus.texts import reports

NAMES = {
    "Ada Brandt": "PERSON",
    "Brandt": "PERSON",
    "Tom Weller": "PERSON",
    "Weller": "PERSON",
    "Rail Union": "ORG",
    "Porto": "GPE",
}
TOGETHER = [
    ("storm", "The storm killed 14 people.", "Officials put the death toll at 16.", {"14", "16"}, "conflict"),
    (
        "toll",
        "At least nine people died in the fire.",
        "The fire left 12 people dead.",
        {"At least nine", "12"},
        "compatible",
    ),
    (
        "strike",
        "About 2,000 drivers walked out.",
        "Some 2,000 drivers stopped work.",
        {"About 2,000", "Some 2,000"},
        "agree",
    ),
    ("missing", "Five climbers are missing.", "Seven climbers are missing.", {"Five", "Seven"}, "conflict"),
    ("election", "The party won 61 seats.", "The party has 61 seats.", {"61"}, "agree"),
    (
        "court",
        "He was jailed for 14 years.",
        "She jailed him for fifteen years.",
        {"14 years", "fifteen years"},
        "conflict",
    ),
    ("prices", "Inflation rose to 3.2 percent.", "Inflation stands at 3.2%.", {"3.2 percent", "3.2%"}, "agree"),
    (
        "crowd",
        "A crowd of 31,204 saw the final.",
        "The final had a crowd of 31,000.",
        {"31,204", "31,000"},
        "compatible",
    ),
    (
        "distance",
        "It sank 3 km from the port.",
        "It sank 3,000 metres from the port.",
        {"3 km", "3,000 metres"},
        "agree",
    ),
    ("money", "The fine was £3.5 million.", "A fine of £3.5m was set.", {"£3.5 million", "£3.5m"}, "agree"),
    (
        "age",
        "Ada Brandt, 52, was unhurt.",
        "The 54-year-old driver Ada Brandt slept.",
        {"52", "54-year-old"},
        "conflict",
    ),
]


@pytest.mark.parametrize(("topic", "first", "second", "surfaces", "verdict"), TOGETHER)
def test_what_two_reports_count_alike(topic: str, first: str, second: str, surfaces: set[str], verdict: str) -> None:
    assert (verdict, surfaces) in rows([first, second], NAMES), topic


APART = [
    ("what was done", "The blast killed nine people.", "The blast injured nineteen people."),
    ("populations", "The raid killed 70 rebels.", "The raid killed one civilian."),
    ("things", "Police seized 12 rifles.", "Police seized 400 phones."),
    ("units", "It burned for six hours.", "It burned six hectares."),
    ("bearers", "Ada Brandt, 52, was unhurt.", "Tom Weller, 31, was unhurt."),
    ("people and things", "The ferry carried 214 people.", "Seventeen boats came."),
]


@pytest.mark.parametrize(("difference", "first", "second"), APART)
def test_what_is_kept_apart(difference: str, first: str, second: str) -> None:
    assert rows([first, second], NAMES) == [], difference


def test_other_weeks_are_kept_apart() -> None:
    texts = ["The party won 59 seats.", "The party won 79 seats."]
    assert groups(texts, days=["2015-06-08", "2015-11-12"]) == []
    assert len(groups(texts, days=["2015-06-08", "2015-06-08"])) == 1


def test_groups_stand_in_the_order_of_their_first_figures_and_name_their_claimants() -> None:
    texts = [
        "The Rail Union said 1,850 drivers had walked out. Three passengers were hurt.",
        "Some 1,850 drivers walked out. Three passengers were injured.",
    ]
    found = groups(texts, NAMES)
    assert [group.about for group in found] == ["walk, drivers", "injured, passengers"]
    first, second = found[0].entries
    assert (first.article, first.said_by, first.claimant is None) == (0, "Rail Union", False)
    assert (second.article, second.said_by, second.claimant) == (1, "", None)
    assert {(pair.a, pair.b) for pair in found[0].pairs} == {(0, 1)}


def test_a_report_that_contradicts_itself_is_remarked() -> None:
    (group,) = groups(["The storm killed 14 people. In all, 16 people were killed in the storm."])
    assert group.verdict is Verdict.CONFLICT
    assert group.remarks == ("one article says 14 and 16",)


def test_a_person_who_says_two_things_is_remarked() -> None:
    texts = ["Ada Brandt said 20,000 workers had died.", "Brandt said 12,000 workers had died."]
    (group,) = groups(texts, NAMES)
    assert group.remarks == ("the same source says 20,000 and 12,000",)


def test_no_articles_and_no_figures_give_no_groups() -> None:
    assert ledger([]) == []
    assert groups(["Nothing is counted here.", ""]) == []


@given(st.lists(reports, max_size=4))
@settings(max_examples=60)
def test_any_story_is_read(texts: list[str]) -> None:
    articles = counted(texts)
    found = ledger(articles)
    assert found == ledger(articles)
    places = [(entry.article, entry.span) for group in found for entry in group.entries]
    assert len(places) == len(set(places))
    for group in found:
        assert all(one <= other for one, other in pairwise((each.article, each.span) for each in group.entries))
        assert all(pair.a < pair.b < len(group.entries) for pair in group.pairs)


def test_many_articles_end() -> None:
    texts = [f"The storm killed {number % 7 + 3} people and hurt {number} others." for number in range(400)]
    found = groups(texts)
    assert sum(len(group.entries) for group in found) > 400
