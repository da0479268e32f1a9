"""What a person types to search: taken apart, and put into the words of the index."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.query import Query, QueryError, Term, as_typed, expression, parsed, writings


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("flood", Query((Term("flood"),))),
        ('"coast guard" evac*', Query((Term("coast guard"), Term("evac", prefix=True)))),
        ("flood -rain", Query((Term("flood"),), (Term("rain"),))),
        ("title:flood", Query((Term("flood", title=True),))),
        ('name:"Mira Osland" figure:70', Query(names=("Mira Osland",), figures=("70",))),
        ("label:GPE source:gazette", Query(labels=("GPE",), sources=("gazette",))),
        ("date:2026-03", Query(low="2026-03", high="2026-03")),
        ("date:2026-03..2026-04-02", Query(low="2026-03", high="2026-04-02")),
        ("date:..2026", Query(high="2026")),
        ("date:2026..", Query(low="2026")),
        ("date:2026-03.. date:..2026", Query(low="2026-03", high="2026")),
        ("date:2026 date:2026-03", Query(low="2026-03", high="2026-03")),
        ("date:..2026-03 date:..2026-03-05", Query(high="2026-03-05")),
        ("date:2024-02-29", Query(low="2024-02-29", high="2024-02-29")),
        (
            "x -title:rain -source:gazette",
            Query((Term("x"),), (Term("rain", title=True),), without_sources=("gazette",)),
        ),
        (r"x /a(b|c)\/d/", Query((Term("x"),), pattern=r"a(b|c)\/d")),
        ('"never closed', Query((Term("never closed"),))),
        ("— ! -", Query()),
        ("", Query()),
    ],
)
def test_what_was_typed_is_taken_apart(typed: str, query: Query) -> None:
    assert parsed(typed) == query


@pytest.mark.parametrize(
    "typed",
    [
        *("date:soon", "date:2026-3", "date:..", "date:2026-13", "date:2026-02-31", "date:..2026-00", "date:0000"),
        *("/a(/", "/a/ /b/", "x -/a/", "x -date:2026", "x -name:May", "x -figure:7", "x -label:GPE"),
    ],
)
def test_what_makes_no_sense_is_told(typed: str) -> None:
    with pytest.raises(QueryError) as told:
        parsed(typed)
    assert "\n" not in str(told.value)


def test_what_is_still_typed_may_go_on() -> None:
    assert as_typed("coast gua") == '"coast" AND "gua" *'
    assert as_typed("  ") == ""


@given(st.text(max_size=40))
def test_whatever_is_typed_the_index_understands_it(typed: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (title, text)")
    typed = typed.replace("\0", "")
    for match in (as_typed(typed), _match(typed)):
        if match:
            connection.execute("SELECT rowid FROM words WHERE words MATCH ?", [match]).fetchall()


def _match(typed: str) -> str:
    try:
        query = parsed(typed)
    except QueryError:
        return ""
    return expression(query.terms, query.without)


@pytest.mark.parametrize(
    ("figure", "ways"),
    [
        ("70", ["70", "seventy"]),
        ("21", ["21", "twenty-one"]),
        ("120", ["120", "one hundred and twenty", "one hundred twenty"]),
        ("1,200,000", ["1200000", "1,200,000", "1.2 million", "1200 thousand"]),
        ("5000", ["5000", "5,000", "5 thousand", "five thousand"]),
        ("dozens", ["dozens"]),
        ("3.5", ["3.5"]),
    ],
)
def test_a_number_is_looked_for_in_every_way_it_is_written(figure: str, ways: list[str]) -> None:
    assert writings(figure) == ways
