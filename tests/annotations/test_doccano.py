"""doccano's JSON Lines: what its import takes, and what it exports."""

import json
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.doccano import DOCCANO, GRAPHEMES
from annotations.formats.registry import recognised
from annotations.gold import GoldArticle
from annotations.model import Connection
from corpus.span import Span
from tests.annotations.examples import HARD_TEXTS, Mark, gold, hard_articles, read, written
from tests.annotations.shared_files import real

FIREMEN = "👨🏻‍🚒 firemen drive firetrucks"


def _related() -> GoldArticle:
    article = gold("Ann met Bob.", Mark("Ann", "PERSON"), Mark("Bob", "PERSON"), name="a.txt")
    ann, bob = article.annotations
    return replace(
        article, connections=(Connection("met", ann.article_id, ann.id, ann.article_id, bob.id, "anna", ""),)
    )


def _rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def _found(path: Path) -> list[tuple[str, str]]:
    articles = [one for story in DOCCANO.read(path, How()) for one in story.articles]
    return [(each.span.surface(one.article.text), each.label) for one in articles for each in one.annotations]


def test_without_relations_it_is_the_column_label() -> None:
    assert (
        written(DOCCANO, gold("💩 Ann met.", Mark("Ann", "PERSON"), name="a.txt")).data
        == (
            '{"id": 1, "text": "💩 Ann met.", "label": [[3, 6, "PERSON"]], "meta": {"name": "a.txt",'
            ' "story": "A story", "story_id": "s1", "lang": "en", "about": {"title": "💩 Ann met."}}}\n'
        ).encode()
    )


def test_with_relations_every_line_has_entities_and_relations() -> None:
    first, second = _rows(written(DOCCANO, gold("No one."), _related()).data)
    assert (first["entities"], first["relations"]) == ([], [])
    assert second["entities"] == [
        {"id": 0, "start_offset": 0, "end_offset": 3, "label": "PERSON"},
        {"id": 1, "start_offset": 8, "end_offset": 11, "label": "PERSON"},
    ]
    assert second["relations"] == [{"id": 0, "from_id": 0, "to_id": 1, "type": "met"}]
    assert "label" not in second


def test_offsets_count_what_the_project_counts() -> None:
    article = gold(FIREMEN, Mark("firetrucks"))
    (plain,), (graphemes,) = _rows(written(DOCCANO, article).data), _rows(written(GRAPHEMES, article).data)
    assert plain["label"] == [[22, 32, "ORG"]]
    assert graphemes["label"] == [[16, 26, "ORG"]]


def test_a_span_inside_of_what_is_one_character_is_named() -> None:
    (left,) = [
        one for one in written(GRAPHEMES, gold("Rene\u0301e", Mark("Rene"), finished_by=())).left_out if one.span
    ]
    assert (left.surface, left.kind) == ("Rene", "spans")
    assert "one character" in left.reason


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("क्षि नमस्ते", ["क्", "षि", " ", "न", "म", "स्", "ते"]),
        ("น้ำ ຄຳ", ["น้ำ", " ", "ຄຳ"]),
        ("👨🏻\u200d🚒🥷🏿👍🏿", ["👨🏻\u200d🚒", "🥷", "🏿", "👍🏿"]),
        ("👩\u200d❤️\u200d👨👨\u200d🦰", ["👩\u200d❤️\u200d👨", "👨\u200d", "🦰"]),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("e\u0301각각🇳🇱", ["e\u0301", "각", "각", "🇳🇱"]),
    ],
)
def test_grapheme_clusters_are_those_that_its_page_counts(text: str, clusters: list[str]) -> None:
    """By the rules of Unicode 10, as newer ones would shift whatever stands behind."""
    ends = list(accumulate(map(len, clusters)))
    marks = [Mark("", "ORG", span=Span(start, end)) for start, end in pairwise([0, *ends])]
    article = gold(text, *marks)
    (row,) = _rows(written(GRAPHEMES, article).data)
    assert row["label"] == [[at, at + 1, "ORG"] for at in range(len(clusters))]
    (story,) = read(GRAPHEMES, written(GRAPHEMES, article).data)
    assert [one.span for one in story.articles[0].annotations] == [one.span for one in article.annotations]


def test_a_file_with_relations_is_ascii() -> None:
    """doccano guesses the encoding of such a file, and takes the UTF-8 of some emoji for Turkish."""
    article = _related()
    article = replace(article, article=replace(article.article, title="💩 Ódena"))
    data = written(DOCCANO, article).data
    assert data.isascii()
    assert _rows(data)[0]["meta"]["about"]["title"] == "💩 Ódena"


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_what_is_written_keeps_the_rules_of_its_import(name: str) -> None:
    """start_offset < end_offset, both natural numbers inside the text of the page, labels that are not empty."""
    text, marks = HARD_TEXTS[name]
    (row,) = _rows(written(DOCCANO, gold(text, *marks)).data)
    page = row["text"].encode("utf-16-le")
    assert row["text"] == text
    for start, end, label in row["label"]:
        assert 0 <= start < end <= len(page) // 2
        assert label
    assert sorted({page[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in row["label"]}) == sorted(
        {mark.surface for mark in marks}
    )


def test_every_line_has_the_same_columns() -> None:
    """A column that is missing in a line would be a number that is none in doccano's table."""
    assert {tuple(row) for row in _rows(written(DOCCANO, *hard_articles()).data)} == {("id", "text", "label", "meta")}


def test_its_older_export_is_read() -> None:
    path = real("doccano", "doccano-transformer", "labeling_text_label.jsonl")
    assert recognised(path) is DOCCANO
    found = _found(path)
    assert len(found) == 11
    assert found[:3] == [("JAPAN", "LOC"), ("CHINA", "PER"), ("Nadim Ladki", "PER")]


def test_the_same_span_twice_is_read_twice() -> None:
    path = real("doccano", "doccano", "sequence_labeling", "example_overlapping.jsonl")
    assert _found(path) == [("e", "LOC"), ("e", "LOC")]


def test_its_own_broken_example_is_recognised_and_refused() -> None:
    path = real("doccano", "doccano", "sequence_labeling", "example.jsonl")
    assert recognised(path) is DOCCANO
    with pytest.raises(ReadError, match=r"line 3: a record without a text"):
        list(DOCCANO.read(path, How()))


def test_its_export_with_relations_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    row = {
        "id": 12,
        "text": "💩 Google was founded by Larry Page.",
        "entities": [
            {"id": 82, "label": "ORG", "start_offset": 3, "end_offset": 9},
            {"id": 95, "label": "PERSON", "start_offset": 25, "end_offset": 35},
        ],
        "relations": [{"id": 3, "from_id": 82, "to_id": 95, "type": "foundedBy"}],
        "Comments": [],
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    assert recognised(path) is DOCCANO
    (story,) = DOCCANO.read(path, How(reviewer="zoe"))
    (article,) = story.articles
    ids = {one.id: one.surface or one.span.surface(article.article.text) for one in article.annotations}
    (one,) = article.connections
    assert (ids[one.source], one.kind, ids[one.target], one.reviewer) == ("Google", "foundedBy", "Larry Page", "zoe")
    assert article.article.name == "all.jsonl:1"


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "💩 Ann", "label": [[1, 6, "PERSON"]]}',
        '{"text": "Ann", "label": [[3, 3, "PERSON"]]}',
        '{"text": "Ann", "label": [[0, 3]]}',
        '{"text": "Ann", "label": ["PERSON"]}',
        '{"text": "Ann"}',
        '{"text": "Ann", "entities": [], "relations": [{"from_id": 1, "to_id": 2, "type": "met"}]}',
        '{"text": 3, "label": []}',
    ],
)
def test_what_is_broken_is_refused_with_its_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f'{{"text": "A", "label": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(ReadError, match="line 2") as caught:
        list(DOCCANO.read(path, How()))
    assert "\n" not in str(caught.value)
