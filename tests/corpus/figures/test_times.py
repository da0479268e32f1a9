"""Dates and times in sentences: their spans and kinds."""

import pytest

from corpus.figures.figure import Modifier
from corpus.figures.find import figures


def told(text: str) -> list[tuple[str, str]]:
    return [(figure.span.surface(text), figure.kind.value) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("on March 13, 2024, he", "March 13, 2024", "date"),
        ("on Wednesday, 13 March he", "Wednesday, 13 March", "date"),
        ("on 13.03.2024 he", "13.03.2024", "date"),
        ("since 2019-07-01", "2019-07-01", "date"),
        ("in May 2023", "May 2023", "date"),
        ("in May", "May", "date"),
        ("Sept. 30", "Sept. 30", "date"),
        ("the 4th of July", "4th of July", "date"),
        ("in the 1990s", "1990s", "date"),
        ("the 2016-17 budget", "2016-17", "date"),
        ("from 2010 to 2015 he", "2010 to 2015", "date"),
        ("May 12-14", "May 12-14", "date"),
        ("on the 12th, he", "12th", "date"),
        ("in the third quarter of 2021", "third quarter of 2021", "date"),
        ("Q3 results", "Q3", "date"),
        ("in late July", "late July", "date"),
        ("by mid-February", "mid-February", "date"),
        ("last Friday", "last Friday", "date"),
        ("Tuesday last week", "Tuesday last week", "date"),
        ("two days ago", "two days ago", "date"),
        ("about a fortnight ago", "about a fortnight ago", "date"),
        ("this month", "this month", "date"),
        ("last summer", "last summer", "date"),
        ("November 2 this year", "November 2 this year", "date"),
        ("the day before yesterday", "day before yesterday", "date"),
        ("on New Year's Eve", "New Year's Eve", "date"),
        ("in the 19th century", "19th century", "date"),
        ("at year-end", "year-end", "date"),
        ("two weeks before May 13", "two weeks before May 13", "date"),
        ("on Tuesday evening", "Tuesday evening", "time"),
        ("late Tuesday", "late Tuesday", "time"),
        ("in the early hours of Monday", "early hours of Monday", "time"),
        ("overnight rain", "overnight", "time"),
        ("last night", "last night", "time"),
        ("this morning", "this morning", "time"),
        ("at 10:30 a.m. he", "10:30 a.m.", "time"),
        ("at 6.39pm", "6.39pm", "time"),
        ("at 1742 GMT", "1742 GMT", "time"),
        ("9 a.m. Monday", "9 a.m. Monday", "time"),
        ("five o’clock", "five o’clock", "time"),
        ("half past six", "half past six", "time"),
        ("from 9 a.m. to 5 p.m.", "from 9 a.m. to 5 p.m.", "time"),
        ("at 18.34, the ferry", "18.34", "time"),
        ("by late afternoon, all", "late afternoon", "time"),
        ("three hours ago", "three hours ago", "time"),
    ],
)
def test_one_time(text: str, surface: str, kind: str) -> None:
    assert told(text) == [(surface, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "She may go.",
        "They march and march.",
        "an august body",
        "Sunday Times readers",
        "a sun hat",
        "USA Today wrote it",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert told(text) == []


def test_how_a_time_is_meant() -> None:
    text = "around 9 p.m. and shortly before noon and 5 p.m."
    assert [figure.modifier for figure in figures(text)] == [Modifier.APPROX, Modifier.APPROX, Modifier.EXACT]
