"""An import as a person at a terminal sees it: a bar while it goes on, a line for each trouble, what became of it."""

import sys
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from annotations.dataset_articles import Places
from annotations.grouping import Grouped, group
from annotations.intake import Source, Taken, take_in
from annotations.store import Store
from corpus.article import Article, text_hash
from corpus.errors import CorpusError
from corpus.readers.base import Notice, Options
from corpus.sources import Input, Reading, inputs, read_stream
from tui.console import count

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

TOLD: Final = 20  # troubles, and as many notices, that are told one by one
PIPE: Final = Path("-")
STEPS: Final = ("profiling", "grouping", "comparing")
READING: Final = 1  # revision of how inputs are read: what was taken in by another one is read again


@dataclass(slots=True)
class Imported:
    """What an import did, and the lines that a person has to see."""

    taken: Taken
    grouped: Grouped
    lines: list[str] = field(default_factory=list)


def import_into(
    store: Store,
    paths: Sequence[Path],
    options: Options,
    *,
    pipe: BinaryIO | None = None,
    grouping: bool = True,
    apart: Collection[Path] = (),
) -> Imported:
    """Take what is in `paths` into a project and have it fall into stories. Raises ProjectError.

    `pipe` is read for the path `-`; files and folders `apart` are passed over below folders.
    """
    told = _Told()
    with ExitStack() as stack:
        bar = stack.enter_context(_bar()) if sys.stderr.isatty() else None
        given = list(_sources(paths, options, pipe, apart))
        steps = {what: _Step(bar, what) for what in ("reading", *STEPS)}
        size = sum(one.size for one in given)
        taken = take_in(
            store, given, tell=told.tell, progress=lambda taken: steps["reading"](taken.done, size, taken.articles)
        )
        grouped = Grouped(0, 0, 0)
        if grouping:
            grouped = group(store, lambda what, done, of: steps[what](done, of))
    return Imported(taken, grouped, told.lines())


def group_now(store: Store) -> Grouped:
    """Have the articles that lie in no story fall into stories. Raises ProjectError."""
    with ExitStack() as stack:
        bar = stack.enter_context(_bar()) if sys.stderr.isatty() else None
        steps = {what: _Step(bar, what) for what in STEPS}
        return group(store, lambda what, done, of: steps[what](done, of))


class _Told:
    """The lines about troubles and notices, of each kind only so many."""

    def __init__(self) -> None:
        self._troubles: list[str] = []
        self._notices: list[str] = []
        self._more = 0
        self._unsaid = 0

    def tell(self, what: CorpusError | Notice) -> None:
        """Keep a line, or count it where there are many."""
        if isinstance(what, Notice):
            if len(self._notices) < TOLD:
                self._notices.append(str(what))
            else:
                self._unsaid += 1
        elif len(self._troubles) < TOLD:
            self._troubles.append(str(what))
        else:
            self._more += 1

    def lines(self) -> list[str]:
        """What there is to say."""
        lines = [*self._notices]
        lines += [f"and {self._unsaid:,} more notices"] * bool(self._unsaid)
        lines += self._troubles
        return lines + [f"and {self._more:,} more that could not be taken in"] * bool(self._more)


def _sources(
    paths: Sequence[Path], options: Options, pipe: BinaryIO | None, apart: Collection[Path]
) -> Iterator[Source]:
    """The inputs of an import; what cannot be found is an input that holds nothing but its trouble."""
    if pipe is not None and PIPE in paths:
        yield Source("", 0, lambda: read_stream(pipe, "stdin", options))
    for one in inputs([path for path in paths if path != PIPE], apart):
        yield _source(one, options)


def _source(one: Input | CorpusError, options: Options) -> Source:
    if isinstance(one, CorpusError):
        return Source("", 0, lambda: iter([one]))

    reading = Reading(one, options)
    key = f"{READING}\0{one.path.absolute()}\0{one.name}\0{one.size}\0{one.mtime_ns}\0{options!r}"
    return Source(text_hash(key), one.size, lambda: iter(reading), lambda: reading.position)


def nothing_there(paths: Sequence[Path], apart: Collection[Path] = ()) -> list[str]:
    """Why there is no input at all in `paths`; nothing where there is one."""
    found = list(inputs(paths, apart))
    return [] if any(isinstance(one, Input) for one in found) else [str(one) for one in found]


def would_take(
    store: Store, paths: Sequence[Path], options: Options, pipe: BinaryIO | None = None, apart: Collection[Path] = ()
) -> str:
    """What would come in of `paths`, in one line; nothing is written. Raises ProjectError."""
    places, fresh, known, troubles = Places(store), set[str](), 0, 0
    for source in _sources(paths, options, pipe, apart):
        for item in source.read():
            if not isinstance(item, Article):
                troubles += isinstance(item, CorpusError)
            elif places.there(item) or item.id in fresh:
                known += 1
            else:
                fresh.add(item.id)
    parts = [f"{count(len(fresh), 'article')} new", f"{known:,} there already"]
    return "; ".join(parts + [f"{count(troubles, 'record')} could not be taken in"] * bool(troubles))


def summary(imported: Imported, nothing: str = "nothing new") -> str:
    """What an import did, in one line; `nothing` is said where no article was added."""
    taken, grouped = imported.taken, imported.grouped
    parts = [f"{count(taken.added, 'article')} added" if taken.added else nothing]
    if taken.versions:
        parts.append(f"newer versions among them: {taken.versions:,} (variorum carry takes the annotations over)")
    if taken.known:
        parts.append(f"{taken.known:,} there already")
    if taken.older:
        parts.append(f"as an older version was: {taken.older:,} (the newer one stays)")
    if grouped.articles:
        fresh = f", {grouped.fresh:,} of them new" if grouped.fresh < grouped.stories else ""
        parts.append(f"{grouped.articles:,} placed in {count(grouped.stories, 'story')}{fresh}")
    if taken.troubles:
        parts.append(f"{count(taken.troubles, 'record')} could not be taken in")
    return "; ".join(parts)


# The bar


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 (only for imports at a terminal)
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description:10}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]:>14}"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


class _Step:
    """One stage of an import on the bar: how far it is, how fast, and how long it still takes."""

    def __init__(self, bar: "Progress | None", what: str) -> None:
        self._bar = bar
        self._what = what
        self._begun = 0.0
        self._task: TaskID | None = None

    def __call__(self, done: int, of: int, things: int | None = None) -> None:
        """`done` of `of`; `things` is what the rate counts, if that is something else."""
        if self._bar is None:
            return
        if self._task is None:
            self._begun = time.monotonic()
            self._task = self._bar.add_task(self._what, total=of, rate="")
        seconds = time.monotonic() - self._begun
        rate = f"{(done if things is None else things) / seconds:,.0f}/s" if seconds > 1 else ""
        self._bar.update(self._task, completed=done, total=of, rate=rate)
