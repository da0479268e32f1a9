"""`variorum PATH…`: the desk."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from corpus.errors import VariorumError
from tui.collector import importing
from tui.console import EXISTING, USAGE, options_of, reading_options, say
from tui.copy_ways import WAYS
from tui.render.palettes import THEMES
from tui.version import VERSION

if TYPE_CHECKING:
    from corpus.readers.base import Options
    from tui.config import Config
    from tui.opening import Opened


@click.command()
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", help="Where the decisions are kept; else NAME.variorum here.")
@click.option("--reviewer", metavar="NAME", help="Who decides; else the settings', else the login name.")
@click.option("--model", metavar="SPEC", help="What reads: an installed pipeline, a folder, module:callable, blank:xx.")
@click.option("--labels", type=EXISTING, metavar="FILE", help="The label set, TOML.")
@click.option("--keymap", type=EXISTING, metavar="NAME|FILE", help="vim, or keys of your own, TOML.")
@reading_options
@click.option("--theme", type=click.Choice(THEMES), help="The colours; z T changes them.")
@click.option("--ascii/--no-ascii", "ascii", default=None, help="Signs in ASCII; else where the locale has no more.")
@click.option("--plain-emoji/--no-plain-emoji", default=None, help="Emoji as every terminal measures them.")
@click.option("--clipboard", type=click.Choice(WAYS), help="Where copied text goes; else what can be reached.")
@click.option("--read-only", is_flag=True, help="Decide nothing, and write nothing to the project.")
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
    pipe = piped_in() if Path("-") in paths else None
    if not served() and not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        say("variorum: the desk needs a terminal; `variorum import`, `export` and `check` work without one")
        return USAGE
    with importing():
        from tui.run import sit_down  # noqa: PLC0415 (--help must not pay for it)

    opened, config = desk_for(paths, options, pipe, said)
    if served():
        opened.words = ""  # nobody there has a command line
    return sit_down(opened, config, colour=not no_color, mouse=not no_mouse)


def desk_for(
    paths: tuple[Path, ...], options: "Options", pipe: BinaryIO | None, said: dict[str, Any]
) -> "tuple[Opened, Config]":
    """The desk that the command line asks for, and the settings with what it `said` laid over them."""
    from tui.config import current  # noqa: PLC0415
    from tui.opening import Request, open_desk  # noqa: PLC0415
    from tui.places import keymap_file  # noqa: PLC0415

    config = current(os.environ)
    looks = {name: said.pop(name) for name in ("theme", "ascii", "plain_emoji", "clipboard")}
    config = replace(config, **{name: one for name, one in looks.items() if one is not None})
    if said["keymap"] is not None:
        said["keymap"] = keymap_file(str(said["keymap"]), Path())
    return open_desk(Request(paths, options=options, pipe=pipe, **said), config, VERSION), config


def served() -> bool:
    """Whether a browser is the terminal: `serve` says so as Textual wants it said."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def piped_in() -> BinaryIO:
    """What is piped in, as a stream of its own; from now on the standard input is the terminal.

    Raises VariorumError where nothing is piped in, and click.UsageError where there is no terminal for the keys.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise VariorumError("nothing is piped in for -", todo="write COMMAND | variorum -")
    pipe = os.fdopen(os.dup(0), "rb")
    try:
        keyboard = os.open(os.ctermid() if hasattr(os, "ctermid") else "CONIN$", os.O_RDWR)
    except OSError as error:
        message = "there is no terminal for the keys and answers; import - works without one"
        raise click.UsageError(message) from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    sys.stdin = os.fdopen(0, "r", closefd=False)
    return pipe
