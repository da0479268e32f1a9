"""The program: help, palette, clipboard, going to the background, leaving."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from corpus.span import Span
from tui.actions.tie import compared_of
from tui.wishes import Copy, Quit, Screenshot, ShowDetails, ShowHelp, ShowPalette, ShowPanel, Suspend

if TYPE_CHECKING:
    from tui.desk import Desk


def show_help(desk: "Desk") -> None:
    """Show all keys."""
    desk.wish(ShowHelp())


def show_palette(desk: "Desk") -> None:
    """Find a command by its words."""
    desk.wish(ShowPalette())


def show_details(desk: "Desk") -> None:
    """Show all that is known of what is under the cursor."""
    desk.wish(ShowDetails())


def show_ledger(desk: "Desk") -> None:
    """Show the ledger over the whole screen."""
    compared_of(desk)
    desk.wish(ShowPanel("ledger"))


def show_panel(what: str) -> Callable[["Desk"], None]:
    """Show one of the panels: the history, the numbers of this sitting, the guidelines."""

    def show(desk: "Desk") -> None:
        desk.wish(ShowPanel(what))

    return show


def copy(desk: "Desk") -> None:
    """Copy the selected text, or the mark under the cursor."""
    desk.wish(Copy(copied_span(desk).surface(desk.view.text)))


def copied_span(desk: "Desk") -> Span:
    """What copying takes: the selection, else the mark under the cursor, else the token there. Raises RefusedError."""
    view = desk.view
    mark = view.mark_at()
    span = view.selection.span or (mark.span if mark else view.units.token_at(view.moving_edge()))
    if span is None:
        message = "nothing to copy"
        raise RefusedError(message)
    return span


def screenshot(desk: "Desk") -> None:
    """Write the screen to a file as a picture."""
    desk.wish(Screenshot())


def suspend(desk: "Desk") -> None:
    """Go to the background."""
    desk.wish(Suspend())


def leave(desk: "Desk") -> None:
    """Leave; everything is saved."""
    desk.wish(Quit())
