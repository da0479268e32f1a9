"""`variorum export`: the annotations as a dataset."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from corpus.display import shown_line
from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, LEFT_OUT, OUTPUT, count, say

if TYPE_CHECKING:
    from annotations.choice import Choice
    from annotations.export import Exported
    from annotations.formats.base import Format
    from annotations.gold import GoldStory
    from annotations.store import Store

STREAM = "-"
DAY: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def choice_options(verb: Callable[..., int]) -> Callable[..., int]:
    """The options that say which decisions are wanted."""
    for option in (
        click.option("--proposals", "offers", is_flag=True, help="Open proposals too, where the format has a place."),
        click.option("--anonymous", is_flag=True, help="Call reviewers reviewer-1, reviewer-2 …"),
        click.option("--until", metavar="DAY", default="", help="Only articles of that day (month, year) or before."),
        click.option("--since", metavar="DAY", default="", help="Only articles of that day (month, year) or after."),
        click.option(
            "--agreed", metavar="N", type=click.IntRange(1), default=1, help="Only spans that N accepted alike."
        ),
        click.option(
            "--label", "labels", metavar="NAME", multiple=True, help="Only this label; more than once for more."
        ),
        click.option("--reviewer", "reviewers", metavar="NAME", multiple=True, help="Only this reviewer's decisions."),
        click.option("--reviewed", is_flag=True, help="Only articles that were finished."),
    ):
        verb = option(verb)
    return verb


def choice_of(store: "Store", project: Path, options: dict[str, Any]) -> "Choice":
    """What is wanted, from the command line.

    Raises VariorumError for reviewers and labels that the project does not know, and for days that are none.
    """
    from annotations.choice import Choice, counted_labels, unknown_reviewers  # noqa: PLC0415
    from annotations.chosen_labels import unknown_labels  # noqa: PLC0415

    options = options | {name: tuple(options[name]) for name in ("reviewers", "labels")}
    choice = Choice(**options)
    if unknown := unknown_reviewers(store, choice):
        known = ", ".join(store.reviewers()) or "nobody yet"
        raise VariorumError(f"nobody called {unknown[0]} annotated it", where=str(project), todo=f"known: {known}")
    if unknown := unknown_labels(store, choice):
        used = ", ".join(counted_labels(store)) or "none yet"
        raise VariorumError(f"there is no label {unknown[0]}", where=str(project), todo=f"used: {used}")
    for day in (choice.since, choice.until):
        if day and not DAY.fullmatch(day):
            raise VariorumError(f"{day!r} is no day", todo="write 2026, 2026-03 or 2026-03-15")
    return choice


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project to export.")
@click.option("--format", "name", metavar="NAME", required=True, help="The format; `variorum formats` lists them.")
@click.option(
    "-o", "--out", type=OUTPUT, metavar="OUT", required=True, help="The file or folder to write; - for stdout."
)
@click.option("--split", "shares", metavar="80/10/10", default="", help="Three files: train, dev, test, by story.")
@click.option("--seed", metavar="N", type=int, default=0, help="Which stories go where in a split.")
@choice_options
def export(project: Path, name: str, out: Path, shares: str, seed: int, **options: object) -> int:
    """Write the annotations of a project as a dataset."""
    from annotations.choice import gold  # noqa: PLC0415
    from annotations.chosen_labels import labels_in  # noqa: PLC0415
    from annotations.formats.base import numbered  # noqa: PLC0415
    from annotations.formats.reduced import missing  # noqa: PLC0415
    from annotations.formats.registry import format_named  # noqa: PLC0415
    from annotations.splits import splits  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    plain = format_named(name)
    parts = splits(shares, seed) if shares else None
    if parts is not None and str(out) == STREAM:
        raise VariorumError("a split is several files", where=STREAM, todo="name a file with -o")
    store = Store(project, read_only=True)
    choice = choice_of(store, project, options)
    fmt = numbered(plain, labels_in(store, choice))
    if lost := missing(fmt.carries):
        say(f"{fmt.name} does not carry: {', '.join(lost)}")

    def stories(part: str = "") -> Iterator["GoldStory"]:
        found: Iterable[GoldStory] = gold(store, choice)
        return iter(found) if parts is None else parts.taken(found, part)

    if parts is None:
        done = [_written(stories, fmt, out)]
    else:
        done = [_written(partial(stories, part), fmt, named(out, part)) for part in parts.names]
    store.close()
    for one in done:
        _tell(one)
    if choice.reviewed and not sum(one.articles for one in done):
        say("variorum: nobody has finished an article yet (Z Z does), so the dataset is empty")
    return LEFT_OUT if any(one.lacks for one in done) else DONE


def named(out: Path, part: str) -> Path:
    """The file of one part of a split: gold.jsonl becomes gold.train.jsonl."""
    return out.with_name(f"{out.stem}.{part}{out.suffix}")


def _written(stories: Callable[[], Iterable["GoldStory"]], fmt: "Format", out: Path) -> "Exported":
    from annotations.export import export as write_file  # noqa: PLC0415
    from annotations.export import export_stream  # noqa: PLC0415

    return export_stream(stories, fmt, sys.stdout.buffer) if str(out) == STREAM else write_file(stories, fmt, out)


def _tell(done: "Exported") -> None:
    for left in done.first:
        place = f" {left.span.start}–{left.span.end}" if left.span else ""
        say(shown_line(f"not carried: {left.article}{place} {left.label} {left.surface!r}: {left.reason}"))
    more = sum(done.lacks.values()) - len(done.first)
    if more > 0:
        say(f"and {more:,} more")
    target = "" if str(done.path) == STREAM else f" to {done.path}"
    say(f"{count(done.articles, 'article')}, {count(done.spans, 'span')} written{target} and read back")
    if done.lacks:
        each = ", ".join(f"{number:,} of {kind}" for kind, number in sorted(done.lacks.items()))
        say(f"not carried: {each}{f'; listed in {done.side}' if done.side else ''}")
