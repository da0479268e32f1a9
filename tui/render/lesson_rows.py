"""The rows of the tutorial, as runs of words with a role. Pure."""

import re
from typing import TYPE_CHECKING, Final

from tui.render.cells import width
from tui.render.words import Words

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.keys import Keys
    from tui.tutor import Tutor

ROWS: Final = 3
_COMMAND: Final = re.compile(r"\{([\w.]+)\}")


def rows(tutor: "Tutor", cells: int) -> list[list[Words]]:
    """Which lesson it is and how to go on, and what to do; `ROWS` rows, for `cells` cells."""
    text = _wrapped(_units(_told(tutor), tutor.desk.keys), cells)
    head: list[Words] = [(f" Lesson {tutor.at + 1} of {len(tutor.lessons)} · {tutor.lesson.title} ", "active")]
    if tutor.before:
        head.append((f" ✓ {tutor.before}", "strong"))
    for keys, what in ((tutor.next_keys, "next"), (tutor.back_keys, "back")):
        for key in keys:
            head += [("  " if key == keys[0] else " ", "plain"), (key.upper() if key[0] == "f" else key, "key")]
        head.append((f" {what}", "dim"))
    return [head, *text, *[[]] * ROWS][:ROWS]


def _told(tutor: "Tutor") -> str:
    waiting = tutor.waiting
    if not waiting:
        return tutor.lesson.text
    if tutor.desk.reading.startswith("reading") or tutor.desk.compared is None:
        return f"The machine is still reading. The lesson waits for {waiting}, and begins by itself."
    return f"The lesson needs {waiting}, and there is nothing of that kind left here; go on to the next one."


def _units(text: str, keys: "Keys[Desk]") -> list[list[Words]]:
    """The words of a text, each as runs; a key of several parts is one word, and what stands at it belongs to it."""
    found: list[list[Words]] = [[]]
    for index, piece in enumerate(_COMMAND.split(text)):
        if index % 2:
            found[-1].append((" ".join(keys.shortest(piece)) or f"(no key for {piece})", "key"))
            continue
        here, *others = piece.split(" ")
        found[-1].append((here, "plain"))
        found += [[(word, "plain")] for word in others]
    return found


def _wrapped(units: list[list[Words]], cells: int) -> list[list[Words]]:
    """The words in rows of so many cells, a blank before each."""
    rows: list[list[Words]] = [[]]
    taken = 0
    for unit in units:
        size = 1 + sum(width(text) for text, _ in unit)
        if taken and taken + size > cells:
            rows.append([])
            taken = 0
        rows[-1] += [(" ", "plain"), *unit]
        taken += size
    return rows
