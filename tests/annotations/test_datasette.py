"""A project is a SQLite file that others can look into: the views show gold, and Datasette shows the views."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotations.events import Connected, Finished, Related, Stated
from annotations.model import About, Tie, Verdict
from tests.annotations.projects import FIRST, SECOND, Sitter, judged, project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a decision of every kind."""
    found = tmp_path / "letters.variorum"
    with project(found) as store:
        anna = Sitter(store, "anna", "a")
        ada, london = judged("Ada Lovelace", identity="a1"), judged("London", "GPE", identity="a2")
        paris = judged("Paris", "GPE", identity="a3", text=SECOND.text)
        anna.decide(ada, london, Finished())
        anna.decide(paris, article=SECOND)
        anna.decide(Connected("in", "a1", FIRST.id, "a2"), Stated(About.ARTICLE, None, "", "genre", "letter"))
        anna.decide(Related(Tie.SAME, london.span, "London", SECOND.id, paris.span, "Paris", Verdict.REJECTED))
    return found


def rows(path: Path, view: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {view}")]


def test_spans_stand_with_the_words_around_them(path: Path) -> None:
    for row in rows(path, "gold_spans"):
        text = FIRST.text if row["article"] == FIRST.name else SECOND.text
        assert text[row["start"] : row["end"]] == row["surface"]
        assert row["before"] == text[max(0, row["start"] - 40) : row["start"]]
        assert row["after"] == text[row["end"] : row["end"] + 40]
        assert (row["story"], row["reviewer"], row["verdict"]) == ("Letters", "anna", "accepted")
    assert sorted(row["surface"] for row in rows(path, "gold_spans")) == ["Ada Lovelace", "London", "Paris"]


def test_the_other_views_show_what_was_said(path: Path) -> None:
    assert [(row["name"], row["finished_by"], row["accepted"]) for row in rows(path, "gold_articles")] == [
        (FIRST.name, "anna", 2), (SECOND.name, None, 1),
    ]  # fmt: skip
    [pair] = rows(path, "gold_pairs")
    assert (pair["tie"], pair["surface"], pair["other_surface"], pair["verdict"]) == (
        "same",
        "London",
        "Paris",
        "rejected",
    )
    [said] = rows(path, "gold_statements")
    assert (said["about"], said["field"], said["value"], said["article"]) == ("article", "genre", "letter", FIRST.name)
    [tied] = rows(path, "gold_relations")
    assert (tied["kind"], tied["source"], tied["target"]) == ("in", "Ada Lovelace", "London")


@pytest.mark.filterwarnings("default")
def test_datasette_shows_the_spans(path: Path) -> None:
    app: Any = pytest.importorskip("datasette.app")

    async def asked() -> tuple[Any, Any, Any]:
        shown = app.Datasette([str(path)])
        await shown.invoke_startup()
        table = await shown.client.get("/letters/gold_spans.json?_shape=array&label__exact=GPE")
        page = await shown.client.get("/letters/gold_spans")
        counted = await shown.client.get("/letters/gold_articles.json?_shape=array")
        return table, page, counted

    table, page, counted = asyncio.run(asked())
    assert (table.status_code, page.status_code) == (200, 200)
    assert sorted(row["surface"] for row in table.json()) == ["London", "Paris"]
    assert "Ada Lovelace" in page.text
    assert [row["accepted"] for row in counted.json()] == [2, 1]
