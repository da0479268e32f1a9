"""The commands that all lists have: their keys are the same everywhere, and what they are called is not."""

from typing import Any, NamedTuple

from tui.actions import listing
from tui.commands.command import Command, row


class Told(NamedTuple):
    """A command's title and its sentence of help."""

    title: str
    help: str


def by_lines(scope: str, down: Told, up: Told) -> tuple[Command[Any], ...]:
    """The rows that go a line down and up."""
    return (
        row(f"{scope}.down", "j  down", *down, listing.by_line(1)),
        row(f"{scope}.up", "k  up", *up, listing.by_line(-1)),
    )


def by_pages(scope: str, what: str, first: Told, last: Told) -> tuple[Command[Any], ...]:
    """The rows that go a page down and up, and to both ends; `what` is said before "page", such as "ledger "."""
    return (
        row(f"{scope}.page", "pagedown  ctrl+f  ctrl+d", f"{what}page down", "Go a page down.", listing.by_page(1)),
        row(f"{scope}.page_back", "pageup  ctrl+b  ctrl+u", f"{what}page up", "Go a page up.", listing.by_page(-1)),
        row(f"{scope}.first", "g g  home", *first, listing.first),
        row(f"{scope}.last", "G  end", *last, listing.last),
    )
