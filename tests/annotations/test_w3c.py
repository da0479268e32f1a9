"""W3C Web Annotation: what the standard asks for, and the samples of its own test suite."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.registry import recognised
from annotations.formats.surfaces import checked
from annotations.formats.w3c import W3C
from annotations.formats.w3c_quote import AROUND, after, before
from annotations.gold import Cluster, GoldStory
from annotations.model import Connection, Relation, Tie, Verdict
from corpus.offsets import Unit
from tests.annotations.examples import DECIDED, TEXTS, Mark, gold
from tests.annotations.shared_files import real

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def _story() -> GoldStory:
    one = gold("💩 Ann Lee saw 12 dogs.", Mark("Ann Lee", "PERSON", note="so"), Mark("12", "FIGURE"), name="one.txt")
    two = gold(
        "Lee saw 13 dogs.", Mark("Lee", "PERSON", verdict=Verdict.REJECTED), Mark("13", "FIGURE"), name="two.txt"
    )
    ann, twelve = one.annotations
    lee, thirteen = two.annotations
    here, there = one.article.id, two.article.id
    ends = (here, twelve.span, "12", there, thirteen.span, "13")
    tie = Relation(Tie.CONFLICT, *ends, Verdict.ACCEPTED, "anna", DECIDED)
    link = Connection("leads", here, ann.id, there, thirteen.id, "anna", DECIDED)
    articles = (replace(one, connections=(link,)), two)
    return GoldStory("s1", "A story", articles, (tie,), (Cluster("c1", (ann.id, lee.id), "Ann Lee", "Q42"),))


def _written(folder: Path) -> tuple[Path, dict[str, Any]]:
    path = folder / "gold.jsonld"
    assert export(lambda: iter([_story()]), W3C, path).lacks == {}
    return path, json.loads(path.read_text("utf-8"))


def _of(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in found["first"]["items"] if one["variorum:kind"] == kind]


def _save(folder: Path, found: object) -> Path:
    path = folder / "one.jsonld"
    path.write_text(json.dumps(found), "utf-8")
    return path


def test_a_decision_has_position_and_quote(tmp_path: Path) -> None:
    path, found = _written(tmp_path)
    first = _of(found, "decision")[0]
    article = _story().articles[0].article
    assert first["motivation"] == "tagging"
    assert [(one["purpose"], one["value"]) for one in first["body"]] == [("tagging", "PERSON"), ("commenting", "so")]
    assert first["creator"] == {"id": "urn:variorum:reviewer:anna", "type": "Person", "name": "anna"}
    assert first["target"]["source"] == f"urn:variorum:article:{article.id}"
    assert first["target"]["selector"] == [
        {"type": "TextPositionSelector", "start": 2, "end": 9},
        {"type": "TextQuoteSelector", "exact": "Ann Lee", "prefix": "💩 ", "suffix": " saw 12 dogs."},
    ]
    described = _of(found, "article")[0]
    assert described["body"]["value"] == article.text
    assert described["target"]["variorum:sha256"] == article.sha256
    assert found["total"] == len(found["first"]["items"])
    assert recognised(path) is W3C


def test_what_is_rejected_is_no_tag(tmp_path: Path) -> None:
    _, found = _written(tmp_path)
    (rejected,) = (one for one in _of(found, "decision") if one["motivation"] != "tagging")
    assert rejected["motivation"] == "assessing"
    assert [one["purpose"] for one in rejected["body"]] == ["assessing", "classifying"]


def test_places_in_two_articles_are_targets_of_one_annotation(tmp_path: Path) -> None:
    _, found = _written(tmp_path)
    sources = [f"urn:variorum:article:{one.article.id}" for one in _story().articles]
    (tie,), (cluster,), (link,) = (_of(found, kind) for kind in ("tie", "cluster", "relation"))
    assert [one["source"] for one in tie["target"]] == sources
    assert [one["value"] for one in tie["body"]] == ["conflict", "accepted"]
    assert [one["source"] for one in cluster["target"]] == sources
    assert [one["value"] for one in cluster["body"]] == ["Ann Lee", "Q42"]
    assert (link["target"]["source"], link["body"][1]["source"]) == tuple(sources)


def test_it_may_be_formatted_anew(tmp_path: Path) -> None:
    path, found = _written(tmp_path)
    before_that = list(W3C.read(path, How()))
    path.write_text(json.dumps(found, indent=4), "utf-8")
    assert list(W3C.read(path, How())) == before_that


@given(text=TEXTS, at=st.integers(0, 60))
def test_what_is_quoted_around_a_place_cuts_no_grapheme(text: str, at: int) -> None:
    text = text * 3
    at = min(at, len(text))
    left, right = before(text, at), after(text, at)
    assert text[:at].endswith(left)
    assert text[at:].startswith(right)
    assert max(len(left), len(right)) <= AROUND
    edges = {match.start() for match in regex.finditer(r"\X", text[:at])} | {at}
    assert at - len(left) in edges
    edges = {at + match.end() for match in regex.finditer(r"\X", text[at:])} | {at}
    assert at + len(right) in edges


def test_texts_beside_the_file_are_read(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("💩 Ann met Ann.", "utf-8")
    position = {"type": "TextPositionSelector", "start": 2, "end": 5}
    quote = {"type": "TextQuoteSelector", "prefix": "met ", "exact": "Ann"}
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "PERSON"}
    more = {"creator": {"name": "anna"}, "created": "2025-03-01T09:00:00Z"}
    items: list[dict[str, Any]] = [
        {"type": "Annotation", "body": tag, "target": {"source": "page.txt", "selector": position}, **more},
        {"type": "Annotation", "bodyValue": "what", "target": {"source": "page.txt", "selector": [quote]}},
    ]
    path = _save(tmp_path, {"@context": CONTEXT, "type": "AnnotationPage", "items": items})
    (story,) = W3C.read(path, How(reviewer="me"))
    one, two = checked(story).articles[0].annotations
    assert (one.surface, one.label, one.reviewer, one.decided) == ("Ann", "PERSON", "anna", "2025-03-01T09:00:00Z")
    assert (two.span.start, two.surface, two.note, two.reviewer) == (10, "Ann", "what", "me")
    items[0]["target"] = {"source": "page.txt", "selector": position | {"start": 3, "end": 6}}
    path = _save(tmp_path, {"@context": CONTEXT, "type": "AnnotationPage", "items": items})
    (story,) = W3C.read(path, How(unit=Unit.UTF_16))
    assert story.articles[0].annotations[0].span.start == 2


def test_a_place_outside_its_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Ann", "utf-8")
    for selector in (
        {"type": "TextPositionSelector", "start": 2, "end": 5},
        {"type": "TextQuoteSelector", "exact": "Bob"},
    ):
        target = {"source": "page.txt", "selector": selector}
        path = _save(tmp_path, {"@context": CONTEXT, "type": "Annotation", "body": "http://a", "target": target})
        with pytest.raises(ReadError, match="record 1: its place is not in the text"):
            list(W3C.read(path, How()))


def test_a_source_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    for source in ("../secret.txt", str(tmp_path / "secret.txt"), f"file:{'//'}{tmp_path}/secret.txt"):
        path = _save(inside, {"@context": CONTEXT, "type": "Annotation", "target": source})
        (story,) = W3C.read(path, How())
        assert story.articles[0].article.text == ""


@pytest.mark.parametrize("name", ["anno1", "anno2", "anno10", "anno26", "anno27", "anno28", "anno41-example44"])
def test_correct_samples_come_in(name: str) -> None:
    path = real("w3c-web-annotation", "correct", f"{name}.json")
    assert recognised(path) is W3C
    (story,) = W3C.read(path, How())
    (article,) = story.articles
    assert article.article.name.startswith("http://example.")
    assert article.statements


def test_a_quote_without_its_text_is_kept() -> None:
    (story,) = W3C.read(real("w3c-web-annotation", "correct", "anno26.json"), How())
    said = [(one.field, one.value) for one in story.articles[0].statements]
    assert said == [("annotation", "http://example.org/comment1"), ("quote", "anotation")]


def test_correct_collections_come_in() -> None:
    assert len(list(W3C.read(real("w3c-web-annotation", "correct", "collection1.json"), How()))) > 20
    assert list(W3C.read(real("w3c-web-annotation", "correct", "example41.json"), How())) == []


def test_every_correct_sample_comes_in_and_no_incorrect_one() -> None:
    stories = [story for path in real("w3c-web-annotation", "correct").iterdir() for story in W3C.read(path, How())]
    assert len(stories) > 40
    for story in stories:
        checked(story)
    incorrect = list(real("w3c-web-annotation", "incorrect").iterdir())
    assert len(incorrect) > 4
    for path in incorrect:
        with pytest.raises(ReadError) as caught:
            list(W3C.read(path, How()))
        assert path.name in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"creator": 6}, "creator"),
        ({"generator": 42}, "generator"),
        ({"created": ["2015-01-28T12:00:00Z"]}, "created"),
        ({"modified": "yesterday"}, "modified"),
        ({"id": ["a", "b"]}, "one id"),
        ({"target": []}, "no target"),
        ({"bodyValue": "a"}, "bodyValue"),
        ({"motivation": 3}, "motivation"),
        ({"type": "Cat"}, "not an annotation"),
        ({"target": [3]}, "another shape"),
        ({"body": [3]}, "another shape"),
        ({"@context": "fish"}, "context"),
    ],
)
def test_each_fault_is_named(changed: dict[str, object], what: str, tmp_path: Path) -> None:
    sound = {"@context": CONTEXT, "id": "http://a", "type": "Annotation", "body": "http://b", "target": "http://c"}
    assert len(list(W3C.read(_save(tmp_path, sound), How()))) == 1
    with pytest.raises(ReadError, match=what):
        list(W3C.read(_save(tmp_path, sound | changed), How()))


def test_damaged_lines_of_ours_are_named(tmp_path: Path) -> None:
    path, _ = _written(tmp_path)
    lines = path.read_text("utf-8").split("\n")
    for number, line in (
        (3, lines[2][:40]),
        (2, lines[1].replace("saw", "was")),
        (3, lines[2].replace('"start": 2', '"x": 2')),
    ):
        path.write_text("\n".join([*lines[: number - 1], line, *lines[number:]]), "utf-8")
        with pytest.raises(ReadError, match=f"line {number}"):
            list(W3C.read(path, How()))
    path.write_text("\n".join(lines[:4]), "utf-8")
    with pytest.raises(ReadError):
        list(W3C.read(path, How()))


def test_plain_articles_are_not_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    head = json.dumps({"text": f'{{"@context": "{CONTEXT}"}}'}).encode()
    assert not W3C.begins(path, head)
    assert not W3C.begins(path, f"See {CONTEXT}".encode())
