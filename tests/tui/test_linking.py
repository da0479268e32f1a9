"""Linking mentions: what the list offers, words that were not marked, entities of their own, and doing it again."""

import pytest

from tests.tui.compared_stories import compared_desk, comparison, place
from tests.tui.scripts import desk_of, marked, play, selected
from tests.tui.test_compared_keys import HG, at, read, ties
from tui.actions.link import is_low, link, link_again, new_entity
from tui.compared import Spot
from tui.desk import Desk
from tui.render.bars import inspector
from tui.screens.choose import cluster_choices
from tui.wishes import PickCluster

TEXTS = (
    "The Harbour Guard saved 70 people, said Maria Keller.\nHe met Mayor Jan Brandt. The mayor blames HG.",
    "Its leader ran. Kent is far.",
)
NAMES = (
    ("Harbour Guard", "ORG", "Harbour Guard, HG"),
    ("Maria Keller", "PERSON", "Maria Keller"),
    ("Jan Brandt", "PERSON", "Jan Brandt"),
    ("Kent", "GPE", "Kent"),
)
GUARD, KELLER, BRANDT, KENT = range(4)


def linking_desk() -> Desk:
    desk = desk_of(*TEXTS)
    desk.compare(comparison(TEXTS, NAMES))
    return desk


def choose(desk: Desk, written: str) -> None:
    """Select words: `A:The mayor`."""
    index, start, end = place(TEXTS, written)
    play(desk, f"g {index + 1} escape")
    desk.go(desk.views[index], Spot(index, start, end).span)


def offered(desk: Desk) -> list[str]:
    return [one.title for one in cluster_choices(desk)]


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("A:The mayor", ["Jan Brandt"]),  # the word stands beside the name
        ("A:He", ["Harbour Guard", "Maria Keller"]),  # the nearest before it, the most frequent first
        ("B:leader", ["Harbour Guard"]),
        ("B:Its leader", ["Harbour Guard"]),
    ],
)
def test_the_best_guess_comes_first(words: str, best: list[str]) -> None:
    desk = linking_desk()
    choose(desk, words)
    assert offered(desk)[: len(best)] == best
    assert offered(desk)[-1] == "new entity"


def test_a_mark_is_offered_names_with_its_words_then_those_of_its_label() -> None:
    texts = ("Lee met Ada Lee of Lee County.\nBob Ray slept.",)
    desk = desk_of(*texts)
    names = [("Lee County", "GPE", "Lee County"), ("Ada Lee", "PERSON", "Ada Lee"), ("Bob Ray", "PERSON", "Bob Ray"),
             ("Lee", "PERSON", "Lee")]  # fmt: skip
    desk.compare(comparison(texts, names))
    play(desk, "e")
    assert selected(desk) == "Lee"
    assert offered(desk) == ["Ada Lee", "Lee County", "Bob Ray", "new entity"]


def test_words_that_are_not_marked_are_accepted_and_linked_in_one_step() -> None:
    desk = linking_desk()
    choose(desk, "B:Its leader")
    assert play(desk, "c") == [PickCluster("Its leader")]
    desk.run(link(KELLER))
    assert desk.message == "Its leader is Maria Keller"
    assert marked(desk) == ["Its leader PERSON accepted"]
    assert ties(desk) == ["A:Maria Keller same B:Its leader accepted"]
    desk.message = ""
    assert "⇄ Maria Keller A1 · ✓Its leader B1" in read(inspector(desk))
    play(desk, "u")
    assert (marked(desk), ties(desk)) == ([], [])


def test_words_beyond_a_mark_are_what_is_linked_and_words_within_it_are_the_mark() -> None:
    desk = linking_desk()
    choose(desk, "A:Mayor Jan Brandt")
    assert play(desk, "c") == [PickCluster("Mayor Jan Brandt")]
    choose(desk, "A:Brandt")
    assert play(desk, "c") == [PickCluster("Jan Brandt")]


def test_the_repeating_key_links_again_and_so_it_does_after_confirming() -> None:
    desk = linking_desk()
    choose(desk, "A:He")
    desk.run(link(KELLER))
    choose(desk, "B:Its leader")
    play(desk, ".")
    assert ties(desk) == ["A:Maria Keller same A:He accepted", "A:Maria Keller same B:Its leader accepted"]
    play(desk, ".")
    assert desk.message == "already accepted"
    choose(desk, "A:Harbour Guard")
    play(desk, "C")
    choose(desk, "A:The mayor")
    play(desk, ".")
    assert "A:Harbour Guard same A:The mayor accepted" in ties(desk)
    assert marked(desk)[-1] == "The mayor ORG accepted"


def test_a_link_is_given_again_by_the_title_mention() -> None:
    desk = linking_desk()
    choose(desk, "A:He")
    link_again(desk, Spot(*place(TEXTS, "A:Jan Brandt")))
    assert ties(desk) == ["A:Jan Brandt same A:He accepted"]


def test_a_label_outside_of_the_label_set_is_not_given() -> None:
    desk = desk_of(*TEXTS)
    desk.compare(comparison(TEXTS, [("Kent", "SHIRE", "Kent")]))
    choose(desk, "B:Its leader")
    desk.run(link(0))
    assert desk.message == "SHIRE is not in the label set: give it a label first"
    assert ties(desk) == []


@pytest.mark.parametrize("words", ["A:.", "A:,"])
def test_nothing_but_a_stop_names_nobody(words: str) -> None:
    desk = linking_desk()
    choose(desk, words)
    assert play(desk, "c") == []
    assert "no name is marked here" in desk.message


# Of its own


def test_a_mention_becomes_an_entity_of_its_own_at_once() -> None:
    desk = compared_desk()
    play(desk, "e ] l")
    desk.run(new_entity)
    assert desk.message == "HG is an entity of its own"
    assert ties(desk) == [f"{HG} rejected"]
    assert at(desk) == "A:HG"
    desk.message = ""
    assert "⇄ A1 B1" in read(inspector(desk))  # the other one of that name goes along
    play(desk, "u")
    desk.message = ""
    assert "⇄ Harbour Guard A1" in read(inspector(desk))


def test_the_one_that_stands_for_the_others_can_leave_them_too() -> None:
    desk = compared_desk()
    play(desk, "e")
    desk.run(new_entity)
    assert ties(desk) == ["A:HG same A:Harbour Guard rejected"]
    desk.message = ""
    assert "⇄ A1" in read(inspector(desk))


def test_who_is_alone_is_one_already() -> None:
    desk = linking_desk()
    choose(desk, "B:Kent")
    desk.run(new_entity)
    assert desk.message == "it is an entity of its own already"


def test_words_that_are_not_marked_get_the_last_label() -> None:
    desk = linking_desk()
    choose(desk, "B:Its leader")
    desk.run(new_entity)
    assert "give it a label" in desk.message
    choose(desk, "A:The mayor")
    play(desk, "1")
    choose(desk, "B:Its leader")
    desk.run(new_entity)
    assert marked(desk) == ["Its leader PERSON accepted"]


@pytest.mark.parametrize(("lines", "low"), [(2, False), (44, False), (58, True)])
def test_the_words_stay_in_sight_beside_the_list(*, lines: int, low: bool) -> None:
    texts = ("\n".join(f"Line {number} is here." for number in range(60)), "Ada Lee")
    desk = desk_of(*texts, size=(80, 24))
    desk.compare(comparison(texts, [("Ada Lee", "PERSON", "Ada Lee")]))
    play(desk, f"{'j ' * lines} w c")
    assert is_low(desk) == low
    row = desk.view.rows(desk.geometry.columns).row_of(desk.view.selection.start) - desk.view.top
    assert 0 <= row < desk.geometry.rows
