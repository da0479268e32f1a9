"""Looking: the lens, the letters of kinds, the numbers of paragraphs, and how many articles stand side by side."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from corpus.display import shown_line
from tui.geometry import geometry
from tui.lenses import ALL, REJECTED, WORDS
from tui.render.kinds import letters_of

if TYPE_CHECKING:
    from tui.desk import Desk


def show(lens: str) -> "Callable[[Desk], None]":
    """Have only the marks painted that a lens shows."""

    def look(desk: "Desk") -> None:
        desk.lenses.lens = lens
        desk.dirt.everything = True
        if lens == ALL:
            desk.message = "all marks are shown, but for rejected ones"
        elif lens == REJECTED:
            desk.message = "rejected proposals are shown too"
        else:
            desk.message = f"shown: {WORDS[lens]}; e still goes to all marks, tab to all that are open"

    return look


def letters(desk: "Desk") -> None:
    """Have a letter before each mark that says of what kind it is, or not."""
    desk.lenses.letters = not desk.lenses.letters
    desk.dirt.everything = True
    if not desk.lenses.letters:
        desk.message = "the letters are gone"
        return
    labels = desk.workspace.labels.labels
    known = letters_of(labels)
    seen = {mark.label for index in desk.shown for mark in desk.frame.marks_in_sight(desk.views[index])}
    told = ", ".join(f"{known[one.name]} {shown_line(one.short)}" for one in labels if one.name in seen)
    desk.message = f"letters before marks{': ' if told else ''}{told}"


def numbers(desk: "Desk") -> None:
    """Show the numbers of the paragraphs, or not; their room stays, so that no line flows."""
    desk.lenses.numbers = not desk.lenses.numbers
    desk.dirt.everything = True
    desk.message = f"paragraph numbers are {'shown' if desk.lenses.numbers else 'hidden'}"


def layout(desk: "Desk") -> None:
    """One article more side by side; after as many as fit, one alone."""
    shape = desk.geometry
    fits = geometry(shape.width, shape.height, len(desk.views), zoomed=False).panes
    if fits == 1:
        message = "there is room for one article" if len(desk.views) > 1 else "there is one article"
        raise RefusedError(message)
    wanted = shape.panes % fits + 1
    desk.lenses.most = wanted if 1 < wanted < fits else 0
    desk.frame.zoom(wanted == 1)
    desk.message = "one article" if wanted == 1 else f"{wanted} articles{', as many as fit' if wanted == fits else ''}"
