"""What help shows: the keys of the panel it was asked for in, then all others; what narrowing leaves. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tui.commands.command import LIST, SCOPES, Command
from tui.commands.whole import WHOLE, of_whole
from tui.render.words import Words

if TYPE_CHECKING:
    from tui.desk import Desk

Row = tuple[str, ...]  # the keys, what they do, and other words that find the row


class Section(NamedTuple):
    """Keys with what they do, under a title."""

    title: str
    rows: tuple[Row, ...]


EXTEND: Final = Section("Now: extending", (
    ("any motion", "Have the selection reach as far as that."),
    ("o", "Make the other edge the one that moves."),
    ("a verb", "Act on what is selected, and end extending: a label, accept, copy …"),
    ("escape", "End extending."),
))  # fmt: skip
_MOVE_IN_ROWS: Final = ("arrows  ctrl+n  ctrl+p", "Go to the next one, the one before.")
PANELS: Final = {
    "ask": Section("In a question", (
        ("enter", "Give the answer."),
        ("escape", "Leave it as it was."),
        ("ctrl+u  ctrl+w", "Delete to the start, a word."),
    )),
    "choose": Section("In a choice", (
        ("letters", "Narrow the list to what has them."),
        _MOVE_IN_ROWS,
        ("enter", "Take the row."),
        ("escape", "Take none."),
    )),
    "details": Section("In the details", (
        ("j  k  down  up", "Scroll a line."),
        ("space  ctrl+u", "Scroll a page down, up."),
        ("g  G  home  end", "Go to the top, the end."),
        ("q  K  escape", "Go back to the desk."),
    )),
    "figure": Section("In the form of a figure", (
        ("tab  shift+tab  down  up", "Go to the next field, the one before."),
        ("down  up", "Where names are offered: take the next one, the one before."),
        ("enter", "Keep what was changed, as one step."),
        ("escape", "Leave it as it was."),
    )),
    "search": Section("In the search", (
        ("words", "Find articles that have all of them; the results come as you type."),
        ('"two words"', "Find them next to each other; pre* finds what begins so, -word leaves out what has it."),
        ("name:  figure:  label:", "Find a name in any of its forms, a quantity, a label."),
        ("source:  date:  title:", "Find by outlet, by day (2026-03..2026-04), in the title."),
        ("/a|b/", "Find a pattern, in what the other words leave."),
        _MOVE_IN_ROWS,
        ("pagedown  pageup", "Go a page down, up."),
        ("enter", "Go to the result."),
        ("escape", "Go back."),
    )),
}  # fmt: skip
"""The keys of what lies over the desk and has no commands in the table, by the PANEL of its screen."""
FILTER: Final = Section("In the filter", (
    ("words", "Narrow the list to stories whose titles or texts have them."),
    ("down  up", "Go to the next story, the one before."),
    ("enter", "Keep the words, and go back to the keys of the list."),
    ("escape", "Show all stories again."),
))  # fmt: skip
SIGNS: Final = Section("Signs in the titles of articles", (
    ("3/8", "How many marks are decided, of all that are proposed or made; ✓ before it: the article is finished."),
    ("~¶5", "Its passage beside the sentence under the cursor is in its paragraph 5; ~ none: it has no such passage."),
))  # fmt: skip
_ELSEWHERE: Final = frozenset((LIST, *WHOLE))


def sections(panel: str, desk: "Desk", commands: Sequence[Command[Any]]) -> list[Section]:
    """What help shows in a panel, which is a key of PANELS or a scope of commands; "" is the desk itself."""
    first = [PANELS[panel]] if panel in PANELS else list(_of_scope(panel, commands)) if panel else _now(desk)
    desk_keys = (one for scope in SCOPES if scope not in _ELSEWHERE for one in _of_scope(scope, commands))
    return [*first, *desk_keys, *([] if panel else [SIGNS])]


def _now(desk: "Desk") -> list[Section]:
    """What works on the desk now and else does not: in a mode, while extending, while something is asked."""
    if desk.mode is not None:
        return [Section(f"Now: {desk.mode.name.capitalize()}", tuple(rows_of(desk.mode.words(desk))))]
    if desk.extending:
        return [EXTEND]
    if desk.ties.focus is not None:
        from tui.render.tie_words import question  # noqa: PLC0415 (there is seldom a question)

        return [Section("Now: the question", tuple(rows_of(question(desk, desk.ties.focus, on_desk=True))))]
    return []


def rows_of(words: Iterable[Words]) -> Iterator[Row]:
    """The keys in a line of words, each with the words behind it; words before the first and dim ones are no key's."""
    key, told = "", ""
    for text, role in words:
        aside = role == "dim" and text.strip(" ·")
        if role == "key" or aside:
            if told.strip():
                yield key, told.strip(" ·")
            key, told = ("", text) if aside else (text.strip(), "")
        else:
            told += text
    if told.strip():
        yield key, told.strip(" ·")


def _of_scope(scope: str, commands: Sequence[Command[Any]]) -> Iterator[Section]:
    own = of_whole(scope, commands) if scope in WHOLE else [one for one in commands if one.scope == scope]
    if own:
        yield Section(SCOPES[scope], tuple(("  ".join(one.keys), _told(one), one.title) for one in own))
    if scope == LIST:
        yield FILTER


def _told(command: Command[Any]) -> str:
    """What a command does; of a label first which it is."""
    if command.scope != "label":
        return command.help or command.title
    name = command.id.partition(".")[2]
    return f"{name}: {command.help}" if command.help else name


def narrowed(shown: Iterable[Section], words: str) -> list[Section]:
    """What is left of sections when each row has to have all the words, in what it says or what finds it."""
    wanted = words.casefold().split()
    found: list[Section] = []
    for title, rows in shown:
        left = tuple(one for one in rows if all(word in " ".join((*one, title)).casefold() for word in wanted))
        found += [Section(title, left)] if left else []
    return found
