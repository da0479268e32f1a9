"""Phrases that say themselves that they are not the article.

A rule is tried only on pieces that hold one of its words, and matches at the beginning of a piece unless its pattern
says otherwise: "sign up for our newsletter" is furniture, "police asked residents to sign up" is not. Patterns see
lower case and straight quotes, and every repetition in them is bounded.
"""

from functools import cache
from typing import Final

from corpus.boilerplate import (
    phrases_calls,
    phrases_credits,
    phrases_follow,
    phrases_forms,
    phrases_lists,
    phrases_page,
    phrases_rights,
    phrases_site,
)
from corpus.boilerplate.lines import Line
from corpus.boilerplate.rule import Rule, compiled

RULES: Final[tuple[Rule, ...]] = (
    *phrases_page.RULES,
    *phrases_site.RULES,
    *phrases_calls.RULES,
    *phrases_follow.RULES,
    *phrases_forms.RULES,
    *phrases_rights.RULES,
    *phrases_credits.RULES,
    *phrases_lists.RULES,
)  # where two match, the first counts
DECORATION: Final = " ↑→←↓►▶▸•*»«›>-–—·+|✉☎📩👉🔔"  # before a button; what begins in quotes or brackets is no call
_SIGNS: Final = "©@"  # that a rule may ask for as for a word
_SHOWN: Final = 6  # words of a phrase in the reason


@cache
def _by_word() -> dict[str, tuple[int, ...]]:
    """The numbers of the rules that a word calls for."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for word in rule[0].split():
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def speaks(line: Line) -> bool:
    """Whether the line holds a word that some rule asks for."""
    by_word = _by_word()
    return any(word in by_word for word in line.words) or any(sign in line.low for sign in _SIGNS)


def phrase_of(piece: Line) -> tuple[str, str] | None:
    """The kind of the first rule that matches the piece, and what of it matched; None where none does."""
    by_word = _by_word()
    words = [*piece.words, *(sign for sign in _SIGNS if sign in piece.low)]
    called = {number for word in words if word in by_word for number in by_word[word]}
    bare = piece.low.lstrip(DECORATION).rstrip(" →↓»›>▶▸")
    for number in sorted(called):
        _, kind, most, pattern = RULES[number]
        if len(words) <= most:
            match = compiled(pattern).match(bare)
            if match:
                return kind, f"phrase: {' '.join(match.group().split()[:_SHOWN])}"
    return None
