"""The keys that can follow, in columns; and the pop-up that shows them when no key comes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.pilots import sitting
from tests.tui.programs import decided
from tests.tui.scripts import desk_of, intricate_texts, play
from tui.render.cells import width
from tui.render.which_key import AROUND, columns, which_key
from tui.render.words import Words
from tui.widgets.which_key import WhichKey


def read(words: list[Words]) -> str:
    return " ".join("".join(text for text, _ in words).split())


def test_every_key_that_can_follow_is_listed_with_its_title() -> None:
    desk = desk_of("Ada")
    play(desk, "Z")
    rows = which_key(desk)
    told = " ".join(map(read, rows))
    following = desk.keys.continuations(("Z",))
    assert len(following) > 10
    for key, title in following:
        assert f"{key} {title}" in told
    assert rows[0][1] == (" Z ", "active")
    assert read(rows[1]).startswith("Z finish article")


def test_without_a_prefix_there_is_nothing_to_list() -> None:
    assert which_key(desk_of("Ada")) == []


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (40, 24), (80, 10)])
@pytest.mark.parametrize("prefix", ["g", "z", "]", "[", "t", "T", "Z", "s"])
def test_it_fits_on_the_screen(size: tuple[int, int], prefix: str) -> None:
    desk = desk_of("Ada", "Bob", size=size)
    play(desk, prefix)
    rows = which_key(desk)
    assert all(sum(width(text) for text, _ in words) <= size[0] for words in rows)
    assert 1 < len(rows) <= size[1] - AROUND + 1
    if size in {(80, 24), (160, 48)}:
        assert not any("…" in text.removesuffix(" …") for words in rows for text, role in words if role == "plain")


def test_what_does_not_fit_is_left_to_the_line_below() -> None:
    desk = desk_of("Ada", size=(20, 8))
    play(desk, "g")
    assert which_key(desk) == []


def test_columns_are_read_downwards_and_only_cut_where_they_must() -> None:
    pairs = [(str(number), f"the title {number}") for number in range(6)]
    assert [read(row) for row in columns(pairs, 40, 9)] == [
        "0 the title 0 3 the title 3",
        "1 the title 1 4 the title 4",
        "2 the title 2 5 the title 5",
    ]
    assert [read(row) for row in columns(pairs, 40, 2)] == [
        "0 the tit… 2 the tit… 4 the tit…",
        "1 the tit… 3 the tit… 5 the tit…",
    ]
    assert columns([], 40, 2) == []


@given(
    st.lists(st.tuples(st.sampled_from(["a", "space", "Z"]), intricate_texts), max_size=40),
    st.integers(30, 200),
    st.integers(1, 40),
)
def test_all_pairs_are_there_once(pairs: list[tuple[str, str]], cells: int, room: int) -> None:
    rows = columns(pairs, cells, room)
    keys = [text.strip() for row in rows for text, role in row if role == "key"]
    assert sorted(keys) == sorted(key for key, _ in pairs)


SIZES = pytest.mark.parametrize("size", [(160, 48), (80, 24)])


@SIZES
async def test_it_comes_when_no_key_comes_and_goes_with_the_next(
    project: Path, report: Path, other: Path, size: tuple[int, int]
) -> None:
    async with sitting(report, other, project=project, size=size) as at:
        await at.read()
        before = at.text.split("\n")[:-1]
        await at.press("Z")
        await at.shows("─ Z ─")
        assert "j join story …" in at.text
        assert "A story as a whole: accepted" in at.text
        await at.press("escape")
        await at.until(lambda: at.text.split("\n")[:-1] == before)
        await at.press("g")
        await at.shows("─ g ─")
        await at.press("2")
        await at.until(lambda: "─ g ─" not in at.text)
        assert at.app.desk.active == 1


async def test_keys_that_come_at_once_bring_nothing_up_and_are_not_lost(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1 z z g")
        assert not at.app.query(WhichKey)
        await at.press("g w w")
        assert decided(project) == ["Ada PERSON accepted"]
        assert at.selected == "Lovelace"


async def test_it_is_drawn_anew_for_another_prefix_and_another_size(project: Path, report: Path) -> None:
    async with sitting(report, project=project, size=(160, 40)) as at:
        await at.press("z")
        await at.shows("─ z ─")
        await at.press("q g")
        await at.shows("─ g ─")
        assert "─ z ─" not in at.text
        await at.pilot.resize_terminal(80, 24)
        await at.until(lambda: "copy with citation" in at.text)
        assert len(at.text.split("\n")[0]) <= 80
        assert "/ search the project" in at.text
        await at.press("h")
        await at.until(lambda: len(at.app.screen_stack) == 2)
        await at.press("q")
        await at.until(lambda: len(at.app.screen_stack) == 1)
        assert "─ g ─" not in at.text
