"""The migrations of a project file, and the only module that imports sqlite_utils (which is slow to import)."""

import sqlite3

from sqlite_utils import Database, Migrations

from annotations.analyses import doubt_in
from annotations.schema import (
    APPLICATION_ID,
    COMPARISON,
    CORPUS,
    MIGRATION_SET,
    MIGRATIONS,
    PROJECT,
    STATEMENTS,
    VIEWS,
)
from annotations.transaction import write
from corpus.article import NOTHING_KNOWN, about_hash

_MIGRATIONS = Migrations(MIGRATION_SET)


@_MIGRATIONS(name=MIGRATIONS[0])
def m0001_project(db: Database) -> None:
    """The tables, the unique keys and the triggers of a first project."""
    for statement in _statements(PROJECT):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@_MIGRATIONS(name=MIGRATIONS[1])
def m0002_corpus(db: Database) -> None:
    """Articles with what is known of them, stories that are grouped, an index of the words."""
    db.conn.create_function("about_hash", 1, lambda title: about_hash(title, NOTHING_KNOWN), deterministic=True)
    for statement in _statements(CORPUS):
        db.execute(statement)
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.IntegrityError(f"a row of {broken[0]} points nowhere")


@_MIGRATIONS(name=MIGRATIONS[2])
def m0003_comparison(db: Database) -> None:
    """Decisions on ties between places, and what a machine made of a story."""
    for statement in _statements(COMPARISON):
        db.execute(statement)


@_MIGRATIONS(name=MIGRATIONS[3])
def m0004_statements(db: Database) -> None:
    """Pieces and attributes of annotations, statements, connections, and more that figures can be to each other."""
    for statement in _statements(STATEMENTS):
        db.execute(statement)


@_MIGRATIONS(name=MIGRATIONS[4])
def m0005_views(db: Database) -> None:
    """How unsure models are of what they read; and what there is of gold, as tables to look at."""
    db.conn.create_function("doubt_in", 1, doubt_in, deterministic=True)
    for statement in _statements(VIEWS):
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the project on `connection` (isolation_level None) up to date, all of it or nothing.

    Everything runs in one immediate transaction, so programs that start together take turns. Tables that others point
    to are made anew, which SQLite allows only while foreign keys are off. Raises sqlite3.Error.
    """
    db = Database(connection, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with write(connection):
            _MIGRATIONS.apply(db)
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _statements(script: str) -> list[str]:
    statements, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return statements
