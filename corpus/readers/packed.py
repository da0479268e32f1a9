"""Gzip and Zstandard: one file, packed. It is read as it comes out, and never written anywhere."""

import gzip
from collections.abc import Iterator
from typing import Final

from corpus.readers.base import Options, Outcome
from corpus.readers.blocks import BLOCK
from corpus.readers.inflated import Budget, Counted, inflated, refuse_deep
from corpus.readers.registry import reader_for, refuse_tar
from corpus.readers.source import Source

_GZIP: Final = b"\x1f\x8b"
_WINDOW: Final = 2**27  # bytes: the largest window that zstd itself takes without being told to
_SIP: Final = 2**11  # bytes of Zstandard taken at once; each may come to 64 KiB


class Packed:
    """A file packed with gzip or Zstandard, of any kind that is read."""

    name: Final = "packed"
    suffixes: Final = (".gz", ".zst", ".zstd")

    def begins(self, head: bytes) -> bool:
        """Whether one of the two begins."""
        return head.startswith((_GZIP, b"\x28\xb5\x2f\xfd"))

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """What the reader of the unpacked file finds. Raises CorpusError, also for a tar archive."""
        refuse_deep(source)
        begins = source.head(2)
        packed = Counted(source.stream())
        name = source.name[: -len(suffix)] if (suffix := self._suffix(source.name)) else source.name
        stream = inflated(blocks(packed, begins), Budget(lambda: packed.count))
        inner = source.inside(stream, name, source.where, source.origin or source.name)
        refuse_tar(inner.head())
        yield from reader_for(inner, options.fields.values()).read(inner, options)

    def _suffix(self, name: str) -> str:
        return next((suffix for suffix in self.suffixes if name.lower().endswith(suffix)), "")


def blocks(packed: Counted, begins: bytes) -> Iterator[bytes]:
    """What comes out of a stream that begins with these two bytes, block by block; raises what its library raises."""
    return _gzip(packed) if begins == _GZIP else _zstandard(packed)


def _gzip(packed: Counted) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=packed, mode="rb") as file:  # type: ignore[call-overload]  # it asks for no more than read
        while block := file.read(BLOCK):
            yield block


def _zstandard(packed: Counted) -> Iterator[bytes]:
    """The frames one after the other. Raises EOFError where the last one is cut short, and ValueError."""
    from zstandard import ZstdDecompressor, ZstdError  # noqa: PLC0415 (needed for such files only)

    decompressor = ZstdDecompressor(max_window_size=_WINDOW)
    frame = decompressor.decompressobj()
    begun = False
    while data := packed.read(_SIP):
        while data:
            try:
                yield frame.decompress(data)
            except ZstdError as error:
                raise ValueError(str(error)) from error
            begun = not frame.eof
            data = frame.unused_data if frame.eof else b""
            if frame.eof:
                frame = decompressor.decompressobj()
    if begun:
        raise EOFError("it ends too early")


READER: Final = Packed()
