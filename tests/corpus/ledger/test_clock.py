"""Times of the day as minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ledger.clock import clock_of, overlap, same_clock


@pytest.mark.parametrize(
    ("surface", "low", "high"),
    [
        ("6:42 p.m.", 1122, 1122),
        ("18.34", 1114, 1114),
        ("1742 GMT", 1062, 1062),
        ("1100 hours", 660, 660),
        ("noon", 720, 720),
        ("midnight", 0, 0),
        ("half past six", 390, 390),
        ("just before 7pm", 1110, 1139),
        ("around 6 a.m.", 350, 370),
        ("Thursday afternoon", 720, 1080),
        ("early Sunday", 0, 540),
    ],
)
def test_minutes(surface: str, low: int, high: int) -> None:
    clock = clock_of(surface)
    assert clock is not None
    assert (clock.low, clock.high) == (low, high)


@pytest.mark.parametrize("surface", ["Friday", "", "25:99", "two hours later"])
def test_what_tells_no_time_of_the_day(surface: str) -> None:
    assert clock_of(surface) is None


@given(st.text(max_size=30))
def test_any_text(surface: str) -> None:
    clock = clock_of(surface)
    if clock is not None:
        assert overlap(clock, clock)
        assert same_clock(clock, clock)
