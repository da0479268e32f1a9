"""`variorum PATH…`: the desk."""

import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from corpus.errors import VariorumError
from tui.console import EXISTING, USAGE, options_of, reading_options, say
from tui.version import VERSION


@click.command()
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", help="Where the decisions are kept; else NAME.variorum here.")
@click.option("--reviewer", metavar="NAME", help="Who decides; else the settings', else the login name.")
@click.option("--model", metavar="SPEC", help="What reads: an installed pipeline, a folder, module:callable, blank:xx.")
@click.option("--labels", type=EXISTING, metavar="FILE", help="The label set, TOML.")
@click.option("--keymap", type=EXISTING, metavar="FILE", help="Keys of your own, TOML.")
@reading_options
@click.option("--no-color", is_flag=True, help="Use no colour; the same as NO_COLOR=1.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def read(
    paths: tuple[Path, ...],
    no_color: bool,  # noqa: FBT001 (click's way)
    no_mouse: bool,  # noqa: FBT001
    fields: tuple[str, ...],
    encoding: str | None,
    repair: bool,  # noqa: FBT001
    **said: Any,
) -> int:
    """Open texts, folders of texts, or a project on the desk.

    - reads what is piped in. Few articles stand side by side; many fall into stories, which are listed.
    """
    options = options_of(fields, encoding, repair=repair)
    pipe = _pipe() if Path("-") in paths else None
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        say("variorum: the desk needs a terminal; `variorum import`, `export` and `check` work without one")
        return USAGE
    from tui.config import load  # noqa: PLC0415 (--help must not pay for it)
    from tui.opening import Request, open_desk  # noqa: PLC0415
    from tui.places import config_file  # noqa: PLC0415
    from tui.run import sit_down  # noqa: PLC0415

    config = load(config_file())
    opened = open_desk(Request(paths, options=options, pipe=pipe, **said), config, VERSION)
    return sit_down(opened, config, colour=not no_color, mouse=not no_mouse)


def _pipe() -> BinaryIO:
    """What is piped in, as a stream of its own; from now on the standard input is the terminal.

    Raises VariorumError where nothing is piped in, or where there is no terminal for the keys.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise VariorumError("nothing is piped in for -", todo="write COMMAND | variorum -")
    pipe = os.fdopen(os.dup(0), "rb")
    try:
        keyboard = os.open(os.ctermid() if hasattr(os, "ctermid") else "CONIN$", os.O_RDWR)
    except OSError as error:
        raise VariorumError("there is no terminal for the keys", todo="import - works without one") from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    sys.stdin = os.fdopen(0, "r", closefd=False)
    return pipe
