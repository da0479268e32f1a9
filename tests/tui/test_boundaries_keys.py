"""Keys that go round likely edges, join and split."""

import pytest

from annotations.model import Annotation, Proposal
from tests.tui.key_cases import Case
from tests.tui.scripts import desk_of, marked, play, selected, sight

EDGES = [
    Case("tab =", "the Senate met", "the [Senate] met", "", "the Senate ORG", "likely edges 1 of 1"),
    Case("tab = =", "the Senate met", "[the Senate] met", "", "the Senate ORG", "the edges as they were"),
    Case("tab = = =", "the Senate met", "the [Senate] met", "", "the Senate ORG"),
    Case("tab = a", "the Senate met", None, "Senate ORG accepted", "the Senate ORG"),
    Case("tab = B", "for Ada King's ride", "for [Ada] King's ride", "", "Ada King's PERSON"),
    Case("tab = x", "the Senate met", None, "the Senate ORG rejected", "the Senate ORG"),
    Case("tab a =", "the Senate met", "the [Senate] met", "Senate ORG accepted", "the Senate ORG"),
    Case("tab a = =", "the Senate met", "[the Senate] met", "the Senate ORG accepted", "the Senate ORG"),
    Case("tab a = u", "the Senate met", None, "the Senate ORG accepted", "the Senate ORG", "undone"),
    Case("tab a = u u", "the Senate met", None, "", "the Senate ORG"),
    Case("w =", "|Ada King ran", "[Ada King] ran", ""),
    Case("w = 1", "|Ada King ran", "[Ada King] ran", "Ada King PERSON accepted"),
    Case("= 1", "|Ada King ran", "[Ada King] ran", "Ada King PERSON accepted"),
    Case("w = w", "|Ada King ran", "Ada King [ran]", ""),
    Case("w =", "|ran home", "[ran] home", "", says="no other edges are likely here"),
    Case("=", "|", "|", "", says="nothing is selected"),
    Case("= =", "[“Ada” ]ran", "“[Ada]” ran", ""),
    Case("w = -", "|Ada King ran", "[Ada] King ran", ""),
]

JOINS = [
    Case(
        "tab J",
        "Ada King ran",
        "[Ada King] ran",
        "Ada King PERSON accepted; King PERSON rejected",
        "Ada PERSON, King PERSON",
        "two PERSON joined",
    ),
    Case("tab J u", "Ada King ran", None, "", "Ada PERSON, King PERSON", "undone"),
    Case(
        "tab J u U",
        "Ada King ran",
        None,
        "Ada King PERSON accepted; King PERSON rejected",
        "Ada PERSON, King PERSON",
        "done again",
    ),
    Case("w 1 w 1 b J", "|Ada King ran", "[Ada King] ran", "Ada King PERSON accepted"),
    Case("w 1 w 1 b J u", "|Ada King ran", None, "Ada PERSON accepted; King PERSON accepted"),
    Case(
        "tab a a g g J",
        "Ada King ran",
        "[Ada King] ran",
        "Ada King PERSON accepted; King PERSON rejected",
        "Ada PERSON, King PERSON",
    ),
    Case(
        "tab a a g g J u", "Ada King ran", None, "Ada PERSON accepted; King PERSON accepted", "Ada PERSON, King PERSON"
    ),
    Case(
        "J",
        "|Ada and 70 of King",
        "[Ada and 70 of King]",
        "Ada and 70 of King PERSON accepted; King PERSON rejected",
        "Ada PERSON, 70 CARDINAL, King PERSON",
    ),
    Case("J", "|Ada King", "|Ada King", "", "Ada PERSON, King ORG", "no other PERSON follows"),
    Case("J", "|Ada\n\nKing", "|Ada\n\nKing", "", "Ada PERSON, King PERSON", "not in this paragraph"),
    Case("J", "|Ada King", "|Ada King", "", says="no name or figure is marked here"),
    Case("tab x g g J", "Ada King", None, "Ada PERSON rejected", "Ada PERSON", "rejected: accept it first"),
    Case("J", "|Ada King", "|Ada King", "", "Ada GREETING, King GREETING", "not in the label set"),
    Case(
        "J",
        "|Ada King Lear",
        "[Ada King] Lear",
        "Ada King PERSON accepted; King PERSON rejected",
        "Ada PERSON, King PERSON, Lear PERSON",
    ),
    Case("tab J", "Ada King Lear", "[Ada King Lear]", None, "Ada King PERSON, King PERSON, Lear PERSON"),
    Case("w 1 i <so> w 1 b J", "|Ada King ran", None, "Ada King PERSON accepted “so”"),
    Case("w 1 i <so> w 1 i <no> b J", "|Ada King ran", None, "Ada King PERSON accepted “so; no”"),
]

SPLITS = [
    Case(
        "tab S",
        "Ada King ran",
        "Ada [King] ran",
        "Ada PERSON accepted; King PERSON accepted",
        "Ada King PERSON",
        "PERSON split in two",
    ),
    Case("tab S u", "Ada King ran", None, "", "Ada King PERSON", "undone"),
    Case("tab S u tab a", "Ada King ran", None, "Ada King PERSON accepted", "Ada King PERSON"),
    Case("w v w 1 S", "|Ada King ran", "Ada [King] ran", "Ada PERSON accepted; King PERSON accepted"),
    Case("w v w 1 S u", "|Ada King ran", None, "Ada King PERSON accepted"),
    Case(
        "S",
        "Ada of K|ing ran",
        "Ada of [King] ran",
        "Ada of PERSON accepted; King PERSON accepted",
        "Ada of King PERSON",
    ),
    Case(
        "S",
        "Ada  \t King L|ear",
        "Ada  \t King [Lear]",
        "Ada  \t King PERSON accepted; Lear PERSON accepted",
        "Ada  \t King Lear PERSON",
    ),
    Case("S", "A|da King", "A|da King", "", "Ada King PERSON", "nothing to split off"),
    Case("S", "Ada| King", "Ada| King", "", "Ada King PERSON", "no word here to split at"),
    Case("S", "Ada |King", "Ada |King", "", says="no name or figure is marked here"),
    Case("tab space g g w w S", "Ada King", None, "Ada PERSON unsure; King PERSON unsure", "Ada King PERSON"),
    Case("w v w 1 i <so> w b S", "|Ada King ran", None, "Ada PERSON accepted “so”; King PERSON accepted"),
    Case("tab S 2", "Ada King", None, "Ada PERSON accepted; King ORG accepted", "Ada King PERSON"),
]


@pytest.mark.parametrize("case", [*EDGES, *JOINS, *SPLITS], ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    play(desk, case.keys)
    if case.sees is not None:
        assert sight(desk) == case.sees
    if case.marks is not None:
        assert "; ".join(marked(desk)) == case.marks
    assert case.says in desk.message


def test_the_longest_form_that_is_marked_elsewhere_in_the_story_is_offered() -> None:
    desk = desk_of("bank of ada lent", "ada fell", "the bank of ada fell", "ada lent")
    for index, keys in ((2, "w w v w w 2"), (3, "w v w 2")):
        desk.activate(index)
        play(desk, keys)
    desk.activate(0)
    play(desk, "w w w =")
    assert selected(desk) == "bank of ada"
    assert desk.message == "likely edges 1 of 1"


def test_a_proposal_keeps_being_what_verbs_act_on_at_its_new_edges() -> None:
    desk = desk_of("the Senate met", proposals=[("the Senate", "ORG")])
    play(desk, "tab =")
    target = desk.view.target
    assert isinstance(target, Proposal)
    play(desk, "a")
    (made,) = desk.workspace.state(desk.view.article.id).annotations.values()
    assert made.origin == target
    assert desk.view.marks.open_count == 0


def test_an_annotation_is_resized_and_stays_the_same_one() -> None:
    desk = desk_of("the Senate met", proposals=[("the Senate", "ORG")])
    play(desk, "tab a")
    before = desk.view.target
    play(desk, "=")
    after = desk.view.target
    assert isinstance(before, Annotation)
    assert isinstance(after, Annotation)
    assert (after.id, after.surface) == (before.id, "Senate")


def test_edges_that_another_annotation_of_the_label_has_are_passed_over() -> None:
    desk = desk_of("the Senate met", proposals=[("the Senate", "ORG")])
    play(desk, "w w 2 tab =")
    assert desk.message == "no other edges are likely here"
    assert marked(desk) == ["Senate ORG accepted"]


def test_what_was_decided_on_by_the_marks_that_are_joined_does_not_become_open_again() -> None:
    proposals = [("Ada", "ORG"), ("Ada", "PERSON"), ("King", "GPE")]
    desk = desk_of("Ada King ran", proposals=proposals)
    play(desk, "w 1 w 1")
    assert desk.view.marks.open_count == 0
    play(desk, "b J")
    assert desk.view.marks.open_count == 0
    assert "Ada King PERSON accepted" in marked(desk)
    play(desk, "u")
    assert marked(desk) == ["Ada PERSON accepted", "King PERSON accepted"]


def test_proposals_of_other_labels_within_what_is_joined_stay_open() -> None:
    desk = desk_of("Ada and 70 of King", proposals=[("Ada", "PERSON"), ("70", "CARDINAL"), ("King", "PERSON")])
    play(desk, "tab J")
    assert desk.view.marks.open_count == 1


def test_a_rejected_mark_over_both_is_taken_up_again_when_they_are_joined() -> None:
    desk = desk_of("Ada King ran", proposals=[("Ada King", "PERSON")])
    play(desk, "tab x g g w 1 w 1 b J")
    assert marked(desk) == ["Ada King PERSON accepted"]


def test_splitting_hides_the_proposals_of_the_parts() -> None:
    desk = desk_of("Ada King ran", proposals=[("Ada King", "PERSON"), ("Ada", "PERSON"), ("King", "PERSON")])
    play(desk, "w w + S")
    assert marked(desk) == ["Ada PERSON accepted", "King PERSON accepted"]
