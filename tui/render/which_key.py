"""The keys that can follow those that were pressed, in columns with their titles: as many rows as are needed. Pure."""

from math import ceil
from typing import Final

from corpus.display import shown_line
from tui.desk import Desk
from tui.render.cells import cut, width
from tui.render.words import Words

GAP: Final = 2  # cells between two columns
AROUND: Final = 5  # rows of the screen that stay: header, titles, the rule above the keys, the lines below
SHORTEST: Final = 8  # cells of a title, however many columns there have to be


def which_key(desk: Desk) -> list[list[Words]]:
    """A rule with the pending keys, then every key that can follow; nothing where none is pending, or all do not fit.

    Nor where all are refused. A row is as wide as the screen. The columns are read downwards, the doubled key is first.
    """
    if not desk.pending or desk.refused:
        return []
    found = sorted(desk.keys.continuations(desk.pending), key=lambda pair: pair[0] != desk.pending[-1])
    pairs = [(shown_line(key), shown_line(title)) for key, title in found]
    shape = desk.geometry
    head = f" {' '.join(desk.pending)} "
    rule = [("─", "dim"), (head, "active"), ("─" * max(0, shape.width - 1 - width(head)), "dim")]
    room = max(1, shape.height - AROUND)
    rows = columns(pairs, shape.width, room)
    return [rule, *rows] if 0 < len(rows) <= room else []


def columns(pairs: list[tuple[str, str]], cells: int, room: int) -> list[list[Words]]:
    """Pairs of key and title in rows of that many cells; titles are only cut where the rows would not fit in `room`."""
    keys = max((width(key) for key, _ in pairs), default=0)
    longest = max((width(title) for _, title in pairs), default=0)
    shortest = min(longest, SHORTEST)

    def rows_with(titles: int) -> int:
        return ceil(len(pairs) / max(1, cells // (keys + titles + 2 + GAP)))

    titles = next((size for size in range(longest, shortest, -1) if rows_with(size) <= room), shortest)
    rows = rows_with(titles)
    return [[part for pair in pairs[row::rows] for part in _pair(pair, keys, titles)] for row in range(rows)]


def _pair(pair: tuple[str, str], keys: int, titles: int) -> list[Words]:
    key, title = pair[0], cut(pair[1], titles)
    blank = titles - width(title) + GAP
    return [(f" {' ' * (keys - width(key))}{key} ", "key"), (title, "plain"), (" " * blank, "plain")]
