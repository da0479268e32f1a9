"""The commands of the names over the whole screen: apart from the others, as the first paint does not need them."""

from typing import Final

from annotations.model import Verdict
from annotations.said_names import ID, NAME, NOTE
from tui.actions import names
from tui.commands.command import Command, row
from tui.commands.listing import Told, by_lines, by_pages
from tui.names import Names

NAME_COMMANDS: Final[tuple[Command[Names], ...]] = (
    *by_lines("names", Told("name line down", "Go to the next line."), Told("name line up", "Go to the line before.")),
    row("names.next", "]  }", "next name", "Go to the next name.", names.by_name(1)),
    row("names.previous", "[  {", "previous name", "Go to the name before.", names.by_name(-1)),
    *by_pages("names", "names ", Told("first name", "Go to the first name."),
              Told("last name", "Go to the last line.")),
    row("names.open", "enter  l", "show on the desk", "Go to its first mention on the desk; of a form, to its next.",
        names.open_place),
    row("names.filter", "/", "filter names", "Type words that a name has, in any form or in what was said of it.",
        names.type_filter),
    row("names.sort", "o  tab", "sort names", "Sort by mentions, by title, by forms that are open.", names.sort),
    row("names.accept", "a", "form is the same", "The form names the same; on the name itself, every open form does.",
        names.judge(Verdict.ACCEPTED)),
    row("names.reject", "x", "form is not the same", "The form names something else; it gets a line of its own.",
        names.judge(Verdict.REJECTED)),
    row("names.unsure", "space", "form unsure", "Leave it open whether the form names the same.",
        names.judge(Verdict.UNSURE)),
    row("names.open_again", "d", "form undecided", "Take back what was decided on the form.", names.take_back),
    row("names.mark", "v", "mark name", "Mark the name, and go to the next.", names.mark),
    row("names.merge", "m", "merge names", "Merge the marked names into this one.", names.merge),
    row("names.split", "s", "split off form", "Make an entity of its own of the form.", names.split),
    row("names.name", "n", "name entity …", "Give it a name; an empty one gives it back its own.", names.ask(NAME)),
    row("names.note", "i", "note on entity …", "Write a note on what the name stands for.", names.ask(NOTE)),
    row("names.id", "w", "id of entity …", "Give it an id elsewhere, such as a number of Wikidata: Q42.",
        names.ask(ID)),
    row("names.undo", "u", "names undo", "Take the last step back.", names.undo),
    row("names.redo", "U  ctrl+r", "names redo", "Do it again.", names.redo),
    row("names.help", "?  f1", "names help", "Show this table of keys; / narrows it.", Names.ask_for_help),
    row("names.leave", "q  escape  h", "back from the names", "Show all names again; then go back to the desk.",
        names.leave),
)  # fmt: skip
