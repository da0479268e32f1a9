"""Phrases that somebody may want to mark although nothing was proposed there: runs of content words, names, numbers.

A guess from the words alone, for jumping and not for reading: what stands between function words, marks and verbs that
show by their form. Such runs are how RAKE finds keywords (Rose et al. 2010, Automatic keyword extraction from
individual documents).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.span import Span
from corpus.stories.features import FUNCTION_WORDS

LONGEST: Final = 4  # words of a phrase
_WORD: Final = r"[^\W_]+(?:[-’'.,][^\W_]+)*"
_VERBS: Final = frozenset(
    "said says told went came took gave left fell rose met led held began broke brought called became found felt grew "
    "kept knew put ran sat saw sent set shot shown spoke stood think thought want wants went wrote believe know appear "
    "appears need needs remain remains seems include includes going come comes take takes please according".split()
)
_ADJECTIVES: Final = ("an", "ish", "ese", "ic")
_JOINING: Final = frozenset(("of", "for", "de", "al", "van", "von", "bin"))


@cache
def _words() -> "re.Pattern[str]":
    return re.compile(_WORD)


def phrases(text: str, start: int, end: int) -> Iterator[Span]:
    """The phrases that lie between two offsets of a text, by place; none overlaps another."""
    run: list[Span] = []
    words = [Span(*match.span()) for match in _words().finditer(text, start, end)]
    for number, word in enumerate(words):
        behind = words[number + 1] if number + 1 < len(words) else None
        if run and behind is not None and _joins(text, run[-1], word, behind):
            run.append(word)
            continue
        if run and (len(run) >= LONGEST or not _goes_on(text, run[-1], word)):
            yield Span(run[0].start, run[-1].end)
            run = []
        first = not run or run[-1].surface(text).endswith(_ADJECTIVES)
        if _is_content(word.surface(text), first=first):
            run.append(_bare(text, word))
        elif run:
            yield Span(run[0].start, run[-1].end)
            run = []
    if run:
        yield Span(run[0].start, run[-1].end)


def _joins(text: str, before: Span, word: Span, behind: Span) -> bool:
    """Whether a word stands within a name: Bank of England."""
    blanks = text[before.end : word.start], text[word.end : behind.start]
    names = text[before.start].isupper() and text[behind.start].isupper()
    return names and blanks == (" ", " ") and word.surface(text) in _JOINING


def _goes_on(text: str, before: Span, word: Span) -> bool:
    """Whether one blank stands between two words, and no name or number ends or begins there."""
    if (
        text[before.end : word.start] not in {" ", "\u00a0"}
        or text[before.start].isdigit()
        or text[word.start].isdigit()
    ):
        return False
    capital, other = text[before.start].isupper(), text[word.start].isupper()
    first = text[before.start : before.end]
    return capital == other or first in _JOINING or (capital and first.endswith(_ADJECTIVES))


def _is_content(word: str, *, first: bool) -> bool:
    lower = word.lower()
    if len(lower) < 2 or lower in FUNCTION_WORDS or lower in _VERBS or lower in _JOINING:
        return word.isdigit()
    if lower.endswith("ly") and lower.islower():
        return False
    return first or not (lower.endswith("ed") and word[0].islower())


def _bare(text: str, word: Span) -> Span:
    """A word without its possessive."""
    ends = text[word.end - 2 : word.end] in {"'s", "’s"} and len(word) > 2
    return Span(word.start, word.end - 2) if ends else word
