import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.geometry import WIDEST_TEXT, geometry


@pytest.mark.parametrize(
    ("width", "articles", "zoomed", "panes"),
    [
        (160, 5, False, 4),
        (152, 5, False, 4),
        (151, 5, False, 3),
        (114, 5, False, 3),
        (113, 5, False, 2),
        (80, 5, False, 2),
        (76, 5, False, 2),
        (75, 5, False, 1),
        (160, 2, False, 2),
        (160, 1, False, 1),
        (160, 5, True, 1),
        (1, 5, False, 1),
        (0, 1, False, 1),
    ],
)
def test_how_many_articles_stand_side_by_side(width: int, articles: int, *, zoomed: bool, panes: int) -> None:
    assert geometry(width, 24, articles, zoomed=zoomed).panes == panes


@given(st.integers(0, 400), st.integers(0, 100), st.integers(1, 30), st.booleans(), st.integers(1, 5))
def test_everything_fits_and_nothing_vanishes(
    width: int,
    height: int,
    articles: int,
    zoomed: bool,  # noqa: FBT001
    digits: int,
) -> None:
    shape = geometry(width, height, articles, zoomed=zoomed, digits=digits)
    assert 1 <= shape.panes <= articles
    assert shape.panes * shape.pane_width <= shape.width
    assert 1 <= shape.columns <= WIDEST_TEXT
    assert shape.rows >= 1
    assert shape.indent >= 0
    if width > digits + 3:
        assert shape.indent + shape.gutter + shape.columns < shape.pane_width
    if shape.panes > 1:
        assert shape.columns >= 38 - 3 - digits


@pytest.mark.parametrize(("most", "panes"), [(0, 4), (2, 2), (9, 4)])
def test_no_more_articles_stand_side_by_side_than_one_wants(most: int, panes: int) -> None:
    assert geometry(160, 24, 5, zoomed=False, most=most).panes == panes
    assert geometry(160, 24, 5, zoomed=True, most=most).panes == 1


def test_a_single_wide_pane_stands_in_the_middle() -> None:
    shape = geometry(160, 48, 1, zoomed=False)
    right = 160 - shape.indent - shape.gutter - shape.columns
    assert shape.columns == WIDEST_TEXT
    assert abs(shape.indent - right) <= 2


def test_a_screen_of_24_rows_shows_20_of_text() -> None:
    assert geometry(80, 24, 2, zoomed=False).rows == 20
