"""Looking: zoom, and where on the screen the selection stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.wishes import Redraw

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]


def zoom(desk: "Desk") -> None:
    """One article alone, or as many as fit."""
    desk.zoomed = not desk.zoomed
    desk.regroup()


def selection_at(share: float) -> Action:
    """Scroll so that the selection stands at that share of the pane's height: 0 top, 0.5 middle, 1 bottom."""

    def scroll(desk: "Desk") -> None:
        view, shape = desk.view, desk.geometry
        row = view.rows(shape.columns).row_of(view.moving_edge())
        view.top = row - int((shape.rows - 1) * share)
        view.clamp(shape.columns, shape.rows)

    return scroll


def redraw(desk: "Desk") -> None:
    """Draw everything anew."""
    desk.dirt.everything = True
    desk.wish(Redraw())
