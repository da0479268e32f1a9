"""A text as the rows of WebAnno TSV: sentences that hold all of it, tokens, and parts of tokens where a span cuts one.

White space has no row, unless a span begins or ends in it, or the text begins with it: such a stretch is a token.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
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


_Parts = Mapping[int, Mapping[Span, int]]
"""The parts of tokens by the numbers of these in the text: by place, the longest first, each with its own from 1."""


def layout(text: str, spans: Iterable[Span]) -> Layout:
    """The rows of a text with these spans in it."""
    given = sorted(set(spans))
    starts = _starts(text)
    whole = _tokens(text, starts, given)
    pieces = {one: tuple(_pieces(whole, one)) for one in given}
    parts = _parts(whole, pieces.values())
    blocks: list[Block] = []
    rows: list[Row] = []
    firsts = [0, *accumulate(1 + len(parts.get(at, ())) for at in range(len(whole)))]
    for number, (start, end) in enumerate(pairwise([*starts, len(text)]), 1):
        low, high = (bisect_left(whole, edge, key=_start) for edge in (start, end))
        own = tuple(_rows(number, whole, range(low, high), parts))
        rows += own
        # A line feed alone between two sentences is what the format puts there itself.
        spare = end < len(text) and text[whole[high - 1].end : end] == "\n"
        blocks.append(Block(text[start : end - spare], own))
    rows_of = {
        one: tuple(rows[firsts[at] + (parts[at].get(span, 0) if at in parts else 0)] for at, span in own)
        for one, own in pieces.items()
    }
    return Layout(tuple(blocks), rows_of)


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _starts(text: str) -> list[int]:
    """Where each sentence begins, the first at the beginning of the text."""
    found = [one.start for one in sentences(text, 0, len(text))]
    return [0, *found[1:]] if text else []


def _tokens(text: str, starts: Sequence[int], spans: Sequence[Span]) -> list[Span]:
    """The tokens of a text, and white space as tokens where a row is needed. A token lies in one sentence."""
    words = [one for edges in pairwise([*starts, len(text)]) for one in tokens(text, *edges)]
    edges_in, edges_out = {one.start for one in spans}, {one.end for one in spans}
    found: list[Span] = []
    at = 0
    for word in [*words, None]:
        end = word.start if word is not None else len(text)
        if at < end:
            begins = not edges_in.isdisjoint(range(at, end))
            ends = not edges_out.isdisjoint(range(at + 1, end + 1))
            if begins or ends or at == 0:
                found.append(Span(at, end))
        if word is not None:
            found.append(word)
            at = word.end
    return found


def _pieces(whole: Sequence[Span], span: Span) -> Iterator[tuple[int, Span]]:
    """What a span has of each token, with the number of the token in the text."""
    at = bisect_right(whole, span.start, key=_end)
    while at < len(whole) and whole[at].start < span.end:
        token = whole[at]
        yield at, token if span.contains(token) else Span(max(span.start, token.start), min(span.end, token.end))
        at += 1


def _parts(whole: Sequence[Span], pieces: Iterable[Iterable[tuple[int, Span]]]) -> _Parts:
    """The parts of tokens that pieces of spans need."""
    found: defaultdict[int, set[Span]] = defaultdict(set)
    for at, piece in chain.from_iterable(pieces):
        if piece is not whole[at]:
            found[at].add(piece)
    by_place = {at: sorted(own, key=lambda one: (one.start, -one.end)) for at, own in found.items()}
    return {at: {one: part for part, one in enumerate(own, 1)} for at, own in by_place.items()}


def _rows(number: int, whole: Sequence[Span], own: Iterable[int], parts: _Parts) -> Iterator[Row]:
    """The rows of the sentence of that number, which has its `own` tokens."""
    for token, at in enumerate(own, 1):
        yield Row(f"{number}-{token}", whole[at])
        if at in parts:
            yield from (Row(f"{number}-{token}.{part}", span) for span, part in parts[at].items())
