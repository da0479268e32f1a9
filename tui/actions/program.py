"""The program: help, palette, clipboard, going to the background, leaving."""

from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from tui.wishes import Copy, Quit, ShowHelp, ShowPalette, Suspend

if TYPE_CHECKING:
    from tui.desk import Desk


def show_help(desk: "Desk") -> None:
    """Show all keys."""
    desk.wish(ShowHelp())


def show_palette(desk: "Desk") -> None:
    """Find a command by its words."""
    desk.wish(ShowPalette())


def copy(desk: "Desk") -> None:
    """Copy the selected text, or the mark under the cursor."""
    view = desk.view
    mark = view.mark_at()
    span = view.selection.span or (mark.span if mark else view.units.token_at(view.moving_edge()))
    if span is None:
        message = "nothing to copy"
        raise RefusedError(message)
    desk.wish(Copy(span.surface(view.text)))


def suspend(desk: "Desk") -> None:
    """Go to the background."""
    desk.wish(Suspend())


def leave(desk: "Desk") -> None:
    """Leave; everything is saved."""
    desk.wish(Quit())
