"""Sitting down at the desk: the terminal is taken, and given back however the sitting ends."""

import click

from annotations.events import kind_of, to_json
from corpus.display import shown
from tui.app import DeskApp, Options, colours_wanted
from tui.config import Config
from tui.opening import Opened
from tui.study import Study


def sit_down(opened: Opened, config: Config, *, colour: bool, mouse: bool) -> int:
    """Show the desk until the reviewer leaves; returns the exit code (128 + the number of a signal that ended it)."""
    desk = opened.desk
    study = Study(desk, opened.project, opened.choice, config.model_labels, new=opened.new)
    app = DeskApp(desk, Options(opened.commands, colour and colours_wanted()), study)
    code = app.run(mouse=mouse)
    workspace = desk.workspace
    workspace.close()
    left = workspace.unsaved()
    try:
        for line in opened.notices:
            click.echo(shown(line), err=True)
        for event in left:
            click.echo(shown(f"not saved: {event.article_id} {kind_of(event.change)} {to_json(event.change)}"), err=True)
        if opened.project.exists():
            click.echo(shown(f"saved in {opened.project}; variorum {opened.project} goes on here"), err=True)
    except OSError:
        pass  # the terminal is gone, and with it whoever would read this
    if app.return_code and code is None:
        return app.return_code
    return 1 if left and not code else int(code or 0)
