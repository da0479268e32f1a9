"""Where articles come from: files and folders a person names, and the story that ships with the program.

Nothing is skipped in silence: whatever cannot be taken in becomes a trouble with its path, and the rest is read.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.article import Article
from corpus.decode import decoded
from corpus.errors import CorpusError

SUFFIXES: Final = (".txt", ".text", ".md")
LARGEST: Final = 64 * 2**20  # bytes

_SAMPLE: Final = Path(__file__).with_name("sample")
_DIGITS: Final = re.compile(r"([0-9]+)")
_KINDS: Final[tuple[tuple[Callable[[int], bool], str], ...]] = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The articles found, in the order in which they were named, and what stood in the way of others."""

    articles: tuple[Article, ...]
    troubles: tuple[CorpusError, ...]


def gather(paths: Sequence[Path], encoding: str | None = None) -> Gathered:
    """The articles in `paths`: files whatever they are called, and the texts in folders, in natural order.

    Of a folder, all that is below it counts, but for what is hidden or has another suffix than `SUFFIXES`; links are
    followed, once. `encoding` as for `corpus.decode.decoded`. Never raises for what a path holds.
    """
    articles: dict[str, Article] = {}
    troubles: list[CorpusError] = []
    for path in _files(paths, troubles):
        try:
            article = Article.of(_name(path), decoded(_bytes(path), encoding))
        except CorpusError as error:
            troubles.append(CorpusError(error.what, where=str(path), todo=error.todo))
            continue
        if article.id in articles:
            what = "the same text under the same name was already read"
            troubles.append(CorpusError(what, where=str(path), todo="give it once"))
        articles.setdefault(article.id, article)
    return Gathered(tuple(articles.values()), tuple(troubles))


def sample() -> Gathered:
    """The story that ships with the program."""
    return gather([_SAMPLE])


def natural_key(path: Path) -> tuple[tuple[str | int, ...], str]:
    """What to sort paths by so that "part 2" comes before "part 10"."""
    pieces = _DIGITS.split(str(path).casefold())
    return tuple(int(piece) if index % 2 else piece for index, piece in enumerate(pieces)), str(path)


def _files(paths: Sequence[Path], troubles: list[CorpusError]) -> Iterator[Path]:
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where a parent is closed)
            yield path
            continue
        found = sorted(_texts_below(path, troubles), key=natural_key)
        if not found:
            todo = "give a folder with files that end in " + ", ".join(SUFFIXES)
            troubles.append(CorpusError("there are no texts in this folder", where=str(path), todo=todo))
        yield from found


def _texts_below(folder: Path, troubles: list[CorpusError]) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            status = here.stat()
            entries = [entry for entry in here.iterdir() if not entry.name.startswith(".")]
        except OSError as error:
            troubles.append(CorpusError(_reason(error), where=str(here)))
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        folders = {entry for entry in entries if os.path.isdir(entry)}  # noqa: PTH112 (the same)
        waiting.extend(folders)
        yield from (entry for entry in entries if entry.suffix.lower() in SUFFIXES and entry not in folders)


def _bytes(path: Path) -> bytes:
    """What a file holds. Raises CorpusError where that is not a file of a bearable size; never waits for a writer."""
    try:
        _refuse_special(path.stat().st_mode)
        # Between the question and the opening the path may have become a pipe, which must not block.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_special(os.fstat(descriptor).st_mode)
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise CorpusError(_reason(error)) from error
    if len(data) > LARGEST:
        raise CorpusError(f"larger than {LARGEST // 2**20} MB", todo="cut it into articles")
    return data


def _refuse_special(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kind = next((name for holds, name in _KINDS if holds(mode)), "no file")
    raise CorpusError(f"this is {kind}", todo="give a file with text")


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "reading it is not permitted"
    return f"it cannot be read ({getattr(error, 'strerror', None) or error})"


def _name(path: Path) -> str:
    """The file's name as text; bytes in it that are no UTF-8 become U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")
