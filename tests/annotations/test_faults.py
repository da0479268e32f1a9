"""Projects that cannot be written for a while: they are locked, full, shut off, or gone. Nothing is lost meanwhile."""

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from annotations.connect import connect, problem
from annotations.errors import NotSavedError, ProjectError
from annotations.store import Store
from tests.annotations.projects import Sitter, decide_until_refused, judged, lines_of, project, raw, standing
from tests.annotations.subprocesses import start

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and permissions of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letters.variorum"


@pytest.fixture
def made(path: Path) -> Path:
    """A project with one decision, closed."""
    with project(path) as store:
        Sitter(store).mark("Ada")
    return path


@posix
def test_a_project_in_a_folder_that_cannot_be_written_is_read() -> None:
    # Not in tmp_path, which only its owner may enter.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "letters.variorum"
        with project(path) as store:
            Sitter(store).mark("Ada")
        folder.chmod(0o555)
        out, err = start("read_without_writing", path).communicate()
        folder.chmod(0o755)
    assert err == ""
    assert out.splitlines() == [
        "['Ada-PERSON']",
        f"{path}: the project cannot be written; check the folder's permissions",
    ]


@posix
def test_decisions_that_wait_in_the_log_are_not_passed_over() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, path = Path(name), Path(name) / "letters.variorum"
        with project(path) as store:
            Sitter(store).mark("Ada")
            for part in ("", "-wal"):
                shutil.copy(f"{path}{part}", f"{folder}/copy.variorum{part}")
        folder.chmod(0o555)
        out, err = start("read_without_writing", folder / "copy.variorum").communicate()
        folder.chmod(0o755)
    assert out == ""
    assert "NotSavedError" in err.splitlines()[-1]


def test_a_locked_project_is_told_soon_and_written_later(made: Path) -> None:
    with closing(Store(made)) as store, raw(made) as other:
        sitter = Sitter(store)
        events = sitter.events(judged("London", "GPE"))
        delta = sitter.layer.take(events)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSavedError, match="locked by another program"):
            store.append(events, delta)
        assert store._connection.execute("PRAGMA busy_timeout").fetchone() == (250,)
        other.execute("ROLLBACK")
        store.append(events, delta)
        assert set(standing(store)) == {"Ada-PERSON", "London-GPE"}


def test_a_project_that_another_program_keeps_to_itself(made: Path) -> None:
    with raw(made) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSavedError, match="locked by another program"):
            connect(made, timeout=0.05)


def test_a_full_project_is_told_and_written_later(made: Path) -> None:
    with closing(Store(made)) as store:
        sitter = Sitter(store)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        saved, refused = decide_until_refused(sitter)
        assert "the disk is full or failing; make room" in str(refused.error)
        assert set(standing(store)) == {"Ada-PERSON", *saved}
        with pytest.raises(NotSavedError):
            store.append(refused.events, refused.delta)
        store._connection.execute("PRAGMA max_page_count = 1000000")
        store.append(refused.events, refused.delta)
        assert set(standing(store)) == {"Ada-PERSON", *saved, *refused.delta.annotations}
    assert lines_of(made) == []


@posix
@pytest.mark.parametrize("room", [0, 1, 5000, 100_000])
def test_a_full_disk_is_told_and_written_later(path: Path, room: int) -> None:
    out, err = start("fill_disk", path, room).communicate()
    assert err == ""
    told, saved = out.splitlines()
    assert told == f"{path}: the disk is full or failing; make room"
    assert saved.endswith(" []")


@posix
def test_a_project_that_goes_away_while_it_is_open(made: Path) -> None:
    elsewhere = made.with_name("elsewhere")
    with closing(Store(made)) as store:
        sitter = Sitter(store)
        made.rename(elsewhere)
        for come_back in (None, b"", b"another file"):
            if come_back is not None:
                made.write_bytes(come_back)
            with pytest.raises(NotSavedError, match="moved or deleted; put it back"):
                store.save_place("anna", {"at": 1})
        elsewhere.replace(made)
        sitter.mark("London", "GPE")
        assert set(standing(store)) == {"Ada-PERSON", "London-GPE"}


def test_errors_say_what_can_be_done() -> None:
    path = Path("p")

    def told(name: str) -> tuple[type[ProjectError], bool]:
        error = sqlite3.OperationalError("words")
        error.sqlite_errorcode = getattr(sqlite3, name)
        told = problem(path, error)
        return type(told), told.broken

    again = [
        "BUSY",
        "LOCKED",
        "FULL",
        "IOERR",
        "IOERR_WRITE",
        "IOERR_FSYNC",
        "READONLY",
        "CANTOPEN",
        "PERM",
        "BUSY_SNAPSHOT",
    ]
    assert {told(f"SQLITE_{name}") for name in again} == {(NotSavedError, False)}
    assert {told(f"SQLITE_{name}") for name in ("CORRUPT", "NOTADB", "CORRUPT_VTAB")} == {(ProjectError, True)}
    assert told("SQLITE_CONSTRAINT") == (ProjectError, False)
    assert "words" in str(problem(path, sqlite3.ProgrammingError("words")))
