"""Sitting down at the desk: the terminal is taken, and given back however the sitting ends."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from annotations.events import kind_of, to_json
from corpus.display import shown
from tui.app import DeskApp, Options
from tui.config import Config
from tui.opening import Opened
from tui.places import log_file
from tui.study import Study

HUNG_UP = 129


def sit_down(opened: Opened, config: Config, *, colour: bool, mouse: bool) -> int:
    """Show the desk until the reviewer leaves; returns the exit code (128 + the number of a signal that ended it).

    Raises what went wrong in the program itself, after everything that was decided is written.
    """
    colour = colour and colours_wanted()
    if not colour:
        os.environ["NO_COLOR"] = "1"  # for the dialogs, which are Textual's to draw
    workspace = opened.desk.workspace
    study = Study(opened.desk, opened.project, opened.choice, config.model_labels, new=opened.new, log=log_file())
    app = DeskApp(opened.desk, Options(opened.commands, colour, opened.at_list), study, opened.stories)
    try:
        code = app.run(mouse=mouse)
    finally:
        study.finish()
        opened.stories.library.close()  # first: the last connection that can write takes the log into the database
        workspace.close()
        _tell(_last_words(opened))
    if app.failure is not None:
        raise app.failure
    if code is None:
        return HUNG_UP
    return 1 if workspace.held and not code else code


def _last_words(opened: Opened) -> Iterator[str]:
    """What has to be said when the terminal is the shell's again."""
    workspace = opened.desk.workspace
    yield from opened.notices
    for event in workspace.unsaved():
        yield f"not saved: {event.article_id} {kind_of(event.change)} {to_json(event.change)}"
    if workspace.held:
        yield workspace.trouble
    elif opened.project.exists():
        yield f"saved in {opened.project}; {_program()} {opened.words} goes on here"


def _program() -> str:
    """What to type to start the program: its name where the shell finds it by that, else its path."""
    found, started = shutil.which("variorum"), sys.argv[0]
    if Path(started).name == "__main__.py":
        return "python -P -m tui"
    return "variorum" if found and Path(found).resolve() == Path(started).resolve() else started


def _tell(lines: Iterator[str]) -> None:
    try:
        for line in lines:
            click.echo(shown(line), err=True)
    except OSError:
        pass  # the terminal is gone, and with it whoever would read this


def colours_wanted() -> bool:
    """Whether the environment asks for colours; NO_COLOR counts only where it is not empty (no-color.org)."""
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)
        return os.environ.get("TERM") != "dumb"
    return False
