"""All commands of the desk and of the list of stories, bound to their keys or to those of a keymap."""

from pathlib import Path
from typing import Any

from annotations.labels import LabelSet
from tui.commands.command import ENTITIES, HISTORY, LEDGER, LIST, Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.stories import LIST_COMMANDS, picking
from tui.desk import Desk
from tui.keymap import bound, load, remapped
from tui.keys import Keys
from tui.stories import StoryList


def all_keys(
    keymap: Path | None, labels: LabelSet
) -> tuple[tuple[Command[Any], ...], Keys[Desk], tuple[Keys[StoryList], Keys[StoryList]]]:
    """All commands, and the keys of the desk and of the list of stories, also while a story is chosen from it."""
    commands: tuple[Command[Any], ...] = (*COMMANDS, *label_commands(labels), *LIST_COMMANDS)
    places, counts = {f"label.{label.name}": label.place for label in labels.labels}, False
    if keymap is not None:
        from tui.commands.ledger import LEDGER_COMMANDS  # noqa: PLC0415 (only where they may have other keys)
        from tui.commands.logbook import LOGBOOK_COMMANDS  # noqa: PLC0415
        from tui.commands.names import NAME_COMMANDS  # noqa: PLC0415

        said = load(keymap)
        counts = said.counts
        places = {**({} if said.labels else places), **said.places}
        commands = remapped((*commands, *LEDGER_COMMANDS, *LOGBOOK_COMMANDS, *NAME_COMMANDS), said)
        for scope in (LEDGER, HISTORY, ENTITIES):
            bound([one for one in commands if one.scope == scope], places)
    desk = [command for command in commands if command.scope not in {LIST, LEDGER, HISTORY, ENTITIES}]
    listed = [one for one in commands if one.scope == LIST]
    of_list = (bound(listed, places, counts=counts), bound(picking(listed), places, counts=counts))
    return commands, bound(desk, places, counts=counts), of_list
