"""What reviewers said of articles, stories, names and figures, as the project keeps it: a projection of the log."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from annotations.model import About, Statement
from corpus.span import Span

if TYPE_CHECKING:
    from annotations.replay import Delta
    from annotations.store import Store

_COLUMNS: Final = 'about, article, story, start, "end", surface, field, value, reviewer, decided'
_KEY: Final = ("reviewer", "article", "about", "start", '"end"', "story", "field")


def statements(store: "Store", article_ids: Iterable[str] | None = None) -> list[Statement]:
    """What was said in any of these articles, or in all, in a fixed order. Raises ProjectError."""
    order = f"ORDER BY {', '.join(_KEY)}"
    if article_ids is None:
        rows = store.rows(f"SELECT {_COLUMNS} FROM statement {order}")
    else:
        wanted = [json.dumps(list(article_ids))]
        rows = store.rows(
            f"SELECT {_COLUMNS} FROM statement WHERE article IN (SELECT value FROM json_each(?)) {order}", wanted
        )
    return [_statement(row) for row in rows]


def put_statements(connection: sqlite3.Connection, reviewer: str, delta: "Delta") -> None:
    """Write what a step of a reviewer changed of statements; belongs into the transaction that writes the step."""
    where = " AND ".join(f"{column} = ?" for column in _KEY)
    for (article_id, (about, span, story, field)), one in delta.statements.items():
        key = [reviewer, article_id, about.value, *_edges(span), story, field]
        connection.execute(f"DELETE FROM statement WHERE {where}", key)
        if one is not None:
            connection.execute(f"INSERT INTO statement ({_COLUMNS}) VALUES ({', '.join('?' * 10)})", _row(one))


def _edges(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span is not None else (0, 0)


def _row(one: Statement) -> list[object]:
    here = [one.about.value, one.article_id, one.story, *_edges(one.span), one.surface]
    return [*here, one.field, one.value, one.reviewer, one.decided]


def _statement(row: Sequence[Any]) -> Statement:
    about, article_id, story, start, end, surface, field, value, reviewer, decided = row
    span = Span(start, end) if end else None
    return Statement(About(about), article_id, story, span, surface, field, value, reviewer, decided)
