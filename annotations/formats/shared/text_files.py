"""Files of text, read as UTF-8 and nothing else: as a whole, or line by line."""

from collections.abc import Iterator
from pathlib import Path

from annotations.errors import ReadError


def text_of(path: Path) -> str:
    """The text of a file, exactly. Raises ReadError."""
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise ReadError("not UTF-8", where=str(path), todo="save it as UTF-8") from error


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that end with a line feed, with it, and their numbers from 1; no byte order mark.

    One line at a time is held. Raises ReadError with the line.
    """
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise ReadError("not UTF-8", where=f"{path}, line {number}", todo="save it as UTF-8") from error
