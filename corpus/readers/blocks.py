"""A stream over blocks of bytes, wherever they come from."""

import io
from collections.abc import Iterator
from typing import Final

BLOCK: Final = 2**18  # bytes that are read at once


def joined(blocks: Iterator[bytes]) -> io.BufferedReader:
    """`blocks` as one stream; reading it raises what they raise."""
    return io.BufferedReader(_Blocks(blocks), BLOCK)


class _Blocks(io.RawIOBase):
    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub takes any buffer
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._rest = memoryview(block)
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size
