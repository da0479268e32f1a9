"""JSON that is not one record a line: arrays of records, objects that hold such arrays, objects over several lines.

The text is read a block at a time and dropped when its records are, so that an array may be larger than memory.
"""

from collections.abc import Callable, Iterator, Mapping
from io import TextIOWrapper
from itertools import count
from typing import Any, Final

from corpus.errors import CorpusError
from corpus.fields import Record
from corpus.readers.json_values import NoJsonError, Place, after_space, as_given, object_at, value_at
from corpus.readers.source import LARGEST

_BLOCK: Final = 2**20  # code points
_UNREAD: Final = "the rest of the file is not read"

Values = Mapping[str, Any]


def documents(text: TextIOWrapper, where: str, has_text: Callable[[Values], bool]) -> Iterator[Record | CorpusError]:
    """The records in `text`; `has_text` says whether an object is one, or holds an array of them.

    A value that is no JSON ends the file, because nobody knows where the next one begins.
    """
    window = _Window(text)
    if window.sign() == "\ufeff":
        window.at += 1
    document = _Document(window, where, has_text)
    try:
        yield from document.array() if window.sign() == "[" else document.objects()
    except NoJsonError as error:
        yield CorpusError(error.told(-window.dropped), where=document.place(), todo=_UNREAD)


class _Window:
    """The part of a text that is looked at: it grows where a value needs it, and is cut where a value is done.

    `at` is the place in it, `dropped` the number of code points before it.
    """

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream
        self._ended = False
        self.text = ""
        self.at = 0
        self.dropped = 0

    def sign(self) -> str:
        """The next sign that is no white space, or nothing at the end."""
        while True:
            self.at = after_space(self.text, self.at)
            if self.at < len(self.text) or not self._grow():
                return self.text[self.at : self.at + 1]

    def value(self) -> Any:
        """The value that begins here, which is then behind. Raises NoJsonError."""
        while True:
            try:
                value, end = value_at(self.text, self.at)
            except NoJsonError:
                if not self._grow():
                    raise
                continue
            # A number at the very end may go on.
            if end < len(self.text) or not self._grow():
                self.at = end
                return value

    def object(self) -> tuple[dict[str, Any], dict[str, Place]]:
        """The object that begins here, which is then behind, and where its values are. Raises NoJsonError."""
        while True:
            try:
                values, places, self.at = object_at(self.text, self.at)
            except NoJsonError:
                if not self._grow():
                    raise
                continue
            return values, places

    def _grow(self) -> bool:
        """Read on, dropping what is behind; whether there was more, and it is not too much."""
        if self._ended or len(self.text) - self.at > LARGEST:
            return False
        self.dropped += self.at
        self.text, self.at = self.text[self.at :], 0
        block = self._stream.read(max(_BLOCK, len(self.text)))
        self.text += block
        self._ended = not block
        return bool(block)


class _Document:
    """The records of a document, numbered in the order in which they stand there."""

    def __init__(self, window: _Window, where: str, has_text: Callable[[Values], bool]) -> None:
        self._window = window
        self._where = where
        self._has_text = has_text
        self._numbers = count(1)
        self._number = 0

    def place(self) -> str:
        """Where the record is that is being read."""
        return f"{self._where}, record {self._number}"

    def array(self) -> Iterator[Record | CorpusError]:
        """The records of the array that begins here. Raises NoJsonError."""
        window = self._window
        window.at += 1
        sign = window.sign()
        while sign != "]":
            self._number = next(self._numbers)
            if sign == "{":
                yield self._record(*window.object())
            else:
                window.value()
                yield CorpusError("not an object", where=self.place())
            sign = self._after_comma("]")
        window.at += 1

    def objects(self) -> Iterator[Record | CorpusError]:
        """One object after the other, each a record, or holding arrays of them. Raises NoJsonError."""
        window = self._window
        while window.sign() == "{":
            self._number = next(self._numbers)
            try:
                values, places = window.object()
            except NoJsonError:
                if len(window.text) <= LARGEST:
                    raise
                yield from self._first_array()
                return
            names = [name for name, value in values.items() if isinstance(value, list) and self._any_record(value)]
            if not names or self._has_text(values):
                yield self._record(values, places)
                continue
            end = window.at
            self._numbers = count(self._number)
            for name in names:
                window.at = places[name][1]
                yield from self.array()
            window.at = end
        if window.sign():
            raise NoJsonError("not JSON of articles", window.at)

    def _first_array(self) -> Iterator[Record | CorpusError]:
        """The records of the first array of objects in an object too large to be read at once. Raises NoJsonError."""
        window = self._window
        self._numbers = count(self._number)
        window.at += 1
        sign = window.sign()
        while sign != "}":
            window.value()
            if window.sign() != ":":
                raise NoJsonError("not JSON (no ':')", window.at)
            window.at += 1
            if window.sign() == "[":
                yield from self.array()
                return
            window.value()
            sign = self._after_comma("}")

    def _after_comma(self, closing: str) -> str:
        """The sign behind the comma that stands here, or the closing one. Raises NoJsonError where neither does."""
        sign = self._window.sign()
        if sign == ",":
            self._window.at += 1
            return self._window.sign()
        if sign != closing:
            raise NoJsonError("not JSON (no comma behind a value)" if sign else "not JSON (it ends too early)")
        return sign

    def _record(self, values: dict[str, Any], places: dict[str, Place]) -> Record | CorpusError:
        text = self._window.text
        try:
            for start, _, end in places.values():
                text[start:end].encode()
        except UnicodeEncodeError:
            return CorpusError("not valid in its encoding", where=self.place(), todo="name its --encoding")
        return Record(values, self._number, self.place(), as_given(self._window.text, places))

    def _any_record(self, value: list[Any]) -> bool:
        return any(isinstance(one, dict) and self._has_text(one) for one in value)
