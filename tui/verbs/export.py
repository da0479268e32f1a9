"""`variorum export`: the annotations as a dataset."""

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from corpus.display import shown_line
from corpus.errors import WrongUsageError
from tui.console import DONE, EXISTING, LEFT_OUT, OUTPUT, Verb, count, say

if TYPE_CHECKING:
    from annotations.choice import Choice
    from annotations.export import Exported
    from annotations.formats.base import Format
    from annotations.gold import GoldStory
    from annotations.splits import Splits
    from annotations.store import Store

STREAM = "-"
DAY: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
NONE_FINISHED: Final = "nobody has finished an article yet (Z Z does), so the dataset is empty"


def choice_options(verb: Verb) -> Verb:
    """The options that say which decisions are wanted, and how they are written."""
    for option in (
        click.option("--model-links", "links", is_flag=True, help="Join names that only a model takes for one."),
        click.option("--proposals", "offers", is_flag=True, help="Open proposals too, where the format has a place."),
        click.option("--anonymous", is_flag=True, help="Call reviewers reviewer-1, reviewer-2 …"),
    ):
        verb = option(verb)
    return judged_options(verb)


def judged_options(verb: Verb) -> Verb:
    """The options that say which decisions are wanted: whose, on what, on which articles."""
    for option in (
        click.option("--until", metavar="DAY", default="", help="Only articles of that day (month, year) or before."),
        click.option("--since", metavar="DAY", default="", help="Only articles of that day (month, year) or after."),
        click.option(
            "--agreed",
            metavar="N",
            type=click.IntRange(1),
            default=1,
            help="Spans that fewer than N accepted alike are unsure, articles that fewer finished unfinished.",
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

    Raises WrongUsageError for reviewers and labels that the project does not know, and for days that are none.
    """
    from annotations.choice import Choice, unknown_reviewers  # noqa: PLC0415
    from annotations.chosen_labels import counted_labels, unknown_labels  # noqa: PLC0415

    options = options | {name: tuple(options[name]) for name in ("reviewers", "labels")}
    choice = Choice(**options)
    if unknown := unknown_reviewers(store, choice):
        known = ", ".join(store.reviewers()) or "nobody yet"
        raise WrongUsageError(f"nobody called {unknown[0]} annotated it", where=str(project), todo=f"known: {known}")
    if unknown := unknown_labels(store, choice):
        used = ", ".join(counted_labels(store)) or "none yet"
        raise WrongUsageError(f"there is no label {unknown[0]}", where=str(project), todo=f"used: {used}")
    for day in (choice.since, choice.until):
        if day and not DAY.fullmatch(day):
            raise WrongUsageError(f"{day!r} is no day", todo="write 2026, 2026-03 or 2026-03-15")
    return choice


def unfinished_lines(unfinished: int, articles: int, choice: "Choice") -> Iterator[str]:
    """What a person should know of a dataset of which some articles count as unfinished."""
    if unfinished:
        few = f"fewer than {choice.agreed}" if choice.agreed > 1 else ""
        who = few or ("none of these reviewers" if choice.reviewers else "nobody")
        was, them = ("was", "it") if unfinished == 1 else ("were", "them")
        yield (
            f"{unfinished:,} of {count(articles, 'article')} {was} finished by {who}: what is unmarked in {them} is"
            f" unknown; --reviewed leaves {them} out"
        )


def split_lines(store: "Store", choice: "Choice", parts: "Splits") -> Iterator[str]:
    """What a person should know of a split: which parts are empty, and texts that lie in several. Raises ProjectError.

    Where nothing at all is wanted, no line.
    """
    from annotations.choice import gold  # noqa: PLC0415
    from annotations.splits import spread  # noqa: PLC0415

    found = spread(gold(store, choice), parts)
    if 0 < found.stories < len(parts.names):
        are = "is" if len(found.empty) == 1 else "are"
        why = f"{count(found.stories, 'story')} cannot fill {len(parts.names)} parts"
        yield f"{' and '.join(found.empty)} {are} empty: {why}"
    elif found.stories:
        yield from (f"{part} is empty: no story fell into it; try another --seed" for part in found.empty)
    if found.equal:
        one, other = found.equal[0]
        lie, more = ("lies", "") if len(found.equal) == 1 else ("lie", " and so on")
        yield shown_line(
            f"{count(len(found.equal), 'text')} {lie} in more than one part: {one.article} in {one.part},"
            f" {other.article} in {other.part}{more}; merge their stories to keep them together"
        )


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
    from annotations.chosen_labels import labels_in  # noqa: PLC0415
    from annotations.formats.base import numbered  # noqa: PLC0415
    from annotations.formats.reduced import missing  # noqa: PLC0415
    from annotations.formats.registry import format_named  # noqa: PLC0415
    from annotations.splits import splits  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    plain = format_named(name)
    parts = splits(shares, seed) if shares else None
    if parts is not None and str(out) == STREAM:
        raise WrongUsageError("a split is several files", where=STREAM, todo="name a file with -o")
    store = Store(project, read_only=True)
    choice = choice_of(store, project, options)
    fmt = numbered(plain, labels_in(store, choice))
    if lost := missing(fmt.carries):
        say(f"{fmt.name} does not carry: {', '.join(lost)}")
    done = list(_written(store, choice, parts, fmt, out))
    remarks = [*(split_lines(store, choice, parts) if parts else ())]
    store.close()
    articles, unfinished = sum(one.articles for one in done), sum(one.unfinished for one in done)
    for line in (*remarks, *unfinished_lines(unfinished, articles, choice)):
        say(line)
    for one in done:
        _tell(one)
    if choice.reviewed and not articles:
        say(f"variorum: {NONE_FINISHED}")
    return LEFT_OUT if any(one.lacks for one in done) else DONE


def named(out: Path, part: str) -> Path:
    """The file of one part of a split: gold.jsonl becomes gold.train.jsonl."""
    return out.with_name(f"{out.stem}.{part}{out.suffix}")


def _written(
    store: "Store", choice: "Choice", parts: "Splits | None", fmt: "Format", out: Path
) -> Iterator["Exported"]:
    """Writes the file, or one for each part."""
    from annotations.choice import gold  # noqa: PLC0415
    from annotations.export import export as write_file  # noqa: PLC0415
    from annotations.export import export_stream  # noqa: PLC0415

    if str(out) == STREAM:
        yield export_stream(partial(gold, store, choice), fmt, sys.stdout.buffer)
    elif parts is None:
        yield write_file(partial(gold, store, choice), fmt, out)
    else:
        for part in parts.names:
            yield write_file(partial(_taken, store, choice, parts, part), fmt, named(out, part))


def _taken(store: "Store", choice: "Choice", parts: "Splits", part: str) -> Iterator["GoldStory"]:
    from annotations.choice import gold  # noqa: PLC0415

    return parts.taken(gold(store, choice), part)


def _tell(done: "Exported") -> None:
    for left in done.first:
        place = f" {left.span.start}–{left.span.end}" if left.span else ""
        what = " ".join(filter(None, (left.label, repr(left.surface) if left.surface else left.kind)))
        say(shown_line(f"not carried: {left.article}{place} {what}: {left.reason}"))
    more = sum(done.lacks.values()) - len(done.first)
    if more > 0:
        say(f"and {more:,} more")
    target = "" if str(done.path) == STREAM else f" to {done.path}"
    say(f"{count(done.articles, 'article')}, {count(done.spans, 'span')} written{target} and read back")
    if done.lacks:
        each = ", ".join(f"{number:,} of {kind}" for kind, number in sorted(done.lacks.items()))
        say(f"not carried: {each}{f'; listed in {done.side}' if done.side else ''}")
