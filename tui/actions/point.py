"""Pointing: what a click and a drag of the mouse select."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.selection import Selection, cursor, over
from tui.view import text_units

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
WORD = 2  # clicks in a row


def click(index: int, offset: int, *, clicks: int = 1) -> Action:
    """The cursor in article `index` at `offset`; with more clicks the mark or token there, then the sentence."""

    def act(desk: "Desk") -> None:
        desk.activate(index)
        view = desk.view
        view.select(cursor(offset))
        mark = view.mark_at()
        unit = text_units(view, "token" if clicks == WORD else "sentence").at(offset)
        if clicks == WORD and mark is not None:
            view.select(over(mark.span), target=mark.of)
        elif clicks >= WORD and unit is not None:
            view.select(over(unit))

    return act


def drag(index: int, origin: int, offset: int) -> Action:
    """The tokens from `origin`, where the button went down, to `offset`."""

    def act(desk: "Desk") -> None:
        desk.activate(index)
        view = desk.view
        tokens = text_units(view, "token")
        first, last = tokens.at(origin), tokens.at(offset)
        if offset >= origin:
            selection = Selection(first.start if first else origin, last.end if last else offset)
        else:
            selection = Selection(first.end if first else origin, last.start if last else offset)
        view.select(selection)

    return act
