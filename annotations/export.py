"""Exports that prove themselves: a dataset is written beside its place, read back, compared, and only then put there.

Whatever happens on the way, a file that was there before stays as it was.
"""

import errno
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryFile
from typing import IO, Final, TypeAlias

from annotations.errors import ExportError
from annotations.formats.base import Format, LeftOut, Place, ReadBack, places
from annotations.gold import GoldArticle
from annotations.model import Verdict

Articles: TypeAlias = Callable[[], Iterable[GoldArticle]]
"""Gives the same articles each time it is called: once to be written, once to be compared. None are held."""

STREAM: Final = Path("-")
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
    """What an export did: the file (`-` for a stream), how many articles and accepted spans it holds, what it lacks."""

    path: Path
    articles: int
    spans: int
    left_out: tuple[LeftOut, ...]


def export(articles: Articles, fmt: Format, out: Path) -> Exported:
    """Write `articles` to the file `out` and replace what was there, once it has been read back and compared.

    Raises ExportError, and leaves what was there, when it cannot be written or does not read back as it was written.
    """
    with _reported(out):
        target = _target(out)
        with _beside(target) as temporary:
            with temporary.open("x+b") as stream:
                done = _proven(articles, fmt, stream, out)
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        _sync_folder(target.parent)
    return done


def export_stream(articles: Articles, fmt: Format, stream: IO[bytes]) -> Exported:
    """Write `articles` to `stream`, once they have been written to a temporary file, read back and compared.

    Raises ExportError as `export` does, and BrokenPipeError when nobody reads `stream` any more.
    """
    with _reported(STREAM), TemporaryFile() as temporary:
        done = _proven(articles, fmt, temporary, STREAM)
        temporary.seek(0)
        shutil.copyfileobj(temporary, stream)
        stream.flush()
    return done


def difference(expected: ReadBack, found: ReadBack) -> str:
    """Where `found` first departs from `expected`, in words; empty when they are the same."""
    if found.name != expected.name:
        return f"the article is called {found.name!r}"
    if found.text != expected.text:
        pairs = zip_longest(expected.text, found.text)
        at = next(at for at, (one, other) in enumerate(pairs) if one != other)
        return f"the text differs at {at}"
    for verdict in ("spans", "rejected", "unsure"):
        wanted: tuple[Place, ...] = getattr(expected, verdict)
        got: tuple[Place, ...] = getattr(found, verdict)
        for one, other in zip_longest(wanted, got):
            if one != other:
                return f"{verdict} should hold {_named(one, expected.text)}, holds {_named(other, expected.text)}"
    return ""


def _named(place: Place | None, text: str) -> str:
    if place is None:
        return "no more"
    start, end, label, reviewer = place
    return f"{start} to {end} {text[start:end][:60]!r} {label} {reviewer}".rstrip()


def _proven(articles: Articles, fmt: Format, stream: IO[bytes], path: Path) -> Exported:
    """Write to `stream`, make it durable, read it from the start and compare. Raises ExportError for a difference."""
    left_out = tuple(fmt.write(articles(), stream))
    stream.flush()
    os.fsync(stream.fileno())
    stream.seek(0)
    missed: defaultdict[str, list[LeftOut]] = defaultdict(list)
    for one in left_out:
        missed[one.article_id].append(one)
    count = spans = 0
    for article, found in zip_longest(articles(), fmt.read(stream)):
        if article is None or found is None:
            raise _differs(f"it holds {'more' if found else 'fewer'} articles than were exported", path)
        expected = fmt.expected(article, missed[article.article.id])
        _check_complete(article, expected, missed[article.article.id])
        if what := difference(expected, found):
            raise _differs(what, article.article.name)
        count, spans = count + 1, spans + len(expected.spans)
    return Exported(path, count, spans, left_out)


def _check_complete(article: GoldArticle, expected: ReadBack, left_out: Sequence[LeftOut]) -> None:
    """Raises ExportError when a format neither carries an accepted span nor says that it does not."""
    known = {place[:3] for place in (*expected.spans, *(one.place for one in left_out))}
    for place in places(article, Verdict.ACCEPTED):
        if place[:3] not in known:
            raise ExportError(
                f"the format drops {_named(place, article.article.text)} without a word",
                where=article.article.name,
                todo="export to another format",
            )


def _differs(what: str, where: str | Path) -> ExportError:
    return ExportError(f"read back differs: {what}", where=str(where), todo="nothing was replaced, export again")


def _target(out: Path) -> Path:
    """The file that `out` names, links followed. Raises ExportError for what is there and is no file."""
    target = Path(os.path.realpath(out))
    if target.is_dir():
        raise ExportError("this is a folder", where=str(out), todo="name a file in it")
    if target.exists() and not target.is_file():
        raise ExportError("this is no file that can be replaced", where=str(out), todo="use - for a stream")
    return target


@contextmanager
def _beside(target: Path) -> Generator[Path]:
    """The path of a new file in the folder of `target`, gone at the end unless it was moved away."""
    path = target.with_name(f".variorum-{token_hex(8)}.tmp")
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


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


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where folders can be synced: Windows has no such call, some network disks refuse."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
