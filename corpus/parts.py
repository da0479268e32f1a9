"""The parts in which a long article is read, so that its beginning lights up while the rest is still being read."""

import re
from typing import Final

PART: Final = 20_000  # code points

_SPACE: Final = re.compile(r"\s(?=\S)")


def parts(text: str, size: int = PART) -> list[tuple[int, int]]:
    """`text` cut into stretches that follow each other without a gap; none for the empty text.

    Each ends after the first line feed that lies `size` code points or more from its start, else after white space,
    else anywhere, and never holds more than `2 * size`. Raises ValueError for a size below 1.
    """
    if size < 1:
        raise ValueError(f"no size of a part: {size}")
    cuts: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _end(text, start, size)
        cuts.append((start, end))
        start = end
    return cuts


def _end(text: str, start: int, size: int) -> int:
    low, high = start + size, start + 2 * size
    if high >= len(text) and low + size // 4 >= len(text):
        return len(text)
    line_feed = text.find("\n", low - 1, high)
    if line_feed >= 0:
        return line_feed + 1
    if high >= len(text):
        return len(text)
    space = _SPACE.search(text, low - 1, high)
    return space.end() if space else low
