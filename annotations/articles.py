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
_SAME_NAME: Final = (
    "SELECT article.name, origin, article.id, text FROM json_each(?) AS wanted"
    " JOIN article ON article.name = wanted.value ORDER BY number"
)
_SAME_TEXT: Final = (
    "SELECT sha256, origin FROM json_each(?) AS wanted JOIN article ON sha256 = wanted.value AND instr(name, ':') > 0"
)


def article_of(row: Sequence[Any]) -> Article:
    """The article of a row of COLUMNS."""
    identity, name, text, digest, title, *about = row
    return Article(identity, name, text, digest, title, Metadata(*about))


def known(connection: sqlite3.Connection, articles: Iterable[Article]) -> set[str]:
    """The ids of those articles that are in the project."""
    ids = json.dumps([one.id for one in articles])
    rows = connection.execute(
        "SELECT article.id FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value", [ids]
    )
    return {identity for (identity,) in rows}


def known_by_text(connection: sqlite3.Connection, articles: Iterable[Article]) -> set[str]:
    """The ids of those that are called by their number in a file, and whose text is in the project from that file.

    The numbers of records change when one is put before them.
    """
    from corpus.fields import is_numbered  # noqa: PLC0415 (wanted for imports, not at every start)

    numbered = [one for one in articles if is_numbered(one)]
    if not numbered:
        return set()
    texts = set(connection.execute(_SAME_TEXT, [json.dumps([one.sha256 for one in numbered])]))
    return {one.id for one in numbered if (one.sha256, one.metadata.origin) in texts}


def put(connection: sqlite3.Connection, articles: Sequence[Article]) -> dict[str, str]:
    """Store articles that are new; returns, for those that are versions of older ones, the id of the older one.

    An older version has the same name and origin, and a text that is alike: what is unrelated is another article.
    """
    versions = _versions(connection, articles)
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


def _versions(connection: sqlite3.Connection, articles: Sequence[Article]) -> dict[str, str]:
    """Which of the articles are versions of which: of one in the project, or of one before them."""
    from corpus.fields import is_numbered  # noqa: PLC0415 (wanted for imports, not at every start)
    from corpus.versions import is_version  # noqa: PLC0415

    rows = connection.execute(_SAME_NAME, [json.dumps(sorted({one.name for one in articles}))])
    latest = {(name, origin): (identity, text) for name, origin, identity, text in rows}
    versions: dict[str, str] = {}
    for one in articles:
        key = (one.name, one.metadata.origin)
        older = latest.get(key)
        latest[key] = one.id, one.text
        if older is not None and older[0] != one.id and not is_numbered(one) and is_version(older[1], one.text):
            versions[one.id] = older[0]
    return versions


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
