"""The project file: what is read from it and what is written to it, in plain values."""

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotations.annotation_rows import COLUMNS as ANNOTATION
from annotations.annotation_rows import annotation_of
from annotations.articles import COLUMNS, article_of, highest, index_words, indexed_up_to, known, put, streamed
from annotations.clock import now
from annotations.connect import ERRORS, connect, connect_read_only, problem
from annotations.errors import NotSavedError, ProjectError
from annotations.event_rows import OF_REVIEWER, event_of, put_events
from annotations.events import Event
from annotations.labels import LabelSet
from annotations.model import Annotation, Sitting
from annotations.projection import project, project_stories
from annotations.replay import Delta
from annotations.stories import keep_together, key_of, place, put_story, put_work, refresh
from annotations.transaction import write
from corpus.article import Article, Story

_ANNOTATION = ", ".join(f"annotation.{column.strip()}" for column in ANNOTATION.split(","))
_PATIENCE = 250  # milliseconds for another program's lock: a reviewer may be waiting
_LONG_PATIENCE = 30_000  # nobody waits for an import


class StaleError(Exception):
    """Another window of the same reviewer has written since: read the log again, then append."""


class Store:
    """One open project. Every method that writes is one durable transaction; errors are ProjectErrors.

    `seen` is the number of the newest event that the caller has been given or has written.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the project at `path`, making it where there is none. Raises ProjectError."""
        self.path = path
        self.seen = 0
        self._connection = connect_read_only(path) if read_only else connect(path)
        self._file = _identity(path)
        self._patience = _PATIENCE

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._connection.close()

    # Reading

    def articles(self, ids: Sequence[str] | None = None) -> list[Article]:
        """Every article in the order in which they were added, or those of `ids` that there are, in their order."""
        if ids is None:
            return list(self.every_article())
        rows = self.rows(
            f"SELECT article.{COLUMNS} FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value"
            " ORDER BY wanted.key",
            [json.dumps(list(ids))],
        )
        return [article_of(row) for row in rows]

    def every_article(self) -> Iterator[Article]:
        """Every article, in the order in which they were added; none are held."""
        with self._told():
            yield from streamed(self._connection, f"SELECT {COLUMNS} FROM article ORDER BY number")

    def article(self, article_id: str) -> Article | None:
        """The article of that id."""
        return next(iter(self.articles([article_id])), None)

    def stories(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every story's title with the ids of its articles in order."""
        rows = self.rows(
            "SELECT story.number, story.title, article.id FROM story JOIN story_article ON story = story.id"
            " JOIN article ON article = article.id ORDER BY story.number, article.number"
        )
        stories: dict[int, tuple[str, list[str]]] = {}
        for number, title, article_id in rows:
            stories.setdefault(number, (title, []))[1].append(article_id)
        return [(title, tuple(members)) for title, members in stories.values()]

    def reviewers(self) -> list[str]:
        """The reviewers' names."""
        return [name for (name,) in self.rows("SELECT name FROM reviewer ORDER BY since, name")]

    def events(self, reviewer: str | None = None) -> list[Event]:
        """The log, or one reviewer's part of it, oldest first; moves `seen` to the newest event."""
        rows = self.rows(OF_REVIEWER, [reviewer])
        try:
            events = [event_of(row) for row in rows]
        except ValueError as error:
            raise self._senseless("log", error) from error
        self.seen = rows[-1][0] if rows else self.seen
        return events

    def annotations(self, article_id: str | None = None) -> list[Annotation]:
        """The annotations as they stand, of one article or all, by place."""
        # Two statements: one for both would not use the index.
        condition, values = ("", []) if article_id is None else ("WHERE article = ?", [article_id])
        return self._annotations(f'{condition} ORDER BY article, start, "end"', values)

    def annotations_of(self, article_ids: Iterable[str]) -> list[Annotation]:
        """The annotations of these articles, article by article in the order of the ids, each by place."""
        wanted = "JOIN json_each(?) AS wanted ON article = wanted.value"
        return self._annotations(f'{wanted} ORDER BY wanted.key, start, "end"', [json.dumps(list(article_ids))])

    def _annotations(self, rest: str, values: Sequence[Any]) -> list[Annotation]:
        rows = self.rows(f"SELECT {_ANNOTATION} FROM annotation {rest}", values)
        try:
            return [annotation_of(row) for row in rows]
        except (TypeError, ValueError) as error:
            raise self._senseless("table of annotations", error) from error

    def finished(self, article_ids: Iterable[str] | None = None) -> dict[str, dict[str, str]]:
        """For each article that somebody finished, of all or of these: who, and when."""
        by_article: dict[str, dict[str, str]] = {}
        condition, values = "", list[str]()
        if article_ids is not None:
            condition, values = "WHERE article IN (SELECT value FROM json_each(?))", [json.dumps(list(article_ids))]
        sql = f"SELECT article, reviewer, at FROM finished {condition} ORDER BY reviewer"
        for article_id, reviewer, at in self.rows(sql, values):
            by_article.setdefault(article_id, {})[reviewer] = at
        return by_article

    def place(self, reviewer: str) -> Any:
        """Where the reviewer was when the desk was last left, as the desk wrote it; None for a new reviewer."""
        rows = self.rows("SELECT data FROM place WHERE reviewer = ?", [reviewer])
        try:
            return next((json.loads(data) for (data,) in rows), None)
        except ValueError:
            return None

    def label_sets(self) -> list[tuple[str, str]]:
        """Every label set that was used: its hash, and its TOML text."""
        return [(digest, source) for digest, source in self.rows("SELECT sha256, source FROM label_set")]

    def complaints(self) -> list[str]:
        """What SQLite itself finds wrong in the file: pages, indexes, keys."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        broken = [f"a row of {row[0]} points nowhere" for row in self.rows("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"] + broken

    # Writing

    def add_story(self, story: Story) -> str:
        """Store the articles that are new, and put those that are in no story yet into this one; returns its id.

        A story without an id is the one in which its first article already lies, or else a new one.
        """
        ids = [one.id for one in story.articles]
        with self.write() as connection:
            there = known(connection, story.articles)
            versions = put(connection, [one for one in story.articles if one.id not in there])
            index_words(connection, indexed_up_to(connection), highest(connection))
            keep_together(connection, versions)
            found = connection.execute(
                "SELECT story FROM json_each(?) AS wanted JOIN story_article ON article = wanted.value"
                " ORDER BY wanted.key LIMIT 1",
                [json.dumps(ids)],
            ).fetchone()
            key = story.id or (found[0] if found else key_of("article", ids[0] if ids else story.title))
            put_story(connection, key, story.title)
            place(connection, dict.fromkeys(ids, key))
            refresh(connection, [key])
        return key

    def begin(self, sitting: Sitting, labels: LabelSet) -> None:
        """Store who sits down, and with which labels."""
        with self.write() as connection:
            connection.execute(
                "INSERT INTO reviewer VALUES (?, ?) ON CONFLICT DO NOTHING", [sitting.reviewer, sitting.started]
            )
            connection.execute(
                "INSERT INTO label_set VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [labels.sha256, labels.name, labels.source],
            )
            connection.execute(
                "INSERT INTO sitting VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [sitting.id, sitting.reviewer, sitting.started, sitting.program, sitting.labels_sha256],
            )

    def append(self, events: Sequence[Event], delta: Delta, *, place: Any = None) -> None:
        """Add events of one reviewer to the log and what they changed to the tables, and the desk's place with them.

        Raises StaleError when the reviewer's log has grown since `seen`, NotSavedError when nothing could be written.
        """
        reviewer = events[0].reviewer
        with self.write() as connection:
            unseen = "SELECT 1 FROM event JOIN sitting ON sitting = sitting.id WHERE seq > ? AND reviewer = ? LIMIT 1"
            if connection.execute(unseen, [self.seen, reviewer]).fetchone():
                raise StaleError
            seen = put_events(connection, events)
            project(connection, reviewer, delta)
            if place is not None:
                _put_place(connection, reviewer, place)
            project_stories(connection, events[0], delta)
        self.seen = seen

    def save_place(self, reviewer: str, place: Any) -> None:
        """Store where the reviewer is. Raises NotSavedError when nothing could be written."""
        with self.write() as connection:
            _put_place(connection, reviewer, place)

    @contextmanager
    def write(self) -> Generator[sqlite3.Connection]:
        """One durable transaction on the project's tables; SQLite's errors are raised as ProjectErrors."""
        if _identity(self.path) != self._file:
            # SQLite would go on writing to a file that has no name any more.
            raise NotSavedError("the project file was moved or deleted", where=str(self.path), todo="put it back")
        with self._told():
            self._connection.execute(f"PRAGMA busy_timeout = {self._patience}")
            with write(self._connection) as connection:
                yield connection

    @contextmanager
    def bulk(self) -> Generator[None]:
        """Have more pages in memory, a longer write-ahead log and more patience, where much comes at once."""
        self._patience = _LONG_PATIENCE
        self._connection.execute("PRAGMA wal_autocheckpoint=16000")  # pages
        self._connection.execute("PRAGMA cache_size=-65536")  # KiB
        try:
            yield
        finally:
            self._patience = _PATIENCE
            self._connection.execute("PRAGMA wal_autocheckpoint=1000")
            self._connection.execute("PRAGMA cache_size=-2000")

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query finds. Raises ProjectError."""
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The same row by row; none are held. Raises ProjectError."""
        with self._told():
            yield from self._connection.execute(sql, values)

    @contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except ERRORS as error:
            raise problem(self.path, error) from error

    def _senseless(self, where: str, error: Exception) -> ProjectError:
        return ProjectError(f"the {where} has a row that makes no sense: {error}", where=str(self.path))


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at `path`, whatever its name is."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _put_place(connection: sqlite3.Connection, reviewer: str, where: Any) -> None:
    at = now()
    connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", [reviewer, json.dumps(where), at])
    if isinstance(where, dict) and where.get("story"):
        put_work(connection, str(where["story"]), reviewer, where, int(where.get("open", 0)), at)
