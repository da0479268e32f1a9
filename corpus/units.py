"""Units: the token, sentence or paragraph at, after or before a place, whoever found it.

Where a model has read, its tokens and sentences count; where it has not yet come, the rules of `corpus.segment` do. A
step costs a bisection, or the paragraphs it touches.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from corpus.analysis import Analysis, Offsets, offsets
from corpus.segment import paragraph_at, sentences, tokens, window
from corpus.span import Span, trimmed

Splitter = Callable[[str, int, int], list[Span]]

BLOCK: Final = 4096  # code points of white space that are skipped at once


@dataclass(frozen=True, slots=True)
class Units:
    """The units of `text`; `analysis` may be missing, or end early because the model is still reading.

    `..._at` gives the unit that covers an offset, `next_...` the first that starts at or after it, `previous_...` the
    last that ends at or before it; None where there is none. Offsets outside the text count as its nearest end.
    """

    text: str
    analysis: Analysis | None = None

    def token_at(self, offset: int) -> Span | None:
        """The token that covers the code point at `offset`."""
        return self._tokens().at(offset)

    def next_token(self, offset: int) -> Span | None:
        """The first token that starts at `offset` or later."""
        return self._tokens().after(offset)

    def previous_token(self, offset: int) -> Span | None:
        """The last token that ends at `offset` or earlier."""
        return self._tokens().before(offset)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that covers the code point at `offset`."""
        return self._sentences().at(offset)

    def next_sentence(self, offset: int) -> Span | None:
        """The first sentence that starts at `offset` or later."""
        return self._sentences().after(offset)

    def previous_sentence(self, offset: int) -> Span | None:
        """The last sentence that ends at `offset` or earlier."""
        return self._sentences().before(offset)

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph that covers the code point at `offset`, without the white space at its edges."""
        if not 0 <= offset < len(self.text):
            return None
        span = trimmed(self.text, *paragraph_at(self.text, offset))
        return span if span is not None and span.start <= offset < span.end else None

    def next_paragraph(self, offset: int) -> Span | None:
        """The first paragraph that starts at `offset` or later."""
        at = _next_ink(self.text, max(offset, 0))
        while at is not None:
            start, end = paragraph_at(self.text, at)
            span = trimmed(self.text, start, end)
            if span is not None and span.start >= offset:
                return span
            at = _next_ink(self.text, end)
        return None

    def previous_paragraph(self, offset: int) -> Span | None:
        """The last paragraph that ends at `offset` or earlier."""
        at = _previous_ink(self.text, min(offset, len(self.text)))
        while at is not None:
            start, end = paragraph_at(self.text, at)
            span = trimmed(self.text, start, end)
            if span is not None and span.end <= offset:
                return span
            at = _previous_ink(self.text, start)
        return None

    def _tokens(self) -> "_Row":
        if self.analysis is None:
            return _Row(self.text, tokens)
        return _Row(self.text, tokens, self.analysis.token_starts, self.analysis.token_ends)

    def _sentences(self) -> "_Row":
        if self.analysis is None:
            return _Row(self.text, sentences)
        return _Row(self.text, sentences, self.analysis.sentence_starts, self.analysis.sentence_ends)


@dataclass(frozen=True, slots=True)
class _Row:
    """Units of one kind: those read by a model up to the last of `ends`, those that `split` finds from there on."""

    text: str
    split: Splitter
    starts: Offsets = field(default_factory=offsets)
    ends: Offsets = field(default_factory=offsets)

    @property
    def covered(self) -> int:
        return self.ends[-1] if self.ends else 0

    def at(self, offset: int) -> Span | None:
        if 0 <= offset < self.covered:
            index = bisect_right(self.starts, offset) - 1
            return self._read(index) if index >= 0 and offset < self.ends[index] else None
        if not 0 <= offset < len(self.text):
            return None
        found = self._found(offset)
        index = bisect_right(found, offset, key=_start) - 1
        return found[index] if index >= 0 and offset < found[index].end else None

    def after(self, offset: int) -> Span | None:
        index = bisect_left(self.starts, max(offset, 0))
        if index < len(self.starts):
            return self._read(index)
        at = _next_ink(self.text, max(offset, self.covered))
        while at is not None:
            found = self._found(at)
            index = bisect_left(found, offset, key=_start)
            if index < len(found):
                return found[index]
            at = _next_ink(self.text, window(self.text, at)[1])
        return None

    def before(self, offset: int) -> Span | None:
        at = _previous_ink(self.text, min(offset, len(self.text)))
        while at is not None and at >= self.covered:
            found = self._found(at)
            index = bisect_right(found, offset, key=_end) - 1
            if index >= 0:
                return found[index]
            at = _previous_ink(self.text, max(window(self.text, at)[0], self.covered))
        index = bisect_right(self.ends, offset) - 1 if offset > 0 else -1
        return self._read(index) if index >= 0 else None

    def _read(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def _found(self, offset: int) -> tuple[Span, ...]:
        start, end = window(self.text, offset)
        return _split(self.split, self.text, max(start, self.covered), end)


@lru_cache(maxsize=16)
def _split(split: Splitter, text: str, start: int, end: int) -> tuple[Span, ...]:
    """The units of a window, kept for the next key, which is likely to fall into the same one."""
    return tuple(split(text, start, end))


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _next_ink(text: str, offset: int) -> int | None:
    """The first code point at `offset` or later that is not white space."""
    while offset < len(text):
        block = text[offset : offset + BLOCK]
        rest = block.lstrip()
        if rest:
            return offset + len(block) - len(rest)
        offset += BLOCK
    return None


def _previous_ink(text: str, offset: int) -> int | None:
    """The last code point before `offset` that is not white space."""
    while offset > 0:
        low = max(0, offset - BLOCK)
        rest = text[low:offset].rstrip()
        if rest:
            return low + len(rest) - 1
        offset = low
    return None
