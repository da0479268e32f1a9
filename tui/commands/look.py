"""The commands that change what is shown, and how: panels, lenses, folds, zoom, scrolling, themes."""

from typing import Final

from tui.actions import beside, look, program
from tui.commands.command import Command, later, row
from tui.desk import Desk
from tui.lenses import ALL, FIGURES, NAMES, OPEN, REJECTED

LOOK: Final[tuple[Command[Desk], ...]] = (
    row("look.sync", "g s", "scroll along", "Have the other articles scroll along with the sentence, or no more.",
         beside.toggle_sync),
    row("look.details", "K", "details", "Show all that is known of what is under the cursor, and why.",
         program.show_details),
    row("look.ledger", "g c", "ledger", "Show all figures that several articles give, side by side.",
         program.show_ledger),
    row("look.entities", "g e", "entity board", "Show all names of the story: their forms, and what was said of them.",
         later("names:show")),
    row("look.history", "g h", "history", "Show all that you decided in this project, the newest first.",
         program.show_panel("history")),
    row("look.sitting", "g z", "this sitting", "Show how far this sitting has come: spans, keys, batches, time.",
         program.show_panel("sitting")),
    row("look.guidelines", "g i", "guidelines", "Show the guidelines of the label set, and what each label means.",
         program.show_panel("guidelines")),
    row("look.strip", "z s", "ledger strip", "Hide the rows of the ledger below the articles, or show them.",
         look.toggle_strip),
    row("look.folds", "z f", "fold boilerplate", "Fold all boilerplate away, or show it.", look.toggle_folds),
    row("look.zoom", "z z", "zoom", "Show one article alone, or as many as fit.", look.zoom),
    row("look.layout", "\\", "next layout", "Show one article alone, two side by side, three, as many as fit.",
         later("lenses:layout")),
    row("look.figures", "z n", "numbers only", "Show marks of numbers and dates only; e and tab still go to all.",
         later("lenses:show", FIGURES)),
    row("look.names", "z e", "names only", "Show marks of names only; e and tab still go to all.",
         later("lenses:show", NAMES)),
    row("look.open", "z o", "open only", "Show open proposals only; e still goes to all marks, tab to what is open.",
         later("lenses:show", OPEN)),
    row("look.rejected", "z r", "rejected too", "Show what was rejected as well; e and tab pass over it, ] x does not.",
         later("lenses:show", REJECTED)),
    row("look.all", "z a", "all marks", "Show all marks again, but for rejected ones.", later("lenses:show", ALL)),
    row("look.letters", "g t", "letters of kinds", "Show before each mark a letter of its label, or no more.",
         later("lenses:letters")),
    row("look.numbers", "#", "paragraph numbers", "Hide the numbers of the paragraphs, or show them.",
         later("lenses:numbers")),
    row("look.top", "z t", "selection to top", "Scroll so that the selection stands at the top.",
         look.selection_at(0)),
    row("look.middle", "z c", "selection to middle", "Scroll so that the selection stands in the middle.",
         look.selection_at(0.5)),
    row("look.bottom", "z b", "selection to bottom", "Scroll so that the selection stands at the bottom.",
         look.selection_at(1)),
    row("look.theme", "z T", "next theme", "Change to the next theme: dark, light, high-contrast, sixteen, mono.",
         look.next_theme),
    row("look.redraw", "ctrl+l", "redraw", "Draw the screen anew.", look.redraw),
)  # fmt: skip
