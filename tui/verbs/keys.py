"""`variorum keys`: the commands and their keys."""

from typing import Any

import click

from corpus.display import shown


@click.command()
def keys() -> None:
    """List the commands with ids and keys."""
    from annotations.labels import shipped  # noqa: PLC0415
    from tui.commands import COMMANDS, LIST_COMMANDS, Command, label_commands  # noqa: PLC0415
    from tui.ledger_commands import LEDGER_COMMANDS  # noqa: PLC0415

    desk: tuple[Command[Any], ...] = (*COMMANDS, *label_commands(shipped()))
    rows: tuple[Command[Any], ...] = (*desk, *LIST_COMMANDS, *LEDGER_COMMANDS)
    for command in rows:
        click.echo(shown(f"{command.id:28} {'  '.join(command.keys):24} {command.title}"))
