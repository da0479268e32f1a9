"""The lines of the history over the whole screen: when, where, what; undone steps are dim. Pure."""

from typing import Final

from corpus.display import shown_line
from tui.logbook import Entry, Logbook
from tui.render.cells import cut, width
from tui.render.moments import on_own_clock
from tui.render.words import Words, key_hints

WIDE: Final = 110  # cells from which on the names of outlets have more room
_HINTS: Final = (
    ("history.open", "show"),
    ("history.undo", "undo"),
    ("history.redo", "redo"),
    ("history.last", "oldest"),
    ("history.leave", "back"),
    ("history.help", "help"),
)


def head(logbook: Logbook) -> list[Words]:
    """How many steps there are, how many of them are undone, and whose they are."""
    total, undone = logbook.size, logbook.layer.undone_count
    words: list[Words] = [(" history ", "active"), (f"  {total:,} step{'s' * (total != 1)}", "strong")]
    if undone:
        words.append((f" · {undone} undone", "dim"))
    return [*words, (f" · {shown_line(logbook.desk.workspace.reviewer)} · local times", "dim")]


def rows(logbook: Logbook, cells: int) -> list[list[Words]]:
    """The lines in sight."""
    last = min(logbook.top + logbook.height, logbook.size)
    return [
        _line(logbook, logbook.entry(logbook.lines[index]), cells, here=index == logbook.at)
        for index in range(logbook.top, last)
    ]


def _line(logbook: Logbook, entry: Entry, cells: int, *, here: bool) -> list[Words]:
    """A step: time to the minute, letter and paragraph or paragraph and outlet, how many things, what."""
    room = 24 if cells >= WIDE else 12
    where = cut(shown_line(_where(logbook, entry)), room)
    role = "dim" if entry.undone else "active" if here else "plain"
    words: list[Words] = [("▎" if here else " ", "bar"), (f" {on_own_clock(entry.at)}  ", "dim")]
    words += [(where, "dim" if entry.undone else "strong"), (" " * (room - width(where) + 1), "plain")]
    words.append((f"{entry.things:>4}× " if entry.things > 1 else " " * 6, "dim"))
    left = cells - sum(width(text) for text, _ in words)
    told = f"{'undone: ' if entry.undone else ''}{entry.words}"
    return [*words, (cut(shown_line(told), max(0, left)), role)]


def _where(logbook: Logbook, entry: Entry) -> str:
    place, paragraph = logbook.place(entry.article_id), logbook.paragraph(entry)
    numbered = f"¶{paragraph}" if paragraph else ""
    return f"{place.letter}{numbered}" if place.letter else f"{numbered} {place.outlet}".strip()


def foot(logbook: Logbook) -> list[Words]:
    """What just happened, or what the step under the cursor did and where, at length."""
    if logbook.message:
        return [(f" {shown_line(logbook.message)} ", "plain")]
    if logbook.here is None:
        return [(" nothing was decided yet", "plain")]
    entry = logbook.entry(logbook.here)
    place = logbook.place(entry.article_id)
    return [(f" {shown_line(entry.words)}", "plain"), (f"  {shown_line(place.outlet)}", "dim")]


def hints(logbook: Logbook) -> list[Words]:
    """The keys that matter here."""
    return key_hints(logbook.keys.shortest, _HINTS)
