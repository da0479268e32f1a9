"""One thing has one id in all tasks and in the dataset, and a region that a reviewer confirmed keeps its kind."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.choice import gold
from annotations.dump import dump
from annotations.events import Judged, Related, Stated
from annotations.model import About, Tie, Verdict
from annotations.store import Store
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tests.annotations.libraries import filled
from tests.annotations.projects import Sitter, judged
from tests.annotations.test_dump import ONE, READING, TWO
from tests.annotations.test_tasks import Row, at, rows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(filled(tmp_path / "a.variorum", [ONE, TWO])) as store:
        yield store


@pytest.fixture
def anna(store: Store) -> Sitter:
    return Sitter(store, "anna", "a")


def _clusters(store: Store) -> dict[str, Row]:
    """The clusters of coreference, by what their first mentions say."""
    [row] = rows(store, "coreference")
    return {one["mentions"][0]["text"]: one for one in row["clusters"]}


def _speakers(store: Store) -> list[Row]:
    return [one for row in rows(store, "quotations") for one in row["quotations"]]


def test_a_speaker_is_the_cluster_of_the_dataset_and_of_coreference(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Lindmark", "GPE", identity="0", text=ONE.text), article=ONE)
    anna.decide(judged("Tessa Vorn", identity="1", text=ONE.text), article=ONE)
    anna.decide(judged("Tessa Vorn", identity="2", text=TWO.text), article=TWO)
    cluster = _clusters(store)["Tessa Vorn"]
    [story] = gold(store)
    assert cluster["id"] in {one.id for one in story.clusters if one.members == ("1", "2")}
    assert (cluster["name"], cluster["entity"], cluster["external_id"]) == ("Tessa Vorn", "tessa vorn", None)
    speakers = [(one["cluster"], one["entity"], one["name"]) for one in _speakers(store)]
    assert speakers == [(cluster["id"], "tessa vorn", "Tessa Vorn")] * 2


def test_a_speaker_of_whom_nobody_decided_has_the_id_of_the_dump(store: Store, tmp_path: Path) -> None:
    dump(store, tmp_path / "dump", READING)
    lines = (tmp_path / "dump" / "quotes.jsonl").read_text("utf-8").splitlines()
    known = [json.loads(line)["speaker"] for line in lines]
    assert [(one["cluster"], one["entity"]) for one in _speakers(store)] == [(who, who) for who in known]


def test_what_people_left_apart_is_two_clusters_of_one_entity(store: Store, anna: Sitter) -> None:
    """The machine takes "Vorn" for Tessa Vorn; nobody said so."""
    alone = at(ONE, "Vorn", ONE.text.count("Vorn") - 1)
    anna.decide(judged("Tessa Vorn", identity="1", text=ONE.text), article=ONE)
    anna.decide(Judged("2", alone, "Vorn", "PERSON", Verdict.ACCEPTED, None), article=ONE)
    anna.decide(judged("Tessa Vorn", identity="3", text=TWO.text), article=TWO)
    found = _clusters(store)
    assert {text: (one["name"], one["entity"]) for text, one in found.items()} == {
        "Tessa Vorn": ("Tessa Vorn", "tessa vorn"), "Vorn": ("Vorn", "tessa vorn"),
    }  # fmt: skip
    assert _speakers(store)[1]["cluster"] == found["Tessa Vorn"]["id"]
    tie = Related(Tie.SAME, at(ONE, "Tessa Vorn"), "Tessa Vorn", ONE.id, alone, "Vorn", Verdict.ACCEPTED)
    anna.decide(tie, article=ONE)
    found = _clusters(store)
    assert list(found) == ["Tessa Vorn"]
    assert {one["cluster"] for one in _speakers(store)} == {found["Tessa Vorn"]["id"]}


def test_the_name_that_a_reviewer_gave_is_the_name_everywhere(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Tessa Vorn", identity="1", text=ONE.text), article=ONE)
    anna.decide(Stated(About.NAME, at(ONE, "Tessa Vorn"), "Tessa Vorn", "name", "Mayor Vorn"), article=ONE)
    assert [one["name"] for one in _clusters(store).values()] == ["Mayor Vorn"]
    assert [one["name"] for one in _speakers(store)] == ["Mayor Vorn", "Mayor Vorn"]


def _furniture(identity: str, span: Span) -> Judged:
    return Judged(identity, span, span.surface(ONE.text), BOILERPLATE, Verdict.ACCEPTED, None)


def _regions(store: Store) -> list[tuple[str, str | None, str]]:
    return [(one["text"], one["kind"], one["by"]) for one in rows(store, "boilerplate")[0]["boilerplate"]]


def test_a_region_that_was_confirmed_keeps_its_kind(store: Store, anna: Sitter) -> None:
    anna.decide(judged("Ivo Marek", identity="0", text=ONE.text), article=ONE)
    assert _regions(store) == [("By Ivo Marek", "byline", "model")]
    anna.decide(_furniture("1", at(ONE, "By Ivo Marek")), article=ONE)
    assert _regions(store) == [("By Ivo Marek", "byline", "anna")]


def test_a_region_drawn_over_another_has_its_kind_and_one_drawn_elsewhere_none(store: Store, anna: Sitter) -> None:
    byline = at(ONE, "By Ivo Marek")
    anna.decide(_furniture("1", Span(byline.start, byline.end - 2)), article=ONE)
    ben = Sitter(store, "ben", "b")
    ben.decide(_furniture("2", Span(byline.start + 3, byline.end)), article=ONE)
    street = at(ONE, "“We have lost a whole street,” Vorn said.")
    ben.decide(_furniture("3", street), article=ONE)
    assert _regions(store) == [("By Ivo Marek", "byline", "anna"), (street.surface(ONE.text), None, "ben")]
