"""The words of one sentence, each figure as one word."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from corpus.figures.figure import Figure
from corpus.span import Span

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*|[^\w\s]")
_POSSESSIVE: Final = ("'s", "’s")


class Clause:
    """Parallel lists: `lower`, `starts`, `ends` of the words, and `figures`: the figure that a word stands for, or -1.

    A possessive 's is a word of its own; a figure's word is "#".
    """

    def __init__(self, text: str, low: int, high: int, figures: Sequence[Figure], first: int) -> None:
        self.text = text
        self.lower: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.figures: list[int] = []
        self.at: dict[int, int] = {}  # the word that stands for a figure
        at, index = low, first
        while index < len(figures) and figures[index].span.start < high:
            span = figures[index].span
            if span.start >= at:
                self._plain(at, span.start)
                self.at[index] = len(self.lower)
                self._add("#", span.start, span.end, index)
                at = span.end
            else:
                self.at[index] = max(0, len(self.lower) - 1)
            index += 1
        self.last = index  # the first figure behind the sentence
        self._plain(at, high)

    def _plain(self, low: int, high: int) -> None:
        for match in _WORD.finditer(self.text, low, high):
            surface = match.group()
            start, end = match.span()
            if surface.endswith(_POSSESSIVE) and len(surface) > 2:
                self._add(surface[:-2].lower(), start, end - 2, -1)
                self._add("'s", end - 2, end, -1)
            else:
                self._add(surface.lower(), start, end, -1)

    def _add(self, lower: str, start: int, end: int, figure: int) -> None:
        self.lower.append(lower)
        self.starts.append(start)
        self.ends.append(end)
        self.figures.append(figure)

    def is_capital(self, at: int) -> bool:
        """Whether word `at` begins with a capital."""
        return self.text[self.starts[at]].isupper()

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def word_at(self, offset: int) -> int:
        """The first word that begins at or behind an offset."""
        return bisect_left(self.starts, offset)
