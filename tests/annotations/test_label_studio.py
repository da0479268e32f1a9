"""Label Studio's JSON: what its import takes, what it exports, and what its own converter makes of ours."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.label_studio import LABEL_STUDIO
from annotations.formats.registry import recognised
from annotations.formats.surfaces import checked
from annotations.gold import GoldArticle, Offer
from annotations.model import About, Connection, Proposal, Statement, Verdict
from corpus.offsets import Unit
from corpus.span import Span
from tests.annotations.examples import HARD_TEXTS, Mark, gold, hard_articles, story_of, written
from tests.annotations.shared_files import real

DRIFT = "💩This is an annotation."
PYTHON = os.environ.get("LABEL_STUDIO_PYTHON") or (sys.executable if find_spec("label_studio_sdk") else "")
"""An interpreter that has Label Studio's own package: it is not among the dependencies."""
CONVERT = """
import json, sys
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface
labels = "".join(f'<Label value="{label}"/>' for label in sys.argv[3:])
config = '<View><Labels name="label" toName="text">' + labels + '</Labels><Text name="text" value="$text"/></View>'
Converter(config, sys.argv[2], download_resources=False).convert(sys.argv[1], sys.argv[2], "JSON_MIN", is_dir=False)
for task in json.load(open(sys.argv[1], encoding="utf-8")):
    assert all(LabelInterface(config).validate_annotation(one) for one in task["annotations"])
"""


NO_HOW = How()


def _tasks(*articles: GoldArticle) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(LABEL_STUDIO, *articles).data)
    return found


def _file(tmp_path: Path, *tasks: dict[str, Any]) -> Path:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(tasks, indent=2), encoding="utf-8")
    return path


def _task(text: str, *result: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "annotations": [{"id": 5, "completed_by": 3, "result": list(result), **more}],
        "data": {"text": text},
    }


def _region(start: int, end: int, text: str, label: str = "ORG", identity: str = "r1") -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {
        "id": identity,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "manual",
        "value": value,
    }


def _articles(path: Path, how: How = NO_HOW) -> list[GoldArticle]:
    return [one for story in LABEL_STUDIO.read(path, how) for one in checked(story).articles]


def test_a_region_stands_where_its_editor_counts() -> None:
    (task,) = _tasks(gold(DRIFT, Mark("annotation")))
    (region,) = task["annotations"][0]["result"]
    assert {key: region[key] for key in ("from_name", "to_name", "type", "origin", "value")} == {
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "manual",
        "value": {"start": 12, "end": 22, "text": "annotation", "labels": ["ORG"]},
    }
    assert task["data"]["text"] == DRIFT


def test_each_reviewer_has_an_annotation_and_who_did_not_finish_a_draft() -> None:
    marks = Mark("Ann"), Mark("Bob", reviewer="ben"), Mark("Ann", reviewer="eve@news.example")
    (task,) = _tasks(gold("Ann met Bob.", *marks, finished_by=["anna", "eve@news.example"]))
    assert [one.get("completed_by") for one in task["annotations"]] == [None, {"email": "eve@news.example"}]
    assert [one.get("reviewer") for one in task["annotations"]] == ["anna", None]
    (draft,) = task["drafts"]
    # Anything else in a draft would break its import.
    assert (list(draft), draft["user"]) == (["user", "result"], "ben")


def test_notes_and_attributes_are_answers_for_one_region() -> None:
    article = gold("Ann met.", Mark("Ann", note="who?"))
    article = replace(article, annotations=(replace(article.annotations[0], attributes=(("role", "guest"),)),))
    (task,) = _tasks(article)
    region, note, attribute = task["annotations"][0]["result"]
    assert {region["id"]} == {note["id"], attribute["id"]}
    assert (note["type"], note["from_name"], note["value"]["text"]) == ("textarea", "note", ["who?"])
    assert (attribute["type"], attribute["value"]["choices"]) == ("choices", ["guest"])


def test_relations_article_labels_and_open_proposals_have_their_own_places() -> None:
    article = gold("Ann met Bob.", Mark("Ann"), Mark("Bob"))
    a, b = article.annotations
    article = replace(
        article,
        connections=(Connection("met", a.article_id, a.id, b.article_id, b.id, "anna", ""),),
        statements=(Statement(About.ARTICLE, a.article_id, "", None, "", "genre", "news", "anna", ""),),
        offers=(Offer(Proposal(Span(4, 7), "EVENT", "reader 1.0"), 80),),
    )
    (task,) = _tasks(article)
    *_, relation, choice = task["annotations"][0]["result"]
    assert relation == {"from_id": a.id, "to_id": b.id, "type": "relation", "direction": "right", "labels": ["met"]}
    assert (choice["from_name"], choice["type"], choice["value"]) == ("genre", "choices", {"choices": ["news"]})
    (prediction,) = task["predictions"]
    assert (prediction["model_version"], prediction["score"]) == ("reader 1.0", 0.8)
    assert prediction["result"][0]["value"] == {"start": 4, "end": 7, "text": "met", "labels": ["EVENT"]}


def test_a_span_with_gaps_is_kept_where_nobody_sees_it_and_named() -> None:
    article = gold("Ann Lee Bob.", Mark("Ann Lee Bob"))
    parts = (Span(0, 3), Span(8, 11))
    article = replace(article, annotations=(replace(article.annotations[0], parts=parts),))
    got = written(LABEL_STUDIO, article)
    assert [(one.surface, one.partly) for one in got.left_out] == [("Ann Lee Bob", True)]
    (task,) = json.loads(got.data)
    assert task["annotations"][0]["result"] == []
    assert [one["parts"] for one in task["data"]["variorum"]["spans"]] == [
        [{"start": 0, "end": 3}, {"start": 8, "end": 11}]
    ]


def test_an_article_of_which_nothing_was_said_is_still_to_be_done() -> None:
    (task,) = _tasks(gold("Ann.", finished_by=[]))
    assert (task["annotations"], task["drafts"], task["predictions"]) == ([], [], [])


def test_what_is_written_is_recognised(tmp_path: Path) -> None:
    export(lambda: iter([story_of(*hard_articles())]), LABEL_STUDIO, tmp_path / "gold.json")
    assert recognised(tmp_path / "gold.json") is LABEL_STUDIO


def test_its_export_is_read_with_who_completed_it(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        _task("Ann met.", _region(0, 3, "Ann"), completed_by={"id": 1, "email": "ann@news.example"}),
        _task("Ann met.", _region(0, 3, "Ann"), completed_by={"id": 1, "first_name": "Ann", "last_name": "Lee"}),
        _task("Ann met.", _region(0, 3, "Ann")),
        _task("Ann met.", _region(0, 3, "Ann"), was_cancelled=True),
    )
    assert recognised(path) is LABEL_STUDIO
    found = _articles(path)
    assert [one.finished_by for one in found] == [("ann@news.example",), ("Ann Lee",), ("3",), ()]
    assert [len(one.annotations) for one in found] == [1, 1, 1, 0]
    assert len({each.id for one in found for each in one.annotations}) == 3
    assert found[0].article.name == "export.json:1"


def test_what_is_told_of_one_region_goes_to_it(tmp_path: Path) -> None:
    region = _region(0, 3, "Ann") | {"meta": {"text": ["a comment"]}}
    place = {"start": 0, "end": 3}
    path = _file(
        tmp_path,
        _task(
            "Ann met.",
            region,
            {
                "id": "r1",
                "from_name": "why",
                "to_name": "text",
                "type": "textarea",
                "value": {**place, "text": ["sure"]},
            },
            {
                "id": "r1",
                "from_name": "kind",
                "to_name": "text",
                "type": "choices",
                "value": {**place, "choices": ["a", "b"]},
            },
            {"id": "c", "from_name": "genre", "to_name": "text", "type": "choices", "value": {"choices": ["news"]}},
            _region(4, 7, "met", "EVENT", "r2"),
            {"from_id": "r1", "to_id": "r2", "type": "relation", "direction": "right", "labels": ["in"]},
        ),
    )
    (article,) = _articles(path)
    first, second = article.annotations
    assert (first.note, first.attributes, second.note) == ("a comment\nsure", (("kind", "a, b"),), "")
    assert [(one.field, one.value) for one in article.statements] == [("genre", "news")]
    assert [(one.source, one.kind, one.target) for one in article.connections] == [(first.id, "in", second.id)]


def test_a_region_with_two_labels_is_two_annotations(tmp_path: Path) -> None:
    region = _region(0, 3, "Ann")
    region["value"]["labels"] = ["PERSON", "SPEAKER"]
    (article,) = _articles(_file(tmp_path, _task("Ann met.", region)))
    assert [one.label for one in article.annotations] == ["PERSON", "SPEAKER"]


@pytest.mark.parametrize("text", [DRIFT, "💩 annotation"])
def test_older_offsets_are_refused_with_the_flag_that_reads_them(text: str, tmp_path: Path) -> None:
    start = len(text[: text.index("annotation")].encode("utf-16-le")) // 2
    path = _file(tmp_path, _task(text, _region(start, start + 10, "annotation")))
    with pytest.raises(ReadError, match="--offsets utf-16"):
        _articles(path)
    (article,) = _articles(path, How(unit=Unit.UTF_16))
    assert [one.surface for one in article.annotations] == ["annotation"]


def test_white_space_that_its_pages_squeeze_is_no_difference(tmp_path: Path) -> None:
    (article,) = _articles(_file(tmp_path, _task("Ann  \r\n Lee met.", _region(0, 11, "Ann Lee"))))
    assert [one.surface for one in article.annotations] == ["Ann  \r\n Lee"]


def test_what_stands_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is said to stand"):
        _articles(_file(tmp_path, _task("Ann met.", _region(0, 3, "Bob"))))


@pytest.mark.parametrize("name", ["csv_test_colliding_keys.json", "csv_test_history.json"])
def test_its_choices_are_read(name: str) -> None:
    path = real("label-studio", "test_export_csv", name)
    assert recognised(path) is LABEL_STUDIO
    (article,) = _articles(path)
    assert [one.value.lower() for one in article.statements] == ["positive"]
    assert "@" in article.statements[0].reviewer
    # Nobody was asked for spans, so nobody said that there are none.
    assert article.finished_by == ()


@pytest.mark.parametrize(
    "parts",
    [
        ("test_export_csv", "csv_test2.json"),
        ("test_export_doclang", "data.json"),
        ("test_export_json_min", "data.json"),
    ],
)
def test_tasks_of_images_are_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ReadError, match=r"record 1: a task without a text"):
        _articles(real("label-studio", *parts))


def test_its_smaller_export_is_read(tmp_path: Path) -> None:
    region = {"start": 2, "end": 5, "text": "Ann", "labels": ["PERSON"]}
    path = _file(tmp_path, {"id": 1, "text": "💩 Ann.", "label": [region], "annotator": 4, "annotation_id": 7})
    assert recognised(path) is LABEL_STUDIO
    (article,) = _articles(path)
    assert [(one.surface, one.label, one.reviewer) for one in article.annotations] == [("Ann", "PERSON", "4")]


def test_cases_that_contradict_themselves_are_recognised_and_refused() -> None:
    path = real("label-studio", "spans-to-conll-cases.json")
    assert recognised(path) is LABEL_STUDIO
    with pytest.raises(ReadError, match=r"'\$3.99' is said to stand at 12 to 16"):
        _articles(path)


def test_regions_of_images_beside_a_text_are_none_of_it() -> None:
    found = _articles(real("label-studio", "test_export_csv", "csv_test.json"))
    assert [(one.annotations, one.finished_by) for one in found] == [((), ())] * 2


@pytest.mark.parametrize(
    "task",
    [
        {"data": "text", "annotations": []},
        {"data": {"text": "Ann"}, "annotations": [{"result": [{"type": "labels", "id": "1"}]}]},
        {"data": {"text": "Ann"}, "annotations": [{}]},
        {"data": {"text": "Ann"}, "annotations": 5},
        {"data": {"text": "Ann"}, "annotations": [{"result": [_region(2, 2, "")]}]},
        {"data": {"text": "Ann"}, "annotations": [{"result": [_region(1, 9, "nn")]}]},
        {"data": {"text": "Ann"}, "predictions": [{"score": "high", "result": [_region(0, 3, "Ann")]}]},
    ],
)
def test_a_broken_task_is_refused_with_its_number(task: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="record 2") as caught:
        _articles(_file(tmp_path, _task("Ok."), task))
    assert "\n" not in str(caught.value)


def test_what_a_person_adds_there_stands_beside_what_was_there(tmp_path: Path) -> None:
    """The file as its editor gives it back: another annotation, with regions that have ids of their own."""
    article = gold("Ann met Bob.", Mark("Ann"), Mark("Bob", verdict=Verdict.REJECTED))
    (task,) = _tasks(article)
    task["annotations"].append({"id": 9, "completed_by": 7, "result": [_region(8, 11, "Bob", identity="x7")]})
    (found,) = _articles(_file(tmp_path, task))
    said = [(one.surface, one.verdict, one.reviewer) for one in found.annotations]
    assert said == [
        ("Ann", Verdict.ACCEPTED, "anna"),
        ("Bob", Verdict.ACCEPTED, "7"),
        ("Bob", Verdict.REJECTED, "anna"),
    ]


@pytest.mark.skipif(not PYTHON, reason="Label Studio's own package is not there: set LABEL_STUDIO_PYTHON")
def test_its_own_converter_reads_ours(tmp_path: Path) -> None:
    articles = [article for article in hard_articles() if article.article.text]
    path, out = tmp_path / "gold.json", tmp_path / "out"
    export(lambda: iter([story_of(*articles)]), LABEL_STUDIO, path)
    out.mkdir()
    labels = sorted({mark.label for _, marks in HARD_TEXTS.values() for mark in marks})
    subprocess.run([PYTHON, "-c", CONVERT, str(path), str(out), *labels], check=True, capture_output=True, timeout=120)
    found = json.loads(next(out.iterdir()).read_text("utf-8"))
    theirs = {
        (one["text"], each["start"], each["end"], each["text"], label)
        for one in found
        for each in one.get("label", [])
        for label in each["labels"]
    }
    ours = {
        (article.article.text, one.span.start, one.span.end, one.surface, one.label)
        for article in articles
        for one in article.annotations
        if one.reviewer in article.finished_by
    }
    assert ours
    assert theirs == ours
