"""The commands of the history over the whole screen: apart from the others, as the first paint does not need them."""

from typing import Final

from tui.actions import logbook
from tui.commands.command import Command, row
from tui.logbook import Logbook

LOGBOOK_COMMANDS: Final[tuple[Command[Logbook], ...]] = (
    row("history.down", "j  down", "older step", "Go to the step before, a line down.", logbook.by_line(1)),
    row("history.up", "k  up", "newer step", "Go to the next step, a line up.", logbook.by_line(-1)),
    row("history.page", "pagedown  ctrl+f  ctrl+d", "history page down", "Go a page down.", logbook.by_page(1)),
    row("history.page_back", "pageup  ctrl+b  ctrl+u", "history page up", "Go a page up.", logbook.by_page(-1)),
    row("history.first", "g g  home", "newest step", "Go to the newest step.", logbook.first),
    row("history.last", "G  end", "oldest step", "Go to the oldest step.", logbook.last),
    row("history.open", "enter  l", "show the place", "Go to where it was decided, also in another story.",
        logbook.open_place),
    row("history.undo", "u", "history undo", "Take the last step back.", logbook.undo),
    row("history.redo", "U  ctrl+r", "history redo", "Do the step again that was undone last.", logbook.redo),
    row("history.help", "?  f1", "history help", "Show this table of keys; / narrows it.", logbook.show_help),
    row("history.leave", "q  escape  h", "back from the history", "Go back to the desk.", logbook.leave),
)  # fmt: skip
