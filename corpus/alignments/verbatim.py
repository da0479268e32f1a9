"""Which sentences quote the same words, whatever the punctuation, the ellipses and the dashes around and in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from corpus.alignments.told import Told
from corpus.quotations.marks import quoted
from corpus.span import Span

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST: Final = 3  # words in a row that make two sentences worth comparing
_LONG_RUN: Final = 5  # words in a row that are no chance
_ENOUGH: Final = 0.6  # share of the shorter quotation
_FEWEST: Final = 4  # words alike in all
_MOST_PLACES: Final = 150  # sentences of a story that have the same words in a row; more are a refrain
_NEXT: Final = 16  # of those sentences, as many behind one as are compared with it

Words = tuple[str, ...]


def words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words between two offsets, apart from any mark."""
    return _WORD.finditer(text, start, end)


def plain(word: str) -> str:
    """A word as it is compared."""
    return word.casefold().replace("’", "'")


def quoted_words(told: Told, units: Sequence[Span]) -> dict[int, Words]:
    """Of each unit that quotes anything, by its index, the quoted words."""
    found: dict[int, list[str]] = {}
    starts = [unit.start for unit in units]
    for each in quoted(told.text):
        at = max(0, bisect_left(starts, each.span.start + 1) - 1)
        while at < len(units) and units[at].start < each.span.end:
            low, high = max(each.span.start, units[at].start), min(each.span.end, units[at].end)
            if low < high:
                found.setdefault(at, []).extend(plain(match.group()) for match in words(told.text, low, high))
            at += 1
    return {index: tuple(each) for index, each in found.items() if len(each) >= _SHORTEST}


def alike(articles: Sequence[Mapping[int, Words]]) -> dict[tuple[int, int, int, int], int]:
    """The pairs of units of two articles (a, i, b, j) that quote the same words, and how many words those are."""
    places: dict[Words, list[tuple[int, int]]] = {}
    for article, found in enumerate(articles):
        for unit, each in found.items():
            for run in {each[at : at + _SHORTEST] for at in range(len(each) - _SHORTEST + 1)}:
                places.setdefault(run, []).append((article, unit))
    pairs = {
        (*first, *second)
        for where in places.values()
        if 1 < len(where) <= _MOST_PLACES
        for index, first in enumerate(where)
        for second in where[index + 1 : index + 1 + _NEXT]
        if first[0] < second[0]
    }
    shared = {(a, i, b, j): common(articles[a][i], articles[b][j]) for a, i, b, j in sorted(pairs)}
    return {pair: count for pair, count in shared.items() if count}


def common(first: Words, second: Words) -> int:
    """How many words two quotations share where they are the same quotation, else 0."""
    runs = list(_runs(first, second))
    total = sum(runs)
    longest = max(runs, default=0)
    if longest >= _LONG_RUN or (total >= _FEWEST and total >= _ENOUGH * min(len(first), len(second))):
        return total
    return 0


def _runs(first: Words, second: Words) -> Iterator[int]:
    """The lengths of runs of two words and more that both have, found from left to right."""
    where: dict[Words, list[int]] = {}
    for at in range(len(second) - 1):
        where.setdefault(second[at : at + 2], []).append(at)
    at = 0
    while at < len(first) - 1:
        longest = max((_length(first, at, second, start) for start in where.get(first[at : at + 2], ())[:8]), default=0)
        if longest:
            yield longest
        at += max(1, longest)


def _length(first: Words, at: int, second: Words, start: int) -> int:
    length = 0
    for one, other in zip(first[at:], second[start:], strict=False):
        if one != other:
            break
        length += 1
    return length
