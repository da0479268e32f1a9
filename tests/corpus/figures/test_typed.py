"""What a person types for a figure."""

from decimal import Decimal

import pytest

from corpus.figures.figure import Modifier
from corpus.figures.typed import BOUNDS, bound_words, typed_amount, typed_bound, typed_unit


@pytest.mark.parametrize(
    ("words", "value", "low", "high", "unit", "modifier"),
    [
        ("70", "70", None, None, "", "exact"),
        ("1,200", "1200", None, None, "", "exact"),
        ("15-16,000", None, "15000", "16000", "", "exact"),
        ("15–16,000", None, "15000", "16000", "", "exact"),
        ("15,000-16,000", None, "15000", "16000", "", "exact"),
        ("5-16", None, "5", "16", "", "exact"),
        ("1.2m", "1200000", None, None, "", "exact"),
        ("3 km", "3", None, None, "kilometre", "exact"),
        ("20%", "20", None, None, "percent", "exact"),
        ("$1.5bn", "1500000000", None, None, "USD", "exact"),
        ("more than 70", "70", None, None, "", "more_than"),
        ("seven", "7", None, None, "", "exact"),
    ],
)
def test_amounts(words: str, value: str | None, low: str | None, high: str | None, unit: str, modifier: str) -> None:
    figure = typed_amount(words)
    assert figure is not None
    numbers = [None if number is None else Decimal(number) for number in (value, low, high)]
    assert [figure.value, figure.low, figure.high] == numbers
    assert (figure.unit, figure.modifier) == (unit, modifier)


@pytest.mark.parametrize("words", ["", "many", "70 and 80", "12:30", "16,000-15,000", "dozens", "70 [b]", "x 70"])
def test_what_is_no_amount(words: str) -> None:
    assert typed_amount(words) is None


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("km", "kilometre"),
        ("%", "percent"),
        ("percent", "percent"),
        ("eur", "EUR"),
        ("euros", "EUR"),
        ("days", "day"),
        ("mph", "mile per hour"),
        ("goals", "goals"),
        ("70 km", None),
    ],
)
def test_units(words: str, unit: str | None) -> None:
    assert typed_unit(words) == unit


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("exact", "exact"),
        ("More than", "more_than"),
        ("mo", "more_than"),
        ("at_least", "at_least"),
        ("over", "more_than"),
        ("a", None),
        ("perhaps", None),
    ],
)
def test_bounds(words: str, bound: str | None) -> None:
    assert typed_bound(words) == bound


def test_every_bound_has_words() -> None:
    assert {typed_bound(bound_words(one)) for one in Modifier} == set(Modifier) == set(BOUNDS.values())
