"""Relations between annotations, as the project keeps them: a projection of the log."""

import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from annotations.model import Connection

if TYPE_CHECKING:
    from annotations.replay import Delta
    from annotations.store import Store

_COLUMNS: Final = "kind, article, source, other, target, reviewer, decided"
_KEY: Final = ("reviewer", "article", "kind", "source", "other", "target")


def connections(store: "Store", article_ids: Iterable[str] | None = None) -> list[Connection]:
    """The relations that begin in any of these articles, or in all, in a fixed order. Raises ProjectError."""
    order = f"ORDER BY {', '.join(_KEY)}"
    if article_ids is None:
        rows = store.rows(f"SELECT {_COLUMNS} FROM connection {order}")
    else:
        wanted = [json.dumps(list(article_ids))]
        rows = store.rows(
            f"SELECT {_COLUMNS} FROM connection WHERE article IN (SELECT value FROM json_each(?)) {order}", wanted
        )
    return [Connection(*row) for row in rows]


def put_connections(connection: sqlite3.Connection, reviewer: str, delta: "Delta") -> None:
    """Write what a step of a reviewer changed of relations; belongs into the transaction that writes the step."""
    where = " AND ".join(f"{column} = ?" for column in _KEY)
    for (article_id, key), one in delta.connections.items():
        connection.execute(f"DELETE FROM connection WHERE {where}", [reviewer, article_id, *key])
        if one is not None:
            row = [one.kind, one.article_id, one.source, one.other_id, one.target, one.reviewer, one.decided]
            connection.execute(f"INSERT INTO connection ({_COLUMNS}) VALUES ({', '.join('?' * 7)})", row)
