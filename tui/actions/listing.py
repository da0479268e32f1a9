"""Moving in what has lines and a cursor: the list of stories, and what takes the whole screen."""

from collections.abc import Callable
from typing import Protocol


class Lines(Protocol):
    """Lines of which the one at the index `at` is under the cursor; whoever runs a command has it within them."""

    at: int

    @property
    def size(self) -> int:
        """How many lines there are."""
        ...

    def page(self, step: int) -> None:
        """Go that many pages down."""
        ...


Action = Callable[[Lines], None]


def by_line(step: int) -> Action:
    """Down that many lines."""

    def move(lines: Lines) -> None:
        lines.at += step

    return move


def by_page(step: int) -> Action:
    """Down that many pages."""
    return lambda lines: lines.page(step)


def first(lines: Lines) -> None:
    """To the first line."""
    lines.at = 0


def last(lines: Lines) -> None:
    """To the last line."""
    lines.at = lines.size - 1
