"""Opening project files that are none, are damaged, are newer, cannot be written, or go away."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations import connect as opening
from annotations.connect import back_up, connect, connect_read_only, refuse_old, set_aside
from annotations.errors import NotSavedError, ProjectError
from annotations.schema import MIGRATIONS
from annotations.store import Store
from tests.annotations.projects import Sitter, lines_of, project, raw, standing

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


def refused(path: Path) -> ProjectError:
    """Both ways of opening refuse with one line that names the file, and leave its bytes alone."""
    before = path.read_bytes()
    told = []
    for way in (connect_read_only, connect):
        with pytest.raises(ProjectError) as error:
            way(path)
        line = str(error.value)
        assert line.startswith(f"{path}: ")
        assert "\n" not in line
        assert path.read_bytes() == before
        told.append(error.value)
    return told[1]


def backdate(path: Path) -> None:
    """Make the file too old to be a project that is coming into being."""
    os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (b"Dear diary,\n" * 100, "not a Variorum project"),
        (b"\0" * 5000, "not a Variorum project"),
        (b"SQLite format 3", "not a Variorum project"),
        (b"SQLite format 3\0", "damaged"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "another program"),
        (b"SQLite format 3\0" + b"\0" * 5000, "damaged"),
        (b"", "the file is empty"),
    ],
)
def test_what_is_no_project_is_refused_and_left_alone(path: Path, contents: bytes, message: str) -> None:
    path.write_bytes(contents)
    backdate(path)
    error = refused(path)
    assert message in error.what
    assert not isinstance(error, NotSavedError)
    assert error.broken is ("another program" not in message)


def test_an_empty_file_that_was_just_made_becomes_a_project(path: Path) -> None:
    path.touch()
    with closing(connect(path)) as connection:
        assert opening.applied(connection) == MIGRATIONS
    path.with_name("other").touch()
    with pytest.raises(ProjectError, match="not a Variorum project"):
        connect_read_only(path.with_name("other"))


@pytest.mark.parametrize("number", [0, 0x12345678])
def test_the_database_of_another_program_is_refused_and_left_alone(path: Path, number: int) -> None:
    with raw(path) as connection:
        connection.execute(f"PRAGMA application_id = {number}")
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    error = refused(path)
    assert not error.broken
    with pytest.raises(ProjectError, match="an SQLite file of another program"):
        connect(path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_newer_project_is_read_but_not_written(made: Path) -> None:
    with raw(made) as connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'variorum', '9999_future', '2030-01-01')")
    before = made.read_bytes()
    with pytest.raises(ProjectError, match="made by a newer Variorum; nothing is written to it"):
        connect(made)
    with closing(Store(made, read_only=True)) as store:
        assert set(standing(store)) == {"Ada-PERSON"}
    assert made.read_bytes() == before


def test_the_migrations_of_other_sets_are_nothing_to_us(made: Path) -> None:
    with raw(made) as connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'plugin', '9999_future', '2030-01-01')")
    with closing(connect(made)) as connection:
        assert opening.applied(connection) == MIGRATIONS


def test_a_project_that_is_not_there(path: Path) -> None:
    with pytest.raises(ProjectError, match="there is no such project"):
        connect_read_only(path)
    with pytest.raises(ProjectError, match="cannot be written"):
        connect(path / "in" / "nowhere.variorum")
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_no_project(path: Path) -> None:
    path.mkdir()
    for way in (connect, connect_read_only):
        with pytest.raises(ProjectError, match="cannot be read: Is a directory"):
            way(path)


def test_a_name_that_means_something_to_sqlite_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [":memory:", "file:a.variorum?mode=memory", "what?mode=rw#.variorum", "100%25 é\n.variorum"]
    for name in names:
        with project(Path(name)) as store:
            Sitter(store).mark("Ada")
        assert lines_of(Path(name)) == []
    # SQLite leaves an empty log beside what was opened only to be read.
    assert {one.name.removesuffix("-wal").removesuffix("-shm") for one in tmp_path.iterdir()} == set(names)


def test_an_old_sqlite_is_refused_with_what_is_wanted() -> None:
    refuse_old((3, 37, 0))
    refuse_old((4, 0, 0))
    with pytest.raises(ProjectError, match=r"this Python comes with SQLite 3\.36\.1; take one with SQLite 3\.37\.0"):
        refuse_old((3, 36, 1))


def test_a_damaged_project_is_told_in_one_line(made: Path) -> None:
    pages = bytearray(made.read_bytes())
    pages[4096:] = b"\xa5" * (len(pages) - 4096)
    made.write_bytes(pages)
    error = refused(made)
    assert (error.what, error.broken) == ("the project is damaged", True)


def parts(path: Path) -> Iterator[Path]:
    return (path.with_name(path.name + part) for part in ("", "-wal", "-shm"))


def test_a_broken_project_is_moved_with_all_its_parts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "now", lambda: "2026-03-01T09:30:00.125Z")
    moved = []
    for turn in range(3):
        for part in parts(path):
            part.write_text(f"{turn} {part.name}")
        moved.append(set_aside(path))
        assert not any(part.exists() for part in parts(path))
    assert [one.name for one in moved] == [
        f"letters.variorum.broken-20260301T093000125Z{more}" for more in ("", "-1", "-2")
    ]
    for turn, target in enumerate(moved):
        assert [part.read_text() for part in parts(target)] == [f"{turn} {part.name}" for part in parts(path)]


def test_a_broken_project_does_not_take_the_name_of_an_old_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "now", lambda: "2026")
    path.write_text("broken")
    old = path.with_name("letters.variorum.broken-2026-wal")
    old.write_text("old log")
    assert set_aside(path).name == "letters.variorum.broken-2026-1"
    assert old.read_text() == "old log"


def test_a_broken_project_that_cannot_be_moved(path: Path) -> None:
    long = path.with_name("x" * 240)
    long.write_text("broken")
    with pytest.raises(ProjectError, match="cannot be moved aside: File name too long"):
        set_aside(long)
    assert long.read_text() == "broken"


def test_a_copy_has_what_the_log_holds(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "now", lambda: "2026")
    with closing(Store(made)) as store:
        Sitter(store).mark("London", "GPE")
        copies = [back_up(store._connection, made) for _ in range(2)]
    assert [one.name for one in copies] == ["letters.variorum.before-2026", "letters.variorum.before-2026-1"]
    for copy in copies:
        assert lines_of(copy) == []
        with closing(Store(copy)) as store:
            assert set(standing(store)) == {"Ada-PERSON", "London-GPE"}


def test_a_project_is_copied_before_it_is_brought_up_to_date(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, "0002_next"))
    connect(made).close()
    monkeypatch.undo()
    (copy,) = made.parent.glob("*.before-*")
    assert lines_of(copy) == []
