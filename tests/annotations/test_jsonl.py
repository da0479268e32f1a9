"""The line format: what its bytes are, and that a reader who knows little of it still gets right data."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.dataset_check import check
from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.jsonl import JSONL
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Verdict
from corpus.span import Span
from tests.annotations.examples import Mark, gold, hard_articles, read, story_of, written

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
    gold("Nobody is named.", name="two.txt", finished_by=(), lang="xx"),
)


def test_the_bytes_are_those_of_the_golden_file() -> None:
    data = written(JSONL, *ARTICLES).data
    assert data.decode() == GOLDEN.read_text(encoding="utf-8")
    assert b"\r" not in data
    assert data.endswith(b"}\n")
    assert not data.startswith(b"\xef\xbb\xbf")


def test_keys_stand_in_their_order() -> None:
    line = json.loads(written(JSONL, *ARTICLES).data.splitlines()[0])
    top = "format id name sha256 story story_id lang about text finished_by spans rejected unsure boilerplate"
    rest = "statements relations ties clusters proposals"
    span = "id start end text label reviewer created decided origin note via parts attributes"
    assert list(line) == [*top.split(), *rest.split()]
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


def back(data: bytes) -> list[GoldArticle]:
    """The articles of what was written as one story."""
    [story] = read(JSONL, data)
    return list(story.articles)


def test_only_accepted_spans_are_spans() -> None:
    line = json.loads(written(JSONL, *ARTICLES).data.splitlines()[0])
    assert [(one["text"], one["reviewer"]) for one in line["spans"]] == [
        ("Ann", "anna"),
        ("Ann", "ben"),
        ("NATO", "anna"),
    ]
    assert [one["text"] for one in line["rejected"]] == ["in"]
    assert [one["text"] for one in line["unsure"]] == ["Rene\u0301"]


def test_everything_comes_back() -> None:
    assert read(JSONL, written(JSONL, *ARTICLES).data) == [story_of(*ARTICLES)]


def test_known_offsets_in_code_points() -> None:
    pile = gold("💩This is an annotation.", Mark("annotation"))
    truck = gold("👨🏻‍🚒 firemen drive firetrucks", Mark("firetrucks"), name="truck")
    found = [one.annotations[0].span for one in back(written(JSONL, pile, truck).data)]
    assert found == [Span(12, 22), Span(19, 29)]


def _changed(old: str, new: str) -> bytes:
    data = written(JSONL, *ARTICLES).data.decode()
    assert old in data
    return data.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"end": 7', '"end": 4', "line 1: not an article of variorum-jsonl/1"),
        ("café.", "cafes.", "line 1: not an article"),
        ('"name": "two.txt", ', "", "line 2: not"),
        ('"unsure"', '"perhaps"', "line 1: not"),
        ("jsonl/1", "jsonl/2", "line 1: not an article of variorum-jsonl/1"),
        ('"reviewer": "ben", ', "", "line 1: not"),
        ('"start": 4', '"start": "4"', "line 1: not"),
        ('"start": 4', '"start": 4.5', "line 1: not"),
        ('"about": {', '"about": {"source": 5, ', "line 1: not"),
        ('"story_id": "s1"', '"story_id": 1', "line 1: not"),
        ("}]", "", "line 1: not"),
    ],
)
def test_a_damaged_line_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(JSONL, _changed(old, new))


def test_a_surface_elsewhere_is_found(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(_changed('"start": 4', '"start": 5'))
    with pytest.raises(ReadError, match=r"gold\.jsonl, one\.txt: 'Ann' is said to stand at 5 to 7, where 'nn' does"):
        check(JSONL, path, How())


def test_stories_are_written_and_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    taken: list[int] = []

    def watched() -> Iterator[GoldStory]:
        for number in range(300):
            taken.append(path.stat().st_size)
            yield GoldStory(f"s{number}", "", (gold("word " * 100, name=f"{number}.txt"),))

    JSONL.write(watched(), path)
    assert 0 == taken[0] < taken[100] < taken[200] < path.stat().st_size
    first, second = path.read_bytes().splitlines()[:2]
    path.write_bytes(b"\n".join((first, second, b"broken\n")))
    reading = JSONL.read(path, How())
    assert next(reading).id == "s0"
    with pytest.raises(ReadError, match="line 3"):
        next(reading)


def test_a_span_at_the_end_of_the_text() -> None:
    article = gold("They flew to Rome", Mark("", "GPE", span=Span(13, 17)))
    assert back(written(JSONL, article).data)[0].annotations[0].span == Span(13, 17)
