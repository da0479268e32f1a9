"""Parquet: one record a row, read a batch at a time by `corpus.readers.parquet_rows` in a process of its own.

Its library ends the whole process over some damaged files, and takes long to import; it is an extra, because it is
large.
"""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import IO, BinaryIO, Final, cast

from corpus.decode import UTF8
from corpus.errors import CorpusError
from corpus.fields import Fields, Record
from corpus.readers.base import Options, Outcome
from corpus.readers.json_lines import lines_of
from corpus.readers.parquet_rows import FAILED
from corpus.readers.records import articles
from corpus.readers.source import Source


class Parquet:
    """A table of Apache Parquet."""

    name: Final = "parquet"
    suffixes: Final = (".parquet",)

    def begins(self, head: bytes) -> bool:
        """Whether such a table begins."""
        return head.startswith(b"PAR1")

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles of all rows. Raises CorpusError, also where the library is missing."""
        if find_spec("pyarrow") is None:
            todo = "install it with: pip install 'variorum[parquet]'"
            raise CorpusError("the library that reads Parquet is not installed", todo=todo)
        fields = Fields(options, source.name, source.origin or source.name)
        yield from articles(_records(source), fields, source)


def _records(source: Source) -> Iterator[Record | CorpusError]:
    """The rows as the process writes them. Raises CorpusError where it cannot, or ends too early."""
    file = _on_disk(source)
    data = b"" if file else source.data()
    command = (sys.executable, "-P", "-m", "corpus.readers.parquet_rows")
    with subprocess.Popen(  # noqa: S603 (our own module, by this interpreter)
        command, stdin=file or subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            if process.stdin:
                _give(process.stdin, data)
            if process.stdout:
                rows = Source(cast("BinaryIO", process.stdout), source.name, source.where)
                yield from lines_of(rows, UTF8, "row")
            code = process.wait()
            said = process.stderr.read().decode("utf-8", "replace").strip() if process.stderr else ""
            if code:
                reason = said if code == FAILED else "its library broke off"
                raise CorpusError(f"not Parquet that can be read ({reason})")
        finally:
            process.kill()


def _on_disk(source: Source) -> BinaryIO | None:
    """The file, where it is one that another process can read."""
    file = source.file()
    try:
        return file if file and file.fileno() >= 0 else None
    except OSError:
        return None


def _give(stream: IO[bytes], data: bytes) -> None:
    try:
        stream.write(data)
        stream.close()
    except BrokenPipeError:
        pass  # it ended before it had read everything, and says why


READER: Final = Parquet()
