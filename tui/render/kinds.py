"""Letters that say of what kind a mark is, without its hue: in the blank before it, so that no line flows. Pure."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from annotations.labels import Label
from tui.marks import Mark
from tui.render.paint import Look, Run

_BLANKS: Final = frozenset(" \u00a0\t")  # one cell each


@lru_cache(maxsize=8)
def letters_of(labels: tuple[Label, ...]) -> dict[str, str]:
    """A letter for each label, by its name: one of its short form where that is free, each letter once if it can be."""
    found: dict[str, str] = {}
    for label in labels:
        own = [char for char in (label.short + label.name).upper() if char.isascii() and char.isalpha()]
        letters = [*own, *(char.lower() for char in own)]
        taken = set(found.values())
        found[label.name] = next((one for one in letters if one not in taken), (letters or ["?"])[0])
    return found


def beginnings(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[dict[int, Mark], list[Mark]]:
    """The marks that begin on the row `start` to `end`, the innermost of those that begin together.

    First those with a blank before them on the row, by its offset; then the others, from left to right.
    """
    first: dict[int, Mark] = {}
    for mark in sorted(marks, key=lambda one: (one.span.start, len(one.span))):
        if start <= mark.span.start < end:
            first.setdefault(mark.span.start, mark)
    blank = {at - 1: mark for at, mark in first.items() if at > start and text[at - 1] in _BLANKS}
    return blank, [mark for at, mark in first.items() if at - 1 not in blank]


def lettered(found: Sequence[Run], blanks: dict[int, Mark], hue_of: Callable[[str], str]) -> list[Run]:
    """Runs with the blanks that hold a letter cut out of them, each as a run that looks like a letter."""
    out: list[Run] = []
    for low, high, look in found:
        at = low
        for blank in sorted(one for one in blanks if low <= one < high):
            letter = kind_look(hue_of(blanks[blank].label), look)
            out += [(at, blank, look), (blank, blank + 1, letter)] if at < blank else [(blank, blank + 1, letter)]
            at = blank + 1
        if at < high:
            out.append((at, high, look))
    return out


def kind_look(hue: str, ground: Look) -> Look:
    """How a letter looks over what is there."""
    return ground._replace(hue=hue, state="kind", alert=False)
