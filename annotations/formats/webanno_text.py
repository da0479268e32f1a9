"""How WebAnno TSV writes texts and values: its escapes, stacks, and the numbers behind a value.

https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_CONTROLS: Final = {char: "\\" + char for char in map(chr, (*range(8), *range(14, 32)))}
_TEXT: Final = _CONTROLS | {"\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\b": "\\b", "\\": "\\\\"}
_VALUE: Final = {char: "\\" + char for char in "\\[]|_;*"} | {"->": "\\->", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_OF_TEXT: Final = re.compile("|".join(map(re.escape, _TEXT)))
_OF_VALUE: Final = re.compile("|".join(map(re.escape, _VALUE)))
_ESCAPED_TEXT: Final = re.compile("|".join(map(re.escape, _TEXT.values())))
_ESCAPED_VALUE: Final = re.compile("|".join(map(re.escape, _VALUE.values())))
_TEXT_BACK: Final = {escaped: char for char, escaped in _TEXT.items()}
_VALUE_BACK: Final = {escaped: char for char, escaped in _VALUE.items()}
_PIECE: Final = re.compile(r"((?:[^\\|]|\\.|\\$)*)(\||$)", re.DOTALL)
_NUMBERED: Final = re.compile(r"((?:[^\\\[]|\\.)*)\[(\d{1,9})(?:_(\d{1,9}))?\]", re.DOTALL)
_CHAINED: Final = re.compile(r"((?:[^\\]|\\.)*?)->(\d{1,9})-(\d{1,9})", re.DOTALL)

NONE: Final = "_"
NULL: Final = "*"


class Value(NamedTuple):
    """One value of a cell: empty for none given, and the numbers behind it, 0 where there are none."""

    text: str
    first: int = 0
    second: int = 0


def escaped_text(text: str) -> str:
    """A line or token of a text as it is written."""
    return _OF_TEXT.sub(lambda match: _TEXT[match.group()], text)


def plain_text(written: str) -> str:
    """The text that was written so."""
    return _ESCAPED_TEXT.sub(lambda match: _TEXT_BACK[match.group()], written)


def escaped_value(value: str) -> str:
    """A value as it is written; an asterisk for an empty one."""
    return _OF_VALUE.sub(lambda match: _VALUE[match.group()], value) or NULL


def values(cell: str) -> Iterator[Value]:
    """The values that are stacked in a cell, in their order; of an empty cell none."""
    if cell == NONE:
        return
    if "|" not in cell:
        yield _value(cell)
        return
    at, bar = 0, "|"
    while bar and (found := _PIECE.match(cell, at)):
        yield _value(found[1])
        at, bar = found.end(), found[2]


def _value(written: str) -> Value:
    if written.endswith("]") and (found := _NUMBERED.fullmatch(written)):
        return Value(_plain(found[1]), int(found[2]), int(found[3] or 0))
    if "->" in written and (found := _CHAINED.fullmatch(written)):
        return Value(_plain(found[1]), int(found[2]), int(found[3]))
    return Value(_plain(written))


def _plain(written: str) -> str:
    if written == NULL:
        return ""
    if "\\" not in written:
        return written
    return _ESCAPED_VALUE.sub(lambda match: _VALUE_BACK[match.group()], written)
