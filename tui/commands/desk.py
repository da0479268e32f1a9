"""The commands of the desk, in the order in which help and palette show them."""

from typing import Final

from tui.commands.command import Command
from tui.commands.decide import DECIDE
from tui.commands.find import FIND
from tui.commands.look import LOOK
from tui.commands.move import MOVE
from tui.commands.program import PROGRAM
from tui.commands.select import SELECT
from tui.commands.story import STORY
from tui.commands.tie import TIE
from tui.desk import Desk

COMMANDS: Final[tuple[Command[Desk], ...]] = (
    *MOVE,
    *SELECT,
    *DECIDE,
    *FIND,
    *TIE,
    *LOOK,
    *STORY,
    *PROGRAM,
)
