"""Broken files of every format: refused in one line, without an error of Python's own, in bounded time and memory."""

import json
from pathlib import Path

import pytest

from annotations.dataset_check import check
from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.csv_table import BESIDE, CSV
from annotations.formats.registry import format_named
from tests.annotations.examples import Mark, gold, story_of

ANNO = "http://www.w3.org/ns/anno.jsonld"
DEEP = "[" * 100_000
HALF = r"\ud800"
TSV = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n\n\n#Text=Ann\n{}\tAnn\tPERSON\t\n"


def _refused(name: str, text: str, folder: Path) -> str:
    fmt = format_named(name)
    path = folder / f"gold{fmt.suffix or '.tsv'}"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        check(fmt, path, How())
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jsonl", DEEP),
        ("spans", DEEP),
        ("w3c", DEEP),
        ("conllup", f"# variorum = {DEEP}\n"),
        ("spans", f'{{"text": "a{HALF}", "spans": []}}'),
        ("w3c", f'{{"@context": "{ANNO}", "type": "Annotation", "id": "a{HALF}", "target": "a{HALF}"}}'),
        ("conllup", f'# variorum = {{"name": "{HALF}"}}\n'),
    ],
)
def test_json_that_no_text_can_come_of(name: str, text: str, tmp_path: Path) -> None:
    assert _refused(name, text, tmp_path)


@pytest.mark.parametrize("cell", [DEEP, "{}}", "[1, 2", f'["{HALF}"]'], ids=["deep", "more", "less", "half"])
@pytest.mark.parametrize("column", ["finished_by", "about"])
def test_cells_of_a_table_that_are_no_json(column: str, cell: str, tmp_path: Path) -> None:
    out = tmp_path / "gold.csv"
    export(lambda: iter([story_of(gold("Ann met Bob.", Mark("Ann")))]), CSV, out)
    beside = out.with_name(out.name + BESIDE)
    was = '"[""anna""]"' if column == "finished_by" else ',"[""anna""]",,'
    now = f'"{cell.replace(chr(34), chr(34) * 2)}"'
    text = beside.read_bytes().decode()
    assert was in text
    beside.write_bytes(text.replace(was, now if column == "finished_by" else f',"[""anna""]",{now},').encode())
    with pytest.raises(ReadError, match="makes no sense"):
        check(CSV, out, How())


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("1-1\t999999990-999999993", "nothing stands between"),
        (f"1-1\t0-{'9' * 5000}", "not a row of a token"),
        (f"{'9' * 5000}-1\t0-3", "not a row of a token"),
    ],
)
def test_numbers_of_a_webanno_file_that_would_fill_the_memory(row: str, what: str, tmp_path: Path) -> None:
    assert what in _refused("webanno", TSV.format(row), tmp_path)


def test_a_place_of_a_web_annotation_of_ours_without_its_selector(tmp_path: Path) -> None:
    out = tmp_path / "gold.jsonld"
    export(lambda: iter([story_of(gold("Ann met Bob.", Mark("Ann")))]), format_named("w3c"), out)
    text = out.read_text("utf-8").replace("TextPositionSelector", "XPathSelector")
    assert "not a whole annotation of ours" in _refused("w3c", text, tmp_path)


@pytest.mark.parametrize("depth", [480, 5000])
def test_bodies_of_a_web_annotation_in_each_other_without_end(depth: int, tmp_path: Path) -> None:
    body = '{"type": "List", "items": [' * depth + "5" + "]}" * depth
    head = {"@context": ANNO, "type": "Annotation", "id": "urn:1", "target": "http://example.org/"}
    assert _refused("w3c", json.dumps(head)[:-1] + f', "body": {body}}}', tmp_path)


def test_a_layer_of_a_webanno_file_that_comes_after_its_cells(tmp_path: Path) -> None:
    text = TSV.format("1-1\t0-3") + "#T_CH=custom.Chain|referenceRelation|referenceType\n"
    assert "declared below the rows" in _refused("webanno", text, tmp_path)


def test_an_xmi_file_in_an_encoding_that_hides_its_declarations(tmp_path: Path) -> None:
    path = tmp_path / "gold.xmi"
    path.write_bytes('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]><x/>'.encode("cp037"))
    with pytest.raises(ReadError, match="not in UTF-8"):
        check(format_named("cas-xmi"), path, How())
