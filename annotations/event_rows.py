"""The log as the project keeps it: its rows, each hashed over the one before it in its sitting."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from annotations.event_json import from_json, kind_of, to_json
from annotations.events import Event, Step

if TYPE_CHECKING:
    from annotations.store import Store

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode
OF_REVIEWER: Final = (
    "SELECT seq, sitting, step, at, reviewer, article, kind, payload FROM event JOIN sitting"
    " ON sitting = sitting.id WHERE ?1 IS NULL OR reviewer = ?1 ORDER BY seq"
)
"""The rows of one reviewer, or of all, oldest first."""


def event_of(row: Sequence[Any]) -> Event:
    """The event that a row of OF_REVIEWER says. Raises ValueError for one that makes no sense."""
    return Event(Step(row[1], row[2]), row[3], row[4], row[5], from_json(row[6], row[7]))


def put_events(connection: sqlite3.Connection, events: Iterable[Event]) -> int:
    """Add events to the log; returns the number of the last one. Belongs into a transaction."""
    last: dict[str, str] = {}
    rows: list[tuple[object, ...]] = []
    for event in events:
        step = event.step
        row = (step.sitting, step.number, event.at, event.article_id, kind_of(event.change), to_json(event.change))
        previous = last.get(step.sitting) or _last_hash(connection, step.sitting)
        last[step.sitting] = chained(previous, row)
        rows.append((*row, last[step.sitting]))
    sql = "INSERT INTO event (sitting, step, at, article, kind, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
    connection.executemany(sql, rows)
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def _last_hash(connection: sqlite3.Connection, sitting: str) -> str:
    """The hash of the last row of a sitting, its id where it has none."""
    found = connection.execute("SELECT hash FROM event WHERE sitting = ? ORDER BY seq DESC LIMIT 1", [sitting])
    return str((found.fetchone() or (sitting,))[0])


def chained(previous: str, row: Iterable[object]) -> str:
    """The hash of one row of the log and the hash before it in the same sitting (for the first: the sitting's id)."""
    return sha256(_ENCODE([previous, *row]).encode()).hexdigest()


def log_rows(store: "Store") -> list[tuple[Any, ...]]:
    """The log as it is stored, for checking: seq, sitting, step, at, article, kind, payload, hash, reviewer."""
    return store.rows(
        "SELECT seq, sitting, step, at, article, kind, payload, hash, reviewer FROM event JOIN sitting"
        " ON sitting = sitting.id ORDER BY seq"
    )


def log_length(store: "Store") -> tuple[int, int]:
    """How many rows the log has, and how many were ever written to it."""
    there = store.rows("SELECT count(*) FROM event")[0][0]
    written = store.rows("SELECT seq FROM sqlite_sequence WHERE name = 'event'")
    return there, written[0][0] if written else 0
