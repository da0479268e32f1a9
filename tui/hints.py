"""Letters that name places on the screen, so that any of them is one or two keys away. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from corpus.phrases import phrases
from corpus.span import Span, trimmed

ALPHABET: Final = "fjdkslaghrueiwoqptyvnmcxbz"
"""The letters in the order in which they are given out: those under the fingers first."""
_NEAR: Final = 8  # marks before a phrase that may reach into it


def labels(count: int, alphabet: str = ALPHABET) -> list[str]:
    """Labels for `count` places, no one of which begins another: as many single letters as can be, those first.

    Of two letters there are only so many; places for which none is left get no label, and the list is shorter.
    """
    size = len(alphabet)
    prefixes = next((number for number in range(size + 1) if size - number + number * size >= count), size)
    single, first = alphabet[: size - prefixes], alphabet[size - prefixes :]
    pairs = (one + other for one in first for other in alphabet)
    return [*single, *pairs][:count]


def unmarked(text: str, start: int, end: int, marked: Sequence[Span]) -> list[Span]:
    """The phrases in a stretch of a text, without what is marked in them (by place) before or behind."""
    starts = [span.start for span in marked]
    found = []
    for span in phrases(text, start, end):
        at = bisect_left(starts, span.end)
        left: Span | None = span
        for mark in marked[max(0, at - _NEAR) : at]:
            left = _without(text, left, mark) if left is not None and left.overlaps(mark) else left
        if left is not None:
            found.append(left)
    return found


def _without(text: str, span: Span, mark: Span) -> Span | None:
    """What of a span lies behind a mark, or else before it, from word to word; all of it for half a word."""
    if mark.start > span.start and not text[mark.start - 1].isspace():
        return span
    if mark.end < span.end and text[mark.end].isspace():
        return trimmed(text, mark.end, span.end)
    if mark.start > span.start and text[mark.start - 1].isspace():
        return trimmed(text, span.start, mark.start)
    return None


def ranked(places: Sequence[tuple[int, int, Span]], here: tuple[int, int]) -> list[tuple[int, Span]]:
    """Places (rank, article, span) as (article, span), the likely ones first.

    Those of a lower rank come first, among them those of the article `here` is in, then the nearer ones.
    """
    article, offset = here

    def key(place: tuple[int, int, Span]) -> tuple[int, bool, int, int]:
        rank, index, span = place
        return rank, index != article, abs(span.start - offset) if index == article else index, span.start

    return [(index, span) for _, index, span in sorted(places, key=key)]
