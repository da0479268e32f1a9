"""`variorum check`: whether a project is whole."""

from pathlib import Path

import click

from corpus.display import shown
from tui.console import DONE, EXISTING, FOUND, say


@click.command()
@click.argument("file", type=EXISTING, required=False)
@click.option("--project", type=EXISTING, metavar="FILE", help="The project to check.")
def check(file: Path | None, project: Path | None) -> int:
    """Check that a project is whole.

    Its log, its tables, the hashes of its texts, and SQLite's own pages; exit code 3 where something is found.
    """
    from annotations.check import findings  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    path = project or file
    if path is None:
        message = "name the project to check"
        raise click.UsageError(message)
    store = Store(path, read_only=True)
    found = list(findings(store))
    for line in found:
        click.echo(shown(line))
    store.close()
    say(f"{path}: {len(found)} found" if found else f"{path}: sound")
    return FOUND if found else DONE
