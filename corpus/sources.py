"""Where articles come from: files, folders and patterns a person names, a pipe, the story that ships with the program.

Nothing is skipped in silence: whatever cannot be taken in becomes a trouble with its place, and the rest is read.
"""

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.readers.base import Notice, Options, Outcome
from corpus.readers.registry import SUFFIXES, foreign, is_ours, is_readable, reader_for
from corpus.readers.source import Source, natural_key

_SAMPLE: Final = Path(__file__).with_name("sample")
_PATTERN: Final = re.compile(r"[*?\[]")
_KINDS: Final[tuple[tuple[Callable[[int], bool], str], ...]] = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: what it is called, its size in bytes, and when it was changed, in nanoseconds."""

    path: Path
    name: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """The articles found, in the order in which they were named, what stood in the way of others, and what to know."""

    articles: tuple[Article, ...]
    troubles: tuple[CorpusError, ...]
    notices: tuple[Notice, ...] = ()


def inputs(paths: Sequence[Path | str], apart: Collection[Path] = ()) -> Iterator[Input | CorpusError]:
    """The files in `paths`: those that are named, those below folders, and those that patterns such as a*.txt match.

    Of a folder, in natural order, all that is below it counts but for what is hidden or has a suffix that no reader
    knows; links are followed, once. A file is called by its name, one below a folder by its path from there, and files
    that would be called the same by their paths from the folder that holds them all. Files and folders `apart` are
    passed over below folders. Never raises.
    """
    found = list(_found(paths, apart))
    names = _names([(path, name) for path, name in (one for one in found if not isinstance(one, CorpusError))])
    asked = False
    for one in found:
        if isinstance(one, CorpusError):
            yield one
            continue
        path, name = one
        if not asked and not is_ours(name):
            asked = True
            yield from foreign()[1]
        try:
            status = path.stat()
            _refuse_special(status.st_mode)
        except (OSError, ValueError) as error:
            yield CorpusError(_reason(error), where=str(path))
        except CorpusError as error:
            yield CorpusError(error.what, where=str(path), todo=error.todo)
        else:
            yield Input(path, names.get(str(path), name), status.st_size, status.st_mtime_ns)


class Reading:
    """The articles in one file, one after the other, and what stood in the way of others. Iterating never raises."""

    def __init__(self, given: Input, options: Options) -> None:
        self._given = given
        self._options = options
        self._stream: BinaryIO | None = None

    @property
    def position(self) -> int:
        """How far it is in the file, in bytes."""
        return self._stream.tell() if self._stream is not None and not self._stream.closed else 0

    def __iter__(self) -> Iterator[Outcome]:
        where = str(self._given.path)
        try:
            with _opened(self._given.path) as self._stream:
                yield from _read(Source(self._stream, self._given.name, where), self._options)
        except (OSError, ValueError) as error:
            yield CorpusError(_reason(error), where=where)
        except CorpusError as error:
            yield CorpusError(error.what, where=where, todo=error.todo)


def read(given: Input, options: Options) -> Iterator[Outcome]:
    """The articles in one file, one after the other, and what stood in the way of others. Never raises."""
    return iter(Reading(given, options))


def read_stream(stream: BinaryIO, name: str, options: Options) -> Iterator[Outcome]:
    """The articles in a pipe that is called `name`; what it holds is found by looking at it. Never raises."""
    yield from foreign()[1]
    yield from _read(Source(stream, name, name), options)


def gather(paths: Sequence[Path | str], options: Options | str | None = None) -> Gathered:
    """All articles in `paths` at once, each text under each name only once. `options` may be an encoding's name."""
    if not isinstance(options, Options):
        options = Options(encoding=options)
    articles: dict[str, Article] = {}
    troubles: list[CorpusError] = []
    notices: list[Notice] = []
    for one in inputs(paths):
        for outcome in [one] if isinstance(one, CorpusError) else read(one, options):
            if isinstance(outcome, CorpusError):
                troubles.append(outcome)
            elif isinstance(outcome, Notice):
                notices.append(outcome)
            elif outcome.id in articles and isinstance(one, Input):
                what = "the same text under the same name was already read"
                troubles.append(CorpusError(what, where=str(one.path), todo="give it once"))
            else:
                articles[outcome.id] = outcome
    return Gathered(tuple(articles.values()), tuple(troubles), tuple(notices))


def sample() -> Gathered:
    """The story that ships with the program."""
    return gather(sorted(_SAMPLE.glob("*.txt")))


def _read(source: Source, options: Options) -> Iterator[Outcome]:
    try:
        yield from reader_for(source, options.fields.values()).read(source, options)
    except CorpusError as error:
        yield CorpusError(error.what, where=error.where or source.where, todo=error.todo)
    except OSError as error:
        yield CorpusError(_reason(error), where=source.where)
    except UnicodeError as error:
        yield CorpusError(f"not valid in its encoding ({error})", where=source.where, todo="name its --encoding")
    except Exception as error:  # noqa: BLE001 (a library's fault over a file from outside must cost that file alone)
        yield CorpusError(f"it cannot be read ({type(error).__name__}: {error})", where=source.where)


def matching(path: Path) -> list[Path]:
    """What a pattern such as a*.txt matches, in natural order; nothing for a path that is there, or is no pattern."""
    if not _PATTERN.search(str(path)) or os.path.lexists(path):
        return []
    from glob import glob  # noqa: PLC0415 (the shell has expanded most patterns)

    return sorted(map(Path, glob(str(path), recursive=True)), key=natural_key)  # noqa: PTH207 (takes any path)


def _found(paths: Sequence[Path | str], apart: Collection[Path]) -> Iterator[tuple[Path, str] | CorpusError]:
    for path in map(Path, paths):
        # Path.is_dir and Path.exists raise where a parent is closed.
        if os.path.isdir(path):  # noqa: PTH112
            yield from _below(path, apart)
        elif _PATTERN.search(str(path)) and not os.path.lexists(path):
            yield from _matching(path, apart)
        else:
            yield path, _text(path.name)


def _matching(pattern: Path, apart: Collection[Path]) -> Iterator[tuple[Path, str] | CorpusError]:
    matches = matching(pattern)
    if not matches:
        yield CorpusError("no file matches this pattern", where=str(pattern))
    yield from _found(matches, apart)


def _below(folder: Path, apart: Collection[Path]) -> Iterator[tuple[Path, str] | CorpusError]:
    troubles: list[CorpusError] = []
    files = sorted(_files_below(folder, troubles, apart), key=natural_key)
    yield from troubles
    if not files and not any(one.is_relative_to(folder) for one in apart):
        todo = "give a folder with files that end in " + ", ".join(SUFFIXES)
        yield CorpusError("there are no texts in this folder", where=str(folder), todo=todo)
    for path in files:
        yield path, _text(path.relative_to(folder).as_posix())


def _files_below(folder: Path, troubles: list[CorpusError], apart: Collection[Path]) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            status = here.stat()
            entries = [one for one in here.iterdir() if not one.name.startswith(".") and one not in apart]
        except OSError as error:
            troubles.append(CorpusError(_reason(error), where=str(here)))
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        folders = {entry for entry in entries if os.path.isdir(entry)}  # noqa: PTH112 (is_dir raises)
        waiting.extend(folders)
        yield from (entry for entry in entries if entry not in folders and is_readable(entry.name))


def _names(files: Sequence[tuple[Path, str]]) -> dict[str, str]:
    """Other names, by path, for files that would be called the same."""
    by_name: dict[str, dict[str, str]] = {}
    for path, name in files:
        by_name.setdefault(name, {})[os.path.abspath(path)] = str(path)  # noqa: PTH100 (a NUL must not raise)
    names: dict[str, str] = {}
    for places in by_name.values():
        if len(places) > 1:
            common = os.path.commonpath(list(places))
            names |= {path: _text(Path(place).relative_to(common).as_posix()) for place, path in places.items()}
    return names


def _opened(path: Path) -> BinaryIO:
    """The file, to be read. Raises OSError, and CorpusError where it is none; never waits for a writer."""
    _refuse_special(path.stat().st_mode)
    # Between the question and the opening the path may have become a pipe, which must not block.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(descriptor, "rb")
    try:
        _refuse_special(os.fstat(descriptor).st_mode)
    except CorpusError:
        file.close()
        raise
    return file


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


def _text(name: str) -> str:
    """A file's name as text; bytes in it that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
