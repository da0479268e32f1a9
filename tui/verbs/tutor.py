"""`variorum tutor`: the tutorial, on a project of its own."""

import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import click

from corpus.errors import VariorumError
from tui.console import EXISTING, USAGE, say
from tui.render.palettes import THEMES
from tui.version import VERSION

KEPT: Final = "tutorial.variorum"


@click.command()
@click.option("--model", metavar="SPEC", help="What reads: an installed pipeline, a folder, module:callable, blank:xx.")
@click.option("--keymap", type=EXISTING, metavar="FILE", help="Keys of your own, TOML; the lessons name them.")
@click.option("--keep", is_flag=True, help=f"Keep what you decide, as {KEPT} in this folder; else it is thrown away.")
@click.option("--theme", type=click.Choice(THEMES), help="The colours; z T changes them.")
@click.option("--ascii/--no-ascii", "ascii", default=None, help="Signs in ASCII; else where the locale has no more.")
@click.option("--no-color", is_flag=True, help="Use no colour; the same as NO_COLOR=1.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def tutor(
    model: str | None,
    keymap: Path | None,
    keep: bool,  # noqa: FBT001 (click's way)
    no_color: bool,  # noqa: FBT001
    no_mouse: bool,  # noqa: FBT001
    **looks: Any,
) -> int:
    """Learn the desk on the sample story, by doing.

    The lessons have a project of their own; that of the sample story stays as it is.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        say("variorum: the tutorial needs a terminal")
        return USAGE
    from dataclasses import replace  # noqa: PLC0415 (--help must not pay for any of it)

    from tui.config import load  # noqa: PLC0415
    from tui.opening import Request, open_desk  # noqa: PLC0415
    from tui.places import config_file  # noqa: PLC0415
    from tui.run import sit_down  # noqa: PLC0415
    from tui.tutor_app import TutorApp  # noqa: PLC0415

    said = {name: one for name, one in looks.items() if one is not None}
    config = replace(load(config_file()), labels=None, hints=False, **said)  # the lessons are about the shipped labels
    with ExitStack() as stack:
        project = _kept() if keep else Path(stack.enter_context(TemporaryDirectory(prefix="variorum-"))) / KEPT
        opened = open_desk(Request((), project=project, model=model, keymap=keymap), config, VERSION)
        opened.words = opened.words if keep else ""
        return sit_down(opened, config, colour=not no_color, mouse=not no_mouse, app_of=TutorApp)


def _kept() -> Path:
    """Where the project of the tutorial is kept. Raises VariorumError where one lies there already."""
    place = Path(KEPT)
    if place.exists():
        raise VariorumError("it is there already", where=KEPT, todo="move it away, or leave --keep out")
    return place
