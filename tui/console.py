"""What the verbs share: exit codes, options, and lines for the person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from corpus.display import shown
from corpus.errors import CorpusError
from corpus.readers.base import Options

DONE, FAILED, USAGE, FOUND, LEFT_OUT, HUNG_UP, INTERRUPTED, ENDED = 0, 1, 2, 3, 4, 129, 130, 143
EXIT_CODES: Final = {
    DONE: "done",
    FAILED: "failed; also a record that could not be taken in, and a search that finds nothing",
    USAGE: "wrong usage, or no terminal",
    FOUND: "check found something",
    LEFT_OUT: "export or dataset left something out, or carry annotations",
    HUNG_UP: "ended by a hang-up",
    INTERRUPTED: "ended by an interrupt",
    ENDED: "ended by a request to end",
}
COMPLETE: Final = "_VARIORUM_COMPLETE"  # in the environment: what the script in a shell asks, as `bash_complete`
EXISTING = click.Path(path_type=Path)
OUTPUT = click.Path(path_type=Path, allow_dash=True)
Verb = TypeVar("Verb", bound=Callable[..., Any])


def say(line: str) -> None:
    """A line for the person, on stderr."""
    click.echo(shown(line), err=True)


def count(number: int, noun: str) -> str:
    """A number of things in words."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def reading_options(verb: Verb) -> Verb:
    """The options that say how files are read."""
    for option in (
        click.option("--repair", is_flag=True, help="Repair texts that were decoded wrongly once (mojibake)."),
        click.option(
            "--field", "fields", multiple=True, metavar="OURS=THEIRS", help="A field by another name: text=body."
        ),
        click.option("--encoding", metavar="NAME", help="The encoding; NAME:replace shows what does not decode."),
    ):
        verb = option(verb)
    return verb


def options_of(fields: tuple[str, ...], encoding: str | None, *, repair: bool) -> Options:
    """How files are read, from the command line. Raises click.UsageError."""
    from corpus.fields import mapping  # noqa: PLC0415 (most calls name none)

    try:
        return Options(mapping(fields) if fields else {}, encoding, repair)
    except CorpusError as error:
        message = f"--field: {error}"
        raise click.UsageError(message) from error
