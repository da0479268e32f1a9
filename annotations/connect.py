"""Opening a project file: the recipe for its connection, and the refusals."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from annotations.clock import now
from annotations.errors import NotSavedError, ProjectError
from annotations.schema import APPLICATION_ID, MIGRATION_SET, MIGRATIONS

HEADER = b"SQLite format 3\0"
_BEING_MADE = 5.0  # seconds: an empty file younger than that is another program's project coming into being
_PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
)


def connect(path: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """A connection to the project at `path`, made and brought up to date where need be; `timeout` in seconds.

    Raises ProjectError for a file that is no project, is damaged, was made by a newer program, or cannot be written.
    """
    fresh = not path.exists()
    if not fresh:
        refuse_foreign(path)
    try:
        connection = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, path, fresh=fresh)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise problem(path, error) from error
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises ProjectError as `connect` does, but takes a newer program's project."""
    if not path.exists():
        raise ProjectError("there is no such project", where=str(path), todo="give the path of a .variorum file")
    refuse_foreign(path)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        if not applied(connection):
            connection.close()
            raise ProjectError("not a Variorum project", where=str(path), todo="give the path of a .variorum file")
    except sqlite3.Error as error:
        raise problem(path, error) from error
    return connection


def refuse_foreign(path: Path) -> None:
    """Raise ProjectError unless the file at `path` begins as a Variorum project does."""
    try:
        with path.open("rb") as stream:
            head = stream.read(72)
    except OSError as error:
        raise ProjectError(f"the project cannot be read: {error.strerror}", where=str(path)) from error
    if not head and time.time() - path.stat().st_mtime < _BEING_MADE:
        return
    if not head.startswith(HEADER):
        reason = "the file is empty" if not head else "not a Variorum project"
        raise ProjectError(reason, where=str(path), todo="move it away, or name another with --project", broken=True)
    if int.from_bytes(head[68:72], "big") not in {APPLICATION_ID, 0}:
        raise ProjectError("an SQLite file of another program", where=str(path), todo="name another with --project")


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the migrations that a project has had. Raises sqlite3.Error."""
    has_table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if not has_table:
        return ()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", [MIGRATION_SET])
    return tuple(name for (name,) in rows)


def _prepare(connection: sqlite3.Connection, path: Path, *, fresh: bool) -> None:
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    # Where the file system cannot share memory (network mounts) SQLite keeps its rollback journal, which wants EXTRA.
    connection.execute(f"PRAGMA synchronous={'FULL' if mode == 'wal' else 'EXTRA'}")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    known = applied(connection)
    if set(known) - set(MIGRATIONS):
        raise ProjectError("made by a newer Variorum; nothing is written to it", where=str(path), todo="update Variorum")
    if known == MIGRATIONS:
        return
    if not fresh and not known and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise ProjectError("an SQLite file of another program", where=str(path), todo="name another with --project")
    if known:
        back_up(connection, path)
    from annotations.migrations import migrate  # noqa: PLC0415 (slow to import, and needed once in a project's life)

    migrate(connection)


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the whole project beside itself, with what its write-ahead log holds; returns where to."""
    target = path.with_name(f"{path.name}.before-{_stamp()}")
    connection.execute("VACUUM INTO ?", [str(target)])
    return target


def set_aside(path: Path) -> Path:
    """Rename a broken project and what SQLite keeps beside it, so that nothing is overwritten; returns the new path."""
    target = path.with_name(f"{path.name}.broken-{_stamp()}")
    try:
        for suffix in ("", "-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                os.rename(part, target.with_name(target.name + suffix))  # noqa: PTH104 (must not replace a directory)
    except OSError as error:
        raise ProjectError(f"the broken project cannot be moved aside: {error.strerror}", where=str(path)) from error
    return target


def problem(path: Path, error: sqlite3.Error) -> ProjectError:
    """What SQLite's complaint means to a person; NotSavedError where trying again can help."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    where = str(path)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return NotSavedError("the project is locked by another program", where=where, todo="close the other one")
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return NotSavedError("the disk is full or failing", where=where, todo="make room")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return NotSavedError("the project cannot be written", where=where, todo="check the folder's permissions")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return ProjectError(
            "the project is damaged", where=where, todo="restore a copy; the file was not changed", broken=True
        )
    return ProjectError(f"the project cannot be used: {error}", where=where)


def is_intact(path: Path) -> bool:
    """Whether SQLite finds nothing wrong in the file at `path`."""
    try:
        with closing(connect_read_only(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except (sqlite3.Error, ProjectError):
        return False


def _stamp() -> str:
    return now().replace("-", "").replace(":", "").replace(".", "")
