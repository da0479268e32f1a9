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

OF_REVIEWER: Final = (
    "SELECT seq, sitting, step, at, reviewer, article, kind, payload FROM event JOIN sitting"
    " ON sitting = sitting.id WHERE ?1 IS NULL OR reviewer = ?1 ORDER BY seq"
)
"""The rows of one reviewer, or of all, oldest first."""


def event_of(row: Sequence[Any]) -> Event:
    """The event that a row of OF_REVIEWER says. Raises ValueError for one that makes no sense."""
    return Event(Step(row[1], row[2]), row[3], row[4], row[5], from_json(row[6], row[7]))


def put_event(connection: sqlite3.Connection, event: Event) -> int:
    """Add an event to the log; returns its number. Belongs into a transaction."""
    step, payload, kind = event.step, to_json(event.change), kind_of(event.change)
    row = (step.sitting, step.number, event.at, event.article_id, kind, payload)
    last = connection.execute("SELECT hash FROM event WHERE sitting = ? ORDER BY seq DESC LIMIT 1", [step.sitting])
    previous = last.fetchone() or (step.sitting,)
    sql = "INSERT INTO event (sitting, step, at, article, kind, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
    return connection.execute(sql, [*row, chained(previous[0], row)]).lastrowid or 0


def chained(previous: str, row: Iterable[object]) -> str:
    """The hash of one row of the log and the hash before it in the same sitting (for the first: the sitting's id)."""
    return sha256(json.dumps([previous, *row], ensure_ascii=False).encode()).hexdigest()


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
