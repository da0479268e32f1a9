"""`variorum propose`: a whole project read by a model, without the desk."""

from contextlib import closing
from pathlib import Path
from typing import Final

import click

from tui.console import DONE, EXISTING, count, say

STEP: Final = 100  # articles after which a line says how far it is


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project.")
@click.option("--model", metavar="SPEC", help="What reads; otherwise the model of the settings.")
def propose(project: Path, model: str | None) -> int:
    """Have a model read all articles of a project.

    What it reads is kept, as where the desk opens a story: the desk shows it as proposals, and variorum stories --sort
    doubt goes by it. Articles that it read before are passed over; after an interrupt the same command goes on.
    """
    from annotations.errors import ProjectError  # noqa: PLC0415 (--help must not pay for it)
    from annotations.keep_readings import keep_readings, unread  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415
    from tui.gathering import reading_with  # noqa: PLC0415

    if not project.exists():
        raise ProjectError("there is no such project", where=str(project), todo="give the path of a .variorum file")
    how = reading_with(model)
    with closing(Store(project)) as store:
        left = unread(store, how)
        if left:
            say(f"{how.model} reads {count(len(left), 'article')} …")
        for number in keep_readings(store, how, left):
            if number % STEP == 0:
                say(f"{number:,} of {len(left):,}")
    say(f"{project}: {count(len(left), 'article')} read by {how.model}")
    return DONE
