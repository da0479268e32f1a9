"""`variorum review --plain`: the proposals one after the other, a line each, without any control of the screen."""

import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.console import DONE, FAILED, options_of, say
from tui.verbs.read import desk_for, piped_in, read

if TYPE_CHECKING:
    from tui.config import Config
    from tui.opening import Opened
    from tui.plain import Left, Review

_PLAIN = click.Option(
    ["--plain"], is_flag=True, help="A proposal a line on stdout, a line of answer from stdin; no screen."
)


@click.command(params=[_PLAIN, *read.params])
@click.pass_context
def review(context: click.Context, /, *, plain: bool, **said: Any) -> int:
    """Answer what is open, one question after another.

    The same as `read`, unless --plain is said: then for screen readers, plain terminals and pipes. Answers: y n s a r o
    d p e l u b t q, and ? for help; the end of the input leaves. What is decided is saved at once.
    """
    if not plain:
        return int(context.invoke(read, **said))
    return _in_lines(**said)


def _in_lines(
    *,
    paths: tuple[Path, ...],
    fields: tuple[str, ...],
    encoding: str | None,
    repair: bool,
    no_color: bool,  # noqa: ARG001 (there is no colour)
    no_mouse: bool,  # noqa: ARG001 (nor a mouse)
    **said: Any,
) -> int:
    if said.get("read_only"):
        message = "--read-only leaves nothing to answer; leave it out, or --plain"
        raise click.UsageError(message)
    options = options_of(fields, encoding, repair=repair)
    pipe = piped_in() if Path("-") in paths else None
    from tui.last_words import last_words  # noqa: PLC0415 (--help must not pay for it)

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a plain terminal may know few letters
    opened, config = desk_for(paths, options, pipe, said)
    workspace = opened.desk.workspace
    try:
        _go_through(opened, config)
    finally:
        opened.stories.library.close()
        workspace.close()
        for line in last_words(opened, "review --plain"):
            say(line)
    return FAILED if workspace.held else DONE


def _go_through(opened: "Opened", config: "Config") -> None:
    """Ask what is open in the story on the desk, then in those behind it, until the reviewer leaves."""
    from annotations.store import Store  # noqa: PLC0415
    from tui.at_once import Readings, compare  # noqa: PLC0415
    from tui.plain import Left, Review  # noqa: PLC0415

    desk = opened.desk
    if opened.new:
        desk.workspace.attach(Store(opened.project))
    desk.frame.resize(80, 24)  # what is not shown has a size all the same
    readings = Readings(opened.choice, config.model_labels)
    for _ in _stories(opened):
        readings.read(desk)
        compare(desk)
        review = Review(desk, lambda: compare(desk))
        if _ask(review) is Left.QUIT:
            return


def _stories(opened: "Opened") -> "Iterator[None]":
    """Put one story after another on the desk, from the one that is on it; those that are done are passed over."""
    from annotations.queue import State, Wanted  # noqa: PLC0415
    from tui.wishes import OpenStory  # noqa: PLC0415

    desk, library = opened.desk, opened.stories.library
    desk.visited = True
    yield
    first = desk.workspace.story.id
    rows = library.rows(library.numbers(Wanted()))
    at = next((index + 1 for index, one in enumerate(rows) if one.id == first), 0)
    for one in [*rows[at:], *rows[:at]]:
        if (
            one.id != first
            and one.state is not State.DONE
            and library.put_on(desk, OpenStory(one.id), opened.choice.id)
        ):
            say(f"story: {one.title}")
            yield


def _ask(review: "Review") -> "Left":
    """Ask until the story is through or left."""
    from tui.plain import Left  # noqa: PLC0415

    while review.left is None:
        if line := review.line():
            click.echo(line)
        answer = sys.stdin.readline() if sys.stdin is not None else ""
        if not answer:
            return Left.QUIT
        for said in review.answer(answer):
            say(said)
    return review.left
