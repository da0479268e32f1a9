"""What reviewers say of what a name stands for: the last word counts, wherever its mention is by now."""

import pytest

from annotations.article_state import ArticleState
from annotations.events import Event, Stated, Step
from annotations.model import About
from annotations.said_names import ID, NAME, by_cluster, called, external_id, external_ids, said_of_names
from corpus.span import Span

Places = dict[tuple[int, int, int], int]
ADA, LEE, HG = (0, 0, 3), (1, 4, 7), (0, 9, 11)


def said(*words: tuple[tuple[int, int, int], str, str, str]) -> list[ArticleState]:
    """Two articles in which things were said: place, field, value, when."""
    states = [ArticleState(), ArticleState()]
    for number, ((article, start, end), field, value, at) in enumerate(words):
        change = Stated(About.NAME, Span(start, end), "", field, value)
        states[article].apply(Event(Step("s", number), at, "anna", str(article), change))
    states[0].apply(Event(Step("s", 99), "9", "anna", "0", Stated(About.ARTICLE, None, "", NAME, "no name")))
    return states


def told(states: list[ArticleState], clusters: Places) -> dict[int, dict[str, str]]:
    return by_cluster(said_of_names(states), lambda place: clusters.get(place, -1))


def test_of_two_names_for_one_cluster_the_latest_counts() -> None:
    states = said((LEE, NAME, "Lee", "2"), (ADA, NAME, "Ada", "1"), (ADA, ID, "Q7", "3"))
    assert told(states, {ADA: 4, LEE: 4}) == {4: {NAME: "Lee", ID: "Q7"}}


def test_what_was_said_moves_with_its_mention() -> None:
    states = said((LEE, NAME, "Lee", "2"), (ADA, NAME, "Ada", "1"))
    assert told(states, {ADA: 0, LEE: 1}) == {0: {NAME: "Ada"}, 1: {NAME: "Lee"}}
    assert told(states, {LEE: 0}) == {0: {NAME: "Lee"}}


def test_what_was_taken_back_is_gone() -> None:
    assert told(said((ADA, NAME, "Ada", "1"), (ADA, NAME, "", "2")), {ADA: 0}) == {}


def test_titles_and_ids_are_those_that_were_given() -> None:
    known = told(said((ADA, NAME, "Ada Lee", "1"), (HG, ID, "x-1", "1")), {ADA: 0, HG: 2})
    assert called(["Ada", "Bob", "HG"], known) == ("Ada Lee", "Bob", "HG")
    assert list(external_ids(3, known)) == [None, None, "x-1"]


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("q42", "Q42"),
        (" Q42 ", "Q42"),
        ("Q42x", None),
        ("Q4 2", None),
        ("Queen", "Queen"),
        ("gnd:118  529", "gnd:118 529"),
        ("", ""),
    ],
)
def test_numbers_of_wikidata_are_checked_for_their_form(words: str, identity: str | None) -> None:
    assert external_id(words) == identity
