"""The migrations of a project file, and the only module that imports sqlite_utils (which is slow to import)."""

import sqlite3

from sqlite_utils import Database, Migrations

from annotations.schema import APPLICATION_ID, MIGRATION_SET, MIGRATIONS, PROJECT
from annotations.transaction import write

_MIGRATIONS = Migrations(MIGRATION_SET)


@_MIGRATIONS(name=MIGRATIONS[0])
def m0001_project(db: Database) -> None:
    """The tables, the unique keys and the triggers of a first project."""
    for statement in _statements(PROJECT):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the project on `connection` (isolation_level None) up to date, all of it or nothing.

    Everything runs in one immediate transaction, so programs that start together take turns.
    Raises sqlite3.Error.
    """
    db = Database(connection, execute_plugins=False)
    with write(connection):
        _MIGRATIONS.apply(db)


def _statements(script: str) -> list[str]:
    statements, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return statements
