"""`variorum export`: the annotations as a dataset."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from corpus.display import shown_line
from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, LEFT_OUT, OUTPUT, count, say


@click.command()
@click.option("--project", type=EXISTING, metavar="FILE", required=True, help="The project to export.")
@click.option("--format", "name", metavar="NAME", required=True, help="The format; `variorum formats` lists them.")
@click.option("-o", "--out", type=OUTPUT, metavar="OUT", required=True, help="The file to write; - for stdout.")
@click.option("--reviewed", is_flag=True, help="Only articles that were finished.")
@click.option("--reviewer", metavar="NAME", help="Only this reviewer's decisions.")
def export(project: Path, name: str, out: Path, reviewed: bool, reviewer: str | None) -> int:  # noqa: FBT001
    """Write the annotations of a project as a dataset."""
    from annotations.export import export as write_file  # noqa: PLC0415
    from annotations.export import export_stream  # noqa: PLC0415
    from annotations.formats.registry import format_named  # noqa: PLC0415
    from annotations.gold import GoldArticle, gold  # noqa: PLC0415
    from annotations.store import Store  # noqa: PLC0415

    chosen = format_named(name)
    store = Store(project, read_only=True)
    if reviewer is not None and reviewer not in store.reviewers():
        known = ", ".join(store.reviewers()) or "nobody yet"
        raise VariorumError(f"nobody called {reviewer} annotated it", where=str(project), todo=f"known: {known}")

    def articles() -> Iterator[GoldArticle]:
        return gold(store, reviewed=reviewed, reviewer=reviewer)

    if str(out) == "-":
        done = export_stream(articles, chosen, sys.stdout.buffer)
    else:
        done = write_file(articles, chosen, out)
    store.close()
    for left in done.left_out:
        place = f"{left.span.start}–{left.span.end}"
        say(shown_line(f"not carried: {left.article} {place} {left.label} {left.surface!r}: {left.reason}"))
    target = "" if str(out) == "-" else f" to {out}"
    articles_and_spans = f"{count(done.articles, 'article')}, {count(done.spans, 'span')}"
    say(f"{articles_and_spans} written{target} and read back; {len(done.left_out)} not carried")
    if reviewed and not done.articles:
        say("variorum: nobody has finished an article yet (Z Z does), so the dataset is empty")
    return LEFT_OUT if done.left_out else DONE
