"""How sure a program was of its spans: what files of others say comes in with proposals, or is told as left out."""

import json
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import DocBin, Span, SpanGroup

from annotations.choice import Choice, gold
from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.registry import format_named
from annotations.formats.shared.scores import OTHERS, offered, sure
from annotations.store import Store
from annotations.takeover import TakenOver, take_over
from tests.annotations.places_format import TERMS

TEXT = "Ann met Bob in Oslo."
PLACES = {"Ann": (0, 3), "Bob": (8, 11), "Oslo": (15, 19)}
PROPOSED = replace(TERMS, proposals=True)


def _span(name: str, **more: Any) -> dict[str, Any]:
    start, end = PLACES[name]
    return {"start": start, "end": end, "label": "NAME", **more}


def _file(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value) + "\n", "utf-8")
    return path


def _taken(path: Path, name: str, terms: Any = PROPOSED) -> tuple[list[tuple[str, int]], TakenOver]:
    """The proposals that stand in a project after a dataset came in, and what was counted."""
    with closing(Store(path.with_name("p.variorum"))) as store:
        done = take_over(store, format_named(name), path, terms)
        articles = [one for story in gold(store, Choice(offers=True)) for one in story.articles]
    offers = [(one.article.text, each) for one in articles for each in one.offers]
    return [(each.proposal.span.surface(text), each.score) for text, each in offers], done


@pytest.mark.parametrize(
    ("said", "known"),
    [(0, 0), (0.004, 0), (0.7, 70), (1, 100), (1.0000001, 100), (1.4, 1), (55, 55), (99.6, 100), (100, 100)],
)
def test_a_share_or_a_percentage_is_a_whole_number(said: float, known: int) -> None:
    heard: list[str] = []
    assert (sure(said, heard.append), offered({"score": said}, heard.append), heard) == (known, known, [])


@pytest.mark.parametrize("said", [-0.1, 100.5, float("nan"), float("inf"), True, "0.7", [0.7]])
def test_anything_else_is_told(said: object) -> None:
    heard: list[str] = []
    assert (sure(said, heard.append), heard) == (None, [OTHERS])


def test_no_score_is_nothing_to_tell() -> None:
    heard: list[str] = []
    assert (sure(None, heard.append), offered({"score": None}, heard.append), heard) == (None, 100, [])


def test_spans_come_in_as_sure_as_the_file_says(tmp_path: Path) -> None:
    spans = [_span("Ann", score=0.7), _span("Bob", confidence=55), _span("Oslo")]
    found, done = _taken(_file(tmp_path / "a.jsonl", {"text": TEXT, "spans": spans}), "spans")
    assert (found, done.scores) == ([("Ann", 70), ("Bob", 55), ("Oslo", 100)], 0)


def test_of_decisions_the_scores_are_counted(tmp_path: Path) -> None:
    spans = [_span("Ann", score=0.7), _span("Bob", confidence=55), _span("Oslo")]
    found, done = _taken(_file(tmp_path / "a.jsonl", {"text": TEXT, "spans": spans}), "spans", TERMS)
    assert (found, done.scores) == ([], 2)


def test_scores_that_are_none_are_told(tmp_path: Path) -> None:
    heard: Counter[str] = Counter()
    spans = [_span("Ann", score=-2.5), _span("Bob", score="sure"), _span("Oslo", score=0.5)]
    path = _file(tmp_path / "a.jsonl", {"text": TEXT, "spans": spans})
    [story] = format_named("spans").read(path, How(tell=lambda what: heard.update((what,))))
    assert heard == {OTHERS: 2}
    assert [score for _, score in story.articles[0].scores] == [50]


def test_prodigy_whoever_answered(tmp_path: Path) -> None:
    spans = [_span("Ann", score=0.7), _span("Bob")]
    answered = {"text": TEXT, "answer": "accept", "_view_id": "spans_manual", "spans": spans}
    assert _taken(_file(tmp_path / "a.jsonl", answered), "prodigy")[0] == [("Ann", 70), ("Bob", 100)]
    (tmp_path / "p.variorum").unlink()
    open_ = {"text": TEXT, "_task_hash": 1, "spans": [_span("Ann", score=87), _span("Bob")]}
    assert _taken(_file(tmp_path / "b.jsonl", open_), "prodigy")[0] == [("Ann", 87), ("Bob", 100)]


def _region(name: str, **more: Any) -> dict[str, Any]:
    start, end = PLACES[name]
    value = {"start": start, "end": end, "labels": ["NAME"]}
    return {"id": name, "type": "labels", "from_name": "label", "to_name": "text", "value": value, **more}


def test_label_studio_regions_and_predictions(tmp_path: Path) -> None:
    """Its editor keeps the score of a prediction in the annotation that somebody made of it."""
    made = {"result": [_region("Ann", score=0.7)]}
    open_ = {"model_version": "m", "score": 0.9, "result": [_region("Bob", score=0.25), _region("Oslo")]}
    task = {"data": {"text": TEXT}, "annotations": [made], "predictions": [open_]}
    assert _taken(_file(tmp_path / "a.json", [task]), "label-studio")[0] == [("Ann", 70), ("Bob", 25), ("Oslo", 90)]


def test_label_studio_logarithms_are_no_scores(tmp_path: Path) -> None:
    task = {"data": {"text": TEXT}, "predictions": [{"score": -3.5, "result": [_region("Bob")]}]}
    heard: Counter[str] = Counter()
    path = _file(tmp_path / "a.json", [task])
    [story] = format_named("label-studio").read(path, How(tell=lambda what: heard.update((what,))))
    assert ([one.score for one in story.articles[0].offers], heard) == ([100], {OTHERS: 1})


def test_doccano_entities(tmp_path: Path) -> None:
    entity = {"id": 1, "start_offset": 0, "end_offset": 3, "label": "NAME", "score": 0.7}
    path = _file(tmp_path / "a.jsonl", {"text": TEXT, "entities": [entity], "relations": []})
    assert _taken(path, "doccano")[0] == [("Ann", 70)]


def test_span_groups_of_spacy(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    doc = nlp(TEXT)
    spans = [Span(doc, 0, 1, "NAME"), Span(doc, 2, 3, "NAME")]
    doc.spans["sc"] = SpanGroup(doc, name="sc", spans=spans, attrs={"scores": np.array([0.7, 0.25], "float32")})
    doc.spans["other"] = SpanGroup(doc, name="other", spans=[Span(doc, 4, 5, "NAME")])
    DocBin(docs=[doc]).to_disk(tmp_path / "a.spacy")
    assert _taken(tmp_path / "a.spacy", "spacy")[0] == [("Ann", 70), ("Bob", 25), ("Oslo", 100)]


def test_features_of_a_cas(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    made = types.create_type("custom.Name")
    for name, kind in (("value", "uima.cas.String"), ("confidence", "uima.cas.Double")):
        types.create_feature(made, name, kind)
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = TEXT
    cas.add_all([made(begin=0, end=3, value="NAME", confidence=0.7), made(begin=8, end=11, value="NAME")])
    cas.to_json(tmp_path / "a.json")
    assert _taken(tmp_path / "a.json", "cas-json")[0] == [("Ann", 70), ("Bob", 100)]


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (8, 3, "the span from 8 to 3 (NAME) ends before it starts"),
        (3, 3, "the span from 3 to 3 (NAME) is empty"),
        (-5, 3, "the span from -5 to 3 (NAME) has a negative offset"),
        (3, -1, "the span from 3 to -1 (NAME) has a negative offset"),
    ],
)
def test_what_is_no_place_is_named(start: int, end: int, why: str, tmp_path: Path) -> None:
    span = {"start": start, "end": end, "label": "NAME"}
    spans = {"text": TEXT, "spans": [_span("Ann"), span]}
    doccano = {"text": TEXT, "label": [[start, end, "NAME"]]}
    task = {**spans, "answer": "accept", "_view_id": "spans_manual"}
    for name, value in (("spans", spans), ("doccano", doccano), ("prodigy", task)):
        path = tmp_path / f"{name}.jsonl"
        path.write_text(f"{json.dumps(value)}\n", "utf-8")
        with pytest.raises(ReadError) as caught:
            list(format_named(name).read(path, How()))
        assert str(caught.value) == f"{path}, line 1: {why}"
