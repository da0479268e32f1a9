"""Numbers inside other words: "T-72", "A380", "13F", "24/7", "one-way", "half-brother"."""

from typing import Final

from corpus.figures.naming import headline
from corpus.figures.number import Number
from corpus.figures.tokens import DIGITS, HYPHENS, Tokens

_PREFIXES: Final = frozenset("mid pre post sub over under plus early late".split())
_DASHES: Final = frozenset("–—−")
_STICKY: Final = frozenset("_#@&=^\\№%")
_SOLID: Final = frozenset("_@=^°")
_LEXICAL: Final = frozenset(
    "way sided time off on man woman size piece stop liner upmanship faced pronged timer eyed".split()
)
_WHOLE: Final = frozenset(
    "first second other final last opening closing next this that each either the and better".split()
)
_HALVES: Final = frozenset(
    "time marathon marathons brother sister moon back term past century centuries price way line court ball open"
    " empty full naked hearted timers".split()
)


def glued_before(tokens: Tokens, index: int) -> bool:
    """Whether the digits at `index` go on what stands before them: "T-72", "A380", "/2019", "#5", "555-1234"."""
    if not tokens.glued(index) or index == 0:
        return False
    mark = tokens.words[index - 1]
    if mark == "/" and not tokens.glued(index - 1):
        return True
    if mark == "/" or mark in HYPHENS or mark in _DASHES:
        return index > 1 and tokens.glued(index - 1) and _goes_on(tokens.words[index - 2], mark)
    if mark == ".":
        return index > 1 and tokens.glued(index - 1)
    if mark in {",", ":"}:
        return not tokens.words[index - 2].isalpha()
    return mark.isalnum() or mark in _STICKY


def _goes_on(before: str, mark: str) -> bool:
    if mark in _DASHES:
        return before[:1] in DIGITS and before != ""
    return before not in _PREFIXES and (before.isalnum() or before in {"/", "_", ".", ")"})


def broken(tokens: Tokens, low: Number) -> bool:
    """Whether the digits go on as something else: 13F, 24/7, 3:16, 7-Eleven."""
    words, end = tokens.words, low.end
    mark = words[end]
    if not tokens.glued(end) or not mark:
        return False
    if mark.isalpha() or mark in _SOLID:
        return True
    if tokens.hyphen(end) and words[end + 1].isalpha():
        return tokens.capital(end + 1) and not headline(tokens, low.start)
    return mark in {"/", ":", "*"} and tokens.glued(end + 1)


def lexical(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the number is half of a word with a meaning of its own: "one-way", "no-one", "all-in-one"."""
    words = tokens.words
    if words[end] == "@" and tokens.glued(end):
        return True
    if tokens.hyphen(end):
        following = words[end + 1]
        if following.startswith("something") or (following in _LEXICAL and words[end - 1] in {"one", "two", "three"}):
            return True
    return tokens.hyphen(index - 1) and words[index - 2].isalnum() and words[index - 2] not in _PREFIXES


def no_part(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a "half" that ends before `end` is no part of a whole: "first half", "half-brother", "half time"."""
    words = tokens.words
    return words[index - 1] in _WHOLE or words[end] in _HALVES or (words[end] in HYPHENS and tokens.glued(end))
