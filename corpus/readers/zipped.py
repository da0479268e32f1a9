"""Zip archives: their members are read one after the other where they are, and never written anywhere."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from corpus.errors import CorpusError
from corpus.readers.base import Options, Outcome
from corpus.readers.blocks import BLOCK
from corpus.readers.inflated import BombError, Budget, inflated, refuse_deep
from corpus.readers.registry import SUFFIXES, is_readable, reader_for
from corpus.readers.source import Source, natural_key

_DIRECTORY: Final = 32 * 2**20  # bytes of a directory of members
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22 + 2**16
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OFFICE: Final = frozenset(("[Content_Types].xml", "mimetype"))


class Zipped:
    """An archive of files of any kind that is read."""

    name: Final = "zip"
    suffixes: Final = (".zip",)

    def begins(self, head: bytes) -> bool:
        """Whether an archive begins."""
        return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def read(self, source: Source, options: Options) -> Iterator[Outcome]:
        """The articles of all members, in natural order. Raises CorpusError where it is no archive, or a bomb."""
        refuse_deep(source)
        file = source.file() or io.BytesIO(source.data())
        _refuse_crowded(file)
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise CorpusError(f"not a zip archive ({error})") from error
        with archive:
            if _OFFICE & {info.filename for info in archive.infolist()}:
                raise CorpusError("a word processor's file or a spreadsheet is not read", todo="give its text")
            size = file.seek(0, io.SEEK_END)
            yield from _members(archive, source, options, Budget(lambda: size))


def _members(archive: zipfile.ZipFile, source: Source, options: Options, budget: Budget) -> Iterator[Outcome]:
    infos = [info for info in archive.infolist() if _is_wanted(info)]
    if not infos:
        todo = "give one with files that end in " + ", ".join(SUFFIXES)
        raise CorpusError("there are no texts in this archive", todo=todo)
    for info in sorted(infos, key=lambda info: natural_key(info.filename)):
        where = f"{source.where}, {info.filename}"
        try:
            stream = inflated(_blocks(archive, info), budget)
            inner = source.inside(stream, info.filename, where, source.origin or source.name)
            yield from reader_for(inner, options.fields.values()).read(inner, options)
        except BombError:
            raise
        except CorpusError as error:
            yield CorpusError(error.what, where=error.where or where, todo=error.todo)


def _blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """What is in a member. Raises CorpusError where it is locked, and what zipfile raises where it is damaged."""
    if info.flag_bits & 1:
        raise CorpusError("it is locked with a password")
    if info.compress_type not in _METHODS:
        raise CorpusError("it is packed in a way that is not read", todo="pack it with deflate")
    try:
        with archive.open(info) as member:
            while block := member.read(BLOCK):
                yield block
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise ValueError(str(error)) from error


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any((part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in parts)
    return not info.is_dir() and not hidden and is_readable(info.filename)


def _refuse_crowded(file: BinaryIO) -> None:
    """Raise CorpusError where the directory of members would fill the memory.

    Its size stands in the record at the end of the archive (APPNOTE 4.3.16).
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_SIZE))
    tail = file.read(_END_SIZE)
    at = tail.rfind(_END)
    directory = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if min(directory, size) > _DIRECTORY:
        raise CorpusError("there are too many files in this archive", todo="give it as several, or as JSON Lines")
    file.seek(0)


READER: Final = Zipped()
