"""`variorum keys`: the commands and their keys, and what arrives of them."""

import os
import sys
from functools import partial
from pathlib import Path

import click

from corpus.display import shown
from tui.console import DONE, EXISTING, USAGE, say
from tui.places import keymap_file


@click.command()
@click.option("--keymap", type=EXISTING, metavar="NAME|FILE", help="As a keymap has them: vim, or one of your own.")
@click.option("--probe", is_flag=True, help="Say of each key that is pressed what arrives, and what it does.")
def keys(keymap: Path | None, probe: bool) -> int:  # noqa: FBT001 (click's way)
    """List the commands with ids and keys.

    --probe uses the keymap and labels of the settings, and ends with q q or ctrl+c.
    """
    if probe:
        return _probed(keymap)
    from tui.every_command import every_command  # noqa: PLC0415 (--help must not pay for it)

    rows = every_command()
    if keymap is not None:
        from tui.keymap import load, remapped  # noqa: PLC0415

        said = load(keymap_file(str(keymap), Path()))
        rows = remapped(rows, said)
        if said.counts:
            click.echo("digits before a motion are a count: 3 w\n")
    for command in rows:
        click.echo(shown(f"{command.id:28} {'  '.join(command.keys):24} {command.title}"))
    return DONE


def _probed(keymap: Path | None) -> int:
    """Print what arrives of each key until the person has seen enough; returns the exit code."""
    if sys.stdin is None or not sys.stdin.isatty():
        say("variorum: --probe needs a terminal, whose keys it shows")
        return USAGE
    from tui.bindings import all_keys  # noqa: PLC0415
    from tui.config import current  # noqa: PLC0415 (--help must not pay for it)
    from tui.keyboard import keyboard  # noqa: PLC0415
    from tui.probe import Probe, cannot_send, unsent  # noqa: PLC0415

    settings = current(os.environ)
    named = keymap_file(str(keymap), Path()) if keymap is not None else settings.keymap
    commands, desk, (listed, _) = all_keys(named, settings.label_set())
    with keyboard() as board:
        board.ask()
        speaks = "speaks" if board.kitty else "does not speak"
        click.echo(f"This terminal {speaks} the kitty keyboard protocol.")
        lost = list(cannot_send(commands, partial(unsent, kitty=board.kitty, has=_has, taken=_taken())))
        for line in lost or ["As far as can be known it sends every key of the keymap."]:
            click.echo(shown(line))
        click.echo("Press keys; q twice or ctrl+c ends.")
        probe = Probe(commands, desk.counted | listed.counted)
        for key, raw in board.pressed():
            click.echo(probe.line(key, raw))
            if probe.over:
                break
    return DONE


def _has(capability: str) -> bool:
    """Whether terminfo has a key for this terminal; of one that it does not know at all, anything may be true."""
    import curses  # noqa: PLC0415 (only here)

    try:
        curses.setupterm()
    except curses.error:
        return True
    return bool(curses.tigetstr(capability))


def _taken() -> str:
    """The key that a program around takes for itself: tmux or screen."""
    if os.environ.get("TMUX"):
        return "ctrl+b"
    return "ctrl+a" if os.environ.get("STY") else ""
