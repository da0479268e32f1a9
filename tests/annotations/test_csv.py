"""CSV: the bytes, the guard against formulas, and what is refused."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.csv_table import ARTICLE, BESIDE, COLUMNS, CSV, guarded, unguarded
from annotations.formats.registry import recognised
from tests.annotations.examples import Mark, gold, story_of


@given(st.text())
def test_a_guard_is_taken_away_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_formulas_are_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ada", "'tis", "1", "a=b"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "gold.csv"
    article = gold('=1 Ann\r\nmet, "Bob"', Mark("=1", "FIGURE", note="-x"), Mark("Bob", "PERSON"), name="one.txt")
    assert CSV.write([story_of(article)], path) == []
    return path


def test_the_bytes(out: Path) -> None:
    first, second, *_ = out.read_bytes().decode().split("\n")
    assert first == ",".join(COLUMNS) + "\r"
    assert ",one.txt,0,2,'=1,FIGURE,,accepted,anna," in second
    assert ",'-x," in second


def test_a_spreadsheet_library_reads_it(out: Path) -> None:
    with out.open(encoding="utf-8", newline="") as stream:
        assert [row["text"] for row in csv.DictReader(stream)] == ["'=1", "Bob"]
    with out.with_name(out.name + BESIDE).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ARTICLE
    assert rows[0]["text"] == '\'=1 Ann\r\nmet, "Bob"'


def test_it_is_known_by_its_first_line(out: Path) -> None:
    assert CSV.begins(out, out.read_bytes())
    assert not CSV.begins(out, b"id,text\r\n1,Ada\r\n")


def test_without_the_articles_it_is_refused(out: Path) -> None:
    out.with_name(out.name + BESIDE).unlink()
    with pytest.raises(ReadError, match=r"gold\.csv: the articles are missing; lay gold\.csv\.articles\.csv beside it"):
        list(CSV.read(out, How()))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("article_id,", "article,", "line 1: there is no column article_id"),
        (",accepted,", ",perhaps,", "one.txt: a row makes no sense"),
        (",0,2,", ",2,0,", "one.txt: a row makes no sense"),
        (",0,2,", ",0,2,3,", "line 2: 23 cells in place of 22"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(out: Path, old: str, new: str, message: str) -> None:
    out.write_text(out.read_text("utf-8").replace(old, new, 1), "utf-8", newline="")
    with pytest.raises(ReadError) as caught:
        list(CSV.read(out, How()))
    assert message in str(caught.value)


def test_a_decision_on_an_article_that_is_not_there_is_refused(out: Path) -> None:
    beside = out.with_name(out.name + BESIDE)
    beside.write_text(beside.read_text("utf-8").split("\n", 1)[0] + "\n", "utf-8", newline="")
    with pytest.raises(ReadError, match="a decision on an article that does not come here"):
        list(CSV.read(out, How()))


ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")


def _saved(path: Path, encoding: str, separator: str = ",") -> None:
    """The same table as another program saves it, with every cell in quotes."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)


def _read(out: Path, encoding: str = "") -> list[tuple[str, str]]:
    articles = [one for story in CSV.read(out, How(encoding=encoding)) for one in story.articles]
    return [(each.surface, each.label) for one in articles for each in one.annotations]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_it_is_known_in_whatever_it_was_saved_in(out: Path, encoding: str) -> None:
    _saved(out, encoding)
    assert recognised(out) is CSV
    assert not CSV.begins(out, "article_id,text\r\n1,Ada\r\n".encode(encoding))


@pytest.mark.parametrize("encoding", ENCODINGS[1:])
@pytest.mark.parametrize("both", [True, False])
def test_in_another_encoding_it_waits_for_its_name(out: Path, encoding: str, *, both: bool) -> None:
    known = _read(out)
    _saved(out, encoding)
    if both:
        _saved(out.with_name(out.name + BESIDE), encoding)
    with pytest.raises(ReadError, match=rf"gold\.csv: not in UTF-8 but in (.*); add --encoding {encoding[:6]}"):
        _read(out)
    assert _read(out, encoding) == known == [("=1", "FIGURE"), ("Bob", "PERSON")]


def test_a_code_page_is_told_by_what_is_no_utf_8_in_it(tmp_path: Path) -> None:
    out = tmp_path / "gold.csv"
    CSV.write([story_of(gold("Señor Núñez came.", Mark("Núñez", "PERSON"), name="one.txt"))], out)
    _saved(out, "cp1252")
    with pytest.raises(ReadError, match=r"line \d: not CSV in UTF-8 .*; save it as UTF-8, or name its --encoding"):
        _read(out)
    assert _read(out, "cp1252") == [("Núñez", "PERSON")]
    _saved(out.with_name(out.name + BESIDE), "cp1252")
    assert _read(out, "cp1252") == [("Núñez", "PERSON")]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_cells_may_be_parted_by_what_spreadsheets_part_them_by(out: Path, separator: str) -> None:
    known = _read(out)
    for path in (out, out.with_name(out.name + BESIDE)):
        _saved(path, "utf-8-sig", separator)
    assert recognised(out) is CSV
    assert _read(out) == known
