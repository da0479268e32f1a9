"""Where dates lie on the calendar, told from Thursday, 25 May 2023."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures.calendar import interval
from tests.corpus.texts import reports


@pytest.mark.parametrize(
    ("surface", "first", "last"),
    [
        ("Thursday", "2023-05-25", "2023-05-25"),
        ("Wednesday", "2023-05-24", "2023-05-24"),
        ("Friday", "2023-05-19", "2023-05-19"),
        ("last Thursday", "2023-05-18", "2023-05-18"),
        ("next Monday", "2023-05-29", "2023-05-29"),
        ("this Friday", "2023-05-26", "2023-05-26"),
        ("Tuesday last week", "2023-05-16", "2023-05-16"),
        ("Tuesday evening", "2023-05-23", "2023-05-23"),
        ("late Monday", "2023-05-22", "2023-05-22"),
        ("today", "2023-05-25", "2023-05-25"),
        ("yesterday", "2023-05-24", "2023-05-24"),
        ("the day before yesterday", "2023-05-23", "2023-05-23"),
        ("tonight", "2023-05-25", "2023-05-25"),
        ("last night", "2023-05-24", "2023-05-24"),
        ("overnight", "2023-05-24", "2023-05-25"),
        ("last week", "2023-05-15", "2023-05-21"),
        ("this week", "2023-05-22", "2023-05-28"),
        ("this month", "2023-05-01", "2023-05-31"),
        ("last month", "2023-04-01", "2023-04-30"),
        ("last year", "2022-01-01", "2022-12-31"),
        ("the weekend", "2023-05-20", "2023-05-21"),
        ("last weekend", "2023-05-20", "2023-05-21"),
        ("past two weeks", "2023-05-11", "2023-05-25"),
        ("the last 24 hours", "2023-05-24", "2023-05-25"),
        ("next three days", "2023-05-25", "2023-05-28"),
        ("two days ago", "2023-05-23", "2023-05-23"),
        ("a week ago", "2023-05-18", "2023-05-18"),
        ("two months ago", "2023-03-01", "2023-03-31"),
        ("five years ago", "2018-01-01", "2018-12-31"),
        ("March 12", "2023-03-12", "2023-03-12"),
        ("June 4", "2023-06-04", "2023-06-04"),
        ("December 24", "2022-12-24", "2022-12-24"),
        ("March 12, 2021", "2021-03-12", "2021-03-12"),
        ("13.03.2024", "2024-03-13", "2024-03-13"),
        ("May 12-14", "2023-05-12", "2023-05-14"),
        ("30 April", "2023-04-30", "2023-04-30"),
        ("12th", "2023-05-12", "2023-05-12"),
        ("the 28th", "2023-04-28", "2023-04-28"),
        ("15th of last month", "2023-04-15", "2023-04-15"),
        ("May", "2023-05-01", "2023-05-31"),
        ("May 2023", "2023-05-01", "2023-05-31"),
        ("September", "2022-09-01", "2022-09-30"),
        ("last September", "2022-09-01", "2022-09-30"),
        ("late July", "2023-07-22", "2023-07-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2016-17", "2016-01-01", "2017-12-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("19th century", "1801-01-01", "1900-12-31"),
        ("third quarter of 2021", "2021-07-01", "2021-09-30"),
        ("summer of 2019", "2019-06-01", "2019-08-31"),
        ("November 2 last year", "2022-11-02", "2022-11-02"),
        ("New Year's Eve", "2022-12-31", "2022-12-31"),
        ("Easter Monday", "2023-04-10", "2023-04-10"),
        ("two weeks before May 13", "2023-04-29", "2023-04-29"),
        ("9 a.m. Monday", "2023-05-22", "2023-05-22"),
    ],
)
def test_an_interval(surface: str, first: str, last: str) -> None:
    assert interval(surface, "2023-05-25") == (first, last)


@pytest.mark.parametrize(
    "surface", ["three days", "9 a.m.", "two days later", "the same day", "February 30", "soon", ""]
)
def test_what_has_no_place(surface: str) -> None:
    assert interval(surface, "2023-05-25") is None


@pytest.mark.parametrize("surface", ["Tuesday", "last week", "March 12", "today", "two days ago", "May", "Christmas"])
@pytest.mark.parametrize("published", ["", "some day", "2023-02-31"])
def test_without_a_day_of_publication_only_years_tell(surface: str, published: str) -> None:
    assert interval(surface, published) is None
    assert interval("March 12, 2021", published) == ("2021-03-12", "2021-03-12")
    assert interval("2019", published) == ("2019-01-01", "2019-12-31")


@given(reports, st.dates().map(str) | st.text(max_size=12))
def test_any_text_has_an_interval_or_none(text: str, published: str) -> None:
    found = interval(text, published)
    assert found is None or found[0] <= found[1]
