"""The ruler beside the active article: where in all of it there is work, and which part of it is in sight.

It is made anew when the layout, the marks, the search or the conflicts change, and with other keys only looked up.
"""

from itertools import pairwise
from typing import Final

from tui.desk import Desk
from tui.geometry import Geometry
from tui.render.words import Words

NOTHING, OPEN, MATCH, CONFLICT = range(4)
_SIGNS: Final = (" ▐", "▖▟", "▘▜", "!!")
"""What a cell shows of a part of the article that is out of sight, and of one in sight, also without colour.

No terminal takes any of them for a wide character."""
_ROLES: Final = ("dim", "plain", "strong", "conflict")
Cells = tuple[Words, ...]
BLANK: Final = (" ", "plain")


class Ruler:
    """The ruler of one pane."""

    def __init__(self) -> None:
        self._key: object = None
        self._found: tuple[int, ...] = ()
        self._top = -1
        self._cells: Cells = ()

    def cells(self, desk: Desk, index: int) -> Cells:
        """A cell for each row of the pane; none where the article is not the active one, or all of it is in sight."""
        if index != desk.active or index >= len(desk.views):
            return ()
        view, shape = desk.views[index], desk.geometry
        rows = view.rows(shape.columns)
        if len(rows) <= shape.rows:
            return ()
        finished = desk.workspace.state(view.article.id).finished
        marks = (view.marks, view.marks.revision, view.matches, desk.ties.revision, desk.lenses.lens, finished)
        key = (rows, shape.rows, *marks)
        if key != self._key:
            self._key, self._found, self._top = key, found(desk, index), -1
        if view.top != self._top:
            self._top = view.top
            self._cells = signs(self._found, len(rows), view.top)
        return self._cells


def found(desk: Desk, index: int) -> tuple[int, ...]:
    """What weighs most in each part of an article, of as many parts as its pane has rows."""
    view, shape = desk.views[index], desk.geometry
    rows = view.rows(shape.columns)
    edges = [rows.starts[y * len(rows) // shape.rows] for y in range(shape.rows)] + [rows.size + 1]
    finished = desk.workspace.state(view.article.id).finished
    out: list[int] = []
    for low, high in pairwise(edges):
        if desk.ties.alert_between(index, low, high):
            out.append(CONFLICT)
        elif any(start < high and end > low for start, end in view.matches_between(low, high)):
            out.append(MATCH)
        else:
            is_open = not finished and view.marks.has_open(low, high, desk.lenses.shows_label)
            out.append(OPEN if is_open else NOTHING)
    return tuple(out)


def signs(parts: tuple[int, ...], count: int, top: int) -> Cells:
    """The cells for the parts of an article of `count` rows; as many rows as parts are in sight from `top`."""
    height = len(parts)
    out: list[Words] = []
    for y, part in enumerate(parts):
        seen = y * count // height < top + height and (y + 1) * count // height > top
        out.append((_SIGNS[part][seen], _ROLES[part]))
    return tuple(out)


def column(shape: Geometry, cells: int) -> int:
    """The column of the ruler in a pane of that many cells, with a blank before it where there is room; -1 for none."""
    edge = shape.indent + shape.gutter + shape.columns
    return -1 if cells <= edge else edge + (cells > edge + 1)
