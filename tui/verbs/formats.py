"""`variorum formats`: the dataset formats."""

from typing import Final

import click

from corpus.display import shown
from tui.console import say

FOLDER: Final = "folder"


@click.command()
def formats() -> None:
    """List the dataset formats."""
    from annotations.formats.registry import all_formats  # noqa: PLC0415

    known, warnings = all_formats()
    wide, ends = max(len(one.name) for one in known), max(len(one.suffix or FOLDER) for one in known)
    for one in known:
        click.echo(shown(f"{one.name:{wide}} {one.suffix or FOLDER:{ends}} {one.title}"))
    for line in warnings:
        say(f"variorum: {line}")
