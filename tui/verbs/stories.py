"""`variorum stories`: the stories of a project, a line each."""

import getpass
import json
import os
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from corpus.display import shown_line
from corpus.errors import WrongUsageError
from tui.config import current
from tui.console import DONE, EXISTING, count, say

if TYPE_CHECKING:
    from annotations.queue import Listed
    from annotations.store import Store

ORDERS = ("date", "size", "open", "disagreement", "doubt")
HEAD: Final = "state    verdict  first day  last day   arts. outl. left dis."


@click.command()
@click.argument("project", type=EXISTING)
@click.option("--sort", type=click.Choice(ORDERS), default="date", help="By day, size, open work, disagreement, doubt.")
@click.option("--reverse", is_flag=True, help="The other way round.")
@click.option("--filter", "words", metavar="WORDS", default="", help="Only stories whose titles or texts have these.")
@click.option("--state", type=click.Choice(["new", "in work", "done"]), help="Only stories in this state.")
@click.option("--reviewer", metavar="NAME", help="Whose open work counts; else the settings', else the login name.")
@click.option("--model", metavar="NAME", help="Whose doubt counts, of several models that read; with --sort doubt.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Only the first N.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def stories(  # noqa: PLR0913, PLR0917 (an option each)
    project: Path,
    sort: str,
    reverse: bool,  # noqa: FBT001 (click's way)
    words: str,
    state: str | None,
    reviewer: str | None,
    model: str | None,
    limit: int | None,
    as_json: bool,  # noqa: FBT001
) -> int:
    """List the stories of a project.

    A line each: state, verdict, first and last day, articles, outlets, articles left to do, disagreement (~: an
    estimate), with --sort doubt what the scores of the model lack of 100 %, title.
    """
    from annotations.doubts import doubts  # noqa: PLC0415 (--help must not pay for it)
    from annotations.queue import Order, State, Wanted, listed, numbers  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    order = Order.OPEN if sort == "open" else Order(sort)
    by_doubt = order is Order.DOUBT
    if model is not None and not by_doubt:
        raise WrongUsageError("--model says whose doubt counts", todo="add --sort doubt")
    wanted = Wanted(order, reverse, words, State(state) if state else None, model or "")
    who = shown_line(reviewer or current(os.environ).reviewer or _user())
    with closing(Store(project, read_only=True)) as store:
        if by_doubt:
            say(_whose(store, project, model or ""))
        if not as_json and sys.stderr is not None and sys.stderr.isatty():
            click.echo(f"{HEAD}{'  doubt' * by_doubt} title", err=True)
        found = numbers(store, who, wanted)[:limit]
        for start in range(0, len(found), 500):
            some = found[start : start + 500]
            unsure = doubts(store, who, some, wanted.model) if by_doubt else {}
            for one in listed(store, who, some):
                click.echo(_json(one, unsure) if as_json else _line(one, unsure))
    return DONE


def _whose(store: "Store", project: Path, model: str) -> str:
    """A line that says by whose scores stories are sorted. Raises WrongUsageError for a model that read nothing."""
    from annotations.doubts import readers  # noqa: PLC0415

    found = readers(store)
    if not found:
        return "no model has read an article yet, so no doubt is known; variorum propose reads all"
    kept = [one for one in found if not model or one.is_called(model)]
    if not kept:
        known = ", ".join(map(str, found))
        raise WrongUsageError(f"no article was read by {model}", where=str(project), todo=f"there is {known}")
    by = ", ".join(f"{one} ({count(one.articles, 'article')})" for one in kept)
    more = "; of each article the newest reading counts, --model NAME chooses one" if len(kept) > 1 else ""
    return f"doubt by the scores of {by}{more}"


def _json(one: "Listed", unsure: Mapping[int, int]) -> str:
    row = {**asdict(one), "left": one.articles - one.finished}
    del row["number"]
    return json.dumps(row | ({"doubt": unsure[one.number] / 10} if unsure else {}))


def _line(one: "Listed", unsure: Mapping[int, int]) -> str:
    estimate = f"~{max(0, one.disagreement)}"
    doubt = f" {unsure[one.number] / 10:5.1f}%" if unsure else ""
    return (
        f"{one.state.value:8} {one.verdict:8} {one.first[:10]:10} {one.last[:10]:10}"
        f" {one.articles:5} {one.sources:4} {one.articles - one.finished:5} {estimate:>4}{doubt}"
        f"  {shown_line(one.title)}"
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"
