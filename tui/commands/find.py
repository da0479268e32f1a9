"""The commands that find: words, the next of a kind, the way back, places with a letter."""

from typing import Final

from annotations.model import Verdict
from tui.actions import find, follow, tie
from tui.commands.command import Command, later, row
from tui.desk import Desk

FIND: Final[tuple[Command[Desk], ...]] = (
    row("find.search", "/", "search", "Search all articles; capitals count only where the words have one.", find.ask),
    row("find.next", "n", "next match", "Go to the next match, in this article or a later one.", find.next_match),
    row("find.previous", "N", "previous match", "Go to the match before.", find.previous_match),
    row("find.selection", "*", "search selection", "Search all articles for the whole words that are selected.",
         find.selected_words),
    row("find.follow", "enter", "follow", "Go to the next mention of the name, or to the other side of the figure.",
         follow.follow),
    row("find.back", "backspace  ctrl+o", "go back", "Go back to where one came from, however one left.",
         follow.back),
    row("find.back_forth", "g o", "go forth", "Go forth again to where one went back from.", follow.forth),
    row("find.name", "] l  t l", "same name, next", "Go to the next mention of the name, in any form and article.",
         follow.same_name(1)),
    row("find.name_back", "[ l  T l", "same name, previous", "Go to the mention of the name before.",
         follow.same_name(-1)),
    row("find.conflict", "] c  t c", "next conflict", "Go to the next figures that cannot all be right.",
         tie.conflict(1)),
    row("find.conflict_back", "[ c  T c", "previous conflict", "Go to the figures in conflict before.",
         tie.conflict(-1)),
    row("find.boilerplate", "] b  t b", "next boilerplate", "Go to the next region of boilerplate, folded or not.",
         find.region(1)),
    row("find.boilerplate_back", "[ b  T b", "previous boilerplate", "Go to the region of boilerplate before.",
         find.region(-1)),
    row("find.figure", "] n  t n", "next figure", "Go to the next number or date, in any article.", find.figure(1)),
    row("find.figure_back", "[ n  T n", "previous figure", "Go to the number or date before.", find.figure(-1)),
    row("find.note", "] m  t m", "next note", "Go to the next annotation with a note.", find.noted(1)),
    row("find.note_back", "[ m  T m", "previous note", "Go to the annotation with a note before.", find.noted(-1)),
    row("find.unsure", "] space  t space", "next unsure", "Go to the next annotation that was left unsure.",
         find.judged(Verdict.UNSURE, 1)),
    row("find.unsure_back", "[ space  T space", "previous unsure", "Go to the unsure annotation before.",
         find.judged(Verdict.UNSURE, -1)),
    row("find.rejected", "] x  t x", "next rejected", "Go to the next proposal that was rejected.",
         find.judged(Verdict.REJECTED, 1)),
    row("find.rejected_back", "[ x  T x", "previous rejected", "Go to the rejected proposal before.",
         find.judged(Verdict.REJECTED, -1)),
    row("find.again", ";", "same motion again", "Repeat the last motion that began with ] or [, t or T.",
         later("again:again")),
    row("find.again_back", ",", "same motion, other way", "Repeat that motion the other way round.",
         later("again:other_way")),
    row("find.place", "m", "letter for the place …", "Give the place here a letter, a to z, that leads back to it.",
         later("bookmarks:ask_letter")),
    row("find.to_place", "'", "to the place of a letter …", "Go to the place of a letter, or to an article: ' a, ' B.",
         later("bookmarks:ask_place")),
)  # fmt: skip
