"""What comes out of an archive, as a stream that is given up when it grows as only a bomb does."""

import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from corpus.errors import CorpusError
from corpus.readers.blocks import joined
from corpus.readers.source import Source

FREE: Final = 32 * 2**20  # bytes that any archive may grow to
RATIO: Final = 100  # bytes out of one beyond that: news comes to five or ten, a bomb to a thousand
DEEPEST: Final = 1  # archives around an archive


class BombError(CorpusError):
    """An archive grows as only one does that was made to fill memories and disks."""


class Budget:
    """How much has come out of one archive, all members taken together; `packed` gives its size in bytes so far."""

    def __init__(self, packed: Callable[[], int]) -> None:
        self._packed = packed
        self._out = 0

    def spend(self, size: int) -> None:
        """Count `size` bytes. Raises BombError where it is too much."""
        self._out += size
        if self._out > FREE and self._out > RATIO * self._packed():
            raise BombError(f"it grows to more than {RATIO} times its size, as only an archive made to do harm does")


class Counted:
    """A stream that counts the bytes that are read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """As the stream's own."""
        block = self._stream.read(size)
        self.count += len(block)
        return block


def inflated(blocks: Iterator[bytes], budget: Budget) -> BinaryIO:
    """`blocks` as a stream. Reading it raises CorpusError where the archive is damaged or a bomb."""
    return joined(_spent(blocks, budget))


def refuse_deep(source: Source) -> None:
    """Raise CorpusError for an archive in an archive in an archive."""
    if source.depth > DEEPEST:
        raise CorpusError("an archive in an archive in an archive is not read", todo="unpack the outermost")


def _spent(blocks: Iterator[bytes], budget: Budget) -> Iterator[bytes]:
    try:
        for block in blocks:
            budget.spend(len(block))
            yield block
    except (EOFError, OSError, RuntimeError, ValueError, zlib.error) as error:
        raise CorpusError(f"the archive is damaged ({error})") from error
