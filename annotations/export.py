"""Exports that prove themselves: a dataset is written beside its place, read back, compared, and only then put there.

Whatever happens on the way, a file that was there before stays as it was.
"""

import errno
import os
import shutil
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import IO, Final, TypeAlias

from annotations.errors import ExportError, ReadError
from annotations.formats.base import Format, How, LeftOut
from annotations.formats.difference import difference, fingerprint, without
from annotations.formats.reduced import reduced
from annotations.formats.surfaces import checked
from annotations.gold import GoldStory
from annotations.losses import SUFFIX, Losses
from annotations.model import Verdict

Stories: TypeAlias = Callable[[], Iterable[GoldStory]]
"""Gives the same stories each time it is called: once to be written, and again where they have to be compared in full.

None are held.
"""

STREAM: Final = Path("-")
AGAIN: Final = "nothing was replaced, export again"
REMEDY: Final = {
    errno.ENOENT: "create the folder or name another",
    errno.ENOTDIR: "create the folder or name another",
    errno.ENOSPC: "free some space and export again",
    errno.EDQUOT: "free some space and export again",
    errno.EROFS: "name a folder that can be written to",
    errno.EACCES: "name a folder that can be written to",
    errno.EPERM: "name a folder that can be written to",
    errno.ENAMETOOLONG: "name it shorter",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did: the file (`-` for a stream), how many articles and accepted spans it holds, what it lacks.

    `lacks` counts what was left out by kind, `first` are the first of it, and `side` is the file that lists it all.
    `unfinished` are the articles that count as finished by nobody.
    """

    path: Path
    articles: int = 0
    spans: int = 0
    lacks: dict[str, int] = field(default_factory=dict)
    first: tuple[LeftOut, ...] = ()
    side: Path | None = None
    unfinished: int = 0


def export(stories: Stories, fmt: Format, out: Path) -> Exported:
    """Write `stories` to `out` and replace what was there, once it has been read back and compared.

    Beside it comes the list of what was left out, if anything was. Raises ExportError, and leaves what was there, when
    it cannot be written or does not read back as it was written.
    """
    with _reported(out):
        target = _target(out, folder=not fmt.suffix)
        with _beside(target) as folder:
            done = _proven(stories, fmt, folder / target.name, out)
            for path in sorted(folder.rglob("*")):
                sync(path)
            stale = target.with_name(target.name + SUFFIX)
            _put(folder, target)
            if done.side is None:
                stale.unlink(missing_ok=True)
        sync(target.parent)
    return done


def export_stream(stories: Stories, fmt: Format, stream: IO[bytes]) -> Exported:
    """Write `stories` to `stream`, once they have been written to a temporary file, read back and compared.

    Raises ExportError as `export` does, and BrokenPipeError when nobody reads `stream` any more.
    """
    if not fmt.suffix:
        raise ExportError(f"{fmt.name} is a folder of files", where=str(STREAM), todo="name a folder with -o")
    with _reported(STREAM), TemporaryDirectory() as folder:
        path = Path(folder) / f"gold{fmt.suffix}"
        done = _proven(stories, fmt, path, STREAM)
        if [one.name for one in Path(folder).iterdir() if not one.name.endswith(SUFFIX)] != [path.name]:
            raise ExportError(f"{fmt.name} writes several files", where=str(STREAM), todo="name a file with -o")
        with path.open("rb") as written:
            shutil.copyfileobj(written, stream)
        stream.flush()
    return done


class _Watched:
    """The stories that are written: what they hold is counted, and they are known again by their `prints`.

    `through` says that they were all taken.
    """

    def __init__(self, stories: Iterable[GoldStory], fmt: Format, losses: Losses) -> None:
        self.prints = array("q")
        self.unfinished: set[str] = set()
        self.articles = self.spans = 0
        self.through = False
        self._stories = stories
        self._fmt = fmt
        self._losses = losses

    def __iter__(self) -> Iterator[GoldStory]:
        carries = self._fmt.carries
        for story in self._stories:
            self.unfinished.update(one.article.id for one in story.articles if not one.finished_by)
            small = reduced(story, carries)
            self._losses.add(small.left_out)
            for one in small.stories:
                self.prints.append(fingerprint(one, carries))
                self.articles += len(one.articles)
                self.spans += accepted(one)
                yield one
        self.through = True


def _proven(stories: Stories, fmt: Format, path: Path, out: Path) -> Exported:
    """Write to `path`, read it back and compare. Raises ExportError for a difference."""
    losses = Losses(path.with_name(path.name + SUFFIX))
    watched = _Watched(stories(), fmt, losses)
    try:
        left_out = fmt.write(iter(watched), path)
        losses.add(left_out)
    finally:
        losses.close()
    articles, spans = watched.articles, watched.spans
    if left_out or not watched.through or not _known_again(watched.prints, fmt, path):
        articles, spans = _compared(stories(), fmt, path, left_out)
    side = out.with_name(out.name + SUFFIX) if losses.counts and out != STREAM else None
    return Exported(out, articles, spans, dict(losses.counts), tuple(losses.first), side, len(watched.unfinished))


def _known_again(prints: Sequence[int], fmt: Format, path: Path) -> bool:
    """Whether a file says what was written, as far as is quickly told. Raises ExportError where it is no dataset."""
    with _unread():
        found = (fingerprint(checked(one), fmt.carries) for one in fmt.read(path, How()))
        return all(one == other for one, other in zip_longest(prints, found))


def _compared(stories: Iterable[GoldStory], fmt: Format, path: Path, left_out: Sequence[LeftOut]) -> tuple[int, int]:
    """How many articles and accepted spans a file holds. Raises ExportError where it is not what was to be written."""
    missed: defaultdict[str, list[LeftOut]] = defaultdict(list)
    for one in left_out:
        missed[one.article_id].append(one)
    wanted = (
        without(small, [left for one in small.articles for left in missed.get(one.article.id, ())])
        for story in stories
        for small in reduced(story, fmt.carries).stories
    )
    articles = spans = 0
    with _unread():
        for expected, found in zip_longest(wanted, fmt.read(path, How())):
            if expected is None or found is None:
                raise _differs(f"it holds {'more' if found else 'fewer'} stories than were exported")
            if what := difference(expected, checked(found), fmt.carries):
                raise _differs(what)
            articles += len(expected.articles)
            spans += accepted(expected)
    return articles, spans


def accepted(story: GoldStory) -> int:
    """How many accepted spans a story has."""
    return sum(each.verdict is Verdict.ACCEPTED for one in story.articles for each in one.annotations)


@contextmanager
def _unread() -> Generator[None]:
    """Turns what a reader says of what was just written into a difference."""
    try:
        yield
    except ReadError as error:
        raise _differs(error.what) from error


def _differs(what: str) -> ExportError:
    return ExportError(f"read back differs: {what}", todo=AGAIN)


def _target(out: Path, *, folder: bool) -> Path:
    """What `out` names, links followed. Raises ExportError for what is there and may not be replaced."""
    target = Path(os.path.realpath(out))
    if folder:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise ExportError("there is something already", where=str(out), todo="name a new folder, or an empty one")
        return target
    if target.is_dir():
        raise ExportError("this is a folder", where=str(out), todo="name a file in it")
    if target.exists() and not target.is_file():
        raise ExportError("this is no file that can be replaced", where=str(out), todo="use - for a stream")
    return target


@contextmanager
def _beside(target: Path) -> Generator[Path]:
    """A new folder beside `target`, gone at the end."""
    folder = target.with_name(f".variorum-{token_hex(8)}.tmp")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put(folder: Path, target: Path) -> None:
    """Move everything that was written to its place; the dataset itself last."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name == target.name):
        place = target.with_name(path.name)
        if path.is_file() and place.is_file():
            shutil.copymode(place, path)
        if path.is_dir() and place.is_dir():
            place.rmdir()
        path.replace(place)


@contextmanager
def _reported(out: Path) -> Generator[None]:
    """Turns errors of the operating system into one line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        todo = REMEDY.get(error.errno or 0, "name another file")
        raise ExportError(error.strerror or str(error), where=str(out), todo=todo) from error


def sync(path: Path) -> None:
    """Make a file, or the names in a folder, durable; Windows cannot for folders, and some network disks refuse."""
    if path.is_dir():
        if sys.platform == "win32":
            return
        with suppress(OSError):
            _fsync(path)
    else:
        _fsync(path)


def _fsync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
