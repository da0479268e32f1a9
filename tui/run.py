"""Sitting down at the desk: the terminal is taken, and given back however the sitting ends."""

import locale
import os
import sys
from collections.abc import Iterator
from contextlib import suppress

import click

from corpus.display import shown
from tui.app import DeskApp, Options
from tui.config import Config
from tui.console import HUNG_UP
from tui.copy_ways import AUTO
from tui.last_words import last_words
from tui.opening import Opened
from tui.places import log_file, theme_file
from tui.render.fit import Fit, fitting
from tui.render.palettes import DARK, THEMES
from tui.study import Study


def sit_down(opened: Opened, config: Config, *, colour: bool, mouse: bool, app_of: type[DeskApp] = DeskApp) -> int:
    """Show the desk until the reviewer leaves; returns the exit code (128 + the number of a signal that ended it).

    Raises what went wrong in the program itself, after everything that was decided is written.
    """
    colour = colour and colours_wanted()
    if not colour:
        os.environ["NO_COLOR"] = "1"  # for the dialogs, which are Textual's to draw
    workspace = opened.desk.workspace
    study = Study(opened.desk, opened.project, opened.choice, config.model_labels, new=opened.new, log=log_file())
    theme, clipboard = config.theme or _kept_theme(), config.clipboard or AUTO
    options = Options(opened.commands, colour, opened.at_list, theme, _fit(config), _keep_theme, clipboard)
    app = app_of(opened.desk, options, study, opened.stories)
    try:
        code = app.run(mouse=mouse)
    finally:
        study.finish()
        opened.stories.library.close()  # first: the last connection that can write takes the log into the database
        workspace.close()
        _tell(last_words(opened))
    if app.failure is not None:
        raise app.failure
    if code is None:
        return HUNG_UP
    return 1 if workspace.held and not code else code


def _tell(lines: Iterator[str]) -> None:
    try:
        for line in lines:
            click.echo(shown(line), err=True)
    except OSError:
        pass  # the terminal is gone, and with it whoever would read this


def _fit(config: Config) -> Fit:
    """What the terminal can show, by the locale and by the stream that is drawn on."""
    stream = getattr(sys.__stderr__, "encoding", None) or "ascii"
    known = stream if sys.platform == "win32" else locale.getencoding()
    return fitting(ascii_signs=config.ascii, plain_emoji=config.plain_emoji, locale=known, stream=stream)


def _kept_theme() -> str:
    """The theme that was chosen last, on any project."""
    try:
        kept = theme_file().read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return DARK
    return kept if kept in THEMES else DARK


def _keep_theme(name: str) -> None:
    """Keep a theme for the next time, where that can be done."""
    with suppress(OSError):
        theme_file().parent.mkdir(parents=True, exist_ok=True)
        theme_file().write_text(f"{name}\n", "ascii")


def colours_wanted() -> bool:
    """Whether the environment asks for colours; NO_COLOR counts only where it is not empty (no-color.org)."""
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)
        return os.environ.get("TERM") != "dumb"
    return False
