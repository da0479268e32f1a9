"""What a file of others has and gold has no place for is told by its reader, and said when the file is taken in."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotations.dataset_check import check
from annotations.formats.base import How
from annotations.formats.registry import format_named

SPAN = {"start": 0, "end": 3, "label": "PERSON"}
LABEL = {"id": "a", "type": "labels", "from_name": "label", "value": {"start": 0, "end": 3, "labels": ["PERSON"]}}
TASK = {"text": "Ann met Bob.", "answer": "accept", "_view_id": "spans_manual"}
ENDS = {"head_span": {"start": 4, "end": 7}, "child_span": {"start": 8, "end": 11}, "label": "x"}


def _unread(name: str, value: Any, folder: Path) -> dict[str, int]:
    fmt = format_named(name)
    path = folder / f"gold{fmt.suffix}"
    path.write_text(json.dumps(value) + "\n", "utf-8")
    heard: Counter[str] = Counter()
    list(fmt.read(path, How(tell=lambda what: heard.update((what,)))))
    assert dict(check(fmt, path, How()).unread) == heard
    return dict(heard)


@pytest.mark.parametrize(
    ("result", "what"),
    [
        ([{"id": "r", "type": "rectanglelabels", "value": {}}], "regions and answers that are not about spans of text"),
        ([{"type": "relation", "from_id": "a", "to_id": "gone"}], "relations whose ends are no spans"),
    ],
)
def test_label_studio(result: list[dict[str, Any]], what: str, tmp_path: Path) -> None:
    task = {"data": {"text": "Ann met Bob."}, "annotations": [{"result": [LABEL, *result]}]}
    assert _unread("label-studio", [task], tmp_path) == {what: 1}


def test_label_studio_cancelled(tmp_path: Path) -> None:
    task = {"data": {"text": "Ann met Bob."}, "annotations": [{"was_cancelled": True, "result": [LABEL]}]}
    assert _unread("label-studio", [task], tmp_path) == {"annotations that were cancelled": 1}


@pytest.mark.parametrize(
    ("task", "what"),
    [
        ({"spans": [SPAN, {"start": 8, "end": 11}]}, "spans without a label"),
        ({"spans": [SPAN], "relations": [ENDS]}, "relations between tokens that are no spans"),
        ({"spans": [SPAN], "answer": "reject"}, "spans in manual tasks that were not accepted"),
    ],
)
def test_prodigy(task: dict[str, Any], what: str, tmp_path: Path) -> None:
    assert _unread("prodigy", {**TASK, **task}, tmp_path) == {what: 1}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("spans", {"text": "Ann met Bob.", "spans": [SPAN], "cats": {"news": 1}}),
        ("doccano", {"text": "Ann met Bob.", "label": [[0, 3, "PERSON"]], "cats": ["news"]}),
    ],
)
def test_fields_that_nobody_reads(name: str, record: dict[str, Any], tmp_path: Path) -> None:
    assert _unread(name, record, tmp_path) == {"fields called 'cats'": 1}


def test_comments_of_doccano(tmp_path: Path) -> None:
    """Its export has a list of comments with every text."""
    record = {"text": "Ann met Bob.", "label": [[0, 3, "PERSON"]]}
    assert _unread("doccano", {**record, "Comments": []}, tmp_path) == {}
    assert _unread("doccano", {**record, "Comments": ["Who?"]}, tmp_path) == {"fields called 'Comments'": 1}


def test_brat(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann met Bob.", "utf-8")
    lines = ["T1\tPERSON 0 3\tAnn", "T2\tPERSON 8 11\tBob", "R1\tmet Arg1:T1 Arg2:T2", "A1\tsure R1", "A2\tsex T1 f"]
    (tmp_path / "a.ann").write_text("\n".join([*lines, "A3\tsex T1 m", ""]), "utf-8")
    found = check(format_named("brat"), tmp_path, How())
    assert found.unread == {
        "attributes and notes of relations": 1,
        "attributes of a name that the annotation has already": 1,
    }


def test_pages_of_a_web_annotation_collection_that_lie_elsewhere(tmp_path: Path) -> None:
    context = "http://www.w3.org/ns/anno.jsonld"
    value = {"@context": context, "type": "AnnotationCollection", "first": "http://example.org/page1"}
    assert _unread("w3c", value, tmp_path) == {"pages that lie elsewhere": 1}


def test_what_is_ours_has_nothing_unread(tmp_path: Path) -> None:
    value = {"text": "Ann met Bob.", "spans": [SPAN]}
    assert _unread("spans", value, tmp_path) == {}
