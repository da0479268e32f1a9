"""What brat's files can hold: names of types, one-line values, texts with line feeds alone, fragments of one line.

Everything keeps its length, so offsets stay what they are. https://brat.nlplab.org/standoff.html
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.span import Span

BREAKS: Final = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line or a column to one reader of the file or another, brat's own among them."""
_BREAK: Final = re.compile(f"[{BREAKS}]+")
_BLANKS: Final = dict.fromkeys(map(ord, BREAKS), " ")
_NO_TYPE: Final = re.compile(r"[^A-Za-z0-9_-]")
_ITEM: Final = re.compile(r"Q[1-9]\d*")
_REFERENCE: Final = re.compile(r"[^\s:]+:\S+")


def storage(name: str) -> str:
    """A label or another name as brat stores it."""
    return _NO_TYPE.sub("_", name) or "_"


def one_line(value: str) -> str:
    """A value without what would end its line or its column."""
    return value.translate(_BLANKS)


def plain(text: str) -> str:
    """A text with line feeds as its only line ends and no byte order mark: as long as it was."""
    flat = text.replace("\r\n", " \n").replace("\r", "\n")
    return " " + flat[1:] if flat.startswith("\ufeff") else flat


def reference(external_id: str) -> str:
    """An id elsewhere as brat writes one: `DB:ID`."""
    if _ITEM.fullmatch(external_id):
        return f"Wikidata:{external_id}"
    if _REFERENCE.fullmatch(external_id):
        return external_id
    return "ID:" + re.sub(r"\s+", "_", external_id)


def fragments(text: str, span: Span, parts: Sequence[Span]) -> list[Span]:
    """The pieces of an annotation that lie on one line each; none where it holds only line ends."""
    found: list[Span] = []
    for part in parts or (span,):
        start = part.start
        for gap in _BREAK.finditer(text, part.start, part.end):
            if start < gap.start():
                found.append(Span(start, gap.start()))
            start = gap.end()
        if start < part.end:
            found.append(Span(start, part.end))
    return found


def whole(text: str, pieces: Sequence[Span]) -> tuple[Span, tuple[Span, ...]]:
    """The span of some fragments, and its parts: a gap of line ends alone is none."""
    parts = [pieces[0]]
    for piece in pieces[1:]:
        if text[parts[-1].end : piece.start].strip(BREAKS):
            parts.append(piece)
        else:
            parts[-1] = Span(parts[-1].start, piece.end)
    return Span(parts[0].start, parts[-1].end), tuple(parts) if len(parts) > 1 else ()
