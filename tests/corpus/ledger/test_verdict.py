"""Whether two figures can both be right."""

import pytest

from corpus.ledger.item import Item, items
from corpus.ledger.verdict import judged
from tests.corpus.ledger.story import counted

NO_DAYS = ("", "")


def item(surface: str, sentence: str) -> Item:
    (article,) = counted([sentence.format(surface)])
    return next(one for one in items(0, article) if one.surface == surface)


def verdict(a: str, b: str, sentence: str = "The storm killed {} people.", days: tuple[str, str] = NO_DAYS) -> str:
    return judged(item(a, sentence), item(b, sentence), days).verdict.value


CASES = [
    ("12", "twelve", "agree"),
    ("12", "nine", "conflict"),
    ("70", "more than 70", "compatible"),
    ("12", "at least nine", "compatible"),
    ("at least 16", "15", "conflict"),
    ("at least nine", "at least nine", "agree"),
    ("up to 33", "26", "compatible"),
    ("up to 33", "35", "conflict"),
    ("about 600", "more than 600", "compatible"),
    ("about 600", "about 600", "agree"),
    ("about 600", "800", "conflict"),
    ("2,100", "about 2,000", "compatible"),
    ("between 15 and 20", "18", "compatible"),
    ("between 15 and 20", "15-20", "agree"),
    ("between 15 and 20", "22", "conflict"),
    ("dozens", "36", "compatible"),
    ("dozens", "17", "conflict"),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_counts(a: str, b: str, expected: str) -> None:
    assert verdict(a, b) == expected
    assert verdict(b, a) == expected


MEASURES = [
    ("14 knots", "26 km/h", "compatible"),
    ("14 knots", "20 mph", "conflict"),
    ("14 knots", "14.2 knots", "compatible"),
    ("800 metres", "0.8 km", "agree"),
    ("half a mile", "800 metres", "compatible"),
    ("$1.5 billion", "$1.51 billion", "compatible"),
    ("$1.5 billion", "€1.2 billion", "compatible"),
    ("$1.5 billion", "$1.7 billion", "conflict"),
    ("36 months", "three years", "compatible"),
    ("7.4 percent", "7.4%", "agree"),
    ("7 percent", "7.4 percent", "compatible"),
]


@pytest.mark.parametrize(("a", "b", "expected"), MEASURES)
def test_measures(a: str, b: str, expected: str) -> None:
    assert verdict(a, b, "It was {} off the mark.") == expected
    assert verdict(b, a, "It was {} off the mark.") == expected


TIMES = [
    ("6:42 p.m.", "18:42", "agree"),
    ("6:42 p.m.", "6:39 p.m.", "conflict"),
    ("6:42 p.m.", "just before 7 p.m.", "compatible"),
    ("just before 6 a.m.", "just after 6 a.m.", "conflict"),
    ("around 6 a.m.", "just after 6 a.m.", "compatible"),
    ("noon", "12:00", "agree"),
]


@pytest.mark.parametrize(("a", "b", "expected"), TIMES)
def test_times(a: str, b: str, expected: str) -> None:
    assert verdict(a, b, "It happened at {} near the mill.") == expected
    assert verdict(b, a, "It happened at {} near the mill.") == expected


def test_a_toll_that_is_said_to_rise_may_be_higher_on_a_later_day() -> None:
    rising = "The death toll rose to {} on the coast."
    assert verdict("9", "12", rising, ("2024-03-13", "2024-03-14")) == "compatible"
    assert verdict("9", "12", rising, ("2024-03-14", "2024-03-13")) == "conflict"
    assert verdict("9", "12", rising) == "conflict"
    assert verdict("9", "12", days=("2024-03-13", "2024-03-14")) == "conflict"


def test_what_was_before_contradicts_nothing() -> None:
    before = item("131", "Profit was down from 131 million a year earlier.".replace("131 million", "{}"))
    now = item("84", "Profit was {} this year.")
    assert before.setting.former
    assert not now.setting.former
    assert judged(before, now, NO_DAYS).verdict.value == "compatible"
