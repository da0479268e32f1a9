"""Selectors of a place in a text: its position, and its words with the words around them."""

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from corpus.span import Span

if TYPE_CHECKING:
    import regex

AROUND: Final = 32  # code points of context on either side, at most


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """The position of a span in code points, and its quote. What is quoted around it begins and ends with graphemes."""
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    around = {"prefix": before(text, span.start), "suffix": after(text, span.end)}
    quote = {"type": "TextQuoteSelector", "exact": span.surface(text)}
    return [position, quote | {name: value for name, value in around.items() if value}]


def before(text: str, at: int) -> str:
    """What stands before `at`, at most AROUND code points, without a cut grapheme at its beginning."""
    near = text[max(0, at - 2 * AROUND) : at]
    if _is_plain(near):
        return near[-AROUND:]
    edges = _edges(near)
    return near[edges[bisect_left(edges, len(near) - AROUND)] :]


def after(text: str, at: int) -> str:
    """What stands after `at`, at most AROUND code points, without a cut grapheme at its end."""
    near = text[at : at + 2 * AROUND]
    if _is_plain(near):
        return near[:AROUND]
    edges = _edges(near)
    return near[: edges[bisect_right(edges, AROUND) - 1]]


def _is_plain(text: str) -> bool:
    """Whether each code point is surely a grapheme by itself, as nearly everywhere in English."""
    return text.isascii() and "\r" not in text


def _edges(text: str) -> list[int]:
    """Where graphemes begin, and the end."""
    return [0, *accumulate(map(len, _grapheme().findall(text)))]


@cache
def _grapheme() -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415 (slow to import, and only who writes this format needs it)

    return regex.compile(r"\X")
