"""Taking articles into a project: once each, batch by batch, so that an interruption costs a batch at most.

A batch is one short transaction: whoever reviews meanwhile is never kept waiting. Which inputs were taken in whole is
noted, so that an import that is begun again goes on where it stopped and gives what it would have given at once.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, Self

from annotations.articles import CURRENT, highest, index_words, indexed_up_to, known, known_by_text, put
from annotations.clock import now
from annotations.store import Store
from annotations.stories import keep_together
from corpus.article import Article
from corpus.errors import CorpusError
from corpus.readers.base import Notice

BATCH: Final = 1000  # articles
LARGE: Final = 4_000_000  # code points
LONG: Final = 1.0  # seconds
REMEMBERED: Final = 100

Item = Article | CorpusError | Notice


def _nowhere() -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `key` says which it is and how it is read, `size` in bytes; `read` gives what is in it.

    An input without a key is read whenever it is given: what comes through a pipe. `position` is how far the reading
    is, in bytes.
    """

    key: str
    size: int
    read: Callable[[], Iterator[Item]]
    position: Callable[[], int] = _nowhere


@dataclass(slots=True)
class Taken:
    """What an import did: articles `added`, `known` already, and those added that are `versions` of older ones.

    Of those that were known, `older` have a newer version in the project, which stays the newest.

    `troubles` counts the records that could not be taken in, `done` the bytes that were read. `met` are the ids of the
    first articles that were met, REMEMBERED at most.
    """

    added: int = 0
    known: int = 0
    versions: int = 0
    older: int = 0
    troubles: int = 0
    done: int = 0
    met: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """All that were met."""
        return self.added + self.known


@dataclass(slots=True)
class _Batch:
    """What goes into the project together: articles, and the inputs that end with them."""

    articles: list[Article] = field(default_factory=list)
    ended: list[tuple[str, int]] = field(default_factory=list)
    size: int = 0
    begun: float = field(default_factory=time.monotonic)

    def full(self) -> bool:
        return (
            len(self.articles) >= BATCH
            or len(self.ended) >= BATCH
            or self.size >= LARGE
            or (bool(self.articles) and time.monotonic() - self.begun > LONG)
        )


def take_in(
    store: Store,
    sources: Iterable[Source],
    *,
    tell: Callable[[CorpusError | Notice], None],
    progress: Callable[[Taken], None] = lambda _taken: None,
) -> Taken:
    """Store what is in `sources`. Raises ProjectError; what was stored before it stays."""
    through = dict(store.rows("SELECT input, articles FROM imported"))
    index(store)  # an import that was killed may have left its last batch out
    with store.bulk(), _Writer(store, progress) as writer:
        for source in sources:
            before = through.get(source.key)
            if before is not None:
                writer.skip(before, source.size)
            else:
                _read(source, writer, tell)
        writer.finish()
    progress(writer.taken)
    return writer.taken


def _read(source: Source, writer: "_Writer", tell: Callable[[CorpusError | Notice], None]) -> None:
    """Read one input to its end. One with faults is read again the next time, so that they are told again."""
    count, faults = 0, 0
    writer.begin(source)
    for item in source.read():
        if isinstance(item, Article):
            writer.add(item)
            count += 1
        else:
            faults += isinstance(item, CorpusError)
            tell(item)
    writer.end(source, count, faults)


class _Writer:
    """Writes batch after batch, and has the words of each taken into the index while the next one is read.

    The index is one statement, during which SQLite works beside Python; storing articles is one for each, and would be
    held up by whatever else Python does.
    """

    def __init__(self, store: Store, progress: Callable[[Taken], None]) -> None:
        self.taken = Taken()
        self._through = 0
        self._source: Source | None = None
        self._store = store
        self._progress = progress
        self._batch = _Batch()
        self._pool = ThreadPoolExecutor(1)
        self._under_way: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def skip(self, articles: int, size: int) -> None:
        """Pass over an input that is through."""
        self.taken.known += articles
        self._through += size

    def begin(self, source: Source) -> None:
        """An input is at its beginning."""
        self._source = source

    def add(self, article: Article) -> None:
        """Take one more article."""
        self._batch.articles.append(article)
        self._batch.size += len(article.text)
        if self._batch.full():
            self._write()

    def end(self, source: Source, articles: int, faults: int) -> None:
        """An input is at its end."""
        self._source = None
        self._through += source.size
        self.taken.troubles += faults
        if source.key and not faults:
            self._batch.ended.append((source.key, articles))
        if self._batch.full():
            self._write()

    def finish(self) -> None:
        """Write the rest, and wait until everything is written. Raises ProjectError."""
        self._write()
        self._wait()

    def _write(self) -> None:
        self._wait()
        _write(self._store, self._batch, self.taken)
        self._batch = _Batch()
        self.taken.done = self._through + (self._source.position() if self._source is not None else 0)
        self._progress(self.taken)
        self._under_way = self._pool.submit(index, self._store)

    def _wait(self) -> None:
        """Wait until the words of the batch before are in the index. Raises ProjectError."""
        if self._under_way is not None:
            self._under_way.result()


def _write(store: Store, batch: _Batch, taken: Taken) -> None:
    """Write a batch, and count it."""
    fresh = {article.id: article for article in batch.articles}
    with store.write() as connection:
        there = known(connection, batch.articles) | known_by_text(connection, batch.articles)
        for identity in there:
            del fresh[identity]
        versions = put(connection, list(fresh.values()))
        keep_together(connection, versions)
        older = connection.execute(
            f"SELECT count(*) FROM json_each(?) JOIN article ON article.id = json_each.value WHERE NOT ({CURRENT})",
            [json.dumps(list(there))],
        ).fetchone()[0]
        connection.executemany(
            "INSERT OR REPLACE INTO imported VALUES (?, ?, ?)", [(key, count, now()) for key, count in batch.ended]
        )
    taken.added += len(fresh)
    taken.known += len(batch.articles) - len(fresh)
    taken.versions += len(versions)
    taken.older += older
    taken.met += [article.id for article in batch.articles[: REMEMBERED - len(taken.met)]]


def index(store: Store) -> None:
    """Take the words of all articles into the index whose are not in it yet. Raises ProjectError."""
    with store.write() as connection:
        index_words(connection, indexed_up_to(connection), highest(connection))
