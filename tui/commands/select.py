"""The commands that change what is selected: extending, growing, the edges of an annotation, joining, splitting."""

from typing import Final

from tui.actions import move, select
from tui.commands.command import Command, later, row
from tui.desk import Desk

SELECT: Final[tuple[Command[Desk], ...]] = (
    row("select.extend", "v", "extend", "Have every motion extend the selection, until a verb or escape.",
         select.extend_mode),
    row("select.left", "shift+left", "extend left", "Extend the selection by a character to the left.",
         move.by_character(ahead=False, extend=True)),
    row("select.right", "shift+right", "extend right", "Extend the selection by a character to the right.",
         move.by_character(ahead=True, extend=True)),
    row("select.down", "shift+down", "extend down", "Extend the selection by a line down.",
         move.by_line(1, extend=True)),
    row("select.up", "shift+up", "extend up", "Extend the selection by a line up.", move.by_line(-1, extend=True)),
    row("select.other_edge", "o", "other edge", "Make the other edge of the selection the one that moves.",
         select.other_edge),
    row("select.grow", "+", "grow", "Select the next larger thing: token, mark, sentence, paragraph, article.",
         select.grow),
    row("select.shrink", "-", "shrink", "Go back to the smaller thing.", select.shrink),
    row("select.right_out", "W", "right edge out", "Move the right edge a token out; an annotation changes with it.",
         select.shift(right=True, out=True)),
    row("select.right_in", "B", "right edge in", "Move the right edge a token in; an annotation changes with it.",
         select.shift(right=True, out=False)),
    row("select.left_out", "<", "left edge out", "Move the left edge a token out; an annotation changes with it.",
         select.shift(right=False, out=True)),
    row("select.left_in", ">", "left edge in", "Move the left edge a token in; an annotation changes with it.",
         select.shift(right=False, out=False)),
    row("select.right_out_character", "z W", "right edge out, character", "Move the right edge a character out.",
         select.shift(right=True, out=True, character=True)),
    row("select.right_in_character", "z B", "right edge in, character", "Move the right edge a character in.",
         select.shift(right=True, out=False, character=True)),
    row("select.left_out_character", "z <", "left edge out, character", "Move the left edge a character out.",
         select.shift(right=False, out=True, character=True)),
    row("select.left_in_character", "z >", "left edge in, character", "Move the left edge a character in.",
         select.shift(right=False, out=False, character=True)),
    row("select.boundaries", "=", "likely edges", "Go round the edges that the words make likely, then back.",
         later("boundaries:likely")),
    row("select.join", "J", "join marks", "Make one annotation of the mark here and the next one with its label.",
         later("boundaries:join")),
    row("select.split", "S", "split mark", "Make two annotations of the mark; the token here begins the second.",
         later("boundaries:split")),
    row("select.leave", "escape", "leave", "Leave extend mode; else forget the search; else drop the selection.",
         select.leave),
)  # fmt: skip
