"""Every command there is, for lists and pages; the desk binds its own and loads the others when they are wanted."""

from typing import Any

from annotations.labels import shipped
from tui.commands import COMMANDS, LIST_COMMANDS, Command, label_commands
from tui.ledger_commands import LEDGER_COMMANDS
from tui.logbook_commands import LOGBOOK_COMMANDS
from tui.name_commands import NAME_COMMANDS


def every_command() -> tuple[Command[Any], ...]:
    """The commands of the desk, with the shipped labels, and of all that lies over it."""
    desk: tuple[Command[Any], ...] = (*COMMANDS, *label_commands(shipped()))
    return (*desk, *LIST_COMMANDS, *LEDGER_COMMANDS, *LOGBOOK_COMMANDS, *NAME_COMMANDS)
