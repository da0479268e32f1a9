"""Wrapping: an article's text, once for a width, as rows of offsets.

A row is a range of code points; nothing is copied. Paragraphs are the lines of the text that are not blank; between two
of them stands one blank row, whether the text has blank lines there, none, or many. Paragraphs that are folded share
one row, and count like any others.
"""

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.analysis import Offsets, offsets
from corpus.display import LONE_RETURN
from tui.render.cells import clusters, is_plain

_NO_NUMBER = array("i", [0])


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a text at one width.

    Row `i` holds the code points `starts[i]` to `starts[i + 1]` (the last one: to `size`). `numbers[i]` is the number
    of the paragraph that begins there, from 1; 0 on its further rows, -1 on blank rows. `folded` says of the rows that
    stand for folded paragraphs how many those are.
    """

    starts: Offsets
    numbers: "array[int]"
    size: int
    folded: Mapping[int, int] = field(default_factory=dict)

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


def wrapped(text: str, columns: int, folds: Sequence[tuple[int, int]] = ()) -> Rows:
    """The rows of `text` in a column of that many cells (at least one).

    `folds` are ranges of whole paragraphs, sorted and apart from each other, that take one row each.
    """
    columns = max(1, columns)
    if "\r" in text:
        text = LONE_RETURN.sub("\n", text)
    starts, numbers = offsets(), array("i")
    fill = _fill_plain if is_plain(text) else _fill
    begin, name = starts.append, numbers.append
    number, blank_from, start, size, find = 0, 0, 0, len(text), text.find
    folded: dict[int, int] = {}
    fold = 0
    while start < size:
        end = find("\n", start)
        end = size if end < 0 else end
        line = text[start:end].rstrip()
        while fold < len(folds) and folds[fold][1] <= start:
            fold += 1
        if line:
            number += 1
            hidden = fold < len(folds) and folds[fold][0] <= start
            if hidden and len(starts) - 1 in folded:
                folded[len(starts) - 1] += 1
            else:
                if start:
                    begin(blank_from)
                    name(-1)
                begin(start)
                name(number)
                if hidden:
                    folded[len(starts) - 1] = 1
                else:
                    fill(text, start, start + len(line), columns, starts)
                    numbers.extend(_NO_NUMBER * (len(starts) - len(numbers)))
            blank_from = end + 1
        start = end + 1
    if not starts:
        begin(0)
        name(-1)
    return Rows(starts, numbers, size, folded)


def _fill_plain(text: str, start: int, end: int, columns: int, starts: Offsets) -> None:
    """Append where the further rows of a line begin, one cell a code point: behind the last space that fits."""
    rfind, begin = text.rfind, starts.append
    while end - start > columns:
        cut = rfind(" ", start, start + columns + 1)
        start = cut + 1 if cut > start else start + columns
        if start < end:
            begin(start)


def _fill(text: str, start: int, end: int, columns: int, starts: Offsets) -> None:
    """The same, with clusters of any width; wide characters may be broken behind each."""
    if is_plain(text[start:end]):
        _fill_plain(text, start, end, columns, starts)
        return
    used, chance, used_at_chance = 0, start, 0
    row = start
    for low, high, cells in clusters(text[start:end]):
        space = text[start + low : start + high] == " "
        while used + cells > columns and not space and start + low > row:
            row, used = (chance, used - used_at_chance) if chance > row else (start + low, 0)
            starts.append(row)
            chance, used_at_chance = row, 0
        used += cells
        if space or cells > 1:
            chance, used_at_chance = start + high, used
