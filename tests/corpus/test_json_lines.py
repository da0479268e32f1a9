import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import GIVEN, Metadata
from corpus.readers.base import Options
from corpus.sources import read_stream
from tests.corpus.taken import lines, taken, texts

RECORD = {
    "doc_id": "a-1",
    "text": "One.\r\nTwo \u00a0“x”",
    "headline": "A title",
    "outlet": "Daily",
    "date": "2024-05-06",
    "language": "en-GB",
    "authors": ["Ann", "Bo"],
    "event_id": 7,
    "link": "https://daily.example/x",
}


def test_a_line_is_an_article_with_all_that_is_known_of_it() -> None:
    (article,) = taken("a.jsonl", json.dumps(RECORD)).articles
    assert (article.name, article.text, article.title) == ("a-1", RECORD["text"], "A title")
    assert article.metadata == Metadata(
        source="Daily",
        published="2024-05-06",
        certainty=GIVEN,
        url="https://daily.example/x",
        lang="en",
        author="Ann, Bo",
        story="7",
        origin="a.jsonl",
    )


def test_without_an_id_the_line_is_the_name() -> None:
    gathered = taken("a.jsonl", '\n{"text": "One"}\n\r\n{"text": "Two"}')
    assert [article.name for article in gathered.articles] == ["a.jsonl:2", "a.jsonl:4"]
    assert gathered.troubles == ()


def test_other_fields_stay_exactly_as_they_were_given() -> None:
    more = r'"big": 123456789012345678901234567890, "e":1E400, "s": "\u2019\ud83d", "o": {"a":1,"a":2}, "\ud83d":0}'
    (article,) = taken("a.jsonl", f'{{"n": 1.10, "text": "One", {more}').articles
    assert article.metadata.more == f'{{"n": 1.10, {more}'


GOOD = '{"text": "Good"}'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "a"', "not JSON (it ends too early)"),
        ('{"text": "a}', "not JSON (Invalid control character"),
        ('{"text" "a"}', "not JSON (no ':')"),
        ('{"text": "a" "b": 1}', "not JSON (no ',')"),
        ('{"text": "a"} x', "not JSON (something behind the object), at character 15"),
        ("{1: 2}", "a field without a name"),
        ("[1, 2]", "not an object"),
        ('"text"', "not an object"),
        ("plain words", "not JSON"),
        ('{"text": "a", "n": NaN}', "NaN is no JSON"),
        ('{"text": "a", "n": -Infinity}', "-Infinity is no JSON"),
        ('{"text": "a", "text": "b"}', "the field 'text' is given twice"),
        ('{"text": 5}', "the field 'text' is not a text"),
        ('{"text": ["a"]}', "the field 'text' is not a text"),
        ('{"text": ""}', "the field 'text' is empty"),
        ('{"text": " \\n"}', "the field 'text' is empty"),
        ('{"text": null}', "the field 'text' is empty"),
        ('{"title": "a"}', "there is no field with a text"),
        ('{"text": "a\\u0000b"}', "a NUL at code point 1"),
        ('{"text": "a\0b"}', "not JSON (Invalid control character"),
        ('{"text": "a\\ud83d"}', "half of a surrogate pair at code point 1"),
        ('{"text": "a", "title": "\\ud83d"}', "half of a surrogate pair"),
        ('{"text": "a", "id": "\\ud83d"}', "half of a surrogate pair"),
        ('{"text": "a"' + "".join(f', "n{n}": 0' for n in range(10_001)) + "}", "more than 10,000 fields"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "a number is too long"),
        ('{"text": "a", "n": ' + "[" * 200_000 + "]" * 200_000 + "}", "nested too deeply"),
        ('{"text": "a", "n": ' + "[" * 200_000, "nested too deeply"),
    ],
)
def test_a_broken_record_costs_itself_alone(line: str, reason: str) -> None:
    gathered = taken("a.jsonl", f"{GOOD}\n{line}\n{GOOD}")
    assert texts(gathered) == ["Good", "Good"]
    (trouble,) = lines(gathered)
    assert trouble.startswith("a.jsonl, line 2: ")
    assert reason in trouble


def test_a_line_in_another_encoding_costs_itself_alone() -> None:
    filler = (f"{GOOD}{' ' * 1000}\n").encode() * 1100
    gathered = taken("a.jsonl", filler + b'{"text": "caf\xe9"}\n{"text": "Last"}\n')
    assert texts(gathered)[-1] == "Last"
    assert lines(gathered) == ["a.jsonl, line 1101: not valid utf-8; name its --encoding"]


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_is_the_files_and_not_the_records(codec: str) -> None:
    gathered = taken("a.jsonl", '{"text": "Žižek 🙂"}\n{"text": "Two"}\n'.encode(codec))
    assert texts(gathered) == ["Žižek 🙂", "Two"]
    assert gathered.troubles == ()


def test_half_a_character_of_a_wide_encoding_costs_its_record_alone() -> None:
    start, end = ('\ufeff{"text": "a"}\n{"text": "', '"}\n{"text": "c"}')
    data = start.encode("utf-16-le") + b"\x3d\xd8" + end.encode("utf-16-le")
    gathered = taken("a.jsonl", data)
    assert texts(gathered) == ["a", "c"]
    assert len(gathered.troubles) == 1


def test_a_guessed_encoding_is_told_once_and_kept_with_every_article() -> None:
    gathered = taken("a.jsonl", '{"text": "café"}\n{"text": "naïve"}'.encode("cp1252"))
    assert [article.metadata.decoded for article in gathered.articles] == ["cp1252, guessed"] * 2
    assert len(gathered.notices) == 1


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "stdin"])
@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_is_read_record_by_record(name: str, indent: int | None) -> None:
    records = [RECORD, {"text": "Two", "n": 1.5}, 7, {"text": ""}, {"text": "Three"}]
    gathered = taken(name, json.dumps(records, indent=indent))
    assert texts(gathered) == [RECORD["text"], "Two", "Three"]
    assert [article.name for article in gathered.articles] == ["a-1", f"{name}:2", f"{name}:5"]
    assert lines(gathered) == [f"{name}, record 3: not an object", f"{name}, record 4: the field 'text' is empty"]


def test_an_array_that_breaks_off_gives_what_is_before() -> None:
    gathered = taken("a.json", '[{"text": "One"}, {"text": "Two"')
    assert texts(gathered) == ["One"]
    assert "record 2: not JSON" in lines(gathered)[0]
    assert "the rest of the file is not read" in lines(gathered)[0]
    assert "no comma" in lines(taken("a.json", '[{"text": "One"} {"text": "Two"}]'))[0]


@pytest.mark.parametrize("indent", [None, 1])
def test_an_object_may_hold_the_records(indent: int | None) -> None:
    holder = {"status": "ok", "articles": [{"content": "One"}, {"content": "Two"}], "tags": [{"name": "x"}], "n": 2}
    gathered = taken("a.json", json.dumps(holder, indent=indent))
    assert texts(gathered) == ["One", "Two"]
    assert gathered.troubles == ()


def test_an_object_with_a_text_is_a_record_whatever_else_it_holds() -> None:
    record = {"text": "One", "related": [{"text": "Other"}]}
    gathered = taken("a.json", json.dumps(record, indent=2))
    assert texts(gathered) == ["One"]
    assert json.loads(gathered.articles[0].metadata.more) == {"related": [{"text": "Other"}]}


def test_json_lines_are_known_whatever_the_suffix() -> None:
    assert texts(taken("a.json", '{"text": "One"}\n{"text": broken}\n{"text": "Two"}')) == ["One", "Two"]
    assert texts(taken("stdin", '{"text": "One"}\n{"text": "Two"}')) == ["One", "Two"]


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", "\n \n"), ("a.json", "[]"), ("a.json", '{"articles": []}')])
def test_a_file_without_records_is_told(name: str, data: str) -> None:
    (line,) = lines(taken(name, data))
    assert line.startswith(f"{name}: there")


def test_many_blank_lines_are_counted() -> None:
    blank = "\n" * 500_000 + " \r\n" * 3
    gathered = taken("a.jsonl", f'{blank}{{"text": "One"}}\n{blank}  {{"text": "Two"}}\n{blank}{{x\n{blank}')
    assert [article.name for article in gathered.articles] == ["a.jsonl:500004", "a.jsonl:1000008"]
    assert "line 1500012: " in lines(gathered)[0]


def test_objects_over_several_lines_may_follow_each_other() -> None:
    assert texts(taken("a.json", '{\n"text": "One"\n}\n{\n"text":\n"Two"}')) == ["One", "Two"]


def test_records_larger_than_a_block_are_read_whole() -> None:
    long = ["x" * 700_000, "y" * 3_000_000, "z" * 10]
    assert texts(taken("a.json", json.dumps([{"text": text} for text in long], indent=1))) == long


def test_numbers_at_the_end_of_a_block_are_not_cut() -> None:
    start = "[" + " " * (2**20 - 3)
    assert lines(taken("a.json", start + '1234, {"text": "One"}]')) == ["a.json, record 1: not an object"]


def test_a_line_that_is_too_long_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.json_lines.LARGEST", 100)
    long = '{"text": "' + "x" * 500 + '"}'
    gathered = taken("a.jsonl", f"{GOOD}\n{long}\n{GOOD}\n{long}")
    assert texts(gathered) == ["Good", "Good"]
    assert ["a line of more than" in line for line in lines(gathered)] == [True, True]


def test_an_object_too_large_to_be_read_at_once_gives_its_first_array(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.json_document.LARGEST", 2**20)
    records = [{"text": f"{n} " * 30_000} for n in range(60)]
    holder = {"status": "ok", "n": 5, "articles": records, "end": [{"text": "x"}]}
    gathered = taken("a.json", json.dumps(holder, indent=1))
    assert len(gathered.articles) == 60
    assert gathered.troubles == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(st.sampled_from(["text", "title", "date", "id", "x", "Text", "author"]), json_values)))
def test_any_records_are_articles_or_troubles(records: list[object]) -> None:
    data = "\n".join(json.dumps(record) for record in records)
    gathered = taken("a.jsonl", data.encode("utf-8", "surrogatepass"))
    for article in gathered.articles:
        assert json.loads(article.metadata.more or "{}") is not None
        assert article.text.strip()
    assert taken("a.json", json.dumps(records)) is not None


@given(st.binary(max_size=200), st.sampled_from(["a.jsonl", "a.json"]))
def test_any_bytes_are_articles_or_troubles(data: bytes, name: str) -> None:
    for prefix in (b"", b'{"text": "', b'[{"text": "a"}', b'{"a": [{"text": "b"}'):
        taken(name, prefix + data)


def test_a_corpus_is_read_with_little_memory(tmp_path: Path) -> None:
    import tracemalloc

    record = json.dumps({"text": "word " * 600, "spans": [[1, 2, "X"]] * 20})
    (tmp_path / "a.jsonl").write_text((record + "\n") * 3000)
    (tmp_path / "a.json").write_text("[" + ",\n".join([record] * 3000) + "]")
    for name in ("a.jsonl", "a.json"):
        data = BytesIO((tmp_path / name).read_bytes())
        tracemalloc.start()
        assert sum(1 for _ in read_stream(data, name, Options())) == 3000
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 8 * 2**20


@pytest.mark.parametrize(
    ("value", "told"),
    [([{"begin": 1}], 1), ([[0, 3, "X"]], 1), ([], 0), (["a", "b"], 0), ("news", 0), ([{"a": 1}, "b"], 0), (None, 0)],
)
def test_fields_that_look_like_annotations_are_counted_once_a_file(value: object, told: int) -> None:
    rows = [{"text": f"Text {number}.", "entities": value} for number in range(3)]
    gathered = taken("a.jsonl", "\n".join(json.dumps(row) for row in rows))
    assert len(gathered.articles) == 3
    line = "a.jsonl: 'entities' of 3 of its records came in as a field and not as annotations"
    assert [str(one).split(";")[0] for one in gathered.notices] == [line] * told
