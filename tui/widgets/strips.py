"""Strips of styled cells, and where two of them differ."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tui.render.cells import width
from tui.render.fit import NATIVE, Fit

Parts = Iterable[tuple[str, Style]]


def strip_of(words: Parts, cells: int, blank: Style, fit: Fit = NATIVE, text: Parts = ()) -> Strip:
    """Words of ours, then text of an article, cut or filled up to `cells`, as the terminal can show them."""
    if fit.needed:
        words = [(fit.words(one), style) for one, style in words]
        text = [(fit.text(one), style) for one, style in text]
    segments = [Segment(one, style) for one, style in (*words, *text) if one]
    used = sum(width(segment.text) for segment in segments)
    if used < cells:
        segments.append(Segment(" " * (cells - used), blank))
        used = cells
    strip = Strip(segments, used)
    return strip if used == cells else strip.crop(0, cells)


def cropped(strips: list[Strip], crop: Region, cells: int) -> list[Strip]:
    """The strips of a widget's lines within the columns of `crop`; `cells` is the widget's width."""
    if crop.column_span == (0, cells):
        return strips
    return [strip.crop(*crop.column_span) for strip in strips]


def differing(one: Strip, other: Strip) -> tuple[int, int] | None:
    """The first cell and the one behind the last in which two strips of equal width differ; None if they do not."""
    first = [(char, segment.style) for segment in one for char in segment.text]
    second = [(char, segment.style) for segment in other for char in segment.text]
    if first == second:
        return None
    head = _common(first, second)
    tail = _common(first[::-1], second[::-1])
    start = width("".join(char for char, _ in first[:head]))
    # A character may belong to the cluster before it, so the cells around the difference are drawn again too.
    end = one.cell_length - width("".join(char for char, _ in first[len(first) - tail :]))
    return max(0, start - 2), min(one.cell_length, max(end, start) + 2)


def _common(first: list[tuple[str, Style | None]], second: list[tuple[str, Style | None]]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
