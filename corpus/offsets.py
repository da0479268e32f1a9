"""What offsets count: code points here, other things in other programs' files, and the way from one to the other."""

from bisect import bisect_left
from collections.abc import Callable
from enum import StrEnum
from itertools import accumulate
from typing import Final

from corpus.errors import CorpusError

_BASE: Final = (
    "\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca-\U0001f3cc\U0001f442\U0001f443"
    "\U0001f446-\U0001f450\U0001f466-\U0001f469\U0001f46e\U0001f470-\U0001f478\U0001f47c\U0001f481-\U0001f483"
    "\U0001f485-\U0001f487\U0001f4aa\U0001f574\U0001f575\U0001f57a\U0001f590\U0001f595\U0001f596"
    "\U0001f645-\U0001f647\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f6c0\U0001f6cc"
    "\U0001f918-\U0001f91c\U0001f91e\U0001f91f\U0001f926\U0001f930-\U0001f939\U0001f93d\U0001f93e"
    "\U0001f9d1-\U0001f9dd"
)
"""What a skin tone changes, in Unicode 10."""
_GLUED: Final = (
    "\u2640\u2642\u2695\u2696\u2708\u2764\U0001f308\U0001f33e\U0001f373\U0001f393\U0001f3a4\U0001f3a8\U0001f3eb\U0001f3ed"
    "\U0001f466-\U0001f469\U0001f48b\U0001f4bb\U0001f4bc\U0001f527\U0001f52c\U0001f5e8\U0001f680\U0001f692"
)
"""What a zero width joiner joins to what stands before it, in Unicode 10."""
_CUT: Final = (
    # Two vowels of Thai and Lao are letters too, but begin no cluster.
    r"(?<=[\p{M}\u200c\u200d\U0001f3fb-\U0001f3ff])(?=\p{Lo})(?![\u0e33\u0eb3])"
    rf"|(?<=\u200d)(?=\p{{Extended_Pictographic}})(?![{_GLUED}])"
    rf"|(?<![{_BASE}]\p{{M}}*)(?=[\U0001f3fb-\U0001f3ff])"
)
"""Where Unicode 10 ends a cluster, and later versions do not."""


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
    """Where grapheme clusters begin, and the end, by the rules of Unicode 10: those by which doccano's page counts.

    Since then conjuncts of Indic scripts and newer emoji became one cluster.
    """
    import regex  # noqa: PLC0415 (slow to import, and few files count graphemes)

    ends = {match.end() for match in regex.finditer(r"\X", text)}
    return sorted({0, *ends, *(match.start() for match in regex.finditer(_CUT, text))})
