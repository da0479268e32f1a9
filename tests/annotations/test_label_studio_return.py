"""What comes back from a Label Studio that imported ours: all of it, with those who decided, and what was changed."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from annotations.formats.base import How
from annotations.formats.label_studio import LABEL_STUDIO
from annotations.formats.registry import recognised
from annotations.formats.surfaces import checked
from annotations.gold import GoldArticle, GoldStory, Offer
from annotations.model import Connection, Proposal, Verdict
from corpus.span import Span
from tests.annotations.examples import Mark, gold, hard_articles, story_of, written

IMPORTER: Final = 1
OWN: Final = ("text", "article", "title", "variorum")


def _tasks(*articles: GoldArticle) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(LABEL_STUDIO, *articles).data)
    return found


def _kept(task: dict[str, Any], number: int) -> dict[str, Any]:
    """A task as it is exported after its import: it is the importer's, drafts are gone, predictions are numbers."""
    annotations = [
        {
            "id": 700 + number * 10 + at,
            "import_id": one["id"],
            "completed_by": IMPORTER,
            "updated_by": None,
            "was_cancelled": False,
            "result": one["result"],
        }
        for at, one in enumerate(task["annotations"])
    ]
    predictions = [900 + at for at, _ in enumerate(task["predictions"])]
    return {"id": number, "data": task["data"], "annotations": annotations, "drafts": [], "predictions": predictions}


def _returned(*articles: GoldArticle) -> list[dict[str, Any]]:
    return [_kept(task, number) for number, task in enumerate(_tasks(*articles), 31)]


def _smaller(task: dict[str, Any]) -> list[dict[str, Any]]:
    """A task of the smaller export: a record for each annotation, or one where there is none."""
    head = {key: task["data"][key] for key in OWN} | {"id": task["id"]}
    none = {"annotator": None, "annotation_id": None, "created_at": None, "updated_at": None, "lead_time": None}
    rows = [
        head
        | {"label": [item["value"] for item in one["result"] if item["type"] == "labels"]}
        | {**none, "annotator": IMPORTER, "annotation_id": one["id"], "created_at": "2026-03-02T10:00:00Z"}
        for one in task["annotations"]
    ]
    return rows or [head | none]


def _read(records: list[dict[str, Any]], folder: Path, how: How | None = None) -> list[GoldArticle]:
    path = folder / "export.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    assert recognised(path) is LABEL_STUDIO
    found = [one for story in LABEL_STUDIO.read(path, how or How()) for one in checked(story).articles]
    ids = [one.id for article in found for one in article.annotations]
    assert len(ids) == len(set(ids))
    return found


def _unfinished() -> GoldArticle:
    article = gold(
        "💩 Ann met Bob.", Mark("Ann", "PERSON", "ben"), Mark("Bob", "PERSON", "ben", note="who?"), finished_by=()
    )
    ann, bob = article.annotations
    return replace(
        article, connections=(Connection("met", article.article.id, ann.id, bob.article_id, bob.id, "ben", ""),)
    )


def _plain() -> GoldArticle:
    return gold("Ann met Bob.", Mark("Ann", "PERSON"), Mark("Bob", "PERSON", "ben"), finished_by=("anna", "ben"))


def test_what_was_not_changed_comes_back_as_it_was(tmp_path: Path) -> None:
    articles = [*hard_articles(), _unfinished(), _plain()]
    small: GoldStory = story_of(*articles)
    assert _read(_returned(*articles), tmp_path) == list(small.articles)


def test_a_draft_is_a_prediction_as_well_and_read_once(tmp_path: Path) -> None:
    article = replace(_unfinished(), offers=(Offer(Proposal(Span(6, 9), "EVENT", "reader 1.0"), 80),))
    (task,) = _tasks(article)
    offered, shown = task["predictions"]
    assert (offered["model_version"], shown["model_version"]) == ("reader 1.0", "ben (unfinished)")
    assert shown["result"] == task["drafts"][0]["result"]
    assert _read([task], tmp_path) == [article]


def test_a_draft_that_was_imported_comes_back_once(tmp_path: Path) -> None:
    (task,) = _tasks(_unfinished())
    draft = {**task["drafts"][0], "id": 4, "user": "eve@news.example", "annotation": None}
    assert _read([{**_kept(task, 31), "drafts": [draft]}], tmp_path) == [_unfinished()]


def test_predictions_that_are_numbers_are_told(tmp_path: Path) -> None:
    article = replace(_unfinished(), offers=(Offer(Proposal(Span(6, 9), "EVENT", "reader 1.0"), 80),))
    heard: Counter[str] = Counter()
    (found,) = _read(_returned(article), tmp_path, How(tell=lambda what: heard.update((what,))))
    assert heard == {"predictions and drafts of which an export has only the number": 1}
    assert replace(found, offers=article.offers) == article


def test_an_annotation_that_was_changed_there_is_of_who_changed_it(tmp_path: Path) -> None:
    (task,) = _returned(_plain())
    first = task["annotations"][0]
    first["updated_by"] = 5
    first["result"][0]["value"].update(start=0, end=7, text="Ann met")
    (article,) = _read([task], tmp_path)
    said = [(one.surface, one.reviewer, one.decided) for one in article.annotations]
    assert said == [("Ann met", "5", ""), ("Bob", "ben", _plain().annotations[1].decided)]
    assert article.finished_by == ("5", "ben")


def test_an_annotation_that_was_made_there_is_of_who_made_it(tmp_path: Path) -> None:
    (task,) = _returned(_plain())
    value = {"start": 4, "end": 7, "text": "met", "labels": ["EVENT"]}
    region = {"id": "x", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    # Its number is that of one of ours, which is another one there.
    task["annotations"].append(
        {"id": 1001, "import_id": None, "completed_by": 5, "updated_by": 5, "was_cancelled": False, "result": [region]}
    )
    (article,) = _read([task], tmp_path)
    assert [(one.surface, one.reviewer) for one in article.annotations] == [
        ("Ann", "anna"),
        ("met", "5"),
        ("Bob", "ben"),
    ]


def test_the_smaller_export_has_the_places_and_what_was_kept_beside(tmp_path: Path) -> None:
    articles = [gold("Nothing.", name="first.txt", finished_by=()), _unfinished(), _plain()]
    rejected = Mark("Bob", "ORG", verdict=Verdict.REJECTED)
    articles.append(gold("Ann saw Bob.", Mark("Ann", "PERSON"), rejected, name="last.txt"))
    records = [record for task in _returned(*articles) for record in _smaller(task)]
    first, unfinished, plain, last = _read(records, tmp_path)
    assert (first.article.name, first.annotations, first.finished_by) == ("first.txt", (), ())
    assert unfinished == _unfinished()
    assert [(one.surface, one.reviewer) for one in plain.annotations] == [("Ann", "1"), ("Bob", "1")]
    said = [(one.surface, one.verdict, one.reviewer) for one in last.annotations]
    assert said == [("Ann", Verdict.ACCEPTED, "1"), ("Bob", Verdict.REJECTED, "anna")]


def test_the_smaller_export_of_others_may_begin_with_what_nobody_marked(tmp_path: Path) -> None:
    said = {"label": [{"start": 0, "end": 3, "text": "Ann", "labels": ["PERSON"]}], "annotator": 2, "annotation_id": 8}
    none = {"annotator": None, "annotation_id": None, "lead_time": None}
    records: list[dict[str, Any]] = [
        {"id": 1, "text": "Not yet.", **none},
        {"id": 2, "text": "Ann met.", "created_at": "2026-03-02T10:00:00Z", **said},
        {"id": 2, "text": "Ann met.", "created_at": "2026-03-02T11:00:00Z", **said, "annotator": 3, "annotation_id": 9},
    ]
    first, second = _read(records, tmp_path)
    assert (first.article.text, first.annotations, first.finished_by) == ("Not yet.", (), ())
    assert [(one.surface, one.reviewer) for one in second.annotations] == [("Ann", "2"), ("Ann", "3")]
    assert second.finished_by == ("2", "3")
