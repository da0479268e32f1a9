"""`variorum import`: articles into a project, and from there into stories, without opening the desk."""

import sys
from pathlib import Path

import click

from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, FAILED, options_of, reading_options, say


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project; made where there is none.")
@click.option("--no-stories", is_flag=True, help="Leave the articles ungrouped for now.")
@reading_options
def take_in(
    paths: tuple[Path, ...],
    project: Path,
    no_stories: bool,  # noqa: FBT001 (click's way)
    fields: tuple[str, ...],
    encoding: str | None,
    repair: bool,  # noqa: FBT001
) -> int:
    """Take articles into a project, and group them into stories.

    PATHS are files, folders, patterns such as "a*.txt", archives, or - for what is piped in.

    What is there already is not added again. Exit code 1 where a record could not be taken in; the rest is in.
    """
    from annotations.store import Store  # noqa: PLC0415 (--help must not pay for it)
    from tui.importing import import_into, nothing_there, summary  # noqa: PLC0415

    options = options_of(fields, encoding, repair=repair)
    pipe = None
    if Path("-") in paths:
        if sys.stdin is None or sys.stdin.isatty():
            raise VariorumError("nothing is piped in for -", todo="write COMMAND | variorum import - --project FILE")
        pipe = sys.stdin.buffer
    if not project.exists() and pipe is None and (troubles := nothing_there(paths)):
        for line in troubles:
            say(line)
        raise VariorumError("there is nothing to take in", todo="the project was not made")
    store = Store(project)
    try:
        imported = import_into(store, paths, options, pipe=pipe, grouping=not no_stories)
    finally:
        store.close()
    for line in imported.lines:
        say(line)
    say(f"{project}: {summary(imported)}")
    return FAILED if imported.taken.troubles else DONE
