"""What is laid over the desk: help, questions, lists."""

from collections.abc import Sequence
from typing import Any

from textual.screen import ModalScreen

from corpus.display import shown_line
from tui.commands import Command
from tui.desk import Desk
from tui.wishes import AskNote, AskSearch, AskStoryName, PickCluster, PickLabel, ShowDetails, ShowHelp, Wish


def opened(wish: Wish, desk: Desk, commands: Sequence[Command[Any]]) -> ModalScreen[Any]:
    """The screen that a wish asks for; it is dismissed with the answer, or with None."""
    match wish:
        case AskNote(words, about):
            return _asking(f"note on {about}", words)
        case AskSearch(words):
            return _asking("search all articles", words)
        case AskStoryName(_, words):
            return _asking("name of the story", words)
        case ShowHelp():
            from tui.screens.help import Help  # noqa: PLC0415 (each dialog is loaded when it is first wanted)

            return Help(commands)
        case ShowDetails():
            from tui.render.detail_rows import details  # noqa: PLC0415
            from tui.screens.details import Details  # noqa: PLC0415

            return Details(details(desk))
        case _:
            return _choosing(wish, desk, commands)


def _asking(question: str, words: str) -> ModalScreen[Any]:
    from tui.screens.ask import Ask  # noqa: PLC0415

    return Ask(question, words)


def _choosing(wish: Wish, desk: Desk, commands: Sequence[Command[Any]]) -> ModalScreen[Any]:
    from tui.screens.choose import Choose, cluster_choices, command_choices, label_choices  # noqa: PLC0415

    match wish:
        case PickLabel():
            return Choose("label", label_choices(desk.workspace.labels))
        case PickCluster(about):
            return Choose(f"“{shown_line(about)}” is", cluster_choices(desk, about))
        case _:
            return Choose("command", command_choices(commands))
