"""Wrapping: an article's text, once for a width, as rows of offsets.

A row is a range of code points; nothing is copied. Paragraphs are the lines of the text that are not blank; between two
of them stands one blank row, whether the text has blank lines there, none, or many.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.analysis import Offsets, offsets
from corpus.display import LONE_RETURN
from tui.render.cells import clusters, is_plain


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a text at one width.

    Row `i` holds the code points `starts[i]` to `starts[i + 1]` (the last one: to `size`). `numbers[i]` is the number
    of the paragraph that begins there, from 1; 0 on its further rows, -1 on blank rows.
    """

    starts: Offsets
    numbers: "array[int]"
    size: int

    def __len__(self) -> int:
        return len(self.starts)

    def bounds(self, row: int) -> tuple[int, int]:
        """The range of a row."""
        after = self.starts[row + 1] if row + 1 < len(self.starts) else self.size
        return self.starts[row], after

    def row_of(self, offset: int) -> int:
        """The row that holds `offset`; 0 for an empty text."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def first_row(self, row: int) -> int:
        """The first row of the paragraph that a row belongs to (a blank row: of the one before it)."""
        while row > 0 and self.numbers[row] <= 0:
            row -= 1
        return row

    def paragraph_of(self, row: int) -> int:
        """The number of the paragraph that a row belongs to; 0 where there is none."""
        return max(self.numbers[self.first_row(row)], 0)

    def is_blank(self, row: int) -> bool:
        """Whether nothing of the text is on the row."""
        return self.numbers[row] < 0


def wrapped(text: str, columns: int) -> Rows:
    """The rows of `text` in a column of that many cells (at least one)."""
    columns = max(1, columns)
    if "\r" in text:
        text = LONE_RETURN.sub("\n", text)
    starts, numbers = offsets(), array("i")
    breaks = _plain_breaks if is_plain(text) else _breaks
    number, blank_from = 0, 0
    for start, end in lines(text):
        if text[start:end].isspace() or start == end:
            continue
        if number:
            starts.append(min(blank_from, start))
            numbers.append(-1)
        elif start:
            starts.append(0)
            numbers.append(-1)
        number += 1
        starts.append(start)
        numbers.append(number)
        for place in breaks(text, start, start + len(text[start:end].rstrip()), columns):
            starts.append(place)
            numbers.append(0)
        blank_from = end + 1
    if not starts:
        starts.append(0)
        numbers.append(-1)
    return Rows(starts, numbers, len(text))


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, without its line feed."""
    start, size, find = 0, len(text), text.find
    while start <= size:
        end = find("\n", start)
        end = size if end < 0 else end
        yield start, end
        start = end + 1


def _plain_breaks(text: str, start: int, end: int, columns: int) -> Iterator[int]:
    """Where the further rows of a line begin, one cell a code point: behind the last space that fits."""
    rfind = text.rfind
    while end - start > columns:
        cut = rfind(" ", start, start + columns + 1)
        start = cut + 1 if cut > start else start + columns
        if start < end:
            yield start


def _breaks(text: str, start: int, end: int, columns: int) -> Iterator[int]:
    """The same, with clusters of any width; wide characters may be broken behind each."""
    if is_plain(text[start:end]):
        yield from _plain_breaks(text, start, end, columns)
        return
    used, chance, used_at_chance = 0, start, 0
    row = start
    for low, high, cells in clusters(text[start:end]):
        space = text[start + low] == " "
        while used + cells > columns and not space and start + low > row:
            row, used = (chance, used - used_at_chance) if chance > row else (start + low, 0)
            yield row
            chance, used_at_chance = row, 0
        used += cells
        if space or cells > 1:
            chance, used_at_chance = start + high, used


