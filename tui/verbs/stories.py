"""`variorum stories`: the stories of a project, a line each."""

import getpass
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import click

from corpus.display import shown_line
from tui.config import current
from tui.console import DONE, EXISTING

ORDERS = ("date", "size", "open", "disagreement", "doubt")


@click.command()
@click.argument("project", type=EXISTING)
@click.option("--sort", type=click.Choice(ORDERS), default="date", help="By day, size, open work, disagreement, doubt.")
@click.option("--reverse", is_flag=True, help="The other way round.")
@click.option("--filter", "words", metavar="WORDS", default="", help="Only stories whose titles or texts have these.")
@click.option("--state", type=click.Choice(["new", "in work", "done"]), help="Only stories in this state.")
@click.option("--reviewer", metavar="NAME", help="Whose open work counts; else the settings', else the login name.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Only the first N.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def stories(  # noqa: PLR0913, PLR0917 (an option each)
    project: Path,
    sort: str,
    reverse: bool,  # noqa: FBT001 (click's way)
    words: str,
    state: str | None,
    reviewer: str | None,
    limit: int | None,
    as_json: bool,  # noqa: FBT001
) -> int:
    """List the stories of a project.

    A line each: state, verdict, first and last day, articles, outlets, articles left to do, disagreement (~: an
    estimate), title.
    """
    from annotations.queue import Order, State, Wanted, listed, numbers  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415

    order = Order.OPEN if sort == "open" else Order(sort)
    wanted = Wanted(order, reverse, words, State(state) if state else None)
    who = shown_line(reviewer or current(os.environ).reviewer or _user())
    if not as_json and sys.stderr is not None and sys.stderr.isatty():
        click.echo("state    verdict  first day  last day   arts. outl. left dis. title", err=True)
    store = Store(project, read_only=True)
    try:
        found = numbers(store, who, wanted)[:limit]
        for start in range(0, len(found), 500):
            for one in listed(store, who, found[start : start + 500]):
                if as_json:
                    row = {**asdict(one), "left": one.articles - one.finished}
                    del row["number"]
                    click.echo(json.dumps(row))
                    continue
                estimate = f"~{max(0, one.disagreement)}"
                click.echo(
                    f"{one.state.value:8} {one.verdict:8} {one.first[:10]:10} {one.last[:10]:10}"
                    f" {one.articles:5} {one.sources:4} {one.articles - one.finished:5} {estimate:>4}"
                    f"  {shown_line(one.title)}"
                )
    finally:
        store.close()
    return DONE


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"
