import io
import json
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.taken import lines, taken, texts

pyarrow: Any = pytest.importorskip("pyarrow")
parquet: Any = pytest.importorskip("pyarrow.parquet")


def table(rows: list[dict[str, Any]], **options: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), file, **options)
    return file.getvalue()


def test_a_row_is_an_article() -> None:
    rows = [
        {"id": 1, "text": "One 🙂\r\n", "date": date(2024, 5, 6), "meta": {"outlet": "Daily"}, "n": [1, 2]},
        {"id": 2, "text": "Two", "date": None, "meta": None, "n": None},
    ]
    gathered = taken("a.parquet", table(rows), {"source": "meta.outlet"})
    first, second = gathered.articles
    assert (first.name, first.text, first.metadata.source) == ("1", "One 🙂\r\n", "Daily")
    assert (first.metadata.published, first.metadata.origin) == ("2024-05-06", "a.parquet")
    assert json.loads(first.metadata.more) == {"meta": {"outlet": "Daily"}, "n": [1, 2]}
    assert (second.name, second.metadata.published) == ("2", "")
    assert texts(taken("stdin", table(rows))) == ["One 🙂\r\n", "Two"]


def test_numbers_that_json_does_not_have_become_null() -> None:
    rows = [{"text": "One", "n": float("nan"), "m": [float("inf"), 1.5]}]
    assert json.loads(taken("a.parquet", table(rows)).articles[0].metadata.more) == {"n": None, "m": [None, 1.5]}


def test_moments_keep_their_zone() -> None:
    rows = [{"text": "One", "published": datetime(2024, 5, 6, 7, 8, tzinfo=UTC)}]
    assert taken("a.parquet", table(rows)).articles[0].metadata.published == "2024-05-06T07:08:00Z"


def test_many_rows_in_several_groups() -> None:
    data = table([{"text": f"Text {number}"} for number in range(1000)], row_group_size=300)
    assert [article.name for article in taken("a.parquet", data).articles][::999] == ["a.parquet:1", "a.parquet:1000"]


def test_a_row_without_a_text_costs_itself_alone() -> None:
    gathered = taken("a.parquet", table([{"text": "One"}, {"text": None}, {"text": "Three"}]))
    assert texts(gathered) == ["One", "Three"]
    assert lines(gathered) == ["a.parquet, row 2: the field 'text' is empty"]


def test_a_column_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.parquet._LARGEST", 1000)
    assert "a column of more than" in lines(taken("a.parquet", table([{"text": "x" * 5000}])))[0]


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert lines(taken("a.parquet", b"PAR1")) == [
        "a.parquet: the library that reads Parquet is not installed; install it with: pip install 'variorum[parquet]'"
    ]


@given(st.binary(max_size=60), st.integers(0, 2000), st.integers(0, 255))
def test_any_bytes_are_articles_or_troubles(data: bytes, at: int, byte: int) -> None:
    good = bytearray(table([{"text": "One", "n": 1}]))
    good[at % len(good)] = byte
    taken("a.parquet", bytes(good))
    taken("a.parquet", data)
    taken("a.parquet", b"PAR1" + data + b"PAR1")
