"""Parquet: what others load of it, and that a table of articles is left to the readers of articles."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.parquet import HELD, PARQUET, ROWS, UNKNOWN
from annotations.formats.parquet_columns import batch
from annotations.model import Verdict
from tests.annotations.examples import Mark, gold, story_of

pytest.importorskip("pyarrow")
import pyarrow.parquet as pq


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "gold.parquet"
    marks = (Mark("Ann Lee", "PERSON"), Mark("1", "FIGURE"), Mark("Rome", "GPE", verdict=Verdict.UNSURE))
    done = gold("Ann Lee has 1bn in Rome", *marks, name="one.txt")
    open_ = gold("Bob sat", Mark("Bob", "PERSON"), name="two.txt", finished_by=())
    assert PARQUET.write([story_of(done, open_)], path) == []
    return path


def test_tags_are_iob2_and_what_nobody_knows_is_left_out_of_training(out: Path) -> None:
    table: Any = pq.read_table(out)
    one, two = table.to_pylist()
    names = json.loads(table.schema.metadata[b"huggingface"])["info"]["features"]["ner_tags"]["feature"]["names"]
    assert one["tokens"] == ["Ann", "Lee", "has", "1", "bn", "in", "Rome"]
    assert [names[tag] if tag != UNKNOWN else "?" for tag in one["ner_tags"]] == [
        "B-PERSON", "I-PERSON", "O", "B-FIGURE", "O", "O", "?",
    ]  # fmt: skip
    assert [names[tag] if tag != UNKNOWN else "?" for tag in two["ner_tags"]] == ["B-PERSON", "?"]


def test_spans_say_what_stands_there(out: Path) -> None:
    rows = pq.read_table(out).to_pylist()
    assert all(row["spans"] for row in rows)
    assert len(rows) == 2
    for row in rows:
        assert [row["text"][span["start"] : span["end"]] for span in row["spans"]] == [
            one["text"] for one in row["spans"]
        ]


def test_the_datasets_library_loads_it_with_classes(out: Path) -> None:
    datasets = pytest.importorskip("datasets")
    loaded = datasets.Dataset.from_parquet(str(out), cache_dir=str(out.parent / "cache"))
    assert loaded.features["ner_tags"].feature.names[0] == "O"
    assert loaded[0]["tokens"][0] == "Ann"


def test_only_our_tables_are_taken_for_datasets(out: Path) -> None:
    import pyarrow as pa

    assert PARQUET.begins(out, out.read_bytes()[:100])
    other = out.with_name("articles.parquet")
    pq.write_table(pa.table({"text": ["Ann met Bob"]}), other)
    assert not PARQUET.begins(other, other.read_bytes()[:100])


def test_another_table_is_refused(out: Path) -> None:
    import pyarrow as pa

    pq.write_table(pa.table({"text": ["Ann met Bob"]}), out)
    with pytest.raises(ReadError, match=r"gold\.parquet, row 1: not a table of variorum-jsonl/1"):
        list(PARQUET.read(out, How()))


@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {
                "text": st.none() | st.text(st.characters(codec="utf-8")),
                "tags": st.none() | st.lists(st.none() | st.integers(-(2**63), 2**63 - 1)),
                "one": st.none() | st.fixed_dictionaries({"end": st.none() | st.integers(0, 9)}),
                "many": st.lists(st.fixed_dictionaries({"name": st.text("ab\u00e4"), "parts": st.lists(st.text("x"))})),
            }
        ),
        max_size=12,
    )
)
def test_columns_are_those_that_pyarrow_makes_itself(rows: list[dict[str, Any]]) -> None:
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    many = pa.list_(pa.struct([("name", text), ("parts", pa.list_(text))]))
    schema = pa.schema(
        [("text", text), ("tags", pa.list_(number)), ("one", pa.struct([("end", number)])), ("many", many)]
    )
    made = batch(pa, schema, rows)
    made.validate(full=True)
    assert made.equals(pa.RecordBatch.from_pylist(rows, schema=schema))


def test_articles_beyond_a_row_group_stand_in_the_next(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(ROWS + HELD + 1)]
    path = tmp_path / "gold.parquet"
    PARQUET.write((story_of(gold("Ann sat", Mark("Ann"), name=name)) for name in names), path)
    metadata = pq.ParquetFile(path).metadata
    assert [metadata.row_group(at).num_rows for at in range(metadata.num_row_groups)] == [ROWS, HELD + 1]
    found = [one.article.name for story in PARQUET.read(path, How()) for one in story.articles]
    assert found == names


ALONE = """
import sys
from pathlib import Path
from annotations.formats.base import How
from annotations.formats.parquet import PARQUET
stories = list(PARQUET.read(Path(sys.argv[1]), How()))
PARQUET.write(iter(stories), Path(sys.argv[2]))
print(len(stories), "pyarrow" in sys.modules, "pandas" in sys.modules)
"""


def test_pandas_is_not_imported_where_it_is_installed(out: Path) -> None:
    pytest.importorskip("pandas")
    command = [sys.executable, "-c", ALONE, str(out), str(out.with_name("again.parquet"))]
    root = Path(__file__).parents[2]
    run = subprocess.run(command, cwd=root, check=False, capture_output=True, encoding="utf-8")
    assert run.stdout == "1 True False\n", run.stderr
