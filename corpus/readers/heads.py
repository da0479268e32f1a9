"""How the files in an archive begin, to say what they are without reading them."""

import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from corpus.readers.blocks import joined
from corpus.readers.inflated import Counted
from corpus.readers.packed import blocks

MOST: Final = 100  # members that are looked at
_DAMAGED: Final = (OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error)


def heads(path: Path, size: int) -> Iterator[tuple[str, bytes]]:
    """The names of the first members of an archive, each with its first `size` bytes; none of what cannot be read."""
    try:
        if zipfile.is_zipfile(path):
            yield from _zipped(path, size)
        else:
            with path.open("rb") as stream:
                yield path.stem, joined(blocks(Counted(stream), stream.peek(2)[:2])).read(size)
    except _DAMAGED:  # who reads articles says what is wrong
        return


def _zipped(path: Path, size: int) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        files = (one for one in archive.infolist() if not one.is_dir() and not one.flag_bits & 1)
        for info in islice(files, MOST):
            with archive.open(info) as member:
                yield info.filename, member.read(size)
