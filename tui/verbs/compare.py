"""`variorum compare`: what the reports of a story agree on and where they differ, for a pipe or a file."""

import shutil
from pathlib import Path
from typing import Any

import click

from corpus.errors import VariorumError
from tui.console import DONE, EXISTING, FAILED, OUTPUT, reading_options, say

FORMATS = ("text", "markdown", "json", "html")


@click.command()
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option("--project", type=EXISTING, metavar="FILE", help="The stories of a project; else the articles in PATHS.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How it is written; text.")
@click.option("-o", "--output", type=OUTPUT, metavar="FILE", help="Where to; else to where it is piped.")
@click.option("--model", metavar="SPEC", help="What reads: an installed pipeline, a folder, module:callable, blank:xx.")
@reading_options
def compare(
    paths: tuple[Path, ...], project: Path | None, form: str, output: Path | None, model: str | None, **said: Any
) -> int:
    """Compare the reports of a story.

    The ledger of figures with who says so, names that differ, quotations that are shared, and what only one outlet
    reports. Few files are one story; more fall into stories, and each that has several reports is compared.
    """
    from annotations.read_stories import read_stories  # noqa: PLC0415 (--help must not pay for it)
    from annotations.said_names import called  # noqa: PLC0415
    from corpus.shown import shown as comparison_of  # noqa: PLC0415
    from tui.gathering import gathered, reading_with  # noqa: PLC0415
    from tui.reports.content import report_of  # noqa: PLC0415

    how = reading_with(model)
    with gathered(paths, project, **said) as (store, lines, whole):
        reports = [
            report_of(
                story.title,
                story.articles,
                comparison_of(story.reading, story.material)._replace(titles=called(story.reading.titles, story.told)),
            )
            for story in read_stories(store, how)
            if len(story.articles) > 1
        ]
    for line in lines:
        say(line)
    if not reports:
        raise VariorumError("there is nothing to compare", todo="give two reports of one event or more")
    _write(_written(reports, form), output)
    return DONE if whole else FAILED


def _written(reports: list[Any], form: str) -> str:
    from tui.reports.json_document import json_document  # noqa: PLC0415
    from tui.reports.markdown import markdown  # noqa: PLC0415
    from tui.reports.page import page  # noqa: PLC0415
    from tui.reports.text import text  # noqa: PLC0415

    match form:
        case "markdown":
            return markdown(reports)
        case "json":
            return json_document(reports)
        case "html":
            return page(reports)
        case _:
            return text(reports, shutil.get_terminal_size().columns)


def _write(written: str, output: Path | None) -> None:
    if output is None or str(output) == "-":
        click.echo(written, nl=False)
        return
    beside = output.with_name(f".{output.name}.tmp")
    try:
        beside.write_text(written, encoding="utf-8")
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise VariorumError(error.strerror or str(error), where=str(output), todo="name another file") from error
