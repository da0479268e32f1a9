"""The check: silent on a sound project, a line for every kind of damage, and never a traceback."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.analyses import save_analysis
from annotations.check import findings
from annotations.errors import ProjectError
from annotations.event_rows import log_length, log_rows
from annotations.events import Finished, Noted, Undone
from annotations.model import Proposal
from annotations.store import Store
from corpus.analysis import ModelId, analysis_of
from corpus.span import Span
from tests.annotations.projects import FIRST, SECOND, TEXT, Sitter, judged, lines_of, project, raw, standing


def fill(path: Path) -> None:
    """A project of two reviewers with a bit of everything, closed."""
    with project(path) as store:
        save_analysis(store, FIRST.sha256, analysis_of(ModelId("sm", "1"), [Span(0, 3)], [], []))
        anna, ben = Sitter(store, "anna", "a"), Sitter(store, "ben", "b")
        anna.mark("Ada Lovelace", identity="a1", origin=Proposal(Span(0, 3), "PERSON", "sm 1"))
        anna.mark("London", "GPE", identity="a2")
        ben.mark("Ada Lovelace", identity="b1")
        ben.decide(judged("Paris", "GPE", identity="b2", text=SECOND.text), Finished(), article=SECOND, place={"at": 1})
        anna.reload()
        anna.undo()
        anna.redo()
        anna.decide(Noted("a1", "why?"))
        anna.decide(Finished())
        anna.decide(Undone(anna.layer.undoable[-1]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "letters.variorum"
    fill(path)
    return path


def test_a_sound_project_has_nothing(path: Path) -> None:
    assert lines_of(path) == []
    with closing(Store(path)) as store:
        assert list(findings(store)) == []
        assert log_length(store) == (10, 10)


def test_an_empty_project_has_nothing(tmp_path: Path) -> None:
    Store(tmp_path / "new.variorum").close()
    assert lines_of(tmp_path / "new.variorum") == []


DAMAGE = {
    "a changed payload": (
        "UPDATE event SET payload = replace(payload, 'GPE', 'ORG') WHERE seq = 2",
        ["event 2: the row was changed", "annotation a2: the table and the log differ"],
    ),
    "a payload of nothing": (
        "UPDATE event SET payload = '{' WHERE seq = 2",
        ["event 2: the row was changed", "a row that makes no sense"],
    ),
    "an unknown kind": (
        "UPDATE event SET kind = 'renamed' WHERE seq = 2",
        ["event 2: the row was changed", "a row that makes no sense"],
    ),
    "a changed time": (
        "UPDATE event SET at = '1999' WHERE seq = 10",
        ["event 10: the row was changed"],
    ),
    "a missing event": (
        "DELETE FROM event WHERE seq = 1",
        [
            "the log has 9 events, but 10 were written",
            "event 2: the row was changed, or one before",
            "annotation a1: the",
        ],
    ),
    "a missing last event": (
        "DELETE FROM event WHERE seq = 10",
        ["the log has 9 events, but 10 were written", "differ on whether it is finished (anna)"],
    ),
    "a changed annotation": (
        "UPDATE annotation SET label = 'ORG' WHERE id = 'b1'",
        ["annotation b1: the table and the log differ"],
    ),
    "a changed verdict": (
        "UPDATE annotation SET verdict = 'rejected' WHERE id = 'b1'",
        ["annotation b1: the table and the log differ"],
    ),
    "a verdict that is none": (
        "UPDATE annotation SET verdict = 'maybe' WHERE id = 'b1'",
        ["the table of annotations has a row that makes no sense: 'maybe'"],
    ),
    "a missing annotation": (
        "DELETE FROM annotation WHERE id = 'b1'",
        ["annotation b1: the table and the log differ"],
    ),
    "an annotation nobody made": (
        """
        CREATE TEMP TABLE made AS SELECT * FROM annotation WHERE id = 'b1';
        UPDATE made SET id = 'x', start = 5;
        INSERT INTO annotation SELECT * FROM made
        """,
        ["annotation x: the table and the log differ"],
    ),
    "a changed text": (
        "UPDATE article SET text = replace(text, 'London', 'Venice')",
        [
            f"first.txt ({FIRST.id}): the text is not the one",
            f"first.txt ({FIRST.id}): name or text",
            "annotation a2: its",
        ],
    ),
    "a text that is not UTF-8": (
        "UPDATE article SET text = CAST(x'ff' AS TEXT)",
        ["Could not decode to UTF-8"],
    ),
    "a changed hash of a text": (
        "UPDATE article SET sha256 = sha256 || '0' WHERE name = 'first.txt'",
        [f"first.txt ({FIRST.id}): the text is not the one that was stored"],
    ),
    "a changed title": (
        "UPDATE article SET title = 'Other' WHERE name = 'first.txt'",
        [f"first.txt ({FIRST.id}): what is known of it is not what was stored"],
    ),
    "a changed name": (
        "UPDATE article SET name = 'other.txt' WHERE name = 'first.txt'",
        [f"article other.txt ({FIRST.id}): name or text do not fit the id"],
    ),
    "a missing text": (
        f"DELETE FROM article WHERE id = '{SECOND.id}'",
        ["a row of story_article points nowhere", "annotation b2: its words are not in the text at 22"],
    ),
    "an article that is not finished any more": (
        "DELETE FROM finished",
        [f"article {SECOND.id}: the table and the log differ on whether it is finished (ben)"],
    ),
    "an article that nobody finished": (
        f"INSERT INTO finished VALUES ('{FIRST.id}', 'anna', '2026')",
        [f"article {FIRST.id}: the table and the log differ on whether it is finished (anna)"],
    ),
    "another reviewer": (
        "UPDATE sitting SET reviewer = 'ben' WHERE id = 'a'",
        ["annotation a1: the table and the log differ"],
    ),
    "a missing sitting": (
        "DELETE FROM sitting WHERE id = 'a'",
        ["a row of event points nowhere", "annotation a1: the table and the log differ"],
    ),
    "a changed label set": (
        "UPDATE label_set SET source = replace(source, 'PERSON', 'ORG')",
        ["label set ", "it is not the one that was stored"],
    ),
    "a missing table": ("DROP TABLE finished", ["no such table: finished"]),
    "no table at all": (
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name IN ('event', 'article', 'annotation')",
        ["the project is damaged"],
    ),
}


def opened_lines(path: Path) -> list[str]:
    """What the command says: the check's lines, or the one with which opening is refused."""
    try:
        return lines_of(path)
    except ProjectError as error:
        return [str(error)]


@pytest.mark.parametrize("kind", DAMAGE)
def test_every_kind_of_damage_is_found(path: Path, kind: str) -> None:
    script, expected = DAMAGE[kind]
    with raw(path) as connection:
        for trigger in ("event_no_update", "event_no_delete", "article_no_update", "article_no_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(script)
    found = opened_lines(path)
    assert len(found) == len(set(found)) or "points nowhere" in "".join(found)
    for words in expected:
        assert any(words in line for line in found), found
    assert all("\n" not in line for line in found)


def test_what_a_line_quotes_cannot_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "letters.variorum"
    with project(path) as store:
        Sitter(store, "anna\x1b]52;c;x\x07\n").mark("Ada")
    with raw(path) as connection:
        connection.execute("DROP TRIGGER article_no_update")
        connection.execute("UPDATE article SET name = 'x' || char(27, 10, 8238)")
        connection.execute(f"INSERT INTO finished SELECT '{FIRST.id}', name, '' FROM reviewer")
    found = lines_of(path)
    assert len(found) == 3
    assert all(line.isprintable() for line in found)


def contents(path: Path) -> object:
    """Everything in the project that people made."""
    with closing(Store(path, read_only=True)) as store:
        return (store.articles(), standing(store), store.finished(), log_rows(store), store.label_sets())


def test_no_flipped_byte_ends_in_a_traceback_and_none_in_what_people_made_goes_unnoticed(path: Path) -> None:
    sound, whole = path.read_bytes(), contents(path)
    chosen = random.Random(1)
    places = sorted({*range(100), *(chosen.randrange(len(sound)) for _ in range(500))})
    unnoticed = []
    for place in places:
        damaged = bytearray(sound)
        damaged[place] ^= 1 << chosen.randrange(8)
        path.write_bytes(damaged)
        found = opened_lines(path)
        assert all(line and "\n" not in line for line in found)
        if not found and contents(path) != whole:
            unnoticed.append(place)
        path.with_name(path.name + "-wal").unlink(missing_ok=True)
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
    assert unnoticed == []


def test_a_byte_flipped_in_a_word_is_found(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    title = contents.index(TEXT.encode())
    place = contents.index(TEXT.encode(), title + len(TEXT))
    contents[place] ^= 1
    path.write_bytes(contents)
    with raw(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert any("the text is not the one that was stored" in line for line in lines_of(path))


def test_a_log_that_is_cut_off_gives_what_was_saved_before_the_cut(tmp_path: Path) -> None:
    path, copy = tmp_path / "letters.variorum", tmp_path / "copy" / "letters.variorum"
    copy.parent.mkdir()
    sizes = []
    with project(path) as store:
        # The tables go into the database, so that only decisions are in the log.
        store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sitter = Sitter(store)
        for turn in range(8):
            sitter.mark("Ada", label=f"L{turn}")
            sizes.append((tmp_path / "letters.variorum-wal").stat().st_size)
        database, log = path.read_bytes(), (tmp_path / "letters.variorum-wal").read_bytes()
        rows = log_rows(store)
    chosen = random.Random(2)
    for cut in [0, *sizes, *(chosen.randrange(len(log)) for _ in range(60))]:
        shutil.rmtree(copy.parent)
        copy.parent.mkdir()
        copy.write_bytes(database)
        copy.with_name(copy.name + "-wal").write_bytes(log[:cut])
        with closing(Store(copy)) as store:
            left = log_rows(store)
            assert list(findings(store)) == []
        assert left == rows[: len(left)]
        assert len(left) >= sum(size <= cut for size in sizes)


def test_a_database_without_its_log_is_an_older_state(tmp_path: Path) -> None:
    path, copy = tmp_path / "letters.variorum", tmp_path / "copy.variorum"
    with project(path) as store:
        store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        Sitter(store).mark("Ada")
        shutil.copy(path, copy)
    assert lines_of(copy) == []
    with closing(Store(copy)) as store:
        assert (store.events(), store.articles()) == ([], [FIRST, SECOND])


def test_the_check_writes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with raw(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM event")
    lines_of(path)
    assert path.read_bytes() == before
