"""What is laid over the desk: help, questions, lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen

from corpus.display import shown_line
from tui.commands.command import ENTITIES, LEDGER, Command
from tui.desk import Desk
from tui.wishes import AskNote, AskSearch, AskStoryName, AskWords, PickCluster, PickLabel, ShowDetails, ShowFigure, Wish

if TYPE_CHECKING:
    from tui.screens.whole import Around, WholeScreen


def opened(wish: Wish, desk: Desk, commands: Sequence[Command[Any]]) -> ModalScreen[Any]:
    """The screen that a wish asks for; it is dismissed with the answer, or with None."""
    match wish:
        case AskNote(words, about):
            return _asking(f"note on {about}", words)
        case AskWords(question, words, _, told):
            return _asking(question, words, told)
        case AskSearch(words):
            return _asking("search all articles", words)
        case AskStoryName(_, words):
            return _asking("name of the story", words)
        case ShowDetails() | ShowFigure():
            return _of_place(wish, desk)
        case _:
            return _choosing(wish, desk, commands)


def panel(what: str, desk: Desk, colours: str) -> ModalScreen[None]:
    """A panel that only tells: the numbers of this sitting, or the guidelines."""
    if what == "sitting":
        from tui.render.sitting_rows import sitting_rows  # noqa: PLC0415 (each is loaded when it is wanted)
        from tui.screens.details import Details  # noqa: PLC0415

        return Details(sitting_rows(desk))
    from tui.screens.guidelines import Guidelines  # noqa: PLC0415

    return Guidelines(desk.workspace.labels, desk.keys, colours)


def whole_screen(scope: str, desk: Desk, commands: Sequence[Command[Any]], around: "Around") -> "WholeScreen":
    """What takes the whole screen: the ledger, the names or the history, by the scope of its commands."""
    if scope == LEDGER:
        from tui.screens.ledger import LedgerScreen, ledger_of  # noqa: PLC0415 (each is loaded when it is wanted)

        return LedgerScreen(ledger_of(desk, commands), around)
    if scope == ENTITIES:
        from tui.screens.names import NamesScreen, names_of  # noqa: PLC0415

        return NamesScreen(names_of(desk, commands), around)
    from tui.screens.logbook import LogbookScreen, logbook_of  # noqa: PLC0415

    return LogbookScreen(logbook_of(desk, commands), around)


def _of_place(wish: ShowDetails | ShowFigure, desk: Desk) -> ModalScreen[Any]:
    if isinstance(wish, ShowFigure):
        from tui.actions.figures import sheet_here  # noqa: PLC0415 (each dialog is loaded when it is wanted)
        from tui.screens.figure import FigureForm  # noqa: PLC0415

        return FigureForm(sheet_here(desk))
    from tui.render.detail_rows import details  # noqa: PLC0415
    from tui.screens.details import Details  # noqa: PLC0415

    return Details(details(desk))


def _asking(question: str, words: str, told: str = "") -> ModalScreen[Any]:
    from tui.screens.ask import Ask  # noqa: PLC0415

    return Ask(question, words, told)


def _choosing(wish: Wish, desk: Desk, commands: Sequence[Command[Any]]) -> ModalScreen[Any]:
    from tui.actions.link import is_low  # noqa: PLC0415
    from tui.screens.choose import Choose, Sheet, cluster_choices, command_choices, label_choices  # noqa: PLC0415

    match wish:
        case PickLabel():
            return Choose("label", label_choices(desk))
        case PickCluster(about):
            return Sheet(f"“{shown_line(about)}” is", cluster_choices(desk), above=is_low(desk))
        case _:
            return Choose("command", command_choices(commands))
