"""Parquet: one record a row, read a batch at a time. Its library is an extra of its own, because it is large."""

import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from corpus.errors import CorpusError
from corpus.fields import Fields, Record, written
from corpus.readers.base import Options, Outcome
from corpus.readers.records import articles
from corpus.readers.source import Source

_BATCH: Final = 256  # rows
_LARGEST: Final = 2**30  # bytes of one column in one group of rows, unpacked


class Parquet:
    """A table of Apache Parquet."""

    name: Final = "parquet"
    suffixes: Final = (".parquet",)

    def begins(self, head: bytes) -> bool:
        """Whether such a table begins."""
        return head.startswith(b"PAR1")

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles of all rows. Raises CorpusError, also where the library is missing."""
        fields = Fields(options, source.name, source.origin or source.name)
        yield from articles(_records(source), fields, source)


def _records(source: Source) -> Iterator[Record]:
    parquet = _library()
    try:
        with parquet.ParquetFile(source.file() or io.BytesIO(source.data())) as table:
            _refuse_large(table.metadata)
            number = 0
            for batch in table.iter_batches(_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield Record(row, number, f"{source.where}, row {number}", written(row))
    except (OSError, RuntimeError, ValueError, LookupError, TypeError) as error:
        raise CorpusError(f"not Parquet that can be read ({error})") from error


def _library() -> Any:
    try:
        return import_module("pyarrow.parquet")
    except ImportError as error:
        todo = "install it with: pip install 'variorum[parquet]'"
        raise CorpusError("the library that reads Parquet is not installed", todo=todo) from error


def _refuse_large(metadata: Any) -> None:
    """Raise CorpusError for a table that would fill the memory."""
    for group in range(metadata.num_row_groups):
        columns = metadata.row_group(group)
        for column in range(columns.num_columns):
            if columns.column(column).total_uncompressed_size > _LARGEST:
                raise CorpusError(f"a column of more than {_LARGEST // 2**20} MB", todo="write smaller groups of rows")


READER: Final = Parquet()
