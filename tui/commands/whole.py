"""The commands of what takes the whole screen, loaded when they are wanted, as the first paint needs none of them."""

from collections.abc import Sequence
from typing import Any, Final

from tui.commands.command import ENTITIES, HISTORY, LEDGER, Command

WHOLE: Final = (LEDGER, HISTORY, ENTITIES)
"""Their scopes."""


def of_whole(scope: str, commands: Sequence[Command[Any]] = ()) -> tuple[Command[Any], ...]:
    """The commands of one of these scopes: those among `commands`, as a keymap has them, or the shipped ones."""
    return tuple(one for one in commands if one.scope == scope) or _shipped(scope)


def _shipped(scope: str) -> tuple[Command[Any], ...]:
    if scope == LEDGER:
        from tui.commands.ledger import LEDGER_COMMANDS  # noqa: PLC0415

        return LEDGER_COMMANDS
    if scope == HISTORY:
        from tui.commands.logbook import LOGBOOK_COMMANDS  # noqa: PLC0415

        return LOGBOOK_COMMANDS
    from tui.commands.names import NAME_COMMANDS  # noqa: PLC0415

    return NAME_COMMANDS
