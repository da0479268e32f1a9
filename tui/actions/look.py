"""Looking: zoom, and where on the screen the selection stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.selection import cursor
from tui.wishes import NextTheme, Redraw

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]


def zoom(desk: "Desk") -> None:
    """One article alone, or as many as fit."""
    desk.frame.zoom(not desk.frame.zoomed)


def selection_at(share: float) -> Action:
    """Scroll so that the selection stands at that share of the pane's height: 0 top, 0.5 middle, 1 bottom."""

    def scroll(desk: "Desk") -> None:
        view, shape = desk.view, desk.geometry
        row = view.rows(shape.columns).row_of(view.moving_edge())
        view.top = row - int((shape.rows - 1) * share)
        view.clamp(shape.columns, shape.rows)

    return scroll


def toggle_strip(desk: "Desk") -> None:
    """Hide the rows of the ledger, or show them again."""
    desk.frame.strip = not desk.frame.strip
    desk.frame.regroup()
    if desk.frame.strip and not desk.geometry.strip:
        desk.message = (
            "the ledger has nothing to show yet" if desk.compared is None else "there is no room for the ledger"
        )


def toggle_folds(desk: "Desk") -> None:
    """Fold all boilerplate, or unfold it."""
    folding = not desk.view.folding
    for view in desk.views:
        view.folding = folding
        view.opened.clear()
    desk.refold()
    for view in desk.views:
        fold = view.hidden(view.moving_edge()) or view.hidden(view.selection.start)
        if fold is not None:
            view.select(cursor(fold[0]))
    desk.message = "boilerplate is folded" if folding else "boilerplate is shown"


def next_theme(desk: "Desk") -> None:
    """Have the next theme that the terminal can show."""
    desk.wish(NextTheme())


def redraw(desk: "Desk") -> None:
    """Draw everything anew."""
    desk.dirt.everything = True
    desk.wish(Redraw())
