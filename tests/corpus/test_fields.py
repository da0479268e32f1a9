import gzip
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.article import Article, Metadata
from corpus.errors import CorpusError
from corpus.fields import NAMES, is_numbered, mapping, written
from corpus.sources import gather
from tests.corpus.taken import lines, taken, texts


def one(record: object, fields: dict[str, str] | None = None) -> tuple[list[str], list[str]]:
    gathered = taken("a.jsonl", json.dumps(record), fields)
    return texts(gathered), lines(gathered)


@pytest.mark.parametrize("ours", NAMES)
def test_common_names_are_known_whatever_their_capitals(ours: str) -> None:
    values = {"text": "A text", "published": "2024-05-06", "lang": "en"}
    for theirs in NAMES[ours]:
        record = {"text": "A text", theirs.upper(): values.get(ours, "A value")}
        if ours == "text":
            del record["text"]
        (article,) = taken("a.jsonl", json.dumps(record)).articles
        assert article.metadata.more == "", theirs


def test_names_that_a_person_maps_go_before_the_common_ones() -> None:
    record = {"text": "Short", "Story": {"Full": "Long"}, "kicker": "A title", "title": "Not this", "id": "x"}
    gathered = taken("a.jsonl", json.dumps(record), {"text": "story.full", "title": "kicker"})
    (article,) = gathered.articles
    assert (article.text, article.title, article.name) == ("Long", "A title", "x")
    assert json.loads(article.metadata.more) == {"text": "Short", "Story": {"Full": "Long"}, "title": "Not this"}
    assert gathered.troubles == ()


def test_a_name_with_a_dot_goes_before_a_path() -> None:
    assert one({"a.b": "Flat", "a": {"b": "Nested"}}, {"text": "a.b"})[0] == ["Flat"]


def test_a_field_given_to_one_thing_is_no_other() -> None:
    (article,) = taken("a.jsonl", '{"text": "One", "date": "x", "headline": "Y"}', {"author": "headline"}).articles
    assert (article.metadata.author, article.title) == ("Y", "One")


def test_the_first_field_that_says_something_counts() -> None:
    assert one({"text": None, "body": "", "content": "Here"}) == (["Here"], [])


def test_a_mapping_that_no_record_has_is_told_once_with_the_fields_there_are() -> None:
    data = '{"text": "One", "a": 1}\n{"text": "Two", "b": 2}'
    gathered = taken("x.jsonl", data, {"title": "headline"})
    assert len(gathered.articles) == 2
    assert lines(gathered) == ["x.jsonl: no record has a field 'headline' for title; there is text, a, b"]


def test_records_without_a_text_are_told_in_one_line_if_none_has_one() -> None:
    data = '{"title": "One"}\n' * 3
    assert lines(taken("x.jsonl", data, {"text": "body"})) == [
        "x.jsonl: none of the 3 records has a field with a text; name it with --field text=NAME; there is title"
    ]
    assert len(lines(taken("x.jsonl", data + '{"text": "Two"}\n' + data))) == 6


def test_a_file_of_which_a_thousand_records_have_no_text_is_given_up() -> None:
    (line,) = lines(taken("x.jsonl", '{"title": "One"}\n' * 5000))
    assert "none of the first 1,000 records has a field with a text" in line
    gathered = taken("x.jsonl", "broken\n" * 5000)
    assert len(gathered.troubles) == 1001
    assert "none of the first 1,000 records makes an article; the rest is not read" in lines(gathered)[-1]


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"id": 7}, "7"),
        ({"id": "x y"}, "x y"),
        ({"id": True}, "a.jsonl:1"),
        ({"id": [1]}, "a.jsonl:1"),
        ({"uuid": "u", "id": ""}, "u"),
    ],
)
def test_an_id_is_the_name(values: dict[str, object], name: str) -> None:
    assert [article.name for article in taken("a.jsonl", json.dumps({"text": "One", **values})).articles] == [name]


def test_values_of_other_kinds_are_understood_or_stay_where_they_were() -> None:
    record = {"text": "One", "title": 5, "date": 1685009640, "authors": [{"name": "Ann"}, "Bo", 3],
              "source": {"id": None, "name": "Gazette"}, "url": ["x"], "story": 3, "language": "Klingon"}  # fmt: skip
    (article,) = taken("a.jsonl", json.dumps(record)).articles
    known = article.metadata
    assert (known.published, known.author, known.source, known.story) == (
        "2023-05-25T10:14:00Z", "Ann, Bo", "Gazette", "3")  # fmt: skip
    assert (article.title, known.url, known.lang) == ("One", "", "")
    assert json.loads(known.more) == {"title": 5, "url": ["x"], "language": "Klingon"}


def test_a_field_that_is_nowhere_is_not_looked_for() -> None:
    records = '{"text": "One", "story": "a", "title": "T", "event": "crawled"}'
    (article,) = taken("a.jsonl", records, {"story": "-"}).articles
    assert (article.metadata.story, article.title) == ("", "T")
    assert json.loads(article.metadata.more) == {"story": "a", "event": "crawled"}
    assert taken("a.jsonl", records, {"story": "-"}).troubles == ()


def test_a_date_that_could_be_two_stays_as_it_was() -> None:
    (article,) = taken("a.jsonl", '{"text": "One", "date": "05/06/2023"}').articles
    assert (article.metadata.published, article.metadata.more) == ("", '{"date": "05/06/2023"}')


def test_records_with_ever_other_fields_take_no_more_memory() -> None:
    import tracemalloc

    data = "\n".join(f'{{"k{number}": 0, "text": "One"}}' for number in range(20_000)).encode()
    tracemalloc.start()
    assert len({article.text for article in taken("a.jsonl", data).articles}) == 1
    tracemalloc.stop()


def test_a_mapping_is_written_as_ours_and_theirs() -> None:
    assert mapping(["text=body", " title = head=line "]) == {"text": "body", "title": "head=line"}
    for wrong in ("text", "text=", "=body", "colour=x"):
        with pytest.raises(CorpusError):
            mapping([wrong])


def test_a_field_that_no_article_has_is_told() -> None:
    assert "no field of an article is called 'colour'" in one({"text": "One"}, {"colour": "x"})[1][0]


@pytest.mark.parametrize("value", [2026, 0, 20261301, -5])
def test_a_number_that_is_no_date_stays_where_it_was(value: int) -> None:
    (article,) = taken("a.jsonl", json.dumps({"text": "One", "date": value})).articles
    assert (article.metadata.published, article.metadata.certainty) == ("", "")
    assert json.loads(article.metadata.more) == {"date": value}


def test_bytes_are_written_as_their_text_or_as_how_many_they_are() -> None:
    values = {"a": "é".encode(), "b": b"\xff\xfe", "c": [bytearray(b"x"), {"d": b"\xe9"}], "n": float("nan"),
              "e": memoryview(b"y"), "f": Decimal("1.10"), "g": b""}  # fmt: skip
    assert json.loads(written(values)(list(values))) == {
        "a": "é", "b": {"bytes": 2}, "c": ["x", {"d": {"bytes": 1}}], "n": None, "e": "y", "f": "1.10", "g": ""
    }  # fmt: skip
    del values["n"]
    assert "b'" not in written(values)(list(values))


def test_a_record_without_an_id_is_called_by_its_address() -> None:
    records = '{"text": "One", "url": "https://a.example/1"}\n{"text": "Two", "url": " "}\n'
    records += '{"text": "Three", "url": "https://a.example/3", "id": 3}'
    gathered = taken("a.jsonl", records)
    assert [article.name for article in gathered.articles] == ["https://a.example/1", "a.jsonl:2", "3"]
    assert {article.metadata.origin for article in gathered.articles} == {"a.jsonl"}
    before = taken("a.jsonl", '{"text": "Zero"}\n' + records)
    assert before.articles[1] == gathered.articles[0]


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


RECORDS = b'{"text": "One"}\n{"text": "Two", "id": "two"}\n{"text": "Three", "url": "https://a.example/3.json:3"}\n'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", RECORDS),
        ("stdin", RECORDS),
        ("stdin", gzip.compress(RECORDS)),
        ("stdin", zipped({"a.jsonl": RECORDS})),
        ("A.JSONL.GZ", gzip.compress(RECORDS)),
        ("a.gz", gzip.compress(RECORDS)),
        ("x.zip", zipped({"b/a.jsonl": RECORDS})),
        ("x.zip", zipped({"a.jsonl.gz": gzip.compress(RECORDS)})),
        ("x.zip", zipped({"y.zip": zipped({"a.jsonl": RECORDS})})),
        ("x.zip.gz", gzip.compress(zipped({"a.jsonl": RECORDS}))),
    ],
    ids=[str(number) for number in range(10)],  # what is packed has the time in it
)
def test_an_article_that_is_called_by_its_number_is_told_from_others_wherever_it_is(name: str, data: bytes) -> None:
    assert [is_numbered(article) for article in taken(name, data).articles] == [True, False, False]


def test_an_article_below_a_folder_is_called_by_its_number_too(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.jsonl").write_bytes(RECORDS)
    articles = gather([tmp_path]).articles
    assert articles[0].name == "b/a.jsonl:1"
    assert [is_numbered(article) for article in articles] == [True, False, False]


@pytest.mark.parametrize(
    ("name", "origin", "numbered"),
    [
        ("a.jsonl:1", "a.jsonl", True),
        ("a.jsonl:1", "b/a.jsonl", True),
        ("a.jsonl:1", "b.jsonl", False),
        ("a.jsonl:1", "", False),
        ("a.jsonl:0", "a.jsonl", False),
        ("a.jsonl:01", "a.jsonl", False),
        ("a.jsonl:١", "a.jsonl", False),
        ("a.jsonl:", "a.jsonl", False),
        ("a.jsonl:1x", "a.jsonl", False),
        ("a.jsonl:1\n", "a.jsonl", False),
        ("a.jsonl", "a.jsonl", False),
        ("a\nb.jsonl:1", "a\nb.jsonl", True),
        ("a:b.jsonl:12", "a:b.jsonl", True),
        ("b.csv:1", "x.zip", True),
        ("b.csv:1", "x.gz", True),
        ("b.txt:1", "x.zip", False),
        ("reuters:1", "x.zip", False),
        ("reuters:1", "a.jsonl", False),
        ("b.csv:1", "a.csv.gz", False),
        ("b.csv:1", "a.jsonl", False),
    ],
)
def test_a_name_is_a_number_where_the_file_that_holds_it_stands_before_it(
    name: str, origin: str, *, numbered: bool
) -> None:
    assert is_numbered(Article.of(name, "One", "", Metadata(origin=origin))) is numbered
