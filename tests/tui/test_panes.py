"""Which articles are on the screen, and that what is selected is always in sight."""

import pytest

from tests.tui.scripts import desk_of, play, story_of
from tui.desk import Desk

LINES = [f"line {number:02}" for number in range(60)]


@pytest.mark.parametrize(
    ("width", "shown", "zoomed"),
    [(160, "ABCD", "A"), (114, "ABC", "A"), (113, "AB", "A"), (76, "AB", "A"), (75, "A", "A"), (20, "A", "A")],
)
def test_zoom_shows_one_article_and_then_as_many_as_fit(width: int, shown: str, zoomed: str) -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(width, 24))
    for expected in (shown, zoomed, shown):
        assert "".join(desk.views[index].letter for index in desk.shown) == expected
        play(desk, "z z")


def test_the_panes_follow_the_active_article() -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(80, 24))
    play(desk, "L L")
    assert list(desk.shown) == [1, 2]
    play(desk, "L L")
    assert list(desk.shown) == [3, 4]
    play(desk, "L")
    assert list(desk.shown) == [0, 1]
    play(desk, "g 4 z z H")
    assert list(desk.shown) == [2]


def letters(desk: Desk) -> str:
    return "".join(desk.views[index].letter for index in desk.shown)


def test_the_same_articles_stand_side_by_side_after_one_was_shown_alone() -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(160, 24))
    play(desk, "L z z")
    assert letters(desk) == "B"
    play(desk, "z z")
    assert letters(desk) == "ABCD"
    play(desk, "z z L L L z z")
    assert letters(desk) == "BCDE"  # the one that is active has to be among them
    again = desk_of("a", "b", "c", "d", "e", size=(160, 24))
    play(desk, "g 1 g 2 z z")
    again.go_to(desk.place())
    assert letters(again) == "B"
    play(again, "z z")
    assert letters(again) == "ABCD"


@pytest.mark.parametrize("size", [(160, 48), (76, 24), (20, 6), (3, 1)])
def test_what_is_selected_stays_in_sight(size: tuple[int, int]) -> None:
    desk = desk_of(" ".join(LINES), "\n".join(LINES), size=size)
    for keys in ("G", "g g", "ctrl+d", "j", "} }", "L G", "k", "H", "z z", "L"):
        play(desk, keys)
        rows = desk.view.rows(desk.geometry.columns)
        assert desk.active in desk.shown
        assert 0 <= rows.row_of(desk.view.moving_edge()) - desk.view.top < desk.geometry.rows


@pytest.mark.parametrize("sizes", [[80], [120, 80, 40, 90], [160, 80, 200], [80, 80], [3]])
@pytest.mark.parametrize(("keys", "before"), [("g 4", "ABCD"), ("g 1", "ABCD"), ("g 5 g 3", "BCDE"), ("g 5", "BCDE")])
def test_the_same_articles_stand_side_by_side_after_the_screen_was_narrower(
    sizes: list[int], keys: str, before: str
) -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(160, 24))
    play(desk, keys)
    assert letters(desk) == before
    for height, width in enumerate(sizes, 20):
        desk.frame.resize(width, height)
        assert desk.active in desk.shown
    desk.frame.resize(160, 24)
    assert letters(desk) == before


def test_where_one_went_on_the_narrower_screen_counts() -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(160, 24))
    play(desk, "g 4")
    desk.frame.resize(80, 24)
    assert letters(desk) == "CD"
    play(desk, "g 5")
    desk.frame.resize(120, 24)
    assert letters(desk) == "CDE"
    play(desk, "g 1")
    desk.frame.resize(80, 24)
    desk.frame.resize(160, 24)
    assert letters(desk) == "ABCD"


def test_another_story_begins_with_its_first_article() -> None:
    desk = desk_of("a", "b", "c", "d", "e", size=(80, 24))
    play(desk, "g 5")
    desk.frame.resize(160, 24)
    assert letters(desk) == "BCDE"
    desk.turn_to(story_of("f", "g", "h", "i", "j"))
    assert letters(desk) == "ABCD"
    desk.frame.resize(80, 24)
    assert letters(desk) == "AB"
