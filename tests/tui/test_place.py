import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.scripts import desk_of, intricate_texts, play, selected
from tui.desk import Desk
from tui.selection import Selection

LONG = "\n".join(
    f"Paragraph {number} has a few words that wrap where the pane is narrow, and a few more that wrap once again."
    for number in range(60)
)
TEXTS = (LONG, "Ada met Bob.", LONG + "\nThe end.")


def stored(desk: Desk) -> dict[str, object]:
    """The place, as the project file gives it back."""
    place: dict[str, object] = json.loads(json.dumps(desk.place()))
    return place


def tops(desk: Desk) -> list[int]:
    """The offsets on top of each article."""
    rows = [view.rows(desk.geometry.columns) for view in desk.views]
    return [one.bounds(view.top)[0] for one, view in zip(rows, desk.views, strict=True)]


def test_a_desk_returns_to_where_it_was() -> None:
    desk = desk_of(*TEXTS)
    play(desk, "w 2 ctrl+d ctrl+d w w L w 3 L G z z")
    again = desk_of(*TEXTS)
    again.kept = desk.kept
    again.go_to(stored(desk))
    assert [view.selection for view in again.views] == [view.selection for view in desk.views]
    assert tops(again) == tops(desk)
    assert (again.active, again.frame.first, again.frame.zoomed, again.last_label) == (2, desk.frame.first, True, "GPE")
    assert stored(again) == stored(desk)


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 10), (3, 1)])
def test_another_size_keeps_the_selection_and_has_it_in_sight(size: tuple[int, int]) -> None:
    desk = desk_of(*TEXTS, size=(120, 30))
    play(desk, "L L } } } } } } } } ) w w")
    again = desk_of(*TEXTS, size=size)
    again.go_to(stored(desk))
    assert (again.active, selected(again)) == (2, selected(desk))
    rows = again.view.rows(again.geometry.columns)
    assert again.active in again.shown
    assert 0 <= rows.row_of(again.view.moving_edge()) - again.view.top < again.geometry.rows


def test_what_stood_on_top_stands_on_top_at_another_width() -> None:
    desk = desk_of(*TEXTS, size=(160, 48))
    play(desk, "pagedown pagedown } z t")
    again = desk_of(*TEXTS, size=(76, 48))
    again.go_to(stored(desk))
    same = again.view.rows(again.geometry.columns).row_of(tops(desk)[0])
    assert abs(again.view.top - same) <= 1  # a blank row has no text of its own to be found by
    assert again.view.top > desk.view.top


SHORT = "\n".join(LONG.split("\n")[:12])


@pytest.mark.parametrize("size", [(300, 100), (80, 100), (300, 24), (80, 30)])
def test_a_screen_on_which_the_text_fits_does_not_move_it(size: tuple[int, int]) -> None:
    desk = desk_of(SHORT, SHORT, size=(80, 24))
    play(desk, "L } } } } } z t")
    before = desk.view.top
    assert before > 0
    desk.frame.resize(*size)
    desk.frame.settle()
    kept = desk.place()
    desk.frame.resize(80, 24)
    assert desk.view.top == before
    again = desk_of(SHORT, SHORT, size=(80, 24))
    again.go_to(kept)
    assert again.view.top == before


def test_what_was_scrolled_since_stays_so() -> None:
    desk = desk_of(SHORT, size=(80, 24))
    play(desk, "} } } } } z t")
    desk.frame.resize(80, 30)
    desk.frame.scroll(0, -3)
    top = tops(desk)
    desk.frame.resize(80, 24)
    assert tops(desk) == top


def test_articles_that_are_gone_or_new_are_no_trouble() -> None:
    desk = desk_of(*TEXTS)
    play(desk, "w w L w L G")
    fewer = desk_of(TEXTS[0])
    fewer.go_to(stored(desk))
    assert (fewer.active, selected(fewer)) == (0, selected_in(desk, 0))
    swapped = desk_of("A new one.", *TEXTS[1:])
    swapped.go_to(stored(desk))
    assert (swapped.active, selected_in(swapped, 0), selected_in(swapped, 1)) == (2, "", "Ada")


def selected_in(desk: Desk, index: int) -> str:
    view = desk.views[index]
    return view.text[view.selection.start : view.selection.end]


def test_a_place_without_anything_in_it_is_the_beginning() -> None:
    desk = desk_of(*TEXTS)
    desk.go_to({})
    assert (desk.active, desk.frame.first, desk.frame.zoomed, desk.last_label) == (0, 0, False, "")


def test_offsets_beyond_the_text_become_its_end() -> None:
    desk = desk_of("Ada met Bob.")
    place = desk.place()
    place["views"][desk.view.article.id] = {"anchor": 400, "head": 500, "top": 999}
    desk.go_to(place)
    assert desk.view.selection == Selection(12, 12)
    assert desk.view.top == 0
    play(desk, "b")
    assert selected(desk) == "."


sizes = st.tuples(st.integers(1, 170), st.integers(1, 50))


@given(st.lists(intricate_texts, min_size=1, max_size=4), st.data(), sizes, sizes)
def test_any_place_at_any_size(
    texts: list[str], data: st.DataObject, before: tuple[int, int], after: tuple[int, int]
) -> None:
    desk = desk_of(*texts, size=before)
    play(
        desk,
        " ".join(data.draw(st.lists(st.sampled_from(["w", "j", "L", "G", "z z", "v", "ctrl+d", ")"]), max_size=12))),
    )
    again = desk_of(*texts, size=after)
    again.go_to(stored(desk))
    same = {view.article.id: view.selection for view in again.views}
    assert {view.article.id: view.selection for view in desk.views} == same
    assert again.view.article.id == desk.view.article.id
    for _ in again.views:
        for view in [again.views[index] for index in again.shown]:
            assert 0 <= view.top <= max(0, len(view.rows(again.geometry.columns)) - again.geometry.rows)
        play(again, "L")
