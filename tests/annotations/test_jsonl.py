"""The line format: what its bytes are, and that a reader who knows little of it still gets right data."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from annotations.errors import ExportError
from annotations.formats.jsonl import JSONL
from annotations.gold import GoldArticle
from annotations.model import Verdict
from corpus.span import Span
from tests.annotations.examples import Mark, gold, hard_articles, read, written

GOLDEN = Path(__file__).parent / "golden.jsonl"
ARTICLES = (
    gold(
        "👩‍🚒 Ann met “NATO”\r\nin Ren\u0065\u0301’s\u2028café.",
        Mark("Ann", "PERSON", model="reader 1.0", note="a first name\nonly"),
        Mark("Ann", "PERSON", "ben"),
        Mark("NATO", model="reader 1.0"),
        Mark("Rene\u0301", "PERSON", verdict=Verdict.UNSURE),
        Mark("in", "GPE", verdict=Verdict.REJECTED, model="reader 1.0"),
        name="one.txt",
        finished_by=("anna", "ben"),
    ),
    gold("Nobody is named.", name="two.txt", finished_by=(), story="", lang="xx"),
)


def test_the_bytes_are_those_of_the_golden_file() -> None:
    data = written(JSONL, *ARTICLES).data
    assert data.decode() == GOLDEN.read_text(encoding="utf-8")
    assert b"\r" not in data
    assert data.endswith(b"}\n")
    assert not data.startswith(b"\xef\xbb\xbf")


def test_keys_stand_in_their_order() -> None:
    line = json.loads(written(JSONL, *ARTICLES).data.splitlines()[0])
    top = "format id name sha256 story lang text finished_by spans rejected unsure statements relations"
    span = "id start end text label reviewer created decided origin note via parts attributes"
    assert list(line) == top.split()
    assert list(line["spans"][0]) == span.split()
    assert line["spans"][0]["origin"] == {"model": "reader 1.0", "start": 4, "end": 7, "label": "PERSON"}
    assert line["spans"][1]["origin"] is None


def test_a_reader_that_knows_only_text_and_spans_gets_right_data() -> None:
    articles = list(hard_articles())
    lines = written(JSONL, *articles).data.decode().splitlines()  # splits at more than line feeds
    assert len(lines) == len(articles)
    for article, line in zip(articles, map(json.loads, lines), strict=True):
        assert line["text"] == article.article.text
        assert len(line["spans"]) == len(article.annotations)
        for span in line["spans"]:
            assert line["text"][span["start"] : span["end"]] == span["text"] != ""


def test_only_accepted_spans_are_spans() -> None:
    [back] = read(JSONL, written(JSONL, ARTICLES[0]).data)
    assert [back.text[place.start : place.end] for place in back.spans] == ["Ann", "Ann", "NATO"]
    assert [place.reviewer for place in back.spans] == ["anna", "ben", "anna"]
    assert [back.text[place.start : place.end] for place in back.rejected] == ["in"]
    assert [back.text[place.start : place.end] for place in back.unsure] == ["Rene\u0301"]


def test_known_offsets_in_code_points() -> None:
    pile = gold("💩This is an annotation.", Mark("annotation"))
    truck = gold("👨🏻‍🚒 firemen drive firetrucks", Mark("firetrucks"))
    assert [one.spans[0][:2] for one in read(JSONL, written(JSONL, pile, truck).data)] == [(12, 22), (19, 29)]


def _changed(old: str, new: str) -> bytes:
    data = written(JSONL, *ARTICLES).data.decode()
    assert old in data
    return data.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"start": 4', '"start": 5', "one.txt: 'Ann' was marked at 5 to 7"),
        ('"end": 7', '"end": 4', "line 1 is not an article of variorum-jsonl/1"),
        ("NATO”", "NaTO”", "one.txt: the text does not have the hash"),
        ('"name": "two.txt", ', "", "line 2 is not"),
        ('"unsure"', '"perhaps"', "line 1 is not"),
        ("jsonl/1", "jsonl/2", "line 1 is not an article of variorum-jsonl/1"),
        ('"reviewer": "ben", ', "", "line 1 is not"),
        ("}]", "", "line 1 is not"),
    ],
)
def test_a_damaged_line_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        read(JSONL, _changed(old, new))


def test_articles_are_written_and_read_one_by_one() -> None:
    stream = BytesIO()
    sizes: list[int] = []

    def watched() -> Iterator[GoldArticle]:
        for article in ARTICLES:
            sizes.append(len(stream.getvalue()))
            yield article

    JSONL.write(watched(), stream)
    assert 0 == sizes[0] < sizes[1] < len(stream.getvalue())
    stream.seek(0)
    next(JSONL.read(stream))
    assert stream.tell() < len(stream.getvalue())


def test_a_span_at_the_end_of_the_text() -> None:
    article = gold("They flew to Rome", Mark("", "GPE", span=Span(13, 17)))
    assert read(JSONL, written(JSONL, article).data)[0].spans == ((13, 17, "GPE", "anna"),)
