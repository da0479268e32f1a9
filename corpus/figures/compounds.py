"""Smaller units behind larger ones: "four hours and 49 minutes", "6-foot-1", "3 dollars 50 cents"."""

from decimal import Decimal
from typing import Final, NamedTuple

from corpus.figures import money
from corpus.figures.figure import Kind
from corpus.figures.measures import Measure
from corpus.figures.number import Number
from corpus.figures.numerals import number
from corpus.figures.tokens import Tokens
from corpus.figures.unit_names import SECONDS
from corpus.figures.units import is_time, unit

_SMALLER: Final = {"foot": ("inch", 12), "pound": ("ounce", 16), "stone": ("pound", 14)}
_INCHES: Final = frozenset(("in", '"', "″", "”"))
_JOINTS: Final = frozenset(("and", ",", "-"))
_PARTS: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_NOT_CENTS: Final = frozenset("%-–:/")
_LEAP: Final = 5  # days that a year has more than twelve months of 30


class Compound(NamedTuple):
    """A number in its smallest unit."""

    low: Number
    found: Measure


def compound(tokens: Tokens, low: Number, found: Measure) -> Compound:
    """`low` of the unit `found`, with what follows in smaller units, in the smallest of them."""
    end, half = and_half(tokens, found.end)
    if half:
        return Compound(low._replace(value=low.value + half), found._replace(end=end))
    whole, years = Compound(low, found), low.value if found.name == "year" else Decimal(0)
    while found.kind is not Kind.PERCENT:
        more = _more(tokens, whole, years)
        if more is None:
            break
        whole = more
    return whole


def and_half(tokens: Tokens, end: int) -> tuple[int, Decimal]:
    """As in "and a half" at `end`: the token behind it, and how much it is; 0 where it is not there."""
    words = tokens.words
    if words[end] != "and":
        return end, Decimal(0)
    place = end + 2 if words[end + 1] == "a" else end + 1
    part = _PARTS.get(words[place], Decimal(0))
    return (place + 1, part) if part and words[place + 1] != "of" else (end, Decimal(0))


def _more(tokens: Tokens, whole: Compound, years: Decimal) -> Compound | None:
    """`whole` with the next smaller unit; None where there is none."""
    words, found = tokens.words, whole.found
    place = found.end + (words[found.end] in _JOINTS)
    more = number(tokens, place, joined=False) if words[place] not in {"", "a", "an"} else None
    if more is None or more.vague or more.role:
        return None
    if found.kind is Kind.MONEY:
        return _cents(tokens, whole, more, near=place == found.end)
    named = unit(tokens, more.end, digits=more.digits)
    if words[found.end] == "-":
        inches = named if named and named[0] == "inch" else ("inch", more.end)
        apart = not (tokens.glued(inches[1]) and (words[inches[1]] == "-" or words[inches[1]].isalpha()))
        feet = found.name == "foot" and tokens.hyphen(found.end) and apart
        return _added(whole, more, inches, Decimal(12)) if feet else None
    if found.name == "foot" and more.digits and words[more.end] in _INCHES:
        named = "inch", more.end + 1
    if named and is_time(found.name) and is_time(named[0]):
        return _time(whole, more, named, years)
    smaller, times = _SMALLER.get(found.name, ("", 1))
    return _added(whole, more, named, Decimal(times)) if named and named[0] == smaller else None


def _time(whole: Compound, more: Number, named: tuple[str, int], years: Decimal) -> Compound | None:
    low, found = whole
    larger, smaller = SECONDS[found.name], SECONDS[named[0]]
    if smaller >= larger:
        return None
    if (found.name, named[0]) == ("year", "month"):
        return _added(whole, more, named, Decimal(12))
    leap = years * _LEAP if (found.name, named[0]) == ("month", "day") else 0
    return _added(Compound(low, found), more._replace(value=more.value + leap), named, Decimal(larger // smaller))


def _cents(tokens: Tokens, whole: Compound, more: Number, *, near: bool) -> Compound | None:
    if not more.value < 100 or more.scale > 1 or more.value != int(more.value):
        return None
    end = money.cents(tokens, more.end)
    word = tokens.words[more.end]
    if not end and (not near or more.value < 10 or word.isalpha() or word in _NOT_CENTS):
        return None
    low, found = whole
    return Compound(low._replace(value=low.value + more.value / 100), found._replace(end=end or more.end))


def _added(whole: Compound, more: Number, named: tuple[str, int], times: Decimal) -> Compound:
    low, found = whole
    return Compound(low._replace(value=low.value * times + more.value), found._replace(name=named[0], end=named[1]))
