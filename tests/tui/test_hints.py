"""Letters for places: none begins another, the likely ones have one; and how they look on the screen."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from tests.tui.pilots import sitting
from tests.tui.scripts import desk_of, intricate_texts, play
from tui.actions.hints import Hinting
from tui.hints import ALPHABET, labels, ranked, unmarked


@given(st.integers(0, 700), st.integers(2, 26))
def test_no_label_begins_another(count: int, letters: int) -> None:
    found = labels(count, ALPHABET[:letters])
    assert len(found) == min(count, max(letters, letters * letters))
    assert not [one for one in found for other in found if one != other and other.startswith(one)]


@pytest.mark.parametrize(("count", "single"), [(5, 5), (26, 26), (27, 25), (60, 24), (100, 23)])
def test_as_many_as_can_be_have_one_letter(count: int, single: int) -> None:
    assert sum(len(one) == 1 for one in labels(count)) == single


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Lovelace met 1,200 men.", ["Ada Lovelace", "1,200", "men"]),
        ("the Bank of England said", ["Bank of England"]),
        ("it was so", []),
        ("O’Neill and Jean-Luc", ["O’Neill", "Jean-Luc"]),
    ],
)
def test_what_may_be_wanted(text: str, found: list[str]) -> None:
    assert [span.surface(text) for span in unmarked(text, 0, len(text), [])] == found


def test_what_is_marked_is_no_candidate() -> None:
    assert unmarked("Ada met Bob", 0, 11, [Span(0, 3)]) == [Span(8, 11)]


def test_the_likely_and_the_near_come_first() -> None:
    places = [(0, 1, Span(0, 1)), (0, 0, Span(0, 1)), (1, 0, Span(9, 10)), (0, 0, Span(8, 9))]
    assert ranked(places, (0, 9)) == [(0, Span(8, 9)), (0, Span(0, 1)), (1, Span(0, 1)), (0, Span(9, 10))]


@given(intricate_texts, st.sampled_from(["f", "F"]), st.text(ALPHABET, max_size=2))
def test_any_text_can_be_jumped_in(text: str, key: str, typed: str) -> None:
    desk = desk_of(text or "a", text or "b")
    play(desk, " ".join([key, *typed]))
    assert 0 <= desk.view.selection.start <= desk.view.selection.end <= len(desk.view.text)


def test_more_places_than_letters_come_in_sets() -> None:
    desk = desk_of(" ".join(["word"] * 1400), size=(100, 160))
    play(desk, "F")
    assert isinstance(desk.mode, Hinting)
    first = set(desk.mode.hints(0))
    play(desk, "tab")
    second = set(desk.mode.hints(0))
    assert len(first) == 26 * 26
    assert second
    assert not first & second
    play(desk, "tab tab")
    assert set(desk.mode.hints(0)) == first


async def test_letters_stand_before_their_places(folder: Path) -> None:
    async with sitting(folder / "report.txt", project=folder / "news.variorum") as here:
        await here.read()
        await here.press("f")
        assert "type the letters before a place" in here.text
        assert re.search(r"came,[a-z]Lovelace said", here.text)
        await here.press("escape")
        assert "came, Lovelace said" in here.text
