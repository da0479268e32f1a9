"""CSV and TSV: a row of names, then one record a row."""

import csv
from collections.abc import Iterator
from typing import Final

from corpus.decode import GUESSED_FROM, Encoding, encoding_of
from corpus.errors import CorpusError
from corpus.fields import NAMES, Fields, Record, written
from corpus.readers.base import Options, Outcome, notices
from corpus.readers.records import articles
from corpus.readers.source import LARGEST, Source

_SEPARATORS: Final = ",;\t|"
_LONGEST_NAME: Final = 40  # code points; what is longer is a part of a sentence
_TABS: Final = (".tsv", ".tab")


class Table:
    """Rows of cells; the separator is the one that the row of names holds most often."""

    name: Final = "csv"
    suffixes: Final = (".csv", *_TABS)

    def begins(self, head: bytes) -> bool:
        """Whether the first line has names of columns by which texts and something else about them are known."""
        names = {name.casefold() for name in columns(head)}
        known = {ours for ours, theirs in NAMES.items() if names & {name.casefold() for name in theirs}}
        return "text" in known and len(known) > 1

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles of all rows. Raises CorpusError where there is no row of names."""
        encoding = encoding_of(source.head(GUESSED_FROM), options.encoding, whole=False)
        yield from notices(encoding, source)
        fields = Fields(options, source.name, source.origin or source.name, encoding.note)
        yield from articles(_records(source, encoding), fields, source)


def columns(head: bytes) -> list[str]:
    """The names that the first line of a table has; none where it does not look like a row of names."""
    line = head.decode("utf-8", "replace").lstrip("\ufeff").split("\n", 1)[0].strip()
    for separator in _SEPARATORS:
        names = [name.strip().strip('"') for name in line.split(separator)]
        if len(names) > 1 and all(name and len(name) <= _LONGEST_NAME for name in names):
            return names
    return []


def _records(source: Source, encoding: Encoding) -> Iterator[Record | CorpusError]:
    head = source.head().decode(encoding.codec, "replace")
    csv.field_size_limit(LARGEST)
    text = source.text(encoding)
    lines = iter(lambda: text.readline(LARGEST), "")
    rows = csv.reader(lines, delimiter=_separator(head, source.name), strict=True)
    names: list[str] | None = None
    number = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            number += names is not None
            what = f"not CSV ({error})"
            yield CorpusError(what, where=f"{source.where}, row {number}, line {rows.line_num}")
            continue
        if names is None:
            names = _names(row)
        elif row:
            number += 1
            yield _record(names, row, number, f"{source.where}, row {number}")


def _names(row: list[str]) -> list[str]:
    names = [name.removeprefix("\ufeff").strip() for name in row]
    try:
        "".join(names).encode()
    except UnicodeEncodeError as error:
        raise CorpusError("the row of names is not valid in its encoding", todo="name its --encoding") from error
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        raise CorpusError(f"two columns are called {twice!r}", todo="rename one")
    return names


def _record(names: list[str], row: list[str], number: int, where: str) -> Record | CorpusError:
    if len(row) != len(names):
        return CorpusError(f"{len(row)} cells where there are {len(names)} columns", where=where)
    try:
        "".join(row).encode()
    except UnicodeEncodeError:
        return CorpusError("not valid in its encoding", where=where, todo="name its --encoding")
    values = {name or f"column {place}": cell for place, (name, cell) in enumerate(zip(names, row, strict=True), 1)}
    return Record(values, number, where, written(values))


def _separator(head: str, name: str) -> str:
    line = head.lstrip("\ufeff\r\n").partition("\n")[0]
    # What stands between quotation marks separates nothing.
    bare = "".join(line.split('"')[::2])
    usual = "\t" if name.lower().endswith(_TABS) else ","
    return max(_SEPARATORS, key=lambda sign: (bare.count(sign), sign == usual))


READER: Final = Table()
