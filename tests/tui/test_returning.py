"""What a decision does to the count of open proposals is seen at once: comparing the story anew changes it no more."""

import pytest

from tests.tui.scripts import desk_of, play
from tui.at_once import compare
from tui.desk import Desk

TEXTS = (
    "Maria Keller met Jan Brandt in Hamburg on Monday, the Harbour Guard said. Rosa Lind was there with 70 people.",
    "Jan Brandt of the Harbour Guard came from Hamburg. Maria Keller saw 70 people.",
)
NAMES = (
    ("Maria Keller", "PERSON"),
    ("Jan Brandt", "PERSON"),
    ("Hamburg", "GPE"),
    ("Harbour Guard", "ORG"),
    ("Lind", "PERSON"),
    ("70", "CARDINAL"),
)
DECISIONS = [
    "tab a",
    "tab x",
    "tab space",
    "tab 2",
    "tab a tab a x",
    "w w w w 1",  # words that are not proposed
    "w v w w w w 2",  # words that hold proposals
    "] n x",
    "/ <Rosa> v w 1",
    "w w 1 w w w P",
    "tab a &",
    "tab W W a",
    "] n 0",
]


def counts(desk: Desk) -> list[int]:
    return [view.marks.open_count for view in desk.views]


@pytest.mark.parametrize("back", ["u", "u U", "d", "x", "W", "u tab a"])
@pytest.mark.parametrize("keys", DECISIONS)
def test_comparing_anew_changes_no_count(keys: str, back: str) -> None:
    desk = desk_of(*TEXTS, proposals=NAMES)
    compare(desk)
    play(desk, keys)
    at_once = counts(desk)
    compare(desk)
    assert counts(desk) == at_once
    play(desk, back)
    at_once = counts(desk)
    compare(desk)
    assert counts(desk) == at_once


def test_what_was_decided_in_an_earlier_sitting_comes_back_at_once_too() -> None:
    desk = desk_of(*TEXTS, proposals=NAMES)
    play(desk, "tab x tab a")
    compare(desk)
    assert counts(desk) == [3, 4]
    play(desk, "u")
    assert counts(desk) == [4, 4]
    play(desk, "u")
    assert counts(desk) == [5, 4]
    compare(desk)
    assert counts(desk) == [5, 4]
