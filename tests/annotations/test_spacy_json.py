"""spaCy's older JSON: spaCy itself reads what is written, and files of others come in."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.registry import recognised
from annotations.formats.spacy_json import SPACY_JSON
from annotations.gold import GoldStory
from tests.annotations.examples import Mark, gold, hard_articles, story_of
from tests.annotations.shared_files import real

TOKENS = [{"orth": "Ann", "ner": "B-PER"}, {"orth": "Lee", "ner": "L-PER"}, {"orth": "left", "ner": "O"}]


def document(**more: Any) -> dict[str, Any]:
    return {"id": 7, "paragraphs": [{"sentences": [{"tokens": TOKENS}, {"tokens": TOKENS[:2]}], **more}]}


def read(path: Path, *documents: Any) -> list[GoldStory]:
    path.write_text(json.dumps(list(documents)), "utf-8")
    return list(SPACY_JSON.read(path, How(reviewer="ann")))


def spans(story: GoldStory) -> list[tuple[int, str, str]]:
    return [(one.span.start, one.surface, one.label) for one in story.articles[0].annotations]


def test_spacy_reads_the_same_entities(tmp_path: Path) -> None:
    converters = pytest.importorskip("spacy.training.converters")
    articles = [one for one in hard_articles() if one.article.text.strip()]
    path = tmp_path / "gold.json"
    export(lambda: iter([story_of(*articles)]), SPACY_JSON, path)
    docs = list(converters.json_to_docs(path.read_text("utf-8")))
    stories = list(SPACY_JSON.read(path, How()))
    assert [[(str(one).split(), one.label_) for one in doc.ents] for doc in docs] == [
        [(surface.split(), label) for _, surface, label in spans(story)] for story in stories
    ]
    assert any(spans(story) for story in stories)


def test_the_text_is_raw_or_what_the_tokens_make(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    [story] = read(path, document(raw="Ann  Lee left.Ann Lee".replace(".", " ")))
    assert spans(story) == [(0, "Ann  Lee", "PER"), (14, "Ann Lee", "PER")]
    [story] = read(path, document())
    assert (story.articles[0].article.text, story.articles[0].article.name) == ("Ann Lee left\nAnn Lee\n", "a.json:7")
    assert spans(story) == [(0, "Ann Lee", "PER"), (13, "Ann Lee", "PER")]
    glued = {"paragraphs": [{"sentences": [{"tokens": [{"orth": "A", "space": ""}, {"orth": "B", "ner": "U-X"}]}]}] * 2}
    first, second = read(path, glued)
    assert spans(first) == spans(second) == [(1, "B", "X")]
    assert [one.articles[0].article.name for one in (first, second)] == ["a.json:1:1", "a.json:1:2"]


@pytest.mark.parametrize(
    "broken",
    [
        document(raw="Ann left Lee"),
        document(raw=7),
        {"paragraphs": [{"sentences": [{"tokens": [{"ner": "O"}]}]}]},
        {"paragraphs": [{"sentences": [{"tokens": [{"orth": "Ann", "ner": "PER"}]}]}]},
        {"paragraphs": [{"sentences": 7}]},
        {"id": 1},
    ],
)
def test_what_is_no_document_is_refused_with_its_record(broken: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a\.json, record 2"):
        read(tmp_path / "a.json", document(), broken)


def test_labels_of_whole_texts_are_told(tmp_path: Path) -> None:
    told: list[str] = []
    path = tmp_path / "a.json"
    path.write_text(json.dumps([document(cats=[{"label": "SPORT", "value": 1.0}])]), "utf-8")
    list(SPACY_JSON.read(path, How(tell=told.append)))
    assert told == ["labels of whole texts"]


@pytest.mark.parametrize(
    ("place", "articles", "count", "first"),
    [
        (("spacy", "ner-token-per-line.json"), 1, 7, "Sebastian Thrun"),
        (("spacy", "ner-token-per-line-with-pos.json"), 1, 7, "Sebastian Thrun"),
        (("doccano", "doccano-transformer", "labeling.spacy.user1"), 1, 5, "JAPAN"),
    ],
)
def test_files_of_others(place: tuple[str, ...], articles: int, count: int, first: str) -> None:
    path = real(*place)
    assert recognised(path) is SPACY_JSON
    stories = list(SPACY_JSON.read(path, How()))
    found = [each for story in stories for each in spans(story)]
    assert (len(stories), len(found), found[0][1]) == (articles, count, first)


def test_a_span_that_overlaps_is_left_out(tmp_path: Path) -> None:
    left = SPACY_JSON.write([story_of(gold("Ann Lee left.", Mark("Ann Lee"), Mark("Lee")))], tmp_path / "a.json")
    assert [(one.surface, one.reason) for one in left] == [("Lee", "overlaps 'Ann Lee' (ORG)")]
