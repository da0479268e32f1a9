"""Deciding in batches: many proposals or places in one step, which the log marks and one undo takes back."""

from dataclasses import replace

import pytest

from annotations.events import Judged, Rejudged
from corpus.label_map import BOILERPLATE
from tests.tui.key_cases import Case
from tests.tui.scripts import SHIPPED, desk_of, marked, play, selected, sight
from tui.desk import Desk

THREE = "|Ada met Bob. Cy ran.\n\nDee sat."
PEOPLE = "Ada PERSON, Bob PERSON, Cy PERSON, Dee PERSON"
MET = "Ada PERSON accepted; Bob PERSON accepted; Cy PERSON accepted"

CASES = [
    Case("A", THREE, THREE.replace("|", "").replace("Dee", "[Dee]"), MET, PEOPLE, "accepted 3 proposals; u takes them"),
    Case("A", THREE.replace("|Ada met", "Ada |met"), marks="Bob PERSON accepted; Cy PERSON accepted", propose=PEOPLE),
    Case(
        "tab tab A", "Ada |met Bob. Cy", marks="Ada PERSON accepted", propose="Ada PERSON", says="accepted 1 proposal;"
    ),
    Case("G A", "|Ada met Bob.\n\nDee", marks="Dee PERSON accepted", propose=PEOPLE, says="u takes it back"),
    Case("A A A", THREE, marks=f"{MET}; Dee PERSON accepted", propose=PEOPLE, says="no open proposal in the rest"),
    Case("A", "Ada\n|\nBob", marks="", propose=PEOPLE, says="no open proposal in the rest"),
    Case("A", "|", marks="", says="no open proposal"),
    Case("A", "|Ada and Odd", marks="Ada PERSON accepted", propose="Ada PERSON, Odd NOLABEL"),
    Case("A", "|Odd", marks="", propose="Odd NOLABEL", says="no open proposal"),
    Case("x A", "|Ada met Bob", marks="Ada PERSON rejected; Bob PERSON accepted", propose=PEOPLE, says="accepted 1"),
    Case("A", "|Ada", marks="Ada ORG accepted", propose="Ada ORG, Ada PERSON", says="accepted 1 proposal;"),
    Case("A u", THREE, "[Ada]" + THREE[4:], "", PEOPLE, "undone: accepted PERSON Ada and 2 more"),
    Case("A u U", THREE, marks=MET, propose=PEOPLE, says="done again: accepted PERSON Ada and 2 more"),
    Case("g A", THREE, marks=f"{MET}; Dee PERSON accepted", propose=PEOPLE, says="accepted 4 proposals;"),
    Case("g A", "|Ada § Bob", "B: [Bob]", "", PEOPLE, "accepted 1 proposal; u takes it back"),
    Case("g A g A", "|Ada", marks="Ada PERSON accepted", propose=PEOPLE, says="no open proposal in sight"),
    Case("a T e &", "|Ada, Ada, Adam, ADA", marks="Ada PERSON accepted; Ada PERSON accepted", propose="Ada PERSON"),
    Case("&", "|Ada met Ada", marks="", propose="Ada PERSON", says="accept it first (a), then &"),
    Case("&", "|Ada met Ada", marks="", says="nothing is accepted here"),
    Case("1 &", "|Ada met Bob", says="stand nowhere else unmarked"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    play(desk, case.keys)
    seen = f"{desk.view.letter}: {sight(desk)}" if desk.active else sight(desk)
    assert case.sees in {None, seen}
    assert case.marks in {None, "; ".join(marked(desk))}
    assert case.says in desk.message


def test_only_what_is_on_the_screen_is_accepted() -> None:
    desk = desk_of("\n".join(f"Ada {number:02}" for number in range(60)), proposals=[("Ada", "PERSON")], size=(80, 12))
    shown = len(desk.frame.marks_in_sight(desk.view))
    assert 0 < shown < 60
    play(desk, "g A")
    assert len(marked(desk)) == shown
    assert desk.message == f"accepted {shown} proposals; u takes them back"


def changes_of(desk: Desk) -> list[Judged | Rejudged]:
    """What the last step did."""
    events = desk.workspace.layer.events_of(desk.workspace.layer.undoable[-1])
    return [event.change for event in events if isinstance(event.change, Judged | Rejudged)]


def all_marks(desk: Desk) -> list[list[str]]:
    """The annotations of each article."""
    found = []
    for index in range(len(desk.views)):
        desk.activate(index)
        found.append(marked(desk))
    return found


def test_the_log_says_that_it_was_a_batch_and_only_then() -> None:
    desk = desk_of("Ada met Bob and Cy", proposals=[(name, "PERSON") for name in ("Ada", "Bob", "Cy")])
    play(desk, "a")
    assert [change.via for change in changes_of(desk)] == [""]
    play(desk, "A")
    assert [(change.annotation_id != "", change.via) for change in changes_of(desk)] == [(True, "batch")] * 2


def test_the_label_goes_to_the_same_words_in_all_articles_as_one_step() -> None:
    texts = ("Bob. Ada Lee, Adam, Ada  Lee.", "Ada Lee and Ada Lee", "ada lee; Ada Lee-Marsh")
    desk = desk_of(*texts, proposals=[("Ada Lee", "ORG")])
    desk.activate(1)
    play(desk, "tab 1")
    assert selected(desk) == "Ada Lee"
    before = all_marks(desk)
    desk.activate(1)
    play(desk, "&")
    assert desk.message == "labelled 3 more; u takes them back"
    one = "Ada Lee PERSON accepted"
    assert [change.via for change in changes_of(desk)] == ["repeat"] * 3
    assert all(isinstance(change, Judged) and change.origin is not None for change in changes_of(desk))
    assert all_marks(desk) == [[one], [one, one], [one]]
    play(desk, "u")
    assert desk.message == "undone: accepted PERSON Ada Lee and 2 more"
    assert all_marks(desk) == before


def test_a_place_without_a_proposal_has_no_origin_and_one_left_unsure_is_accepted() -> None:
    desk = desk_of("Ada, Ada, Ada")
    play(desk, "1 w w 1 space")
    assert marked(desk) == ["Ada PERSON accepted", "Ada PERSON unsure"]
    play(desk, "g g &")
    changes = changes_of(desk)
    assert {(type(change), change.via) for change in changes} == {(Judged, "repeat"), (Rejudged, "repeat")}
    assert [change.origin for change in changes if isinstance(change, Judged)] == [None]
    assert marked(desk) == ["Ada PERSON accepted"] * 3
    play(desk, "u")
    assert marked(desk) == ["Ada PERSON accepted", "Ada PERSON unsure"]


def test_a_label_that_is_not_in_the_set_and_boilerplate_are_not_given_on() -> None:
    desk = desk_of("Ada, Ada", proposals=[("Ada", "PERSON")])
    play(desk, "a T e")
    fewer = tuple(one for one in SHIPPED.labels if one.name != "PERSON")
    desk.workspace.labels = replace(SHIPPED, labels=fewer)
    play(desk, "&")
    assert desk.message == "PERSON is not a label to give to other places"
    other = desk_of("Ada", proposals=[("Ada", BOILERPLATE)])
    play(other, "A")
    assert marked(other) == []
