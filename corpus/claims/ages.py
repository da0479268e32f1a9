"""Whose age it is: the name beside it, or the description of someone without a name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.claims import vocabulary as words
from corpus.claims.clause import Clause
from corpus.claims.families import is_person
from corpus.claims.lemmas import singular
from corpus.claims.phrase import phrase_at
from corpus.figures.figure import Figure
from corpus.span import Span

_BETWEEN: Final = re.compile(
    r"(?:\([^()]{1,40}\))? ?[,(–—-]? ?(?:(?:(?:who|he|she) (?:is|was|turned)|is|was|aged|age|turned|at|an?|the) ?)?"
    r"(?:just|only|now)?"
)
_GAP: Final = 44  # code points between a name and the age behind it
_FAR: Final = 90  # code points between an age and the name behind it
_AHEAD: Final = re.compile(r"[-\s,]*(?:[a-z][\w-]*[\s,]+){0,6}(?:[A-Z][\w.]*\s+){0,3}")


def bearer(text: str, clause: Clause, at: int, figure: Figure, people: Sequence[Mention]) -> tuple[str, Span | None]:
    """The noun ("boy") and the name of whom the age is of, each where the text has one."""
    noun, last = _described(clause, at)
    index = bisect_left(people, figure.span.start, key=_start) - 1
    if index >= 0:
        gap = text[people[index].span.end : figure.span.start]
        if len(gap) <= _GAP and "\n" not in gap and _BETWEEN.fullmatch(" ".join(gap.split())):
            return noun, people[index].span
    if index + 1 < len(people) and "old" in figure.span.surface(text):
        following = people[index + 1].span
        ahead = text[figure.span.end : following.start]
        if len(ahead) <= _FAR and _AHEAD.fullmatch(ahead) and not _has_verb(clause, at, following.start):
            return noun, following
    return noun, last


def _start(mention: Mention) -> int:
    return mention.span.start


def _has_verb(clause: Clause, at: int, stop: int) -> bool:
    index = at + 1
    while index < len(clause.lower) and clause.starts[index] < stop:
        if words.is_verb(clause.lower[index]) or clause.lower[index] in words.CONJUNCTIONS:
            return True
        index += 1
    return False


def _described(clause: Clause, at: int) -> tuple[str, Span | None]:
    phrase = phrase_at(clause, at + 1)
    if phrase:
        noun = singular(clause.lower[phrase.last])
        return noun, clause.span(phrase.first, phrase.last)
    for index in range(at - 1, max(-1, at - 4), -1):
        noun = singular(clause.lower[index])
        if is_person(noun):
            return noun, clause.span(index, index)
    return "", None
