"""Terminal cells: how wide text is on the screen, in the same measure in which it will be drawn."""

import re
from typing import Final

from rich.cells import cell_len, split_graphemes

from corpus.display import shown_line

# A character outside of this class may be wide, combining, or of no width; inside it, one code point is one cell.
_INTRICATE: Final = re.compile(
    "[^\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2199\u2212]"
)
_FLAG: Final = range(0x1F1E6, 0x1F200)


def is_plain(text: str) -> bool:
    """Whether every code point of `text` takes one cell and stands for itself."""
    return _INTRICATE.search(text) is None


def clusters(text: str) -> list[tuple[int, int, int]]:
    """The clusters that are drawn together: start, end (code points), and width (cells), as the screen measures it."""
    drawn = shown_line(text)
    found: list[tuple[int, int, int]] = []
    for start, end, _ in split_graphemes(drawn)[0]:
        if found and ord(drawn[start]) in _FLAG and found[-1][1] - found[-1][0] == 1 and ord(drawn[start - 1]) in _FLAG:
            start = found.pop()[0]  # noqa: PLW2901 (a flag is two letters)
        found.append((start, end, cell_len(drawn[start:end])))
    return found


def width(text: str) -> int:
    """How many cells `text` takes."""
    return len(text) if is_plain(text) else sum(cells for _, _, cells in clusters(text))


def offset_at(text: str, column: int) -> int:
    """The offset of the cluster that covers cell `column` of `text` (its length where the text is not so wide)."""
    if is_plain(text):
        return min(column, len(text))
    at = 0
    for start, _, cells in clusters(text):
        if at + cells > column:
            return start
        at += cells
    return len(text)


def cut(text: str, cells: int) -> str:
    """`text` at most `cells` wide, with an ellipsis where something was cut."""
    if width(text) <= cells:
        return text
    if is_plain(text):
        return text[: max(0, cells - 1)] + "…" * (cells > 0)
    used, end = 0, 0
    for _, stop, size in clusters(text):
        if used + size > cells - 1:
            break
        used, end = used + size, stop
    return text[:end] + "…" * (cells > 0)
