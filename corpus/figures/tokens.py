"""Tokens of a stretch of text, as the readers of figures need them: words, numbers, marks and ends of lines."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

NEWLINE: Final = "\n"
HYPHENS: Final = frozenset("-‐‑")
DIGITS: Final = frozenset("0123456789")
_MARGIN: Final = 16  # empty tokens behind the last: readers look that far ahead and back without asking for the length


class Tokens:
    """The tokens of `text[start:end]`: `words` in lower case, with `starts` and `ends` in code points of `text`.

    A number keeps its points and commas, all other marks stand alone, and so does each line feed. Behind the last token
    (and so, by negative indices, before the first) lie empty ones.
    """

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        lower = _lower(text[start:end])
        spans = [match.span() for match in _token().finditer(lower)]
        self.text: str = text
        self.size: int = len(spans)
        self.words: list[str] = [lower[a:b] for a, b in spans] + [""] * _MARGIN
        beyond = range(end + 2, end + 2 + 2 * _MARGIN, 2)
        self.starts: list[int] = [start + a for a, _ in spans] + list(beyond)
        self.ends: list[int] = [start + b for _, b in spans] + list(beyond)

    def glued(self, index: int) -> bool:
        """Whether nothing lies between token `index` and the one before it."""
        return self.ends[index - 1] == self.starts[index]

    def hyphen(self, index: int) -> bool:
        """Whether token `index` is a hyphen that joins its neighbours to one word."""
        return self.words[index] in HYPHENS and self.glued(index) and self.glued(index + 1)

    def numeric(self, index: int) -> bool:
        """Whether the token begins with a digit."""
        return self.words[index][:1] in DIGITS and self.words[index] != ""

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.words[index] != "" and self.text[self.starts[index]].isupper()

    def written(self, index: int) -> str:
        """The token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def phrase(self, index: int, words: Sequence[str]) -> bool:
        """Whether `words` stand at `index`."""
        return self.words[index : index + len(words)] == list(words)

    def any(self, first: int, last: int, words: Collection[str]) -> bool:
        """Whether one of `words` is among the tokens `first` to `last` (exclusive)."""
        return any(word in words for word in self.words[max(first, 0) : max(last, 0)])


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\n|[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|\S")
