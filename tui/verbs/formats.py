"""`variorum formats`: the dataset formats."""

import click

from corpus.display import shown
from tui.console import say


@click.command()
def formats() -> None:
    """List the dataset formats."""
    from annotations.formats.registry import all_formats  # noqa: PLC0415

    known, warnings = all_formats()
    for one in known:
        click.echo(shown(f"{one.name:8} {one.suffix:8} {one.title}"))
        if one.lossy:
            click.echo(shown(f"{'':18}{one.lossy}"))
    for line in warnings:
        say(f"variorum: {line}")
