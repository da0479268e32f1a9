"""Names in a dataset never decide where its files lie, whatever they are."""

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.export import export
from annotations.formats.base import Format
from annotations.formats.registry import our_formats
from annotations.formats.shared.file_names import FileNames, numbered, safe, unnumbered
from annotations.gold import GoldStory
from tests.annotations.examples import Mark, gold, story_of

HARD = (
    "../../x",
    "/etc/x",
    "..",
    ".",
    "",
    "a\0b",
    "a\\b",
    "x" * 300,
    "𐌰" * 300,
    "News.txt",
    "news.txt",
    "caf\u00e9",
    "cafe\u0301",
    "con.txt",
    "NUL",
    "-rf",
    "~",
    "a\nb",
    "articles.jsonl",
)
folders = pytest.mark.parametrize("fmt", [fmt for fmt in our_formats() if not fmt.suffix], ids=lambda fmt: fmt.name)


def _story(names: Iterable[str]) -> GoldStory:
    return story_of(
        *(gold("Ann met Bob.", Mark("Ann", reviewer=name), name=name, finished_by=(name,)) for name in names)
    )


@folders
def test_files_lie_in_the_folder_and_come_back_under_their_names(fmt: Format, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "er" / "gold"
    out.parent.mkdir(parents=True)
    done = export(lambda: iter([_story(HARD)]), fmt, out)
    assert done.articles == len(HARD)
    beside = {path.relative_to(tmp_path).parts[:2] for path in tmp_path.rglob("*") if path.is_file()}
    assert beside == {("deep", "er")}
    paths = [path.relative_to(out).as_posix() for path in out.rglob("*")]
    assert len({normalize("NFC", path.casefold()) for path in paths}) == len(paths)
    assert all(len(part.encode()) <= 255 for path in paths for part in path.split("/"))


@given(st.text())
def test_a_safe_name_is_one_file_and_no_path(name: str) -> None:
    found = safe(name)
    assert found
    assert found == Path(found).name
    assert found.strip(".") == found
    assert len(found.encode()) <= 181


@pytest.mark.parametrize(
    ("name", "found"), [("con", "_con"), ("Aux.txt", "_Aux.txt"), ("..", "_"), ("contra", "contra")]
)
def test_what_windows_keeps_for_itself_is_no_name(name: str, found: str) -> None:
    assert safe(name) == found


def test_each_name_is_given_once_whatever_its_case() -> None:
    names = FileNames(("Conf",))
    assert [names.of(name) for name in ("conf", "a b.txt", "A_B", "a_b", "caf\u00e9", "cafe\u0301")] == [
        "conf-2",
        "a_b",
        "A_B-2",
        "a_b-3",
        "caf\u00e9",
        "cafe_",
    ]


def test_a_number_is_taken_away_again() -> None:
    assert numbered(7, "a/b", ".xmi") == "000007-a_b.xmi"
    assert unnumbered("000007-a_b") == "a_b"


def test_many_articles_of_one_name_are_named_in_no_time() -> None:
    names = FileNames()
    assert len({names.of("news") for _ in range(20_000)}) == 20_000
