"""Ties between places as the project keeps them, and what was made of whole stories with them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from annotations.clock import now
from annotations.model import Relation, Tie, Verdict
from corpus.article import Article
from corpus.span import Span

if TYPE_CHECKING:
    from annotations.article_state import TieKey
    from annotations.replay import Delta
    from annotations.store import Store

COMPARING: Final = 2  # revision of what is made of a story; a stored comparison of another one is made anew
_COLUMNS: Final = (
    'tie, article, start, "end", surface, other, other_start, other_end, other_surface, verdict, reviewer, decided'
)
_KEY: Final = ("reviewer", "article", "tie", "start", '"end"', "other", "other_start", "other_end")


def relations(store: "Store", article_ids: Iterable[str] | None = None) -> list[Relation]:
    """The ties that begin in any of these articles, or all of them, in a fixed order. Raises ProjectError."""
    order = f"ORDER BY {', '.join(_KEY)}"
    if article_ids is None:
        rows = store.rows(f"SELECT {_COLUMNS} FROM relation {order}")
    else:
        wanted = [json.dumps(list(article_ids))]
        rows = store.rows(
            f"SELECT {_COLUMNS} FROM relation WHERE article IN (SELECT value FROM json_each(?)) {order}", wanted
        )
    return [_relation(row) for row in rows]


def names_decided(store: "Store") -> list[tuple[str, str, bool]]:
    """Pairs of surfaces of which reviewers said that they name the same (True) or not; the oldest first."""
    rows = store.rows(
        "SELECT surface, other_surface, verdict FROM relation WHERE tie = 'same' AND verdict <> 'unsure'"
        " ORDER BY decided, reviewer, surface, other_surface"
    )
    return [(surface, other, verdict == Verdict.ACCEPTED.value) for surface, other, verdict in rows]


def put_relations(connection: sqlite3.Connection, reviewer: str, delta: "Delta") -> None:
    """Write what a step of a reviewer changed of ties; belongs into the transaction that writes the step."""
    where = " AND ".join(f"{column} = ?" for column in _KEY)
    for (article_id, key), relation in delta.relations.items():
        connection.execute(f"DELETE FROM relation WHERE {where}", [reviewer, article_id, *_values(key)])
        if relation is not None:
            connection.execute(f"INSERT INTO relation ({_COLUMNS}) VALUES ({', '.join('?' * 12)})", _row(relation))


def comparison(store: "Store", story: str, reviewer: str) -> tuple[str, bytes] | None:
    """What was made of a story for a reviewer: what it was made from, and the bytes of a `corpus.comparison`."""
    rows = store.rows("SELECT basis, data FROM comparison WHERE story = ? AND reviewer = ?", [story, reviewer])
    return next(iter(rows), None)


def save_comparison(store: "Store", story: str, reviewer: str, basis: str, data: bytes) -> None:
    """Keep what was made of a story for a reviewer. Raises NotSavedError where nothing can be written."""
    with store.write() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO comparison VALUES (?, ?, ?, ?, ?)", [story, reviewer, basis, data, now()]
        )


def basis_of(articles: Sequence[Article]) -> str:
    """What a comparison has to be of, to be shown while a new one is made: these articles, in this order."""
    digest = sha256("".join(article.id for article in articles).encode()).hexdigest()[:16]
    return f"{COMPARING}:{digest}:"


def _values(key: "TieKey") -> list[object]:
    tie, span, other, other_span = key
    return [tie.value, span.start, span.end, other, other_span.start, other_span.end]


def _row(one: Relation) -> list[object]:
    here = [one.tie.value, one.article_id, one.span.start, one.span.end, one.surface]
    there = [one.other_id, one.other_span.start, one.other_span.end, one.other_surface]
    return [*here, *there, one.verdict.value, one.reviewer, one.decided]


def _relation(row: Sequence[Any]) -> Relation:
    tie, article_id, start, end, surface, other, other_start, other_end, other_surface, verdict, reviewer, decided = row
    here = (Tie(tie), article_id, Span(start, end), surface)
    there = (other, Span(other_start, other_end), other_surface)
    return Relation(*here, *there, Verdict(verdict), reviewer, decided)
