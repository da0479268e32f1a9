"""`variorum dump`: the machine's reading of every article, with the decisions on it, as JSON Lines.

One file for each thing that is read; `docs/formats.md` has their shapes. Rows are sorted by `doc`, the name an article
was imported under, and by start; older versions of an article are left out. Where articles of several inputs have the
same name, `doc` has the input before it, and the id behind it where that does not tell them apart.
"""

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryFile
from typing import IO, Any, Final

from annotations.articles import CURRENT
from annotations.dump_rows import (
    Names,
    Row,
    alignment_row,
    boilerplate_rows,
    figure_rows,
    ledger_row,
    line_of,
    mention_rows,
    quote_rows,
)
from annotations.errors import ExportError
from annotations.material import aliases
from annotations.read_stories import Reading, ReadStory, read_stories
from annotations.relations import names_decided
from annotations.said_names import called, external_ids
from annotations.store import Store

ARTICLES: Final = "articles.jsonl"
READ: Final = tuple(f"{name}.jsonl" for name in "boilerplate mentions figures ledger alignments quotes".split())
_NAMES: Final = f"SELECT number, name, origin, id FROM article WHERE {CURRENT}"
_ROW: Final = (
    "SELECT story, title, source, published, url, sha256, text"
    " FROM article LEFT JOIN story_article ON article = article.id WHERE number = ?"
)


def dump(store: Store, folder: Path, how: Reading) -> int:
    """Write the files into `folder`, which is made if it is missing; returns how many articles they hold.

    Each file is written beside its place; all are put there when all are whole. Raises ExportError and ProjectError.
    """
    docs = _docs(store)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            sheets = {name: _Sheet(stack.enter_context(TemporaryFile())) for name in (ARTICLES, *READ)}
            for doc, number, _ in docs:
                sheets[ARTICLES].add(doc, article_rows(store, doc, number))
            _read(store, how, {identity: doc for doc, _, identity in docs}, sheets)
            _put(folder, sheets)
    except OSError as error:
        raise ExportError(error.strerror or str(error), where=str(folder), todo="name another folder") from error
    return len(docs)


class _Sheet:
    """The rows of one file, in the order in which they come, and where those of each key are: none are held."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: list[tuple[str, int, int]] = []

    def add(self, key: str, rows: Iterable[Row]) -> None:
        """Take the rows of a key, which stand in the file in the order of their keys."""
        lines = "".join(map(line_of, rows)).encode()
        if lines:
            self._places.append((key, self._file.tell(), len(lines)))
            self._file.write(lines)

    def write(self, target: IO[bytes]) -> None:
        """Write all rows in their order."""
        for _, start, length in sorted(self._places):
            self._file.seek(start)
            target.write(self._file.read(length))


def _put(folder: Path, sheets: dict[str, _Sheet]) -> None:
    """Write all files beside their places, then put them there."""
    beside = folder / f".variorum-{token_hex(8)}.tmp"
    beside.mkdir()
    try:
        for name, sheet in sheets.items():
            with (beside / name).open("xb") as file:
                sheet.write(file)
                file.flush()
                os.fsync(file.fileno())
        for name in sheets:
            (beside / name).replace(folder / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _read(store: Store, how: Reading, docs: dict[str, str], sheets: dict[str, _Sheet]) -> None:
    names = Names(aliases(names_decided(store)))
    for story in read_stories(store, how):
        _add(story, [docs[article.id] for article in story.articles], names, sheets)


def _add(story: ReadStory, docs: list[str], names: Names, sheets: dict[str, _Sheet]) -> None:
    """Take the rows of one story."""
    place = story.id or story.articles[0].id
    ids = names.ids(story, place)
    known = [*zip(ids, called(story.reading.titles, story.told), external_ids(len(ids), story.told), strict=True)]
    groups = [f"{place}:{number}" for number in range(len(story.reading.ledger))]
    texts = [article.text for article in story.articles]
    read = zip(docs, story.articles, story.reading.articles, story.deciders, strict=True)
    for doc, article, one, deciders in read:
        published = article.metadata.published
        sheets["boilerplate.jsonl"].add(doc, boilerplate_rows(doc, one))
        sheets["mentions.jsonl"].add(doc, mention_rows(doc, article.text, one, known, deciders))
        sheets["figures.jsonl"].add(doc, figure_rows(doc, article.text, published, one, ids, groups))
        sheets["quotes.jsonl"].add(doc, quote_rows(doc, article.text, one, ids))
    pairs = [alignment_row(docs, one) for one in story.reading.alignments]
    for row in sorted(pairs, key=lambda row: (row["doc_a"], row["start_a"], row["doc_b"], row["start_b"])):
        sheets["alignments.jsonl"].add(row["doc_a"], [row])
    for number, (identity, group) in enumerate(zip(groups, story.reading.ledger, strict=True)):
        sheets["ledger.jsonl"].add(f"{place}:{number:06}", [ledger_row(identity, docs, texts, group, ids)])


def article_rows(store: Store, doc: str, number: int) -> Iterator[dict[str, Any]]:
    """The row of `articles.jsonl` of the article with that number."""
    for story, title, source, published, url, digest, text in store.rows(_ROW, [number]):
        about = {"title": title, "source": source, "published": published, "url": url}
        known = {field: value or None for field, value in about.items()}
        yield {"doc": doc, "story": story, **known, "sha256": digest, "chars": len(text)}


def _docs(store: Store) -> list[tuple[str, int, str]]:
    """What the articles are called, each by a name of its own, with their numbers and ids; sorted."""
    rows = store.rows(_NAMES)
    names = Counter(name for _, name, _, _ in rows)
    longer = Counter(f"{origin}/{name}" for _, name, origin, _ in rows)
    docs: list[tuple[str, int, str]] = []
    for number, name, origin, identity in rows:
        full = f"{origin}/{name}"
        alone = names[name] == 1
        docs.append((name if alone else full if longer[full] == 1 else f"{full}#{identity}", number, identity))
    return sorted(docs)
