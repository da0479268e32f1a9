"""The dump: the rows of every file in the shape that is promised, the same every time."""

import json
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from annotations.dump import ARTICLES, READ, dump
from annotations.errors import ExportError
from annotations.events import Judged, Stated
from annotations.model import About, Verdict
from annotations.read_stories import Reading
from annotations.store import Store
from corpus.article import Article, Metadata, text_hash
from corpus.models import resolve
from corpus.pipeline import load
from corpus.span import Span
from tests.annotations.libraries import articles, filled, taken
from tests.annotations.projects import Sitter

MODEL = resolve("blank:en")
READING = Reading(MODEL.id, {}, lambda: load(MODEL, {}))
SHAPES = {
    "boilerplate.jsonl": "doc start end kind",
    "mentions.jsonl": "doc start end text label cluster name external_id by",
    "figures.jsonl": "doc start end text kind value low high unit modifier about claimant",
    "ledger.jsonl": "id about verdict members pair_verdicts",
    "alignments.jsonl": "doc_a start_a end_a doc_b start_b end_b type",
    "quotes.jsonl": "doc start end text speaker",
}
ONE = Article.of(
    "one.txt",
    "Flood at Harlow Bridge\nBy Ivo Marek\nAbout 30 people died in Lindmark, Mayor Tessa Vorn said on Tuesday.\n"
    "\u201cWe have lost a whole street,\u201d Vorn said. More than 1,200.50 acres were under water.\n",
    "Flood at Harlow Bridge",
    Metadata(published="2026-03-05", story="flood"),
)
TWO = Article.of(
    "two.txt",
    "Flood kills 44\nThe police said 44 people died in Lindmark. \u201cWe have lost a whole street,\u201d Mayor Tessa"
    " Vorn said.\nRead more: Storms of the century\n",
    "Flood kills 44",
    Metadata(published="2026-03-06", story="flood"),
)


def rows(folder: Path, name: str = ARTICLES) -> list[dict[str, Any]]:
    return [json.loads(line, parse_float=Decimal) for line in (folder / name).read_text("utf-8").split("\n") if line]


@pytest.fixture
def read(tmp_path: Path) -> Path:
    """A dump of two articles of one story, read by rules."""
    with closing(filled(tmp_path / "a.variorum", [ONE, TWO])) as store:
        dump(store, tmp_path / "out", READING)
    return tmp_path / "out"


def test_every_row_has_the_promised_fields_in_their_order(read: Path) -> None:
    assert sorted(path.name for path in read.iterdir()) == sorted((ARTICLES, *READ))
    for name, shape in SHAPES.items():
        found = rows(read, name)
        assert found, name
        assert all(list(row) == shape.split() for row in found), name


def test_every_place_is_where_its_words_are_and_rows_are_sorted(read: Path) -> None:
    texts = {one.name: one.text for one in (ONE, TWO)}
    for name in ("mentions.jsonl", "figures.jsonl", "quotes.jsonl"):
        found = rows(read, name)
        assert all(texts[row["doc"]][row["start"] : row["end"]] == row["text"] for row in found)
        assert [(row["doc"], row["start"]) for row in found] == sorted((row["doc"], row["start"]) for row in found)
    for row in rows(read, "ledger.jsonl"):
        assert all(texts[one["doc"]][one["start"] : one["end"]] == one["text"] for one in row["members"])
        assert all(0 <= pair["a"] < pair["b"] < len(row["members"]) for pair in row["pair_verdicts"])
    assert all(row["doc_a"] < row["doc_b"] for row in rows(read, "alignments.jsonl"))


def test_the_parts_of_the_reading_refer_to_each_other(read: Path) -> None:
    clusters = {row["cluster"] for row in rows(read, "mentions.jsonl")}
    groups = {row["id"] for row in rows(read, "ledger.jsonl")}
    figures = rows(read, "figures.jsonl")
    assert {row["about"] for row in figures} - {None} == groups
    assert {row["claimant"] for row in figures} - {None} <= clusters
    assert {row["speaker"] for row in rows(read, "quotes.jsonl")} == {"tessa vorn"}
    assert "tessa vorn" in clusters


def test_numbers_are_written_to_the_last_digit_and_dates_as_days(read: Path) -> None:
    figures = {row["text"]: row for row in rows(read, "figures.jsonl")}
    assert (figures["About 30"]["value"], figures["About 30"]["modifier"]) == (30, "approx")
    acres = figures["More than 1,200.50 acres"]
    assert (acres["value"], acres["unit"], acres["modifier"]) == (Decimal("1200.50"), "acre", "more_than")
    assert figures["Tuesday"]["value"] == "2026-03-03"


def test_decisions_take_the_place_of_proposals_and_say_whose_they_are(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.variorum", [ONE, TWO])) as store:
        sitter = Sitter(store)
        start = ONE.text.index("Harlow Bridge")
        span = Span(start, start + len("Harlow Bridge"))
        sitter.decide(Judged("x", span, "Harlow Bridge", "FAC", Verdict.ACCEPTED, None), article=ONE)
        dump(store, tmp_path / "out", READING)
    (row,) = [row for row in rows(tmp_path / "out", "mentions.jsonl") if row["text"] == "Harlow Bridge"]
    assert (row["label"], row["by"]) == ("FAC", "anna")


def test_names_and_ids_that_reviewers_gave_stand_at_every_mention(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.variorum", [ONE, TWO])) as store:
        sitter = Sitter(store)
        start = ONE.text.index("Tessa Vorn")
        span = Span(start, start + len("Tessa Vorn"))
        for field, value in (("name", "Theresa Vorn"), ("id", "Q7"), ("note", "mayor")):
            sitter.decide(Stated(About.NAME, span, "Tessa Vorn", field, value), article=ONE)
        other = Sitter(store, reviewer="bob", sitting="sitting-2")
        other.decide(Stated(About.NAME, span, "Tessa Vorn", "id", "Q8"), article=ONE)
        dump(store, tmp_path / "out", READING)
    found = {(row["doc"], row["text"]): row for row in rows(tmp_path / "out", "mentions.jsonl")}
    vorn = [row for (_, text), row in found.items() if text.endswith("Vorn")]
    assert len({row["doc"] for row in vorn}) == 2
    assert {row["name"] for row in vorn} == {"Theresa Vorn"}
    assert {row["external_id"] for row in vorn} <= {"Q7", "Q8"}
    assert {row["cluster"] for row in vorn} == {"tessa vorn"}
    assert (found["two.txt", "Lindmark"]["name"], found["two.txt", "Lindmark"]["external_id"]) == ("Lindmark", None)


def test_one_thing_has_one_id_in_every_story_of_a_project(tmp_path: Path) -> None:
    texts = (
        "Mayor Tessa Vorn left Denmark.",
        "Mayor Tessa Vorn saw Denmark win. Mayor Holt did not.",
        "Mayor Holt slept.",
    )
    found = [
        Article.of(f"{number}.txt", text, "", Metadata(story=f"story {number}")) for number, text in enumerate(texts)
    ]
    with closing(filled(tmp_path / "a.variorum", found)) as store:
        dump(store, tmp_path / "out", READING)
    ids = {(row["doc"], row["text"]): row["cluster"] for row in rows(tmp_path / "out", "mentions.jsonl")}
    assert ids["0.txt", "Tessa Vorn"] == ids["1.txt", "Tessa Vorn"]
    assert ids["0.txt", "Denmark"] == ids["1.txt", "Denmark"]
    assert ids["1.txt", "Holt"] != ids["2.txt", "Holt"]


def test_every_article_has_a_row_with_what_is_known_of_it(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.variorum")) as store:
        assert dump(store, tmp_path / "out" / "deep", READING) == 6
        keys = dict(store.rows("SELECT name, story FROM story_article JOIN article ON article = article.id"))
    found = rows(tmp_path / "out" / "deep")
    assert [row["doc"] for row in found] == ["0-0", "0-1", "0-2", "1-0", "1-1", "1-2"]
    for row, article in zip(found, articles(), strict=True):
        assert row == {
            "doc": article.name,
            "story": keys[article.name],
            "title": article.title,
            "source": article.metadata.source,
            "published": article.metadata.published,
            "url": None,
            "sha256": text_hash(article.text),
            "chars": len(article.text),
        }
        assert list(row) == ["doc", "story", "title", "source", "published", "url", "sha256", "chars"]


def test_a_second_dump_is_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with closing(filled(tmp_path / f"{name}.variorum")) as store:
            dump(store, tmp_path / name, READING)
    for name in (ARTICLES, *READ):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_characters_are_code_points_and_hashes_are_of_utf_8(tmp_path: Path) -> None:
    text = "💩\r\n\ufeffé\0x\u2028"
    with closing(filled(tmp_path / "a.variorum", [Article.of("a", text)])) as store:
        dump(store, tmp_path, READING)
    (row,) = rows(tmp_path)
    assert (row["chars"], row["sha256"]) == (len(text), text_hash(text))
    assert (row["source"], row["published"]) == (None, None)


def test_older_versions_are_left_out_and_articles_of_one_name_are_told_apart(tmp_path: Path) -> None:
    def record(text: str, origin: str) -> Article:
        return Article.of("1", text, "", Metadata(origin=origin))

    with closing(Store(tmp_path / "a.variorum")) as store:
        taken(store, record("One.", "a.csv"), record("Two.", "b.csv"), record("Three.", "b.csv"))
        taken(store, record("One, corrected.", "a.csv"), key="later")
        dump(store, tmp_path, READING)
    second, third = (Article.of("1", text).id for text in ("Two.", "Three."))
    assert sorted(row["doc"] for row in rows(tmp_path)) == sorted(["a.csv/1", f"b.csv/1#{second}", f"b.csv/1#{third}"])


def test_a_folder_that_cannot_be_is_one_line_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here", "utf-8")
    with closing(filled(tmp_path / "a.variorum")) as store, pytest.raises(ExportError) as told:
        dump(store, tmp_path / "file", READING)
    assert "\n" not in str(told.value)
    assert (tmp_path / "file").read_text("utf-8") == "here"


def test_figures_are_as_reviewers_say_that_they_are(tmp_path: Path) -> None:
    start = ONE.text.index("About 30")
    place = Span(start, start + len("About 30"))
    said = {"value": "36", "modifier": "at_least", "claimant": "the coastguard"}
    with closing(filled(tmp_path / "a.variorum", [ONE, TWO])) as store:
        (article,) = store.articles([one for (one,) in store.rows("SELECT id FROM article WHERE name = 'one.txt'")])
        sitter = Sitter(store)
        for field, value in said.items():
            sitter.decide(Stated(About.FIGURE, place, "About 30", field, value), article=article)
        dump(store, tmp_path / "out", READING)
    figures = [row for row in rows(tmp_path / "out", "figures.jsonl") if row["doc"] == "one.txt"]
    row = next(row for row in figures if row["start"] == start)
    assert {field: row[field] for field in said} == {**said, "value": 36}
