"""Parts of a whole: "one in four", "nine out of ten", and where "half" and "a third" are parts at all."""

from decimal import Decimal
from typing import Final

from corpus.figures import exclusions, modifiers
from corpus.figures.figure import Modifier
from corpus.figures.number import Number
from corpus.figures.numerals import number
from corpus.figures.tokens import Tokens
from corpus.figures.units import unit

_ENDING: Final = frozenset(".,;)”\"’'")
_SURELY: Final = Decimal("0.05")  # "a twentieth" and less is hardly an ordinal


def ratio(tokens: Tokens, low: Number) -> Number | None:
    """The part of a whole whose first number is `low`: "one in four", "nine out of ten", "1 over 3"."""
    place = _joint(tokens, low.end)
    if not place or low.scale > 1 or low.vague or low.role or low.value != int(low.value):
        return None
    place += tokens.words[place] == "every"
    whole = number(tokens, place)
    if whole is None or whole.vague or whole.role or not 1 <= low.value < whole.value or _no_whole(tokens, low, whole):
        return None
    return low._replace(value=low.value / whole.value, role="fraction", end=whole.end)


def is_part(tokens: Tokens, low: Number, first: int) -> bool:
    """Whether "half", "a third" and the like are parts of a whole here, not a play's half or a third one."""
    words, index, end = tokens.words, low.start, low.end
    if low.digits or words[index] not in {"a", "an", "half"}:
        return True
    if exclusions.no_part(tokens, index, end):
        return False
    if words[end - 1] == "half" or words[end] in {"of", ""} or low.value < _SURELY:
        return True
    modified = modifiers.before(tokens, index, first)[1] is not Modifier.EXACT
    return modified or words[index - 1] in {"by", "only"}


def _joint(tokens: Tokens, end: int) -> int:
    """The token behind "in", "out of", "over" or "-in-" at `end`; 0 where none is there."""
    words = tokens.words
    if words[end] == "out" and words[end + 1] == "of":
        return end + 2
    if words[end + 1] == "in" and tokens.hyphen(end) and tokens.hyphen(end + 2):
        return end + 3
    return end + 1 if words[end] in {"in", "over"} else 0


def _no_whole(tokens: Tokens, low: Number, whole: Number) -> bool:
    """Whether the second number is a year, a length of time, or stands by itself."""
    words, joint, start = tokens.words, tokens.words[low.end], whole.start
    if words[start] in {"a", "an"} and whole.scale < 100:
        return True
    goes_on = tokens.glued(whole.end) and words[whole.end] not in _ENDING
    if whole.digits and (len(words[start]) == 4 or goes_on):
        return True
    if joint == "over":
        return words[whole.end].isalpha()
    odd = joint == "in" and (low.value > 9 or (whole.value > 20 and whole.value % 10 != 0))
    return odd or unit(tokens, whole.end, digits=whole.digits) is not None
