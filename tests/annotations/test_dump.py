"""The dump: one row an article, in the shape that is promised, the same every time."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotations.dump import ARTICLES, dump
from annotations.errors import ExportError
from annotations.store import Store
from corpus.article import Article, Metadata, text_hash
from tests.annotations.libraries import articles, filled, taken


def rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / ARTICLES).read_text("utf-8").splitlines()]


def test_every_article_has_a_row_with_what_is_known_of_it(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.variorum")) as store:
        assert dump(store, tmp_path / "out" / "deep") == 6
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
            dump(store, tmp_path / name)
    assert (tmp_path / "one" / ARTICLES).read_bytes() == (tmp_path / "two" / ARTICLES).read_bytes()


def test_characters_are_code_points_and_hashes_are_of_utf_8(tmp_path: Path) -> None:
    text = "💩\r\n\ufeffé\0x\u2028"
    with closing(filled(tmp_path / "a.variorum", [Article.of("a", text)])) as store:
        dump(store, tmp_path)
    (row,) = rows(tmp_path)
    assert (row["chars"], row["sha256"]) == (len(text), text_hash(text))
    assert (row["source"], row["published"]) == (None, None)


def test_older_versions_are_left_out_and_articles_of_one_name_are_told_apart(tmp_path: Path) -> None:
    def record(text: str, origin: str) -> Article:
        return Article.of("1", text, "", Metadata(origin=origin))

    with closing(Store(tmp_path / "a.variorum")) as store:
        taken(store, record("One.", "a.csv"), record("Two.", "b.csv"), record("Three.", "b.csv"))
        taken(store, record("One, corrected.", "a.csv"), key="later")
        dump(store, tmp_path)
    second, third = (Article.of("1", text).id for text in ("Two.", "Three."))
    assert sorted(row["doc"] for row in rows(tmp_path)) == sorted(["a.csv/1", f"b.csv/1#{second}", f"b.csv/1#{third}"])


def test_a_folder_that_cannot_be_is_one_line_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here", "utf-8")
    with closing(filled(tmp_path / "a.variorum")) as store, pytest.raises(ExportError) as told:
        dump(store, tmp_path / "file")
    assert "\n" not in str(told.value)
    assert (tmp_path / "file").read_text("utf-8") == "here"
