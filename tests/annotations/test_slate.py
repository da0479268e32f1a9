"""SLATE's annotation files: places read and written, and what is no place refused."""

from pathlib import Path

import pytest

from annotations.errors import ReadError
from annotations.export import export
from annotations.formats.base import How
from annotations.formats.registry import recognised
from annotations.formats.slate import SLATE
from annotations.formats.slate_items import Words, item
from annotations.gold import GoldArticle
from corpus.span import Span
from tests.annotations.examples import Mark, gold, story_of

TEXT = "Ann Lee, 40,\r\n\r\n met\tBob."


def _foreign(folder: Path, lines: str, name: str = "a.txt.annotations") -> Path:
    (folder / "a.txt").write_bytes(TEXT.encode())
    (folder / name).write_bytes(lines.encode())
    return folder


def _only(path: Path) -> GoldArticle:
    (story,) = SLATE.read(path, How(reviewer="ann"))
    (article,) = story.articles
    return article


def test_a_folder_byte_by_byte(tmp_path: Path) -> None:
    marks = (Mark("Ann Lee"), Mark("Ann Lee", "PERSON"), Mark("4", "FIGURE"), Mark("40,\r\n\r\n met", "X"), Mark(", "))
    done = export(lambda: iter([story_of(gold(TEXT, *marks, name="a b.txt"))]), SLATE, tmp_path / "gold")
    assert done.lacks == {"spans": 1}
    folder = tmp_path / "gold"
    assert (folder / "a_b.txt").read_bytes() == TEXT.encode()
    assert (folder / "files.list").read_bytes() == b"a_b.txt a_b.txt.annotations\n"
    assert (folder / "a_b.txt.annotations").read_text("utf-8").splitlines() == [
        "((0, 0, 0), (0, 1, 2)) - ORG PERSON",
        "(0, 2, 0) - FIGURE",
        "((0, 2, 0), (2, 0, 2)) - X",
    ]
    assert _only(folder).article.name == "a b.txt"


@pytest.mark.parametrize(
    ("line", "surface", "label"),
    [
        ("((0, 0), (0, 1)) - label:x", "Ann Lee,", "x"),
        ("((0,0),(0,1)) - label:x", "Ann Lee,", "x"),
        ("(2, 1) - x-y", "Bob.", "x-y"),
        ("(0, 1, 2) - x", "e", "x"),
        ("((0, 2), (2, 0)) - x", "40,\r\n\r\n met", "x"),
        ("2 - x", "met\tBob.", "x"),
        ("(2,) - x", "met\tBob.", "x"),
        ("() - x", TEXT, "x"),
        ("[(2, 0)] - x\r", "met", "x"),
    ],
)
def test_places_of_every_kind(line: str, surface: str, label: str, tmp_path: Path) -> None:
    (one,) = _only(_foreign(tmp_path, f"{line}\n\n")).annotations
    assert (one.surface, one.label, one.reviewer) == (surface, label, "ann")


@pytest.mark.parametrize(
    "line",
    [
        "(9, 0) - x",
        "(0, 9) - x",
        "(1,) - x",
        "(0, 0, 9) - x",
        "((0, 1), (0, 0)) - x",
        "((0, 0), (0,)) - x",
        "(0, 0",
        "(0, 0 - x",
        "(0, 0)) - x",
        "((((((0)))))) - x",
        "(__import__('os')) - x",
        "(0, 0, 0, 0) - x",
        "(0, (0, 1)) - x",
        "Ann met Bob - x",
        "- x",
        "(0, 0) -",
        "0 2 -",
        "[(0, 0), (2, 0)] -",
    ],
)
def test_what_is_no_labelled_place_is_refused(line: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="annotations, line 2") as caught:
        list(SLATE.read(_foreign(tmp_path, f"(0, 0) - x\n{line}\n"), How()))
    assert "\n" not in str(caught.value)


def test_files_of_several_people_are_of_several_reviewers(tmp_path: Path) -> None:
    folder = _foreign(tmp_path, "(0, 0) - x\n", "a.txt.category.annotations1")
    _foreign(tmp_path, "(0, 0) - x\n", "a.txt.annotations")
    assert [one.reviewer for one in _only(folder).annotations] == ["ann", "category.annotations1"]
    assert _only(folder / "a.txt.category.annotations1").annotations[0].reviewer == "ann"


def test_what_looks_like_slate(tmp_path: Path) -> None:
    folder = _foreign(tmp_path, "(0, 0) - x\n")
    assert recognised(folder) is SLATE
    assert recognised(folder / "a.txt.annotations") is SLATE
    (folder / "a.txt").unlink()
    assert recognised(folder) is None
    assert recognised(folder / "a.txt.annotations") is None


def test_a_broken_index_is_refused(tmp_path: Path) -> None:
    export(lambda: iter([story_of(gold(TEXT, Mark("Bob")))]), SLATE, tmp_path / "gold")
    (tmp_path / "gold" / "report.txt").unlink()
    with pytest.raises(ReadError, match="line 1"):
        list(SLATE.read(tmp_path / "gold", How()))


def test_places_are_the_same_both_ways() -> None:
    words = Words.of(TEXT)
    spans = [Span(0, 7), Span(9, 10), Span(9, 20), Span(21, 25)]
    assert [words.span(*words.places(span)) for span in spans] == spans
    assert item("(0, 0) - a a label:b").labels == ("a", "b")
