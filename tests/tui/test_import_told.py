"""What `variorum import` says of a dataset that comes in otherwise than whoever made it may think."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from annotations.formats.csv_table import BESIDE, CSV
from annotations.store import Store
from tests.annotations.examples import Mark, gold, story_of
from tests.tui.programs import decided, run

PROJECT = ("--project", "p.variorum", "--reviewer", "zoe")
SCORED = [
    {"start": 0, "end": 3, "label": "PERSON", "score": 0.7},
    {"start": 8, "end": 11, "label": "PERSON", "score": -1},
]


def _written(folder: Path, *rows: dict[str, Any]) -> None:
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_scores_come_out_as_they_came_in(tmp_path: Path) -> None:
    _written(tmp_path, {"id": "a", "text": "Ann met Bob.", "spans": SCORED[:1]})
    assert run(tmp_path, "import", "gold.jsonl", "--as", "proposals", *PROJECT).returncode == 0
    out = ("export", "--project", "p.variorum", "--format", "jsonl", "--proposals", "-o", "out.jsonl")
    assert run(tmp_path, *out).returncode == 0
    [row] = map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert [(one["label"], one["score"]) for one in row["proposals"]] == [("PERSON", 70)]


def test_scores_that_find_no_place_are_told(tmp_path: Path) -> None:
    _written(tmp_path, {"id": "a", "text": "Ann met Bob.", "spans": SCORED})
    done = run(tmp_path, "import", "gold.jsonl", *PROJECT)
    assert done.stderr.splitlines()[:3] == [
        "gold.jsonl: left out, as they have no place here: 1 scores that are no number from 0 to 100",
        "gold.jsonl: decisions of nobody in particular are those of zoe",
        "gold.jsonl: 1 score left out, as only proposals have one (--as proposals)",
    ]


def test_several_texts_under_one_name_are_told(tmp_path: Path) -> None:
    given = ("7", "Ann met Bob."), ("7", "Cleo met Bob."), ("8", "Ann left."), ("8", "Bob left."), ("9", "Ann met Bob.")
    rows: list[dict[str, Any]] = [{"id": name, "text": text, "spans": []} for name, text in given]
    _written(tmp_path, *rows, rows[0], {"id": "10", "text": "Ann met Bob.", "spans": SCORED[:1]})
    done = run(tmp_path, "import", "gold.jsonl", "--as", "proposals", *PROJECT)
    line = "several texts under one name (2 names, such as 7): those that are alike are versions of one article"
    assert done.stderr.splitlines()[0] == f"gold.jsonl: {line}"


def test_a_place_that_is_none_is_named_and_no_unit_is_asked_for(tmp_path: Path) -> None:
    for (start, end), why in (((8, 3), "ends before it starts"), ((-3, 3), "has a negative offset")):
        spans = [{"start": start, "end": end, "label": "PERSON"}]
        _written(tmp_path, {"text": "Zoë.", "spans": []}, {"id": "a", "text": "Ann met Bobë.", "spans": spans})
        done = run(tmp_path, "import", "gold.jsonl", "--format", "spans", *PROJECT)
        where = "gold.jsonl, line 2"
        line = f"{where}: the span from {start} to {end} (PERSON) {why} (nothing of it was taken in)"
        assert done.stderr.splitlines()[0] == line


def test_our_tables_in_another_encoding_are_no_articles(tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    CSV.write([story_of(gold("Ann met Bob.", Mark("Bob", "PERSON"), name="one.txt"))], path)
    path.write_bytes(path.read_bytes().decode().encode("utf-16"))
    done = run(tmp_path, "import", ".", *PROJECT)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1, "gold.csv: not in UTF-8 but in UTF-16; add --encoding utf-16 (nothing of it was taken in)",
    )  # fmt: skip
    done = run(tmp_path, "import", ".", *PROJECT, "--encoding", "utf-16")
    assert (done.returncode, decided(tmp_path / "p.variorum")) == (0, ["Bob PERSON accepted"])
    with closing(Store(tmp_path / "p.variorum")) as store:
        assert store.rows("SELECT name FROM article") == [("one.txt",)]
    assert path.with_name(path.name + BESIDE).exists()
