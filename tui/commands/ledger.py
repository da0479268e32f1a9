"""The commands of the ledger over the whole screen: apart from the others, as the first paint does not need them."""

from typing import Final

from annotations.model import Verdict
from tui.actions import ledger
from tui.commands.command import Command, row
from tui.commands.listing import Told, by_lines, by_pages
from tui.ledger import Ledger

LEDGER_COMMANDS: Final[tuple[Command[Ledger], ...]] = (
    *by_lines("ledger", Told("figure down", "Go to the next figure."), Told("figure up", "Go to the figure before.")),
    row("ledger.next", "]  n", "next group", "Go to the next group of figures.", ledger.by_group(1)),
    row("ledger.previous", "[  N", "previous group", "Go to the group of figures before.", ledger.by_group(-1)),
    *by_pages("ledger", "ledger ", Told("first figure", "Go to the top of the ledger."),
              Told("last figure", "Go to the end of the ledger.")),
    row("ledger.open", "enter  l", "show on the desk", "Go to the figure on the desk.", ledger.open_place),
    row("ledger.filter", "tab  v", "conflicts or all", "Show only conflicts, or every group.", ledger.toggle_filter),
    row("ledger.accept", "a", "it is a conflict", "Say that the two figures cannot both be right.",
         ledger.judge(Verdict.ACCEPTED)),
    row("ledger.reject", "x", "it is no conflict", "Say that the two figures can both be right.",
         ledger.judge(Verdict.REJECTED)),
    row("ledger.unsure", "space", "conflict unsure", "Leave it open whether both can be right.",
         ledger.judge(Verdict.UNSURE)),
    row("ledger.open_again", "d", "conflict undecided", "Take back what was decided on the two figures.",
         ledger.take_back),
    row("ledger.compare", "!", "compare figures",
         "Mark the figure; on another one, choose what the two are to each other.", ledger.compare),
    row("ledger.copy", "y", "copy the group", "Copy the group of figures to the clipboard, with where each stands.",
         ledger.copy),
    row("ledger.undo", "u", "ledger undo", "Take the last step back.", ledger.undo),
    row("ledger.redo", "U  ctrl+r", "ledger redo", "Do it again.", ledger.redo),
    row("ledger.help", "?  f1", "ledger help", "Show this table of keys; / narrows it.", Ledger.ask_for_help),
    row("ledger.leave", "q  escape  h", "back to the desk", "Go back to the desk.", ledger.leave),
)  # fmt: skip
