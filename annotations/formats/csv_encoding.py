"""How our tables are written after a spreadsheet saved them: known by their columns, and read so where one says it."""

import codecs
import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from annotations.errors import ReadError
from corpus.decode import UTF8, Encoding, encoding_of

_HEAD: Final = 4096  # bytes, more than the columns are in any encoding
_UTF8: Final = "utf-8-sig"
_TRIED: Final = (_UTF8, "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
_SEPARATORS: Final = (",", ";", "\t")
_PIECE: Final = 1 << 16  # bytes
_ANY: Final = b" "  # an encoding that is named does not depend on the bytes


class Written(NamedTuple):
    """How a table is written: its encoding, and what parts its cells."""

    codec: str
    separator: str


def written(head: bytes, columns: Sequence[str]) -> Written | None:
    """How a file is written that begins with `head` and has all `columns` in its first line; None for no such line.

    An encoding of one byte a letter counts as UTF-8: the columns are the same in both.
    """
    if columns[0].encode() not in head.replace(b"\0", b""):
        return None
    ways = (Written(codec, separator) for codec in _TRIED for separator in _SEPARATORS)
    return next((one for one in ways if _has(head, one, columns)), None)


def how_written(path: Path, columns: Sequence[str], named: str) -> tuple[Encoding, str]:
    """In what to read a table, as it is `named`, else UTF-8, and what parts its cells: a comma where nothing says it.

    Raises ReadError for a table in another encoding that nobody named, CorpusError for an encoding that there is not.
    """
    found = written(head_of(path), columns) or Written(_UTF8, _SEPARATORS[0])
    if named:
        return encoding_of(_ANY, named), found.separator
    if found.codec != _UTF8:
        codec = found.codec
        raise ReadError(f"not in UTF-8 but in {codec.upper()}", where=str(path), todo=f"add --encoding {codec}")
    return UTF8, found.separator


def is_utf8(path: Path, columns: Sequence[str]) -> bool:
    """Whether all of a table is UTF-8. One piece of it is held."""
    found = written(head_of(path), columns)
    if found is not None and found.codec != _UTF8:
        return False
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        try:
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def head_of(path: Path) -> bytes:
    """The first bytes of a file, more than its columns take."""
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _has(head: bytes, way: Written, columns: Sequence[str]) -> bool:
    first = head.decode(way.codec, "ignore").removeprefix("\ufeff").split("\n", 1)[0].rstrip("\r")
    try:
        return set(columns) <= set(next(csv.reader([first], delimiter=way.separator), []))
    except csv.Error:
        return False
