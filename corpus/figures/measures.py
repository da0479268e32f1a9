"""What a number is measured in: percent, money, or a unit, near the number or in it ("1.8m tall")."""

from decimal import Decimal
from typing import Final, NamedTuple

from corpus.figures import money
from corpus.figures.figure import Kind
from corpus.figures.number import Number
from corpus.figures.tokens import Tokens
from corpus.figures.units import is_time, unit

_PERCENT: Final = frozenset(("%", "percent", "pct", "％"))
_POINTS: Final = frozenset(("point", "points"))
_LENGTHS: Final = frozenset(
    "tall long high wide deep away above below north south east west from of x final finals race sprint freestyle"
    " relay hurdles dash backstroke breaststroke butterfly waves wave".split()
)
_JOINING: Final = frozenset("is isn while after before off into in at on to and or as when with by but down up".split())
_LARGE: Final = 1000


class Measure(NamedTuple):
    """The kind of quantity, the unit's name, and the token behind it."""

    kind: Kind
    name: str
    end: int


def measure(tokens: Tokens, low: Number) -> Measure | None:
    """What the number is measured in."""
    words, place = tokens.words, low.end
    place += words[place] == "of" and (low.vague or words[place - 1] == "couple")
    found = percent(tokens, place)
    if found:
        return found
    coins = money.behind(tokens, place, large=low.scale >= _LARGE or low.value >= _LARGE, digits=low.digits)
    if coins:
        return Measure(Kind.MONEY, *coins)
    named = unit(tokens, place, digits=low.digits)
    return None if named is None or _no_measure(low, named[0]) else of_unit(*named)


def of_unit(name: str, end: int) -> Measure:
    """The measure of a unit whose name ends before token `end`."""
    return Measure(Kind.DURATION if is_time(name) else Kind.QUANTITY, name, end)


def percent(tokens: Tokens, index: int) -> Measure | None:
    """As in "percent", "per cent", "%", "percentage points" or "basis points" at `index`."""
    words = tokens.words
    place = index + tokens.hyphen(index)
    word = words[place]
    if word in {"percentage", "basis"}:
        end = place + 2 if words[place + 1] == "-" else place + 1
        if words[end] in _POINTS:
            return Measure(Kind.PERCENT, f"{word} point", end + 1)
        alone = word == "percentage" and not words[place + 1].isalpha()
        return Measure(Kind.PERCENT, "percent", place + 1) if alone else None
    apart = word == "per" and words[place + 1] == "cent"
    if word not in _PERCENT and not apart:
        return None
    end = place + 1 + apart
    if word == "%" and words[end] in _POINTS:
        return Measure(Kind.PERCENT, "percentage point", end + 1)
    return Measure(Kind.PERCENT, "percent", end)


def in_metres(tokens: Tokens, low: Number) -> Number:
    """`low` without its scale where the m behind it means metres: "1.8m tall"."""
    word, end = tokens.words[low.end - 1], low.end
    if word != "m" or low.scale == 1 or money.behind(tokens, end, large=True, digits=True):
        return low
    after = tokens.words[end]
    length = after in _LENGTHS or not after.isalpha() or (after in _JOINING and low.raw == int(low.raw))
    if tokens.written(end - 1) == "m" and (length or not tokens.glued(end - 1)):
        return low._replace(value=low.raw, scale=1, end=end - 1)
    return low


def pointed(tokens: Tokens, low: Number, first: int, *, measured: bool) -> Number | None:
    """`low` with the point before it: ".5". None for the calibre of a gun, which has no unit."""
    place = low.start - 1
    word = tokens.words[low.start]
    alone = tokens.words[place] == "." and place >= first and not (tokens.glued(place) and place)
    if not (alone and tokens.glued(low.start) and low.digits and low.scale == 1 and word.isdecimal()):
        return low
    if not measured and len(word) in {2, 3}:
        return None
    value = Decimal(f"0.{word}")
    return low._replace(start=place, value=value, raw=value)


def part_of_unit(tokens: Tokens, low: Number) -> Measure | None:
    """As in "half an hour", "a quarter of a mile", "half-hour", "half a percent": the unit that `low` is a part of."""
    words, place = tokens.words, low.end
    place += tokens.hyphen(place)
    place += words[place] == "of" and words[place + 1] in {"a", "an"}
    place += words[place] in {"a", "an"}
    place += tokens.hyphen(place)
    if words[place] in {"percent", "per"}:
        return percent(tokens, place)
    named = unit(tokens, place, digits=low.digits)
    return None if named is None or named[0] == "degree" else of_unit(*named)


def _no_measure(low: Number, name: str) -> bool:
    """Whether what is called like a unit is none here: two cups, five stones, two pints."""
    whole = low.value == int(low.value)
    return (name == "cup" and whole) or (name in {"cup", "stone", "pint"} and not low.digits and whole)
