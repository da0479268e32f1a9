"""Units of measure and of time behind a number."""

from typing import Final

from corpus.figures.tokens import Tokens
from corpus.figures.unit_names import ABBREVIATIONS, SECONDS, unit_names

_LETTERS: Final = frozenset("cal m t g l w v b h st mi pa sv".split())
"""Abbreviations that stand near the digits; a few of them may stand apart."""
_APART: Final = frozenset(("m", "h", "g", "l", "mi"))
_SHAPES: Final = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_FIRST_OF_TWO: Final = frozenset("nautical light metric short long statute".split())
_SCALES_OF_HEAT: Final = {
    "celsius": "degree Celsius",
    "centigrade": "degree Celsius",
    "c": "degree Celsius",
    "fahrenheit": "degree Fahrenheit",
    "f": "degree Fahrenheit",
}
_HEAT: Final = frozenset(
    "temperature temperatures heat cold hot warm water high highs low lows fever degrees weather cool freezing"
    " reached".split()
)
_PER: Final = {
    "hour": "hour",
    "h": "hour",
    "hr": "hour",
    "second": "second",
    "s": "second",
    "sec": "second",
    "minute": "minute",
}
_POWERS: Final = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
_FEET: Final = frozenset("'’′")
_INCHES: Final = frozenset('"″')
_AFTER_FEET: Final = frozenset("\"”″'’")
_SIZES: Final = frozenset("long wide tall high deep thick x by".split())
_STARTERS: Final = frozenset("-'’+&")


def is_time(name: str) -> bool:
    """Whether the unit `name` measures time."""
    return name in SECONDS


def unit(tokens: Tokens, index: int, *, digits: bool) -> tuple[str, int] | None:
    """The unit at `index`, perhaps behind a hyphen, and the token behind it; `digits` is whether digits come before."""
    place = index + tokens.hyphen(index)
    word = tokens.words[place]
    if word in _SHAPES:
        return _shaped(tokens, place, digits=digits)
    if word in _FIRST_OF_TWO:
        return _two_words(tokens, place)
    marked = _marked(tokens, place) if digits else None
    if marked:
        return marked
    name = unit_names().get(word)
    if name is None or (word in ABBREVIATIONS and not (digits and _abbreviated(tokens, place))):
        return None
    if name == "degree":
        return _degrees(tokens, place)
    return _per(tokens, *_of_power(tokens, name, place + 1))


def _marked(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The marks for inches, and for feet where inches follow, and the letters for heat."""
    words, word = tokens.words, tokens.words[place]
    if word in _FEET and tokens.glued(place):
        near = tokens.glued(place + 1) and tokens.glued(place + 2)
        inches = words[place + 1].isdecimal() and near and words[place + 2] in _AFTER_FEET
        return ("foot", place + 1) if inches else None
    if word in _INCHES and words[place + 1] in _SIZES:
        return "inch", place + 1
    return (_SCALES_OF_HEAT[word], place + 1) if word in _SCALES_OF_HEAT and _is_heat(tokens, place) else None


def _abbreviated(tokens: Tokens, place: int) -> bool:
    """Whether the abbreviation of a unit is one here, behind digits: "5m", "5 m", not "5 M" or "24703L202"."""
    word, near = tokens.words[place], tokens.glued(place)
    following = tokens.words[place + 1]
    if tokens.glued(place + 1) and tokens.numeric(place + 1) and following not in {"2", "3"}:
        return False
    if near:
        return word != "g" or not tokens.capital(place)
    initial = following == "." and tokens.glued(place + 1)
    return word not in _LETTERS or (word in _APART and tokens.written(place) == word and not initial)


def _is_heat(tokens: Tokens, place: int) -> bool:
    """Whether "39 Fahrenheit", "4C" and, where the text speaks of heat, "98F" are temperatures."""
    words, word = tokens.words, tokens.words[place]
    if len(word) > 1:
        return True
    if not (tokens.glued(place) and tokens.capital(place)) or words[place + 1] == "/" or len(words[place - 1]) > 4:
        return False
    doubtful = word == "f" or words[place + 1].isalpha()
    return not doubtful or tokens.any(place - 8, place, _HEAT) or tokens.any(place + 1, place + 4, _HEAT)


def _two_words(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """Nautical miles, light years, metric tons."""
    words = tokens.words
    after = place + 2 if words[place + 1] == "-" else place + 1
    name = unit_names().get(words[after], "")
    whole = f"{words[place]} {name}"
    if whole in {"nautical mile", "light year"}:
        return whole, after + 1
    return ("tonne" if words[place] == "metric" else name, after + 1) if name in {"ton", "tonne", "mile"} else None


def _shaped(tokens: Tokens, place: int, *, digits: bool) -> tuple[str, int] | None:
    """Square and cubic units."""
    words = tokens.words
    after = place + 1 + (words[place + 1] in {".", "-"} and tokens.glued(place + 1))
    name = unit_names().get(words[after])
    if name is None or is_time(name) or (words[after] in ABBREVIATIONS and not digits):
        return None
    return f"{_SHAPES[words[place]]} {name}", after + 1


def _of_power(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """The unit `name` with the 2 or 3 of a power, or with "hours" behind watts."""
    words = tokens.words
    if name.endswith("watt"):
        after = end + (words[end] == "-")
        return (f"{name} hour", after + 1) if words[after] in {"hour", "hours"} else (name, end)
    shape = _POWERS.get(words[end], "") if tokens.glued(end) else ""
    return (f"{shape} {name}", end + 1) if shape else (name, end)


def _degrees(tokens: Tokens, place: int) -> tuple[str, int]:
    words, end = tokens.words, place + 1
    end += words[end] == "-" and words[end + 1] in _SCALES_OF_HEAT and len(words[end + 1]) > 1
    scale = words[end]
    goes_on = tokens.glued(end + 1) and words[end + 1] in _STARTERS
    if scale in _SCALES_OF_HEAT and (len(scale) > 1 or not goes_on):
        return _SCALES_OF_HEAT[scale], end + 1
    return "degree", end


def _per(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """A unit with "per hour", "an hour", "/h", or "a day" behind barrels."""
    words = tokens.words
    if is_time(name):
        return name, end
    if words[end] in {"per", "/"} or (words[end] in {"a", "an"} and name in {"mile", "kilometre", "barrel"}):
        per = "day" if name == "barrel" and words[end + 1] in {"day", "d"} else _PER.get(words[end + 1], "")
        return (f"{name} per {per}", end + 2) if per else (name, end)
    if tokens.phrase(end, ("-", "per", "-")) and words[end + 3] in _PER:
        return f"{name} per {_PER[words[end + 3]]}", end + 4
    return name, end
