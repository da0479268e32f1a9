"""Painting: the marks, matches and selection on one row, resolved to runs that each look one way. Pure.

Where marks lie over each other the innermost gives the letters' hue and state, and the innermost accepted one the
tint; an accepted tint under a proposal stays visible.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.marks import Mark


class Look(NamedTuple):
    """How a run looks: `hue` and `state` of its mark, `tint` (a hue) below it, and what lies over it.

    `faint` is for boilerplate, `alert` for figures in conflict. Beside the states of marks there are `muted`, for
    proposals that say little, and `kind`, for the letter of a mark's kind.
    """

    hue: str = ""
    state: str = ""
    tint: str = ""
    glow: bool = False
    match: bool = False
    selected: bool = False
    faint: bool = False
    alert: bool = False


PLAIN = Look()
Run = tuple[int, int, Look]
Says = Callable[[Mark], bool]


def _never(_mark: Mark) -> bool:
    return False


def runs(  # noqa: PLR0913 (each layer of the painting is named)
    start: int,
    end: int,
    marks: Sequence[Mark],
    *,
    hue_of: Callable[[str], str],
    glows: Says,
    alerts: Says = _never,
    mutes: Says = _never,
    matches: Iterable[tuple[int, int]] = (),
    selection: tuple[int, int] = (-1, -1),
    faint: Iterable[tuple[int, int]] = (),
) -> list[Run]:
    """The runs of the row `start` to `end` (code points), left to right, without gaps."""
    layers = [(piece.start, piece.end, mark) for mark in marks for piece in mark.pieces]
    found = [(low, high) for low, high in matches if low < end and high > start]
    dimmed = [(low, high) for low, high in faint if low < end and high > start]
    edges = {start, end, *selection}
    for low, high in [*((low, high) for low, high, _ in layers), *found, *dimmed]:
        edges |= {low, high}
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    out: list[Run] = []
    for low, high in pairwise(cuts):
        over = [mark for first, last, mark in layers if first <= low and high <= last]
        look = _marked(over, hue_of, glows, alerts, mutes) if over else PLAIN
        if any(first <= low and high <= last for first, last in found):
            look = look._replace(match=True)
        if any(first <= low and high <= last for first, last in dimmed):
            look = look._replace(faint=True)
        if selection[0] <= low and high <= selection[1]:
            look = look._replace(selected=True)
        if out and out[-1][2] == look:
            out[-1] = (out[-1][0], high, look)
        else:
            out.append((low, high, look))
    return out


def _marked(over: Sequence[Mark], hue_of: Callable[[str], str], glows: Says, alerts: Says, mutes: Says) -> Look:
    inner = min(over, key=lambda mark: (len(mark.span), mark.state == "rejected"))
    accepted = [mark for mark in over if mark.state == "accepted"]
    tint = hue_of(min(accepted, key=lambda mark: len(mark.span)).label) if accepted else ""
    alert = any(alerts(mark) for mark in over)
    state = "muted" if not tint and mutes(inner) else inner.state
    return Look(hue_of(inner.label), state, tint, any(glows(mark) for mark in over), alert=alert)
