"""What offsets count: code points here, other things in other programs' files, and the way from one to the other."""

from bisect import bisect_left
from collections.abc import Callable
from enum import StrEnum
from itertools import accumulate

from corpus.errors import CorpusError


class Unit(StrEnum):
    """What the offsets of a file count."""

    CODE_POINTS = "code-points"
    UTF_16 = "utf-16"
    BYTES = "utf-8"
    GRAPHEMES = "graphemes"


class OffsetError(CorpusError):
    """An offset lies inside a character, or outside the text."""


def to_code_points(text: str, unit: Unit) -> Callable[[int], int]:
    """What gives the code point of an offset in `unit`. Raises OffsetError for one that lies on no edge of it."""
    size, edges = len(text), _edges(text, unit)
    if edges is None:
        return lambda offset: _within(offset, size)

    def convert(offset: int) -> int:
        at = bisect_left(edges, offset)
        if at >= len(edges) or edges[at] != offset:
            raise OffsetError(f"offset {offset} is no edge of a character in {unit}", where="")
        return at

    if unit is Unit.GRAPHEMES:
        return lambda offset: edges[_within(offset, len(edges) - 1)]
    return convert


def from_code_points(text: str, unit: Unit) -> Callable[[int], int]:
    """What gives the offset in `unit` of a code point. Raises OffsetError where it is no edge in `unit`."""
    size, edges = len(text), _edges(text, unit)
    if edges is None:
        return lambda offset: _within(offset, size)
    if unit is not Unit.GRAPHEMES:
        return lambda offset: edges[_within(offset, size)]

    def convert(offset: int) -> int:
        at = bisect_left(edges, offset)
        if at >= len(edges) or edges[at] != offset:
            raise OffsetError(f"offset {offset} lies inside what is one character in {unit}", where="")
        return at

    return convert


def _within(offset: int, size: int) -> int:
    if not 0 <= offset <= size:
        raise OffsetError(f"offset {offset} lies outside the text, which ends at {size}", where="")
    return offset


def _edges(text: str, unit: Unit) -> list[int] | None:
    """The offset of each code point and of the end, in `unit`; of graphemes, the code point at which each begins.

    None where offsets are those of code points.
    """
    if unit is Unit.CODE_POINTS or text.isascii():
        return None if unit is not Unit.GRAPHEMES or "\r\n" not in text else _graphemes(text)
    if unit is Unit.GRAPHEMES:
        return _graphemes(text)
    sizes = (1 + (char > "\uffff") for char in text) if unit is Unit.UTF_16 else (len(char.encode()) for char in text)
    return [0, *accumulate(sizes)]


def _graphemes(text: str) -> list[int]:
    import regex  # noqa: PLC0415 (slow to import, and few files count graphemes)

    return [0, *(match.end() for match in regex.finditer(r"\X", text))]
