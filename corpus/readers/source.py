"""A source: the bytes of one file, looked at before they are read, with what to call it."""

import io
import re
from itertools import chain
from typing import BinaryIO, Final

from corpus.decode import UTF8, Encoding
from corpus.errors import CorpusError
from corpus.readers.blocks import BLOCK, joined

LARGEST: Final = 64 * 2**20  # bytes of a text, a line or a record
HEAD: Final = 2**16  # bytes that are enough to tell kinds of files apart


_DIGITS: Final = re.compile(r"([0-9]{1,18})")


class Source:
    """The bytes of one file, from disk, a pipe or an archive.

    `name` is what an article in it is called, `where` what a trouble with it says, `origin` the name of the file that
    holds the records or members, `depth` the number of archives around it.
    """

    def __init__(self, stream: BinaryIO, name: str, where: str, origin: str = "", depth: int = 0) -> None:
        self.name = name
        self.where = where
        self.origin = origin
        self.depth = depth
        self._stream = stream
        self._head = bytearray()

    def inside(self, stream: BinaryIO, name: str, where: str, origin: str = "") -> "Source":
        """What an archive holds: a source one archive deeper."""
        return Source(stream, name, where, origin, self.depth + 1)

    def head(self, size: int = HEAD) -> bytes:
        """The first `size` bytes, fewer only where there are no more; they will be read again."""
        while len(self._head) < size:
            block = self._stream.read(size - len(self._head))
            if not block:
                break
            self._head += block
        return bytes(self._head[:size])

    def data(self, limit: int = LARGEST) -> bytes:
        """All bytes. Raises CorpusError where there are more than `limit`."""
        data = self.head(limit + 1)
        if len(data) > limit:
            raise CorpusError(f"larger than {limit // 2**20} MB", todo="cut it into articles")
        return data

    def file(self) -> BinaryIO | None:
        """The file itself, at its beginning, where it can be read at any place; nothing for a pipe."""
        if not self._stream.seekable():
            return None
        self._stream.seek(0)
        return self._stream

    def stream(self) -> io.BufferedReader:
        """All bytes, one after the other. The source must not be used after that, nor after the next three."""
        rest = iter(lambda: self._stream.read(BLOCK), b"")
        return joined(chain([bytes(self._head)], rest))

    def text(self, encoding: Encoding) -> io.TextIOWrapper:
        """All bytes as text, line ends and a byte order mark as they are.

        Bytes that do not decode become halves of surrogate pairs, so that they cost no more than their record.
        """
        errors = encoding.how if encoding.how != "strict" else "surrogatepass" if encoding.wide else "surrogateescape"
        return io.TextIOWrapper(self.stream(), encoding.codec, errors, newline="")

    def lines(self, encoding: Encoding) -> tuple[io.BufferedReader, Encoding]:
        """All bytes such that a line feed is one byte, and their encoding."""
        return (self.utf8(encoding), UTF8) if encoding.wide else (self.stream(), encoding)

    def utf8(self, encoding: Encoding) -> io.BufferedReader:
        """All bytes as UTF-8, but for halves of surrogate pairs."""
        text = self.text(encoding)
        return joined(iter(lambda: text.read(BLOCK).encode("utf-8", "surrogatepass"), b""))


def natural_key(path: object) -> tuple[tuple[str | int, ...], str]:
    """What to sort paths or names by so that "part 2" comes before "part 10"."""
    name = str(path)
    pieces = _DIGITS.split(name.casefold())
    return tuple(int(piece) if index % 2 else piece for index, piece in enumerate(pieces)), name
