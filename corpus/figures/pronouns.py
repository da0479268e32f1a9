"""As in "One" that counts nothing: "the one who", "no one", "one of the most"."""

from typing import Final

from corpus.figures.naming import is_small_word, opens
from corpus.figures.tokens import Tokens

_BEFORE: Final = frozenset(
    "no this that which each every any some another new big good bad same other last next right wrong loved only such"
    " a an my your his her their our its number not great whole long little old young best worst better public free"
    " day what everyone anyone or as the like former latter second first third".split()
)
_NEVER_BEFORE: Final = frozenset("which no some any number another such every each".split())
_BEHIND: Final = frozenset(
    "another right after who that which can may might should must could would will whose whom s and to too cannot"
    " does did knows wonders wants expects hopes needs he she they we you i it if when where how than as the this"
    " these those".split()
)
_PREDICATES: Final = frozenset(
    "is was are were has had dead killed injured wounded missing critically seriously fatally arrested hospitalized"
    " hospitalised died in at with remains remained suffered survived".split()
)
_LINKS: Final = frozenset(("is", "was", "has", "had"))
_HARMED: Final = frozenset(
    "killed dead injured wounded arrested hospitalized hospitalised shot missing died in critically seriously fatally"
    " still reported pronounced taken treated found been detained".split()
)
_HURTING: Final = frozenset(
    "kill kills injure injures wound wounds leaves leave left shot shoots hurts hurt killed injured wounded arrest"
    " arrests arrested critically with and only just least claimed claims".split()
)
_IDIOMS: Final = frozenset("side hand point thing way stage time day".split())
_COUNTING: Final = frozenset("more last final further additional".split())
_SUPERLATIVES: Final = frozenset("most least best worst only more biggest largest few main key".split())
_CLAUSE: Final = frozenset((",", "and", "least", "but", "with", "when"))


def pronoun(tokens: Tokens, index: int) -> bool:
    """Whether the "one" at `index`, with no unit behind it, counts nothing."""
    words = tokens.words
    before, after = words[index - 1], words[index + 1]
    if before in {"negative", "minus"} or (after in _COUNTING and before not in {"no", "any"}):
        return False
    noun = after.isalpha() and not (
        after in _IDIOMS or after in _BEHIND or after in _PREDICATES or is_small_word(after)
    )
    if before in _BEFORE:
        return not noun or before in _NEVER_BEFORE
    if after == "of":
        return _superlative(tokens, index + 2)
    possessive = after in {"'", "’"} and words[index + 2] == "s"
    adjective = words[index - 2] in {"a", "an", "the"} and before.isalpha() and not noun
    if noun or possessive or adjective or after in _IDIOMS:
        return not noun
    return not _stands_alone(tokens, index)


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """Whether "one" without a noun counts: "one was killed", "wounding one"."""
    words = tokens.words
    before, after = words[index - 1], words[index + 1]
    if opens(tokens, index) or before in _CLAUSE:
        return after in _PREDICATES and (after not in _LINKS or words[index + 2] in _HARMED)
    return before in _HURTING or before.endswith("ing")


def _superlative(tokens: Tokens, index: int) -> bool:
    """Whether the words from `index` single out: "the most important", "the country's largest"."""
    for place in range(index, index + 5):
        word = tokens.words[place]
        if word in _SUPERLATIVES or (word.endswith("est") and len(word) > 5):
            return True
        if not word.isalpha() and word not in {"'", "’"}:
            return False
    return False
