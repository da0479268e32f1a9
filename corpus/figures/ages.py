"""Ages: "15-year-old", "34 years old", "aged 34", and the bare number behind a name."""

from typing import Final

from corpus.figures.moment import MONTHS, WEEKDAYS
from corpus.figures.number import Number
from corpus.figures.tokens import HYPHENS, Tokens
from corpus.figures.vocabulary import BELOW_TWENTY

_OLDEST: Final = 120
_UNITS: Final = frozenset(("day", "week", "month", "year"))
_AGED: Final = frozenset(("age", "aged", "ages"))
_LISTING: Final = frozenset(("and", ",", "or"))
_LONGEST_LIST: Final = 12  # tokens
_AFTER_NAME: Final = frozenset(
    (",", ".", ";", ")", "", "\n", *"of from and who was were is has had whose both all faces pleaded died".split())
)
_CLOSING: Final = frozenset(')”"’')


def behind(tokens: Tokens, index: int, unit: str) -> int:
    """The token behind "-old", " old" or "of age" at `index`, behind a `unit` of time; 0 where none is there."""
    words = tokens.words
    if unit not in _UNITS:
        return 0
    place = index + 1 if words[index] in HYPHENS and tokens.glued(index) else index
    if words[place] in {"old", "olds"}:
        return place + 1
    return index + 2 if words[index] == "of" and words[index + 1] == "age" else 0


def alone(tokens: Tokens, low: Number, end: int) -> int:
    """The token behind the number `low`, which ends before `end`, where it is an age; 0 where it is none."""
    words, before = tokens.words, tokens.words[low.start - 1]
    if low.value != int(low.value) or not 0 < low.value <= _OLDEST or low.scale > 1 or low.role or low.vague:
        return 0
    listed = before in _LISTING and _listed(tokens, low.start)
    if before in _AGED or listed or (before == "of" and words[low.start - 2] == "age"):
        return end
    bracketed = before == "(" and words[end] == ")" and tokens.capital(low.start - 2) and low.value > 12
    return end if bracketed or (before == "," and _behind_name(tokens, low, end)) else 0


def _behind_name(tokens: Tokens, low: Number, end: int) -> bool:
    """Whether the number stands behind the name or the description of a person: "Maria Voss, 34, said"."""
    words, word = tokens.words, tokens.words[low.start - 2]
    if words[end] not in _AFTER_NAME or (words[end] == "of" and not low.digits):
        return False
    if words[end] == "," and tokens.numeric(end + 1):
        return False
    if word in _CLOSING or (word == "." and words[low.start - 3] in {"jr", "sr"}):
        return True
    return word.isalpha() and word not in MONTHS and word not in WEEKDAYS


def _listed(tokens: Tokens, index: int) -> bool:
    """Whether the number at `index` goes on a list of ages: "ages 25, 34 and 23"."""
    for place in range(index - 1, index - _LONGEST_LIST, -1):
        word = tokens.words[place]
        if word in {"ages", "aged"}:
            return True
        if not (word in _LISTING or word in BELOW_TWENTY or tokens.numeric(place)):
            return False
    return False
