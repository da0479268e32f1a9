"""A text as the rows of WebAnno TSV: sentences that hold all of it, tokens, and parts of tokens where a span cuts one.

White space has no row, unless a span begins or ends in it, or the text begins with it: such a stretch is a token.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.segment import sentences, tokens
from corpus.span import Span


class Row(NamedTuple):
    """A token (`1-2`) or a part of one (`1-2.1`), in code points."""

    id: str
    span: Span


class Block(NamedTuple):
    """A sentence: its text with the white space behind it, and its rows."""

    text: str
    rows: tuple[Row, ...]


class Layout(NamedTuple):
    """The blocks of a text, and on which rows each span lies, in their order."""

    blocks: tuple[Block, ...]
    rows_of: dict[Span, tuple[Row, ...]]


def layout(text: str, spans: Iterable[Span]) -> Layout:
    """The rows of a text with these spans in it."""
    given = sorted(set(spans))
    starts = _starts(text)
    whole = _tokens(text, starts, given)
    parts = _parts(whole, given)
    blocks: list[Block] = []
    row_at: dict[Span, Row] = {}
    for number, (start, end) in enumerate(pairwise([*starts, len(text)]), 1):
        own = whole[bisect_left(whole, start, key=_start) : bisect_left(whole, end, key=_start)]
        rows = tuple(_rows(number, own, parts))
        row_at |= {row.span: row for row in rows}
        # A line feed alone between two sentences is what the format puts there itself.
        spare = end < len(text) and text[own[-1].end : end] == "\n"
        blocks.append(Block(text[start : end - spare], rows))
    rows_of = {one: tuple(row_at[piece] for piece in _pieces(whole, one)) for one in given}
    return Layout(tuple(blocks), rows_of)


def _start(span: Span) -> int:
    return span.start


def _starts(text: str) -> list[int]:
    """Where each sentence begins, the first at the beginning of the text."""
    found = [one.start for one in sentences(text, 0, len(text))]
    return [0, *found[1:]] if text else []


def _tokens(text: str, starts: Sequence[int], spans: Sequence[Span]) -> list[Span]:
    """The tokens of a text, and white space as tokens where a row is needed. A token lies in one sentence."""
    words = [one for edges in pairwise([*starts, len(text)]) for one in tokens(text, *edges)]
    edges_in = sorted(one.start for one in spans)
    edges_out = sorted(one.end for one in spans)
    found: list[Span] = []
    at = 0
    for word in [*words, None]:
        end = word.start if word is not None else len(text)
        if at < end:
            begins = bisect_left(edges_in, at) < bisect_left(edges_in, end)
            ends = bisect_right(edges_out, at) < bisect_right(edges_out, end)
            if begins or ends or at == 0:
                found.append(Span(at, end))
        if word is not None:
            found.append(word)
            at = word.end
    return found


def _pieces(whole: Sequence[Span], span: Span) -> Iterator[Span]:
    """What a span has of each token."""
    at = bisect_right(whole, span.start, key=lambda one: one.end)
    while at < len(whole) and whole[at].start < span.end:
        yield Span(max(span.start, whole[at].start), min(span.end, whole[at].end))
        at += 1


def _parts(whole: Sequence[Span], spans: Iterable[Span]) -> list[Span]:
    """The parts of tokens that spans need, by place, the longest first."""
    known = set(whole)
    found = {piece for span in spans for piece in _pieces(whole, span) if piece not in known}
    return sorted(found, key=lambda one: (one.start, -one.end))


def _rows(number: int, own: Iterable[Span], parts: Sequence[Span]) -> Iterator[Row]:
    for at, token in enumerate(own, 1):
        yield Row(f"{number}-{at}", token)
        low, high = (bisect_left(parts, edge, key=_start) for edge in (token.start, token.end))
        for part, span in enumerate(parts[low:high], 1):
            yield Row(f"{number}-{at}.{part}", span)
