"""The selection of a pane: an anchor that stays and a head that moves, and the motions that move them.

A selection is half-open, in code points. A cursor is an empty selection. A motion by unit selects the unit: the one
under the cursor first, then the next. Every motion has an extending form that moves the head alone. Pure.
"""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.span import Span

Find = Callable[[int], Span | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """From `anchor` to `head`; empty where they are equal."""

    anchor: int
    head: int

    @property
    def start(self) -> int:
        """The smaller of the two."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> int:
        """The larger of the two."""
        return max(self.anchor, self.head)

    @property
    def empty(self) -> bool:
        """Whether it is a mere cursor."""
        return self.anchor == self.head

    @property
    def span(self) -> Span | None:
        """The selected stretch; None for a cursor."""
        return None if self.empty else Span(self.start, self.end)

    def swapped(self) -> "Selection":
        """The same stretch with the other edge moving."""
        return Selection(self.head, self.anchor)


def cursor(offset: int) -> Selection:
    """An empty selection."""
    return Selection(offset, offset)


def over(span: Span) -> Selection:
    """A selection of all of `span`, its right edge moving."""
    return Selection(span.start, span.end)


@dataclass(frozen=True, slots=True)
class Units:
    """How to find units of one kind: the one `at` an offset, the first `after` it, the last `before` it."""

    at: Find
    after: Find
    before: Find


def forward(units: Units, selection: Selection) -> Selection:
    """The unit under a cursor that is not selected yet, else the next one; unchanged at the end of the text."""
    if selection.empty:
        unit = units.at(selection.head) or units.after(selection.head)
    else:
        unit = units.after(selection.end)
    return over(unit) if unit else selection


def backward(units: Units, selection: Selection) -> Selection:
    """The unit under a cursor that is not selected yet, else the one before; unchanged at the start of the text."""
    if selection.empty:
        unit = units.at(selection.head) or units.before(selection.head)
    else:
        unit = units.before(selection.start)
    return over(unit) if unit else selection


def extend_forward(units: Units, selection: Selection) -> Selection:
    """The head at the next edge of a unit: an end where the selection grows, a start where it shrinks."""
    if selection.head < selection.anchor:
        edge = next_start(units, selection.head)
        if edge is not None and edge <= selection.anchor:
            return Selection(selection.anchor, edge)
    edge = next_end(units, selection.head)
    return selection if edge is None else Selection(selection.anchor, edge)


def extend_backward(units: Units, selection: Selection) -> Selection:
    """The head at the edge of a unit before it: a start where the selection grows, an end where it shrinks."""
    if selection.head > selection.anchor:
        edge = previous_end(units, selection.head)
        if edge is not None and edge >= selection.anchor:
            return Selection(selection.anchor, edge)
    edge = previous_start(units, selection.head)
    return selection if edge is None else Selection(selection.anchor, edge)


def next_end(units: Units, offset: int) -> int | None:
    """The first end of a unit behind `offset`."""
    unit = units.at(offset) or units.after(offset)
    return unit.end if unit else None


def next_start(units: Units, offset: int) -> int | None:
    """The first start of a unit behind `offset`."""
    unit = units.after(offset + 1)
    return unit.start if unit else None


def previous_start(units: Units, offset: int) -> int | None:
    """The last start of a unit before `offset`."""
    unit = units.at(offset)
    if unit is None or unit.start == offset:
        unit = units.before(offset)
    return unit.start if unit else None


def previous_end(units: Units, offset: int) -> int | None:
    """The last end of a unit before `offset`."""
    unit = units.before(offset - 1)
    return unit.end if unit else None


def right_edge(units: Units, span: Span, *, out: bool) -> Span:
    """`span` with its right edge one unit further out or in; unchanged where it would vanish."""
    edge = next_end(units, span.end) if out else previous_end(units, span.end)
    return Span(span.start, edge) if edge is not None and edge > span.start else span


def left_edge(units: Units, span: Span, *, out: bool) -> Span:
    """`span` with its left edge one unit further out or in; unchanged where it would vanish."""
    edge = previous_start(units, span.start) if out else next_start(units, span.start)
    return Span(edge, span.end) if edge is not None and edge < span.end else span
