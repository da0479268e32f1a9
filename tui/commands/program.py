"""The commands of the program around the desk: help, palette, copying, leaving."""

from typing import Final

from tui.actions import program
from tui.commands.command import Command, later, row
from tui.desk import Desk

PROGRAM: Final[tuple[Command[Desk], ...]] = (
    row("program.help", "?  f1", "help", "Show this table of keys; / narrows it.", program.show_help),
    row("program.palette", ":  ctrl+p", "commands", "Find a command by its words.", program.show_palette),
    row("program.copy", "y", "copy", "Copy the selected text to the clipboard.", program.copy),
    row("program.copy_json", "Y", "copy as JSON", "Copy the selection or mark with its place, as a line of JSON.",
         later("copying:copy_json")),
    row("program.copy_citation", "g y", "copy with citation", "Copy the sentence with outlet, day and place.",
         later("copying:copy_citation")),
    row("program.copy_row", "z y", "copy ledger row", "Copy the figure's row of the ledger, with where each stands.",
         later("copying:copy_row")),
    row("program.copy_to_file", "g w", "copied to a file", "Write what was copied last to a file; it is said which.",
         later("copying:to_file")),
    row("program.screenshot", "z S", "screenshot", "Write the screen to a file as a picture (SVG); it is said which.",
         program.screenshot),
    row("program.suspend", "ctrl+z", "suspend", "Go to the background; fg comes back.", program.suspend),
    row("program.quit", "q  ctrl+q", "leave the desk", "Leave the desk; everything is saved already.", program.leave),
)  # fmt: skip
