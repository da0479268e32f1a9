import gzip
import io
import json
import sys
from collections.abc import Generator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from corpus.readers import parquet_rows
from corpus.readers.base import Options
from corpus.sources import gather, read_stream
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


def test_bytes_are_read_as_utf_8() -> None:
    rows = [{"id": b"r-1", "text": "The flood\nhit café".encode(), "title": b"A flood", "extra": "é".encode()}]
    (article,) = taken("a.parquet", table(rows)).articles
    assert (article.name, article.text, article.title) == ("r-1", "The flood\nhit café", "A flood")
    assert json.loads(article.metadata.more) == {"extra": "é"}


def test_a_text_of_bytes_that_are_not_utf_8_costs_its_row_alone() -> None:
    gathered = taken("a.parquet", table([{"text": b"One"}, {"text": b"caf\xe9"}, {"text": b"Three"}]))
    assert texts(gathered) == ["One", "Three"]
    assert lines(gathered) == ["a.parquet, row 2: the field 'text' is not a text"]


def test_other_bytes_that_are_not_utf_8_are_kept_as_how_many_they_are() -> None:
    rows = [{"text": "One", "title": b"\xff\xfe\xfd", "image": {"bytes": b"\x89PNG", "path": b"x.png"}}]
    (article,) = taken("a.parquet", table(rows)).articles
    assert article.title == "One"
    assert json.loads(article.metadata.more) == {
        "title": {"bytes": 3}, "image": {"bytes": {"bytes": 4}, "path": "x.png"}
    }  # fmt: skip


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
    data = parquet.ParquetFile(io.BytesIO(table([{"text": "x" * 5000}])))
    monkeypatch.setattr(parquet_rows, "LARGEST", 1000)
    with pytest.raises(ValueError, match="a column of more than"):
        parquet_rows._refuse_large(data.metadata)


def test_few_bytes_that_stand_for_large_values_cost_the_file_alone() -> None:
    values = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 300, pyarrow.int32()), ["x" * 30_000_000])
    file = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": values}), file, compression="zstd")
    gathered = taken("a.parquet", file.getvalue())
    assert gathered.articles == ()
    assert lines(gathered)[0].startswith("a.parquet: not Parquet that can be read (")


def test_a_file_is_read_where_it_is_and_a_table_in_an_archive_in_memory(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(table([{"text": "One"}]))
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress(table([{"text": "Two"}])))
    assert texts(gather([tmp_path])) == ["One", "Two"]


def test_reading_may_be_left_off_early() -> None:
    data = table([{"text": "word " * 100 + str(number)} for number in range(5000)])
    outcomes = read_stream(io.BytesIO(data), "a.parquet", Options())
    assert isinstance(next(outcomes), Article)
    assert isinstance(outcomes, Generator)
    outcomes.close()


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert lines(taken("a.parquet", b"PAR1")) == [
        "a.parquet: the library that reads Parquet is not installed; install it with: pip install 'variorum[parquet]'"
    ]


def test_a_library_that_breaks_off_costs_the_file_alone() -> None:
    good = table([{"text": "One", "n": 1}])
    broken = [bytes(good[:at]) + b"\xff" + bytes(good[at + 1 :]) for at in range(len(good) - 40, len(good), 8)]
    for data in [*broken, b"PAR1", b"PAR1 nonsense PAR1", good[:-5]]:
        for line in lines(taken("a.parquet", data)):
            assert line.startswith("a.parquet: not Parquet that can be read (")
