"""`variorum search`: where the articles of a project say something."""

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.display import shown_line
from tui.console import DONE, EXISTING, FAILED, say

if TYPE_CHECKING:
    from annotations.search import Result


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", default=50, help="At most N articles; else 50.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with offsets.")
def search(words: tuple[str, ...], project: Path, limit: int, as_json: bool) -> int:  # noqa: FBT001 (click's way)
    """Search all articles of a project.

    WORDS: words, "a phrase", pre*, -not, name: figure: label: source: date: title:, /pattern/. Exit code 1 where
    nothing is found.
    """
    from annotations.search import search as found_by  # noqa: PLC0415 (--help must not pay for it)
    from annotations.store import Store  # noqa: PLC0415

    store = Store(project, read_only=True)
    try:
        found = list(islice(found_by(store, " ".join(words)), limit))
    finally:
        store.close()
    for one in found:
        if as_json:
            click.echo(json.dumps(_row(one), ensure_ascii=False))
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
