"""The commands that tie mentions, figures and passages of several articles together."""

from typing import Final

from tui.actions import beside
from tui.commands.command import Command, later, row
from tui.desk import Desk

TIE: Final[tuple[Command[Desk], ...]] = (
    row("tie.link", "c", "link …", "Choose which name of the story the mention is another form of.",
         later("link:pick_cluster")),
    row("tie.confirm", "C", "confirm the name", "Accept every form of the name that glows, as one step.",
         later("link:confirm_cluster")),
    row("tie.part", "z x", "part from the name", "Say that the mention does not name what its cluster names.",
         later("link:part")),
    row("tie.figures", "!", "conflict …",
         "Accept the conflict asked about; else choose the figure in conflict with it; then 2: in agreement.",
         later("figures:compare")),
    row("tie.figure_form", "V", "figure …",
         "Correct what the figure says: value, unit, bound, what is counted, claimant.",
         later("figures:ask_form")),
    row("tie.passage", "g a", "passage beside", "Scroll to the passage that says the same, then to the next best one.",
         beside.ask),
)  # fmt: skip
