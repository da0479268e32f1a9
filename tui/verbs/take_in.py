"""`variorum import`: articles and datasets into a project, and from there into stories, without opening the desk."""

import sys
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from corpus.errors import VariorumError
from corpus.offsets import Unit
from tui.console import DONE, EXISTING, FAILED, Verb, count, options_of, reading_options, say

if TYPE_CHECKING:
    from annotations.store import Store
    from corpus.readers.base import Options
    from tui.taking_over import Dataset, Wanted

UNITS = tuple(unit.value for unit in Unit)
MANNERS = ("annotations", "proposals")


def dataset_options(verb: Verb) -> Verb:
    """The options that say how datasets are taken in."""
    for option in (
        click.option("--model-name", "model", metavar="NAME", default="", help="Who proposes; else the file's name."),
        click.option("--offsets", "unit", type=click.Choice(UNITS), help="What offsets count, where not as usual."),
        click.option("--as", "manner", type=click.Choice(MANNERS), default=MANNERS[0], help="What spans come in as."),
        click.option("--reviewer", metavar="NAME", help="Whose decisions they are where a dataset names nobody."),
        click.option("--format", "name", metavar="NAME", default="", help="All PATHS are datasets of this format."),
        click.option("--dry-run", "dry", is_flag=True, help="Say what would come in, and write nothing."),
    ):
        verb = option(verb)
    return verb


@dataclass(frozen=True, slots=True)
class _Import:
    """What is to come in: `datasets` as `wanted`, and articles of the paths `rest`, of which one may be the `pipe`.

    What is `apart` below these is no article.
    """

    project: Path
    datasets: "list[Dataset]"
    wanted: "Wanted"
    rest: list[Path]
    apart: frozenset[Path]
    options: "Options"
    pipe: BinaryIO | None
    grouping: bool


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project; made where there is none.")
@click.option("--no-stories", is_flag=True, help="Leave the articles ungrouped for now.")
@dataset_options
@reading_options
def take_in(  # noqa: PLR0913 (click's way)
    paths: tuple[Path, ...],
    project: Path,
    *,
    no_stories: bool,
    name: str,
    fields: tuple[str, ...],
    encoding: str | None,
    repair: bool,
    **said: Any,
) -> int:
    """Take articles and annotations into a project.

    The articles are grouped into stories.

    PATHS are files, folders, patterns such as "a*.txt", archives, or - for what is piped in. What is a dataset of one
    of the formats (`variorum formats`), also in a folder, brings annotations with it, as decisions of the reviewers
    whom it names.

    What is there already is not added again. Exit code 1 where a record or a dataset could not be taken in; the rest is
    in, and of a dataset with a fault nothing.
    """
    from tui.taking_over import examined, refuse_unused, sorted_out, wanted_of  # noqa: PLC0415 (--help must not pay for it)

    options, pipe = options_of(fields, encoding, repair=repair), _pipe(paths)
    wanted = wanted_of(**said, encoding=encoding)
    found = sorted_out(paths, name)
    refuse_unused(found.datasets, fields=bool(fields), encoding=encoding is not None, repair=repair)
    datasets, faults = examined(found.datasets, wanted)
    faults = found.faults + faults
    for line in (*found.lines, *faults):
        say(line)
    if not datasets and not project.exists() and pipe is None:
        _check_there(found.rest, found.apart)
    with _project(project, dry=wanted.dry) as store:
        order = _Import(project, datasets, wanted, found.rest, found.apart, options, pipe, not no_stories)
        fine = _foretold(store, order) if wanted.dry else _taken(store, order)
    return DONE if fine and not faults else FAILED


def _pipe(paths: tuple[Path, ...]) -> BinaryIO | None:
    """What is read for `-`. Raises VariorumError where nothing is piped in."""
    if Path("-") not in paths:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        raise VariorumError("nothing is piped in for -", todo="write COMMAND | variorum import - --project FILE")
    return sys.stdin.buffer


def _check_there(paths: list[Path], apart: frozenset[Path]) -> None:
    """Raises VariorumError where there is nothing to make a project of."""
    from tui.importing import nothing_there  # noqa: PLC0415

    troubles = nothing_there(paths, apart)
    if paths and not troubles:
        return
    for line in troubles:
        say(line)
    raise VariorumError("there is nothing to take in", todo="the project was not made")


@contextmanager
def _project(project: Path, *, dry: bool) -> "Generator[Store]":
    """The project; where nothing is to be written and there is none, an empty one for the occasion."""
    from annotations.store import Store  # noqa: PLC0415

    if dry and not project.exists():
        with TemporaryDirectory() as folder, closing(Store(Path(folder) / project.name)) as store:
            yield store
        return
    with closing(Store(project, read_only=dry)) as store:
        yield store


def _foretold(store: "Store", order: _Import) -> bool:
    """Say what would come in."""
    from tui.importing import would_take  # noqa: PLC0415
    from tui.taking_over import taken  # noqa: PLC0415

    if order.rest:
        say(f"{order.project}: would come in: {would_take(store, order.rest, order.options, order.pipe, order.apart)}")
    for line in taken(store, order.datasets, order.wanted):
        say(line)
    return True


def _taken(store: "Store", order: _Import) -> bool:
    """Take everything in, and say what came in; returns whether all did."""
    from tui.importing import group_now, import_into, summary  # noqa: PLC0415
    from tui.taking_over import taken  # noqa: PLC0415

    at_once = order.grouping and not order.datasets
    imported = import_into(store, order.rest, order.options, pipe=order.pipe, grouping=at_once, apart=order.apart)
    for line in imported.lines:
        say(line)
    for line in taken(store, order.datasets, order.wanted):
        say(line)
    if order.grouping and order.datasets:
        imported.grouped = group_now(store)
    if order.rest:
        nothing = "no other article" if order.datasets else "nothing new"
        say(f"{order.project}: {summary(imported, nothing)}")
    elif imported.grouped.articles:
        placed, stories = imported.grouped.articles, imported.grouped.stories
        say(f"{order.project}: {placed:,} placed in {count(stories, 'story')}")
    return not imported.taken.troubles
