"""The commands of the history over the whole screen: apart from the others, as the first paint does not need them."""

from typing import Final

from tui.actions import logbook
from tui.commands.command import Command, row
from tui.commands.listing import Told, by_lines, by_pages
from tui.logbook import Logbook

LOGBOOK_COMMANDS: Final[tuple[Command[Logbook], ...]] = (
    *by_lines("history", Told("older step", "Go to the step before, a line down."),
              Told("newer step", "Go to the next step, a line up.")),
    *by_pages("history", "history ", Told("newest step", "Go to the newest step."),
              Told("oldest step", "Go to the oldest step.")),
    row("history.open", "enter  l", "show the place", "Go to where it was decided, also in another story.",
        logbook.open_place),
    row("history.undo", "u", "history undo", "Take the last step back.", logbook.undo),
    row("history.redo", "U  ctrl+r", "history redo", "Do the step again that was undone last.", logbook.redo),
    row("history.help", "?  f1", "history help", "Show this table of keys; / narrows it.", Logbook.ask_for_help),
    row("history.leave", "q  escape  h", "back from the history", "Go back to the desk.", logbook.leave),
)  # fmt: skip
