"""The display map: what a screen, a message or a log shows of a text that came from outside.

Every code point becomes exactly one other, so offsets into the text are offsets into what is shown, and no control
code, bidirectional override or invisible mark of an article can reach the terminal.
"""

import re
from typing import Final

LONE_RETURN: Final = re.compile(r"\r(?!\n)")
REPLACED: Final = "\ufffd"


class _Table(dict[int, str]):
    """A translation table whose large ranges are decided on demand instead of being listed."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or 0xE0000 <= code <= 0xE007F:
            char = REPLACED
        self[code] = char
        return char


def _table() -> _Table:
    table = _Table({code: chr(0x2400 + code) for code in range(0x20)})
    table.update({0x09: "\t", 0x0A: "\n", 0x0D: " ", 0x7F: "\u2421"})
    invisible = [0x200B, 0x200C, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB]
    for code in [*invisible, *range(0x2028, 0x202F), *range(0x2060, 0x2070)]:
        table[code] = REPLACED
    return table


_TABLE = _table()


def shown(text: str) -> str:
    """`text` as it may be shown: the same number of code points, none of them able to do anything but be read.

    Tab and line feed stay, a carriage return becomes a space before a line feed and a line feed elsewhere, other C0
    codes become their pictures, C1 codes, surrogates and bidirectional or invisible marks become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = LONE_RETURN.sub("\n", text)
    return text.translate(_TABLE)


def shown_line(text: str) -> str:
    """`text` for a place that has one line: as `shown`, with tabs and line feeds as spaces."""
    return shown(text).replace("\n", " ").replace("\t", " ")
