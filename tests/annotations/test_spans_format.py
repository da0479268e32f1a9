"""Plain texts with spans, as scripts write them and as spaCy is trained on them."""

import json
import tracemalloc
from pathlib import Path

import pytest

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.registry import recognised
from annotations.formats.spans import SPANS
from corpus.offsets import Unit
from tests.annotations.examples import Mark, gold, written

ANN = [(0, 3, "PERSON", "Ann")]


NO_HOW = How()


def _spans(path: Path, how: How = NO_HOW) -> list[tuple[int, int, str, str]]:
    articles = [one for story in SPANS.read(path, how) for one in story.articles]
    return [
        (each.span.start, each.span.end, each.label, each.span.surface(one.article.text))
        for one in articles
        for each in one.annotations
    ]


def test_a_line_holds_name_text_and_spans_and_nothing_else() -> None:
    article = gold("💩 Ann met.\u2028", Mark("Ann", "PERSON", note="who?"), name="a.txt")
    assert (
        written(SPANS, article).data
        == (
            '{"id": "a.txt", "text": "💩 Ann met.\\u2028", "spans": [{"start": 2, "end": 5, "label": "PERSON"}]}\n'
        ).encode()
    )


@pytest.mark.parametrize(
    "content",
    [
        '{"id": "x", "text": "Ann met.", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]}\n',
        '{"text": "", "spans": []}\n\n{"text": "Ann met.", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]}',
        '{"text": "Ann met.", "entities": [[0, 3, "PERSON"]]}\r\n',
        '\ufeff{"text": "Ann met.", "ents": [{"start": 0, "end": 3, "label": "PERSON"}], "tokens": []}\n',
        '["Ann met.", {"entities": [[0, 3, "PERSON"]]}]\n',
        '[["Ann met.", {"entities": [[0, 3, "PERSON"]]}],\n ["Bob.", {"entities": []}]]',
        '[\n  {"text": "Ann met.", "entities": [[0, 3, "PERSON"]]}\n]\n',
        '{"classes": ["PERSON"], "annotations": [["Ann met.", {"entities": [[0, 3, "PERSON"]]}]]}',
    ],
)
def test_what_others_write_is_recognised_and_read(content: str, tmp_path: Path) -> None:
    path = tmp_path / "theirs.json"
    path.write_bytes(content.encode())
    assert recognised(path) is SPANS
    assert _spans(path) == ANN


@pytest.mark.parametrize(
    "content",
    [
        '{"text": "Ann met."}\n',
        '{"text": "Ann met.", "spans": []}\n',
        '{"text": "Ann met.", "entities": ["Ann"]}\n',
        '{"text": "Ann met.", "entities": [{"name": "Ann", "type": "PERSON"}]}\n',
        '[{"title": "Ann", "text": "Ann met."}]',
        "Ann met. {not JSON}\n",
        "[1] Ann met.\n",
        "",
    ],
)
def test_articles_are_not_taken_for_annotations(content: str, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(content, encoding="utf-8")
    assert recognised(path) is None


def test_names_come_from_the_file_or_from_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": 7, "text": "A", "spans": []}\n\n{"text": "B", "spans": []}\n', encoding="utf-8")
    assert [story.articles[0].article.name for story in SPANS.read(path, How())] == ["7", "x.jsonl:3"]


def test_offsets_of_another_unit_and_who_decided_are_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "💩Ann", "spans": [{"start": 2, "end": 5, "label": "PERSON"}]}', encoding="utf-8")
    assert _spans(path, How(unit=Unit.UTF_16)) == [(1, 4, "PERSON", "Ann")]
    (story,) = SPANS.read(path, How(unit=Unit.UTF_16, reviewer="zoe"))
    assert [each.reviewer for each in story.articles[0].annotations] == ["zoe"]
    with pytest.raises(ReadError, match="--offsets"):
        list(SPANS.read(path, How()))


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('{"text": "Ann", "spans": [{"start": 0, "label": "PERSON"}]}', "line 2"),
        ('{"text": "Ann", "spans": [{"start": 3, "end": 3, "label": "PERSON"}]}', "line 2"),
        ('{"text": "Ann", "spans": [{"start": 0, "end": 9, "label": "PERSON"}]}', "line 2"),
        ('{"text": "Ann", "spans": [{"start": true, "end": 2, "label": "PERSON"}]}', "line 2"),
        ('{"text": "Ann", "spans": [{"start": 0, "end": 3, "label": 5}]}', "line 2"),
        ('{"text": "\\ud800", "spans": []}', "line 2"),
        ('{"text": "Ann", "spans": [{"start": 0, "end": 3, "label": "\\udc00"}]}', "line 2"),
        ('{"text": "Ann", "spans": {}}', "line 2"),
        ("[" * 100_000, "line 2"),
        ('{"text": "Ann", "spa', "line 2"),
    ],
)
def test_a_broken_line_is_refused_in_one_line(line: str, where: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f'{{"text": "A", "spans": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(SPANS.read(path, How()))
    assert where in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content", ['[{"text": "Ann", "spans": []}', '[{"text": "Ann", "spans": []}] x', '[{"text": ', "[{},]"]
)
def test_a_broken_array_is_refused_in_one_line(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError):
        list(SPANS.read(path, How()))


def test_an_array_is_read_whole_however_its_values_fall_on_chunks(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    long = "é" * 150_000
    path.write_text(f'[\n{{"text": "{long}", "spans": []}} ,\n{{"text": "B", "spans": []}}\n]', encoding="utf-8")
    assert [len(story.articles[0].article.text) for story in SPANS.read(path, How())] == [150_000, 1]


@pytest.mark.parametrize("chunk", range(1, 40))
def test_an_array_may_be_cut_anywhere(chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.formats.shared.json_files.CHUNK", chunk)
    path = tmp_path / "x.json"
    rows = [
        {"text": 'a\\"\U0001f4a9é', "spans": [], "n": [-12.5e-3, True, None, {"a": {}}]},
        {"text": "B", "spans": []},
    ]
    path.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    assert [story.articles[0].article.text for story in SPANS.read(path, How())] == ['a\\"\U0001f4a9é', "B"]


def test_what_begins_like_an_array_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "wiki.txt"
    path.write_text("[[Ann]] met Bob.\n" + "Nothing. " * 200_000, encoding="utf-8")
    tracemalloc.start()
    try:
        assert not SPANS.begins(path, b"[[Ann]] met Bob.")
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
