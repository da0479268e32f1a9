"""Where one character as a reader sees it ends and the next begins (extended grapheme clusters, Unicode UAX #29).

Most places need no library: a letter, digit or mark that nothing attaches itself to starts a cluster wherever it
stands. Only around the others are clusters looked for, from the nearest such character on.
"""

import re
from functools import cache
from typing import Final

# Characters that never attach themselves to the one before (but for those of _LEADING and the line feed of a CRLF).
_PLAIN: Final = (
    r"[\u0000-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0660-\u066f"
    r"\u0e01-\u0e2e\u1e00-\u1fff\u2010-\u2027\u20a0-\u20bf\u3001-\u3003\u3008-\u3020\u3041-\u3096\u30a1-\u30fa"
    r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]"
)
# Characters that take the next one into their cluster: prepended marks, leading Hangul, and the zero-width joiner.
_LEADING: Final = (
    r"[\u0600-\u0605\u06dd\u070f\u0890-\u0891\u08e2\u0d4e\u1100-\u115f\u200d\ua960-\ua97c\U000110bd\U000110cd"
    r"\U000111c2-\U000111c3\U000113d1\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02]"
)
_REACHES: Final = (64, 512, 4096, 32768)  # code points that are looked back over for a safe start, one after another


def boundary_at(text: str, offset: int) -> int:
    """The start of the cluster that covers `offset`; the text's length at its end or beyond."""
    if _surely_starts(text, offset):
        return max(0, min(offset, len(text)))
    return _cluster(text, offset)[0]


def next_boundary(text: str, offset: int) -> int:
    """The first boundary after `offset`; the text's length where there is none."""
    if _surely_starts(text, offset + 1):
        return max(0, min(offset + 1, len(text)))
    return _cluster(text, max(offset, 0))[1]


def previous_boundary(text: str, offset: int) -> int:
    """The last boundary before `offset`; 0 where there is none."""
    return boundary_at(text, min(offset, len(text)) - 1)


def _surely_starts(text: str, offset: int) -> bool:
    if offset <= 0 or offset >= len(text):
        return True
    if text[offset] == "\n" and text[offset - 1] == "\r":
        return False
    if text[offset - 1 : offset + 1].isascii():
        return True
    plain, leading = _patterns()
    return plain.match(text, offset) is not None and leading.match(text, offset - 1) is None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compiled when the first letter beyond ASCII is met."""
    return re.compile(_PLAIN), re.compile(_LEADING)


def _cluster(text: str, offset: int) -> tuple[int, int]:
    """The cluster that covers `offset`, which lies inside the text."""
    import regex  # noqa: PLC0415 (only texts beyond plain letters pay for it)

    start = _safe_start(text, offset)
    cluster = regex.compile(r"\X")
    while True:
        match = cluster.match(text, start)
        end = match.end() if match else start + 1
        if end > offset:
            return start, end
        start = end


def _safe_start(text: str, offset: int) -> int:
    """A boundary at or before `offset`, or the farthest place that is looked at when there is none."""
    high, low = offset + 1, offset
    for reach in _REACHES:
        low = max(0, offset - reach)
        for place in range(high - 1, low - 1, -1):
            if _surely_starts(text, place):
                return place
        high = low
    return low
