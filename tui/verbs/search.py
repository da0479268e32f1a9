"""`variorum search`: where the articles of a project say something."""

import json
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.display import shown_line
from tui.console import DONE, EXISTING, FAILED, USAGE, say

if TYPE_CHECKING:
    from annotations.search import Result


class _Words(click.Command):
    """Takes what begins with a dash and is no option for a word: -not."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line. Raises click.UsageError."""
        end = args.index("--") if "--" in args else len(args)
        # To click -nothing is -n -o -t -h and so on, and -h is help.
        args = ["--help" if one == "-h" else one for one in args[:end]] + args[end:]
        known = {option for parameter in self.get_params(ctx) for option in parameter.opts}
        for one in args[:end]:
            option = one.partition("=")[0]
            if option.startswith("--") and option not in known:
                raise click.NoSuchOption(option, possibilities=get_close_matches(option, known), ctx=ctx)
        return super().parse_args(ctx, args)


@click.command(cls=_Words, context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True)
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", default=50, help="At most N articles; else 50.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with offsets.")
def search(words: tuple[str, ...], project: Path, limit: int, as_json: bool) -> int:  # noqa: FBT001 (click's way)
    """Search all articles of a project.

    WORDS: words, "a phrase", pre*, -not, name: figure: label: source: date: title:, /pattern/. Exit code 1 where
    nothing is found.
    """
    from annotations.query import QueryError  # noqa: PLC0415
    from annotations.search import search as found_by  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415

    store = Store(project, read_only=True)
    try:
        found = list(islice(found_by(store, " ".join(words)), limit))
    except QueryError as error:
        say(error.brief)
        return USAGE
    finally:
        store.close()
    for one in found:
        if as_json:
            click.echo(json.dumps(_row(one)))
            continue
        about = one.article.metadata
        head = " · ".join(part for part in (about.published[:10], about.source, one.article.title) if part)
        click.echo(f"{shown_line(one.article.name)}{f':{one.span.start}' if one.span else ''}  {shown_line(head)}")
        click.echo(f"    {shown_line(f'{one.before}{one.surface}{one.after}')}")
    if not found:
        say("nothing has that")
    return DONE if found else FAILED


def _row(one: "Result") -> dict[str, Any]:
    about = one.article.metadata
    return {
        "doc": one.article.name,
        "id": one.article.id,
        "story": one.story,
        "start": one.span.start if one.span else None,
        "end": one.span.end if one.span else None,
        "text": one.surface,
        "count": one.count,
        "before": one.before,
        "after": one.after,
        "title": one.article.title,
        "source": about.source,
        "published": about.published,
    }
