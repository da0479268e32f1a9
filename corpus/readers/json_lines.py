"""JSON Lines: one record a line, each by itself, so that a broken line costs nothing but itself.

What begins with an array, or with an object over several lines, is handed to `corpus.readers.json_document`.
"""

from collections.abc import Iterator
from io import BufferedReader
from typing import Final

from corpus.decode import GUESSED_FROM, Encoding, encoding_of
from corpus.errors import CorpusError
from corpus.fields import Fields, Record
from corpus.readers.base import Options, Outcome, notices
from corpus.readers.json_document import documents
from corpus.readers.json_values import NoJsonError, after_space, as_given, object_at, value_at
from corpus.readers.records import articles
from corpus.readers.source import LARGEST, Source

_LINES: Final = (".jsonl", ".ndjson")


class JsonLines:
    """JSON Lines, arrays of records, and objects that hold arrays of them."""

    name: Final = "json"
    suffixes: Final = (*_LINES, ".json")

    def begins(self, head: bytes) -> bool:
        """Whether an object or an array of objects begins."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return start[:1] == b"{" or (start[:1] == b"[" and start[1:].lstrip()[:1] == b"{")

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles of all records."""
        encoding = encoding_of(source.head(GUESSED_FROM), options.encoding, whole=False)
        yield from notices(encoding, source)
        fields = Fields(options, source.name, source.origin or source.name, encoding.note)
        if _has_lines(source, encoding):
            records = lines_of(source, encoding, "line")
        else:
            records = documents(source.text(encoding), source.where, fields.has_text)
        yield from articles(records, fields, source)


def _has_lines(source: Source, encoding: Encoding) -> bool:
    """Whether each line is an object: two lines begin as one, or there is no other line than the first."""
    if source.name.lower().endswith(_LINES):
        return not _opening(source.head(), encoding).startswith("[")
    size = GUESSED_FROM
    while True:
        head = source.head(size)
        first, _, rest = _opening(head, encoding).partition("\n")
        rest = rest.lstrip()
        if rest or len(head) < size or size >= LARGEST or not first.startswith("{"):
            return first.rstrip().endswith("}") and first.startswith("{") and rest.startswith("{")
        size *= 4


def _opening(head: bytes, encoding: Encoding) -> str:
    return head.decode(encoding.codec, "replace").lstrip("\ufeff \t\r\n")


def lines_of(source: Source, encoding: Encoding, unit: str) -> Iterator[Record | CorpusError]:
    """The records of `source`, one a line; `unit` is what a trouble calls a line."""
    stream, encoding = source.lines(encoding)
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if line.isspace():
            number += _blank_lines(stream)
            continue
        where = f"{source.where}, {unit} {number}"
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
            yield CorpusError(f"a line of more than {LARGEST // 2**20} MB", where=where)
            continue
        try:
            text = line.decode(encoding.codec, encoding.how)
            if encoding.codec != "utf-8":
                text.encode()
            record = _record(text, number, where)
        except NoJsonError as error:
            yield CorpusError(error.told(), where=where)
        except UnicodeError:
            yield CorpusError(f"not valid {encoding.codec}", where=where, todo="name its --encoding")
        else:
            if record:
                yield record


def _blank_lines(stream: BufferedReader) -> int:
    """Go on to the next line that is not blank; returns how many were."""
    count = 0
    while block := stream.peek():
        size = len(block) - len(block.lstrip())
        if size == 0:
            break
        count += stream.read(size).count(b"\n")
    return count


def _record(line: str, number: int, where: str) -> Record | None:
    """The record that a line makes; none where it is blank. Raises NoJsonError."""
    if number == 1:
        line = line.removeprefix("\ufeff")
    at = after_space(line, 0)
    if at == len(line):
        return None
    if line[at] != "{":
        value_at(line, at)
        raise NoJsonError("not an object")
    values, places, end = object_at(line, at)
    end = after_space(line, end)
    if end < len(line):
        raise NoJsonError("not JSON (something behind the object)", end)
    return Record(values, number, where, as_given(line, places))


READER: Final = JsonLines()
