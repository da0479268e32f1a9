"""Every command there is, for lists and pages; the desk binds its own and loads the others when they are wanted."""

from typing import Any

from annotations.labels import shipped
from tui.commands.command import Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.stories import LIST_COMMANDS
from tui.commands.whole import WHOLE, of_whole


def every_command() -> tuple[Command[Any], ...]:
    """The commands of the desk, with the shipped labels, and of all that lies over it."""
    desk: tuple[Command[Any], ...] = (*COMMANDS, *label_commands(shipped()))
    return (*desk, *LIST_COMMANDS, *(one for scope in WHOLE for one in of_whole(scope)))
