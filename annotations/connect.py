"""Opening a project file: the recipe for its connection, and the refusals."""

import os
import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from annotations.clock import now
from annotations.errors import NotSavedError, ProjectError
from annotations.schema import APPLICATION_ID, MIGRATION_SET, MIGRATIONS

HEADER = b"SQLite format 3\0"
ERRORS = (sqlite3.Error, UnicodeError)  # what sqlite3 raises; the second also where a message quotes damaged bytes
_OLDEST = (3, 37, 0)  # the first SQLite with STRICT tables
_BEING_MADE = 5.0  # seconds: an empty file younger than that is another program's project coming into being
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_PARTS = ("-wal", "-shm", "")  # what SQLite keeps of a database, the database itself last
_PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "recursive_triggers=ON",  # so that INSERT OR REPLACE does not get past the triggers that forbid deleting
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
)


def connect(path: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """A connection to the project at `path`, made and brought up to date where need be; `timeout` in seconds.

    Raises ProjectError for a file that is no project, is damaged, was made by a newer program, or cannot be written.
    """
    refuse_old()
    if path.exists():
        refuse_foreign(path)
    with _told(path):
        # Absolute, because to SQLite ":memory:" is no file name.
        connection = sqlite3.connect(path.absolute(), timeout=timeout, isolation_level=None, check_same_thread=False)
        with _closed_on_error(connection):
            _prepare(connection, path, timeout)
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises ProjectError as `connect` does, but takes a newer program's project."""
    refuse_old()
    if not path.exists():
        raise ProjectError("there is no such project", where=str(path), todo="give the path of a .variorum file")
    refuse_foreign(path)
    with _told(path):
        try:
            return _opened_to_read(path, "mode=ro")
        except sqlite3.OperationalError as error:
            wal = path.with_name(path.name + "-wal")
            if _code(error) not in _UNWRITABLE or (wal.exists() and wal.stat().st_size):
                raise
            # SQLite wants to put files beside the project and cannot. Nothing waits in them, so it can do without.
            return _opened_to_read(path, "mode=ro&immutable=1")


def _opened_to_read(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    with _closed_on_error(connection):
        _set(connection)
        known = applied(connection)
        if not known:
            raise ProjectError("not a Variorum project", where=str(path), todo="give the path of a .variorum file")
        if set(MIGRATIONS) - set(known):
            todo = "open it once with variorum, which copies it and brings it up to date"
            raise ProjectError("made by an older Variorum", where=str(path), todo=todo)
    return connection


def refuse_old(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Raise ProjectError for an SQLite that does not know what a project is made of."""
    if version < _OLDEST:
        found, wanted = (".".join(map(str, one)) for one in (version, _OLDEST))
        raise ProjectError(f"this Python comes with SQLite {found}", todo=f"take one with SQLite {wanted} or newer")


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
        raise ProjectError(reason, where=str(path), todo="name a .variorum file, or move this one away", broken=True)
    if int.from_bytes(head[68:72], "big") not in {APPLICATION_ID, 0}:
        raise ProjectError("an SQLite file of another program", where=str(path), todo="name another with --project")


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the migrations that a project has had. Raises sqlite3.Error."""
    has_table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if not has_table:
        return ()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", [MIGRATION_SET]
    )
    return tuple(name for (name,) in rows)


def _prepare(connection: sqlite3.Connection, path: Path, timeout: float) -> None:
    _set(connection)
    # First this, then what is applied: another program may be making the project, and makes it all at once.
    occupied = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    known = applied(connection)
    if set(known) - set(MIGRATIONS):
        raise ProjectError(
            "made by a newer Variorum; nothing is written to it", where=str(path), todo="update Variorum"
        )
    if occupied and not known:
        raise ProjectError("an SQLite file of another program", where=str(path), todo="name another with --project")
    # Where the file system cannot share memory (network mounts) SQLite keeps its rollback journal, which wants EXTRA.
    wal = _journal_mode(connection, timeout) == "wal"
    connection.execute(f"PRAGMA synchronous={'FULL' if wal else 'EXTRA'}")
    if known == MIGRATIONS:
        return
    if known:
        back_up(connection, path)
    from annotations.migrations import migrate  # noqa: PLC0415 (slow to import, and needed once in a project's life)

    migrate(connection)


def _set(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _journal_mode(connection: sqlite3.Connection, timeout: float) -> str:
    """Ask for the write-ahead log; returns what SQLite keeps instead where it cannot have one."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            return str(connection.execute("PRAGMA journal_mode=WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            # SQLite itself does not wait here when programs that start together all ask.
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


@contextmanager
def _told(path: Path) -> Generator[None]:
    try:
        yield
    except ERRORS as error:
        raise problem(path, error) from error


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Generator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the whole project beside itself, with what its write-ahead log holds; returns where to.

    Raises sqlite3.Error.
    """
    target = _free(path, "before")
    connection.execute("VACUUM INTO ?", [str(target.absolute())])
    return target


def set_aside(path: Path) -> Path:
    """Rename a broken project and what SQLite keeps beside it, so that nothing is overwritten; returns the new path.

    Raises ProjectError.
    """
    target = _free(path, "broken")
    try:
        # The database goes last: SQLite deletes a log that it finds without one.
        for part in _PARTS:
            old = path.with_name(path.name + part)
            if old.exists():
                old.rename(target.with_name(target.name + part))
    except OSError as error:
        raise ProjectError(f"the broken project cannot be moved aside: {error.strerror}", where=str(path)) from error
    return target


def problem(path: Path, error: sqlite3.Error | UnicodeError) -> ProjectError:
    """What SQLite's complaint means to a person; NotSavedError where trying again can help."""
    code, where = _code(error), str(path)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return NotSavedError("the project is locked by another program", where=where, todo="close the other one")
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return NotSavedError("the disk is full or failing", where=where, todo="make room")
    if code in _UNWRITABLE:
        return NotSavedError("the project cannot be written", where=where, todo="check the folder's permissions")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} or isinstance(error, UnicodeDecodeError):
        return ProjectError(
            "the project is damaged", where=where, todo="restore a copy; the file was not changed", broken=True
        )
    return ProjectError(f"the project cannot be used: {error}", where=where)


def _code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _free(path: Path, word: str) -> Path:
    """A name beside `path` that neither a file nor what SQLite keeps beside it has."""
    stamp = now().replace("-", "").replace(":", "").replace(".", "")
    names = (f"{path.name}.{word}-{stamp}{f'-{number}' if number else ''}" for number in count())
    return next(
        path.with_name(name)
        for name in names
        if not any(os.path.lexists(path.with_name(name + part)) for part in _PARTS)
    )
