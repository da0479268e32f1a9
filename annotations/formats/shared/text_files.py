"""Files of text, read as UTF-8 or as somebody says, and never guessed: as a whole, or line by line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from corpus.decode import decoded, encoding_of
from corpus.errors import CorpusError

NAME_IT: Final = "save it as UTF-8, or name its --encoding"
_ANY: Final = b" "  # an encoding that is named does not depend on the bytes


def text_of(path: Path, encoding: str | None = None) -> str:
    """The text of a file, exactly. `encoding` is empty where none was named, None where none can be.

    Raises ReadError, and CorpusError for an `encoding` that there is not.
    """
    if not encoding:
        return _utf8(path, NAME_IT if encoding is not None else "save it as UTF-8")
    known = encoding_of(_ANY, encoding)
    try:
        return decoded(path.read_bytes(), known)
    except CorpusError as error:
        raise ReadError(error.what, where=str(path), todo="name another --encoding") from error


def _utf8(path: Path, todo: str) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise ReadError("not UTF-8", where=str(path), todo=todo) from error


def numbered_lines(path: Path, encoding: str = "") -> Iterator[tuple[int, str]]:
    """The lines of a file that end with a line feed, with it, and their numbers from 1; no byte order mark.

    One line at a time is held. Raises ReadError with the line, and CorpusError for an `encoding` that there is not.
    """
    if encoding:
        yield from _lines_in(path, encoding)
        return
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise ReadError("not UTF-8", where=f"{path}, line {number}", todo=NAME_IT) from error


def _lines_in(path: Path, encoding: str) -> Iterator[tuple[int, str]]:
    known, number = encoding_of(_ANY, encoding), 0
    with path.open(encoding=known.codec, errors=known.how, newline="\n") as stream:
        try:
            for number, line in enumerate(stream, 1):
                yield number, line.removeprefix("\ufeff") if number == 1 else line
        except UnicodeError as error:
            where = f"{path}, after line {number}"
            raise ReadError(f"not {known.codec}", where=where, todo="name another --encoding") from error
