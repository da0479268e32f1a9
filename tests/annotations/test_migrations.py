"""Making a project: all of it or nothing, whoever else makes it at the same time."""

import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotations import migrations
from annotations.connect import applied, connect
from annotations.errors import ProjectError
from annotations.schema import APPLICATION_ID, MIGRATION_SET, MIGRATIONS
from annotations.store import Store
from corpus.article import Article
from tests.annotations.projects import AT, Sitter, judged, lines_of, raw
from tests.annotations.subprocesses import start

TABLES = {
    "analysis",
    "annotation",
    "article",
    "carried",
    "comparison",
    "connection",
    "event",
    "finished",
    "furniture",
    "imported",
    "label_set",
    "place",
    "profile",
    "relation",
    "reviewer",
    "sitting",
    "statement",
    "story",
    "story_article",
    "story_work",
}
WORDS = {f"article_words{part}" for part in ("", "_config", "_data", "_docsize", "_idx")}
TRIGGERS = {"event_no_update", "event_no_delete", "article_no_update", "article_no_delete"}


def names(connection: sqlite3.Connection, kind: str) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE '%sqlite%'", [kind])
    return {name for (name,) in rows}


def test_the_names_are_those_that_opening_knows() -> None:
    assert migrations._MIGRATIONS.name == MIGRATION_SET
    assert tuple(one.name for one in migrations._MIGRATIONS._migrations) == MIGRATIONS
    assert all(one.transactional for one in migrations._MIGRATIONS._migrations)


def test_a_new_project_has_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "new.variorum"
    with closing(connect(path)) as connection:
        assert names(connection, "table") == TABLES | WORDS
        assert names(connection, "trigger") == TRIGGERS
        strict = connection.execute("SELECT name FROM pragma_table_list WHERE strict").fetchall()
        assert {name for (name,) in strict} == TABLES
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert applied(connection) == MIGRATIONS
    assert path.read_bytes()[68:72] == b"VARI"


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.variorum"
    with closing(connect(path)) as connection:
        before = list(connection.iterdump())
        migrations.migrate(connection)
        assert list(connection.iterdump()) == before
        assert not connection.in_transaction


def test_a_project_of_the_first_kind_keeps_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "old.variorum"
    with raw(path) as connection:
        migrations._MIGRATIONS.apply(Database(connection, execute_plugins=False), stop_before=MIGRATIONS[1])
        kept = [Article.of(name, f"Text of {name}\r\n\ufeff.") for name in ("b.txt", "a.txt")]
        for number, one in enumerate(kept, 1):
            row = [one.id, one.name, one.sha256, one.title, one.text, AT]
            connection.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", row)
            connection.execute("INSERT INTO story VALUES (?, ?)", [number, f"story {number}"])
            connection.execute("INSERT INTO story_article VALUES (?, ?, 0)", [number, one.id])
        connection.execute("INSERT INTO story_article VALUES (1, ?, 1)", [kept[1].id])
        connection.execute("INSERT INTO reviewer VALUES ('anna', ?)", [AT])
        connection.executemany("INSERT INTO finished VALUES (?, 'anna', ?)", [(one.id, AT) for one in kept])
    with pytest.raises(ProjectError, match="made by an older Variorum"):
        Store(path, read_only=True)
    with closing(Store(path)) as store:
        assert store.rows("SELECT finished, articles FROM story_work JOIN story ON story = id") == [(2, 2)]
        first, second = store.articles()
        assert (first.name, second.name, second.text) == ("b.txt", "a.txt", "Text of a.txt\r\n\ufeff.")
        assert store.stories() == [("story 1", (first.id, second.id))]
        words = store.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'a NOT b'")
        assert words == [(2,)]
        Sitter(store).decide(judged("Text", text=first.text), article=first)
    with raw(path) as connection:
        connection.execute("DELETE FROM finished")  # there were no events for these
    assert lines_of(path) == []
    (copy,) = tmp_path.glob("old.variorum.before-*")
    with raw(copy) as connection:
        assert connection.execute("SELECT count(*) FROM story_article").fetchone() == (3,)
    with closing(connect(path)) as connection:
        assert names(connection, "table") == TABLES | WORDS
        assert names(connection, "trigger") == TRIGGERS
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "new.variorum", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE sitting (other TEXT)")
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            migrations.migrate(connection)
        assert names(connection, "table") == {"sitting"}
        assert applied(connection) == ()
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("statement", [1, 2, 4, 7, 11, 16, 22, 25, 30, 36, 42])
def test_a_kill_half_way_leaves_nothing(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "new.variorum"
    process = start("die_migrating", path, statement)
    _, err = process.communicate()
    assert (process.returncode, err) == (-signal.SIGKILL, "")
    with raw(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)
    with closing(connect(path)) as connection:
        assert names(connection, "table") == TABLES | WORDS
    assert lines_of(path) == []


def test_four_programs_that_start_together_make_one_project(tmp_path: Path) -> None:
    rounds, path = 10, tmp_path / "new.variorum"
    processes = [start("make", path, rounds) for _ in range(4)]
    for _ in range(rounds):
        for process in processes:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
    assert [process.communicate() for process in processes] == [("done\n", "")] * 4
    for turn in range(rounds):
        made = tmp_path / f"{turn}-new.variorum"
        assert lines_of(made) == []
        with closing(connect(made)) as connection:
            assert names(connection, "table") == TABLES | WORDS
            assert applied(connection) == MIGRATIONS


def test_a_lock_that_sqlite_does_not_wait_for_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.variorum"
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        waits: list[float] = []

        def let_go(seconds: float) -> None:
            waits.append(seconds)
            other.execute("ROLLBACK")

        monkeypatch.setattr("annotations.connect.time.sleep", let_go)
        connect(path).close()
    assert len(waits) == 1
    assert lines_of(path) == []
