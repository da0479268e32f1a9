"""Files of JSON objects, as other programs write them: one a line, or all in one array; read one at a time."""

import codecs
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotations.errors import ReadError
from annotations.formats.shared.json_text import HALF, parsed, whole

CHUNK: Final = 1 << 16  # code points that are read of an array at once
LITERAL: Final = 16  # code points, more than the longest word or escape that may be cut in two
LOOKED_AT: Final = 20  # records that are read to see what a file is
_SPACE: Final = " \t\r\n"


class Record(NamedTuple):
    """One value of a file, and where it stands: the `number` of its line or record, and in words.

    `start` is the byte at which a line begins.
    """

    number: int
    value: Any
    where: str
    start: int = 0


def records(path: Path) -> Iterator[Record]:
    """Every value of a file of lines, or of one array. Raises ReadError for what is no JSON in UTF-8."""
    with path.open("rb") as stream:
        start = stream.read(256).removeprefix(b"\xef\xbb\xbf").lstrip()
    # A line may be an array too: [1, 2]. An array of records begins with one of these.
    if start[:1] == b"[" and start[1:].lstrip()[:1] in {b"{", b"[", b"]", b""}:
        yield from _of_array(path)
    else:
        yield from lines(path)


def objects(path: Path) -> Iterator[Record]:
    """As `records`, with ReadError for a value that is no object."""
    yield from map(_object, records(path))


def line_objects(path: Path) -> Iterator[Record]:
    """The objects of a file that has one a line. Raises ReadError for any other line."""
    yield from map(_object, lines(path))


def _object(record: Record) -> Record:
    if not isinstance(record.value, dict):
        raise ReadError("not a JSON object", where=record.where)
    return record


def first_objects(path: Path, head: bytes, most: int = LOOKED_AT) -> list[dict[str, Any]]:
    """The first objects, at `most` so many, of a file that begins with `head`; none of one that is not JSON."""
    return first_values(path, head, objects(path), most)


def first_values(path: Path, head: bytes, given: Iterable[Record], most: int = LOOKED_AT) -> list[Any]:
    """The first values, at `most` so many, that are read of a file that begins with `head`; none of one not JSON."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if path.is_dir() or start not in {b"{", b"["}:
        return []
    found: list[Any] = []
    with suppress(ReadError):
        found.extend(record.value for record in islice(given, most))
    return found


def lines(path: Path) -> Iterator[Record]:
    """The value of each line that is not blank. Raises ReadError for what is no JSON in UTF-8."""
    start = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            given = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if given.strip(_SPACE.encode()):
                where = f"{path}, line {number}"
                yield Record(number, parsed(given, where), where, start)
            start += len(line)


def _of_array(path: Path) -> Iterator[Record]:
    """The values of the array that a file is, of which one at a time is held."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        values = _Values(stream, path)
        values.expect("[")
        number = 0
        more = not values.follows("]")
        while more:
            number += 1
            where = f"{path}, record {number}"
            yield Record(number, values.value(where), where)
            more = values.follows(",")
        if number:
            values.expect("]")
        values.end()


class _Values:
    """What is left of a file, of which `_buffer` was read."""

    def __init__(self, stream: Any, path: Path) -> None:
        self._stream = stream
        self._path = path
        self._buffer = ""
        self._at = 0
        self._largest = 0  # value so far
        self._ended = False
        self._decoder = json.JSONDecoder()

    def follows(self, sign: str) -> bool:
        """Whether `sign` comes next; goes behind it."""
        if self._next() != sign:
            return False
        self._at += 1
        return True

    def expect(self, sign: str) -> None:
        """Go behind `sign`. Raises ReadError where it does not come next."""
        if not self.follows(sign):
            raise ReadError(f"{sign} is missing in the array", where=str(self._path))

    def end(self) -> None:
        """Raises ReadError where something comes after the array."""
        if self._next():
            raise ReadError("something follows the array", where=str(self._path))

    def value(self, where: str) -> Any:
        """The next value. Raises ReadError."""
        self._next()
        if not self._ended and len(self._buffer) - self._at < self._largest:
            self._read(max(CHUNK, self._largest), where)  # one that is cut off would be decoded for nothing
        size = CHUNK
        while True:
            try:
                found, end = self._decoder.raw_decode(self._buffer, self._at)
                text, self._at = self._buffer[self._at : end], end
                self._largest = max(self._largest, len(text))
                return whole(found, text)
            except UnicodeEncodeError as error:
                raise ReadError(HALF, where=where) from error
            except json.JSONDecodeError as error:
                # Where it is only cut off, read on: twice as much each time, so that no value is tried often.
                if not self._cut(error) or not self._read(size, where):
                    raise ReadError("not JSON", where=where) from error
                size *= 2
            except (RecursionError, ValueError) as error:
                raise ReadError("not JSON", where=where) from error

    def _cut(self, error: json.JSONDecodeError) -> bool:
        """Whether an error is at the end of what was read: in a string that is open, or in the last few signs."""
        return error.msg.startswith("Unterminated") or error.pos > len(self._buffer) - LITERAL

    def _next(self) -> str:
        """The next sign that is no white space; empty at the end."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._read(CHUNK, str(self._path)):
                return ""

    def _read(self, size: int, where: str) -> bool:
        try:
            more = self._stream.read(size)
        except UnicodeDecodeError as error:
            raise ReadError("not UTF-8", where=where) from error
        self._buffer = self._buffer[self._at :] + more
        self._at = 0
        self._ended = not more
        return bool(more)
