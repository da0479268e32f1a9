"""All commands of the desk and of the list of stories, bound to their keys or to those of a keymap."""

from pathlib import Path
from typing import Any

from annotations.labels import LabelSet
from tui.commands.command import LIST, Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.stories import LIST_COMMANDS, picking
from tui.commands.whole import WHOLE, of_whole
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
        said = load(keymap)
        counts = said.counts
        places = {**({} if said.labels else places), **said.places}
        commands = remapped((*commands, *(one for scope in WHOLE for one in of_whole(scope))), said)
        for scope in WHOLE:
            bound(of_whole(scope, commands), places)
    desk = [command for command in commands if command.scope not in {LIST, *WHOLE}]
    listed = [one for one in commands if one.scope == LIST]
    of_list = (bound(listed, places, counts=counts), bound(picking(listed), places, counts=counts))
    return commands, bound(desk, places, counts=counts), of_list
