"""Articles in a project file: how they are written, which of them are versions of others, and how they are read."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from annotations.clock import now
from corpus.article import Article, Metadata, about_hash

COLUMNS: Final = (
    "id, name, text, sha256, title, source, published, certainty, url, lang, author, given_story, origin, decoded, more"
)
CURRENT: Final = "NOT EXISTS (SELECT 1 FROM article AS newer WHERE newer.replaces = article.id)"
"""The condition under which a row of `article` is the newest version."""

_INSERT: Final = (
    f"INSERT INTO article ({COLUMNS}, about, replaces, added) VALUES ({', '.join('?' * 18)})"
    " ON CONFLICT (id) DO NOTHING"
)
_OLDER: Final = (
    "SELECT article.name, origin, article.id FROM json_each(?) AS wanted JOIN article ON article.name = wanted.value"
    " WHERE number <= ? ORDER BY number"
)


def article_of(row: Sequence[Any]) -> Article:
    """The article of a row of COLUMNS."""
    identity, name, text, digest, title, *about = row
    return Article(identity, name, text, digest, title, Metadata(*about))


def known(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Which of these ids are in the project."""
    rows = connection.execute(
        "SELECT article.id FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value",
        [json.dumps(list(ids))],
    )
    return {identity for (identity,) in rows}


def put(connection: sqlite3.Connection, articles: Sequence[Article], since: int) -> dict[str, str]:
    """Store articles that are new; returns, for those that are versions of older ones, the id of the older one.

    An older version has the same name and origin, another text, and a number up to `since`, the highest one there was
    when the import of this input began: records of one input that share a name are no versions of each other.
    """
    versions = _versions(connection, articles, since)
    at = now()
    connection.executemany(_INSERT, [(*_values(one), versions.get(one.id), at) for one in articles])
    return versions


def highest(connection: sqlite3.Connection) -> int:
    """The number of the newest article; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()[0])


def _values(one: Article) -> tuple[str, ...]:
    known_of = one.metadata
    about = (known_of.source, known_of.published, known_of.certainty, known_of.url, known_of.lang, known_of.author)
    return (
        one.id, one.name, one.text, one.sha256, one.title, *about,
        known_of.story, known_of.origin, known_of.decoded, known_of.more, about_hash(one.title, known_of),
    )  # fmt: skip


def _versions(connection: sqlite3.Connection, articles: Sequence[Article], since: int) -> dict[str, str]:
    if not since:
        return {}
    names = json.dumps([one.name for one in articles])
    older = {(name, origin): identity for name, origin, identity in connection.execute(_OLDER, [names, since])}
    places = ((one.id, older.get((one.name, one.metadata.origin))) for one in articles)
    return {identity: before for identity, before in places if before is not None and before != identity}


def indexed_up_to(connection: sqlite3.Connection) -> int:
    """The number of the newest article whose words are in the index."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM article_words_docsize").fetchone()[0])


def index_words(connection: sqlite3.Connection, start: int, end: int) -> None:
    """Take the words of the articles with numbers above `start` and up to `end` into the index."""
    connection.execute(
        "INSERT INTO article_words (rowid, title, text)"
        " SELECT number, title, text FROM article WHERE number > ? AND number <= ? ORDER BY number",
        [start, end],
    )


def streamed(connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()) -> Iterator[Article]:
    """The articles of a query of COLUMNS, one after another; none are held."""
    return map(article_of, connection.execute(sql, values))
