"""The one table of commands. Bindings, key sequences, help, palette, the keymap file and docs/keys.md come from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Final, Generic, TypeVar

from annotations.labels import Label, LabelSet
from annotations.model import About, Verdict
from tui.actions import (
    beside,
    decide,
    find,
    follow,
    history,
    look,
    move,
    program,
    queue,
    select,
    stories,
    story,
    tie,
)
from tui.desk import Desk
from tui.lenses import ALL, FIGURES, NAMES, OPEN, REJECTED
from tui.stories import StoryList

Target = TypeVar("Target")
Run = Callable[[Target], None]

_VERDICTS: Final = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED, "unsure": Verdict.UNSURE}
SCOPES: Final = {
    "move": "Move",
    "select": "Select",
    "decide": "Decide",
    "label": "Label",
    "find": "Find",
    "tie": "Tie together",
    "look": "Look",
    "story": "Story",
    "program": "Program",
    "stories": "In the list of stories",
    "ledger": "In the ledger",
    "history": "In the history",
    "names": "On the entity board",
}
LIST: Final = "stories"
LEDGER: Final = "ledger"
HISTORY: Final = "history"
ENTITIES: Final = "names"
"""The scopes of the commands that work in the list of stories, the ledger, the history and on the entity board; all
others on the desk."""


@dataclass(frozen=True, slots=True)
class Command(Generic[Target]):
    """One row: its `id` for keymaps, its key sequences, its title for menus, a sentence of help, what it runs.

    `scope`, the part of the id before the dot, groups the rows.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    run: Run[Target]

    @property
    def scope(self) -> str:
        """A key of SCOPES."""
        return self.id.partition(".")[0]


def row(identity: str, keys: str, title: str, sentence: str, run: Run[Target]) -> Command[Target]:
    """A row; alternative key sequences are separated by two blanks."""
    return Command(identity, tuple(" ".join(one.split()) for one in keys.split("  ") if one), title, sentence, run)


def later(place: str, *arguments: object, **named: object) -> Run[Desk]:
    """What a module is only loaded for when it is wanted: `place` is a module of `tui.actions` and a name in it.

    With arguments the name is that of a function which makes the command from them.
    """

    def run(desk: Desk) -> None:
        module, _, name = place.partition(":")
        found = getattr(import_module(f"tui.actions.{module}"), name)
        (found(*arguments, **named) if arguments or named else found)(desk)

    return run


COMMANDS: Final[tuple[Command[Desk], ...]] = (
    row("move.left", "h  left", "character left", "Go to the character before.", move.by_character(ahead=False)),
    row("move.right", "l  right", "character right", "Go to the next character.", move.by_character(ahead=True)),
    row("move.down", "j  down", "line down", "Go down a line, in the same column.", move.by_line(1)),
    row("move.up", "k  up", "line up", "Go up a line, in the same column.", move.by_line(-1)),
    row("move.token", "w", "next token", "Select the token here, then the next one.", move.by("token", ahead=True)),
    row("move.token_back", "b", "previous token", "Select the token before.", move.by("token", ahead=False)),
    row("move.entity", "e  ] e  t e", "next entity", "Go to the next marked name or figure that is not rejected.",
         move.by_entity(ahead=True)),
    row("move.entity_back", "E  [ e  T e", "previous entity", "Go to the marked name or figure before.",
         move.by_entity(ahead=False)),
    row("move.sentence", ")", "next sentence", "Select the sentence here, then the next one.",
         move.by("sentence", ahead=True)),
    row("move.sentence_back", "(", "previous sentence", "Select the sentence before.",
         move.by("sentence", ahead=False)),
    row("move.paragraph", "}", "next paragraph", "Select the paragraph here, then the next one.",
         move.by("paragraph", ahead=True)),
    row("move.paragraph_back", "{", "previous paragraph", "Select the paragraph before.",
         move.by("paragraph", ahead=False)),
    row("move.line_start", "0  home", "line start", "Go to the first character of the line.", move.line_start),
    row("move.line_end", "$  end", "line end", "Go to the last character of the line.", move.line_end),
    row("move.half_page", "ctrl+d  z j", "half page down", "Go half a page down.", move.by_page(2, ahead=True)),
    row("move.half_page_back", "ctrl+u  z k", "half page up", "Go half a page up.", move.by_page(2, ahead=False)),
    row("move.page", "pagedown  ctrl+f  z J", "page down", "Go a page down.", move.by_page(1, ahead=True)),
    row("move.page_back", "pageup  ctrl+b  z K", "page up", "Go a page up.", move.by_page(1, ahead=False)),
    row("move.article_start", "g g", "article top", "Go to the top of the article.", move.article_start),
    row("move.article_end", "G", "article bottom", "Go to the bottom of the article.", move.article_end),
    row("move.pane_left", "H", "article left", "Go to the article to the left.", move.pane(-1)),
    row("move.pane_right", "L", "article right", "Go to the article to the right.", move.pane(1)),
    *(
        row(f"move.article_{number}", f"g {number}", f"article {number}", f"Go to article number {number}.",
             move.to_article(number - 1))
        for number in range(1, 10)
    ),
    row("move.hint", "f", "jump …", "Type the letters before a name, number or mark in any article to select it.",
         later("hints:jump")),
    row("move.hint_token", "F", "jump to token …", "Type the letters before any token to select it.",
         later("hints:tokens")),
    row("decide.paint", "p", "paint mode", "Label place after place by the letters before them; digits choose labels.",
        later("paint:paint")),
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
    row("decide.next", "tab  ] s  t s", "next proposal", "Go to the next open proposal, also in a later article.",
         queue.next_open),
    row("decide.previous", "shift+tab  [ s  T s", "previous proposal", "Go to the open proposal before.",
         queue.previous_open),
    row("decide.accept", "a", "accept", "Accept the proposal at the edges that are selected, and go to the next.",
         decide.accept),
    row("decide.reject", "x", "reject", "Reject the proposal, and go to the next.", decide.judge(Verdict.REJECTED)),
    row("decide.reject_there", "X", "judge from here …",
         "Type the letters of proposals to reject them; = before gives one its likely edges; A accepts the rest.",
         later("afar:judge")),
    row("decide.unsure", "space", "leave unsure", "Leave the proposal unsure, and go to the next.",
         decide.judge(Verdict.UNSURE)),
    row("decide.label", "r", "label …", "Choose a label from the list.", decide.pick_label),
    row("decide.repeat", ".", "repeat", "Give the last label, attribute or link again.", decide.repeat),
    row("decide.record", "Q", "record …", "Record the keys from here on under a letter; once more ends it.",
        later("macros:record")),
    row("decide.replay", "@", "replay …", "Do again what was recorded under a letter; @ @ the last one.",
        later("macros:replay")),
    row("decide.attributes", "D", "describe …", "Give the mark an attribute of the label set; a proposal is accepted.",
        later("describe:attributes")),
    row("decide.part", "P", "add a piece", "Add what is selected to the mark decided on last, with a gap between.",
        later("describe:add_part")),
    row("decide.relation", "R", "relation …", "Relate the mark to another one on the screen, or no longer.",
        later("describe:relate")),
    row("decide.delete", "d  delete", "delete", "Take the annotation away; its proposal is open again.",
         decide.delete),
    row("decide.note", "i", "note", "Write a note on the mark; an open proposal is thereby left unsure.",
         decide.ask_note),
    row("decide.undo", "u", "undo", "Take the last step back; without limit, also those of earlier sittings.",
         history.undo),
    row("decide.redo", "U  ctrl+r", "redo", "Do the step again that was undone last.", history.redo),
    row("decide.finish", "Z Z", "finish article", "The article is done: what is unmarked is nothing. Go to the next.",
         decide.finish),
    row("decide.reopen", "Z o", "reopen article", "The article is not done after all.", decide.reopen),
    row("decide.paragraph", "A", "accept paragraph", "Accept the open proposals from here to the end of the paragraph.",
         later("batch:paragraph")),
    row("decide.screen", "g A", "accept screen", "Accept the open proposals on the rows that the article shows.",
         later("batch:screen")),
    row("decide.everywhere", "&", "label everywhere", "Give the label here to the same words in all articles.",
         later("batch:everywhere")),
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
    row("tie.link", "c", "link …", "Choose which name of the story the mention is another form of.",
         later("link:pick_cluster")),
    row("tie.confirm", "C", "confirm the name", "Accept every form of the name that glows, as one step.",
         later("link:confirm_cluster")),
    row("tie.part", "z x", "part from the name", "Say that the mention does not name what its cluster names.",
         later("link:part")),
    row("tie.figures", "!", "conflict …",
         "Accept the conflict asked about; else choose the figure that this one conflicts with.",
         later("figures:compare")),
    row("tie.figure_form", "V", "figure …",
         "Correct what the figure says: value, unit, bound, what is counted, claimant.",
         later("figures:ask_form")),
    row("tie.passage", "g a", "passage beside", "Scroll to the passage that says the same, then to the next best one.",
         beside.ask),
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
    row("look.open", "z o", "open only", "Show open proposals only; e still goes to all marks, tab to these.",
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
    row("story.list", "g q", "stories", "Show the list of all stories.", story.show_stories),
    row("story.search", "g /", "search the project", "Search the texts of all articles of the project.",
         story.show_search),
    row("story.next", "] ]  t t", "next story", "Go to the next story of the list.", story.by_story(1)),
    row("story.previous", "[ [  T T", "previous story", "Go to the story before.", story.by_story(-1)),
    row("story.split", "Z s", "split off", "Make a story of its own of this article.", story.split),
    row("story.move", "Z m", "move article …", "Move this article to another story.", story.move),
    row("story.join", "Z j", "join story …", "Join another story to this one.", story.join),
    row("story.name", "Z n", "name story …", "Give the story a name.", story.ask_name),
    row("story.label_article", "Z l", "label article …", "Give the whole article a label.", later("describe:article")),
    row("story.label", "Z L", "label story …", "Give the whole story a label.", later("describe:story")),
    *(
        row(f"story.{what}_{name}", f"Z {key}", f"{verdict.value} {what}",
            f"Judge the whole {what}: {verdict.value}; once more takes it back.",
            later("describe:judge", About(what), verdict))
        for what, keys in (("article", "a x space"), ("story", "A X U"))
        for (name, verdict), key in zip(_VERDICTS.items(), keys.split(), strict=True)
    ),
    row("program.help", "?  f1", "help", "Show this table of keys; / narrows it.", program.show_help),
    row("program.palette", ":  ctrl+p", "commands", "Find a command by its words.", program.show_palette),
    row("program.copy", "y", "copy", "Copy the selected text to the clipboard.", program.copy),
    row("program.copy_json", "Y", "copy as JSON", "Copy the selection or mark with its place, as a line of JSON.",
         later("copying:copy_json")),
    row("program.copy_citation", "g y", "copy with citation", "Copy the sentence with outlet, day and place.",
         later("copying:copy_citation")),
    row("program.copy_to_file", "g w", "copied to a file", "Write what was copied last to a file; it is said which.",
         later("copying:to_file")),
    row("program.suspend", "ctrl+z", "suspend", "Go to the background; fg comes back.", program.suspend),
    row("program.quit", "q  ctrl+q", "leave the desk", "Leave the desk; everything is saved already.", program.leave),
)  # fmt: skip


LIST_COMMANDS: Final[tuple[Command[StoryList], ...]] = (
    row("stories.down", "j  down", "story down", "Go to the next story.", stories.by_row(1)),
    row("stories.up", "k  up", "story up", "Go to the story before.", stories.by_row(-1)),
    row("stories.page", "pagedown  ctrl+f  ctrl+d", "page down", "Go a page down.", stories.by_page(1)),
    row("stories.page_back", "pageup  ctrl+b  ctrl+u", "page up", "Go a page up.", stories.by_page(-1)),
    row("stories.first", "g g  home", "first story", "Go to the first story.", stories.first),
    row("stories.last", "G  end", "last story", "Go to the last story.", stories.last),
    row("stories.open", "enter  l", "open", "Open the story on the desk.", stories.open_story),
    row("stories.filter", "/", "filter", "Type words that title or texts must have.", stories.type_filter),
    row("stories.sort", "s", "sort", "Sort by date, size, open work, disagreement.", stories.sort),
    row("stories.reverse", "r", "other way round", "Sort the other way round.", stories.reverse),
    row("stories.state", "tab", "state", "Show all stories, new ones, those in work, those that are done.",
         stories.next_state),
    row("stories.search", "f  g /", "search texts", "Search the texts of all articles.", stories.search),
    row("stories.mark", "space", "mark", "Mark the story, and go to the next.", stories.mark),
    row("stories.merge", "m", "merge", "Merge the marked stories into this one.", stories.merge),
    row("stories.name", "n", "name …", "Give the story a name.", stories.ask_name),
    row("stories.finish", "Z Z", "done", "Finish all its articles: what is unmarked is nothing.", stories.finish),
    row("stories.undo", "u", "undo", "Take the last step about stories back.", stories.undo),
    row("stories.redo", "U  ctrl+r", "redo", "Do it again.", stories.redo),
    row("stories.help", "?  f1", "help", "Show this table of keys; / narrows it.", stories.show_help),
    row("stories.leave", "escape  q  h", "back", "Show all stories again; then go back to the desk.", stories.leave),
    row("stories.quit", "ctrl+q", "leave the program", "Leave the program; everything is saved already.",
         stories.quit_program),
)  # fmt: skip


_MOTIONS: Final = frozenset(
    "decide.next decide.previous select.left select.right select.up select.down select.grow select.shrink stories.down"
    " stories.up stories.page stories.page_back".split()
)
_SINGLE: Final = frozenset("find.search find.selection find.follow".split())


def is_motion(command: Command[Target]) -> bool:
    """Whether a count before a command means that it is done so often."""
    edge = command.scope == "select" and any(part in command.id for part in ("_out", "_in"))
    moves = command.scope in {"move", "find"} and not command.title.endswith("…") and command.id not in _SINGLE
    return moves or edge or command.id in _MOTIONS


PICKING: Final = frozenset(
    f"stories.{name}" for name in "down up page page_back first last open filter sort reverse state help leave".split()
)
"""What works in the list while a story is chosen from it, and nothing else does."""


def picking(commands: Sequence[Command[StoryList]]) -> tuple[Command[StoryList], ...]:
    """The commands of the list while a story is chosen from it; whoever begins to type a title must not choose."""
    kept = (command for command in commands if command.id in PICKING)
    return tuple(replace(one, keys=tuple(key for key in one.keys if key not in {"l", "h"}) or one.keys) for one in kept)


def label_commands(labels: LabelSet) -> tuple[Command[Desk], ...]:
    """A row for each label of the set."""
    return tuple(_label_command(label) for label in labels.labels)


def _label_command(label: Label) -> Command[Desk]:
    title = f"label {label.name}"
    return Command(f"label.{label.name}", (label.key,), title, label.definition, decide.label(label.name))
