"""`variorum carry`: annotations of older versions of articles, taken over to the newest ones."""

from pathlib import Path

import click

from corpus.display import shown_line
from tui.console import DONE, EXISTING, LEFT_OUT, count, say
from tui.version import VERSION


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project.")
@click.option("--reviewer", metavar="NAME", help="Only this reviewer's annotations.")
def carry(project: Path, reviewer: str | None) -> int:
    """Carry annotations over to newer versions of articles.

    What stands in passages that did not change is taken over exactly; the rest is listed for review, with the place
    where its words stand now if there is one, and the exit code is 4. The older versions keep their annotations.
    """
    from annotations.carry import carry as carried  # noqa: PLC0415 (--help must not pay for it)
    from annotations.errors import ProjectError  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    if not project.exists():
        raise ProjectError("there is no such project", where=str(project), todo="give the path of a .variorum file")
    store = Store(project)
    taken = left = 0
    try:
        for one in carried(store, f"variorum {VERSION} carry", reviewer):
            taken += one.taken
            left += len(one.left)
            there = f", {one.there} there already" if one.there else ""
            name, who = shown_line(one.newer.name), shown_line(one.reviewer)
            say(f"{name} ({who}): {count(one.taken, 'annotation')} taken over{there}, {len(one.left)} left")
            for rest in one.left:
                span, near = rest.annotation.span, rest.nearest
                place = f"; its words stand at {near.start}–{near.end} now" if near else ""
                surface = shown_line(repr(rest.annotation.surface))
                click.echo(
                    f"{name}\t{who}\t{span.start}–{span.end}\t{shown_line(rest.annotation.label)}\t{surface}"
                    f"\t{rest.reason}{place}"
                )
    finally:
        store.close()
    say(f"{count(taken, 'annotation')} taken over; {left} to be reviewed" if taken or left else "nothing to carry over")
    return LEFT_OUT if left else DONE
