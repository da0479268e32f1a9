"""What is laid over the desk: help, questions, lists."""

from collections.abc import Sequence
from typing import Any

from textual.screen import ModalScreen

from tui.commands import Command
from tui.desk import Desk
from tui.wishes import AskNote, AskSearch, AskStoryName, PickLabel, ShowHelp, Wish


def opened(wish: Wish, desk: Desk, commands: Sequence[Command[Any]]) -> ModalScreen[Any]:
    """The screen that a wish asks for; it is dismissed with the answer, or with None."""
    from tui.screens.ask import Ask  # noqa: PLC0415 (each dialog is loaded when it is first wanted)
    from tui.screens.choose import Choose, command_choices, label_choices  # noqa: PLC0415
    from tui.screens.help import Help  # noqa: PLC0415

    match wish:
        case AskNote(words, about):
            return Ask(f"note on {about}", words)
        case AskSearch(words):
            return Ask("search all articles", words)
        case AskStoryName(_, words):
            return Ask("name of the story", words)
        case ShowHelp():
            return Help(commands)
        case PickLabel():
            return Choose("label", label_choices(desk.workspace.labels))
        case _:
            return Choose("command", command_choices(commands))
