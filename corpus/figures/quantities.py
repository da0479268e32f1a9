"""Numbers with their units, ranges and modifiers, as figures: "around 20 percent", "$1.5-2 billion", "a two-day"."""

from decimal import Decimal
from typing import Final

from corpus.figures import addresses, ages, exclusions, modifiers, money, naming
from corpus.figures.compounds import and_half, compound
from corpus.figures.drafts import Draft, Read, finished, span
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.figures.fractions import is_part, ratio
from corpus.figures.measures import Measure, in_metres, measure, of_unit, part_of_unit, pointed
from corpus.figures.number import Number
from corpus.figures.numerals import number, ordinal
from corpus.figures.pronouns import pronoun
from corpus.figures.ranges import carried, contest, result, upper
from corpus.figures.tokens import Tokens
from corpus.figures.units import is_time, unit

_FOR: Final = frozenset(
    "for in after within than about nearly almost over under least most every into half just only by roughly around"
    " past lasted took spent barely".split()
)
_MINUS: Final = frozenset(("negative", "minus"))
_BARE_SCALES: Final = frozenset(("thousand", "million", "billion", "trillion"))
_SOME: Final = frozenset(("several", "few", "couple", "a"))
_RARELY_ONE: Final = frozenset("second degree stone ton pound yard foot cup barrel bit knot gram".split())
_RATES: Final = frozenset(("once", "twice", "times"))
_AROUND_DAY: Final = frozenset(("of", "after", "before", "and", "-", "earlier", "later"))
_NO_COUNTED: Final = frozenset(("plus", "to", "or", "and", "in"))


def quantity(tokens: Tokens, index: int, first: int) -> Read | None:
    """The figure whose number, or mark of currency, stands at token `index`; its modifiers not before token `first`."""
    currency = money.before(tokens, index)
    if currency:
        return _money(tokens, currency, first)
    if tokens.numeric(index):
        if _no_number(tokens, index):
            return None
    elif exclusions.lexical(tokens, index, index + 1) or naming.named_in_words(tokens, index):
        return None
    found = ordinal(tokens, index)
    if found:
        return _ordinal(tokens, index, *found)
    low = _first(tokens, index)
    if low is None:
        return _article(tokens, index, first) if tokens.words[index] in {"a", "an"} else None
    return _numbered(tokens, in_metres(tokens, low), first)


def _no_number(tokens: Tokens, index: int) -> bool:
    return (
        exclusions.glued_before(tokens, index)
        or addresses.in_web_address(tokens, index)
        or addresses.telephone(tokens, index)
    )


def _first(tokens: Tokens, index: int) -> Number | None:
    """The number at `index`, which behind "between" ends with an "and" that joins the two ends."""
    words = tokens.words
    between = words[index - 1 - (words[index - 1] in _MINUS)] == "between"
    low = number(tokens, index, joined=not between)
    if low and between and words[low.end] == "and" and not low.vague:
        longer = number(tokens, index)
        return longer if longer and longer.end > low.end and words[longer.end] == "and" else low
    return low


def _ordinal(tokens: Tokens, index: int, end: int, value: Decimal) -> Read | None:
    if addresses.street(tokens, end) or naming.ordinal_in_name(tokens, index, end):
        return None
    unit_of_time = tokens.words[end - 1] == "second" and not tokens.words[end].isalpha()
    if unit_of_time and tokens.words[index - 1] in {"a", "per", "split"}:
        return None
    return Read(Figure(span(tokens, index, end), Kind.ORDINAL, value), end)


def _money(tokens: Tokens, currency: tuple[str, int, int], first: int) -> Read | None:
    name, start, place = currency
    low = number(tokens, place) if tokens.numeric(place) and start >= first else None
    if low is None:
        return None
    found = upper(tokens, low, None, start, first)
    high = found[0] if found else None
    end = _again(tokens, high.end if high else low.end, name)
    low = carried(low, high) if high else low
    return finished(tokens, Draft(start, end, low, high, Measure(Kind.MONEY, name, end)), first)


def _again(tokens: Tokens, end: int, name: str) -> int:
    """The token behind a currency that is said once more: "$5 million dollars", "$5m USD"."""
    found = money.behind(tokens, end, large=True, digits=True)
    named = found and tokens.words[end] not in money.MARKS and (found[0] == name or tokens.words[end] == "us")
    return found[1] if found and named else end


def _numbered(tokens: Tokens, low: Number, first: int) -> Read | None:
    """The figure of a number that no currency stands before."""
    half = part_of_unit(tokens, low) if low.role == "fraction" or low.value < 1 else None
    if half:
        return finished(tokens, Draft(low.start, half.end, low, None, half), first)
    part = ratio(tokens, low)
    if part:
        return finished(tokens, Draft(part.start, part.end, part), first)
    near = measure(tokens, low)
    number_read = pointed(tokens, low, first, measured=near is not None)
    if number_read is None:
        return None
    low = number_read
    found = None if near is None and contest(tokens, low) else upper(tokens, low, near, low.start, first)
    if found is None:
        return _single(tokens, low, near, first)
    high, last = found
    end = max(high.end, last.end if last else 0)
    draft = Draft(low.start, end, carried(low, high), high, last and last._replace(end=end))
    return _measured(tokens, draft, first) if last else _plain(tokens, draft, first)


def _single(tokens: Tokens, low: Number, near: Measure | None, first: int) -> Read | None:
    """The figure of a number that begins no range."""
    end = result(tokens, low)
    if end:
        return Read(Figure(span(tokens, low.start, end), Kind.CARDINAL, role="score"), end)
    if near is None:
        broken = low.digits and exclusions.broken(tokens, low)
        return None if broken else _plain(tokens, Draft(low.start, low.end, low), first)
    scale = money.scale_behind(tokens, near.end) if near.kind is Kind.MONEY else 1
    if scale > 1:
        low, near = low._replace(value=low.value * scale, scale=scale), near._replace(end=near.end + 1)
    return _measured(tokens, Draft(low.start, near.end, low, None, near), first)


def _measured(tokens: Tokens, draft: Draft, first: int) -> Read | None:
    """A number with a unit, and what belongs behind the unit: smaller units, "-old", "-long"."""
    low, found, end = draft.low, draft.found, draft.end
    if found is None:
        return None
    if found.kind is Kind.DURATION:
        age = ages.behind(tokens, end, found.name)
        if age:
            return finished(tokens, draft._replace(end=age, role="age"), first)
        end += 2 if tokens.hyphen(end) and tokens.words[end + 1] == "long" else 0
        if draft.high is None and _unnamed_time(tokens, low, found.name, end):
            return None
    if draft.high is None and not low.vague:
        low, found = compound(tokens, low, found._replace(end=end))
        end = found.end
    return finished(tokens, draft._replace(end=end, low=low, found=found), first)


def _unnamed_time(tokens: Tokens, low: Number, name: str, end: int) -> bool:
    """Whether "one day" is some day ("One day, he left") and "one second" the second of them."""
    before, after = tokens.words[low.start - 1], tokens.words[end]
    if tokens.words[low.start] != "one" or low.value != 1:
        return False
    if name == "day":
        return before not in _FOR and before != "of" and after not in _AROUND_DAY
    return name == "second" and after not in {".", ",", "later"}


def _plain(tokens: Tokens, draft: Draft, first: int) -> Read | None:
    """A number without a unit."""
    index, end, low, high = draft.start, draft.end, draft.low, draft.high
    if high is None and tokens.words[index] == "one" and low.end == index + 1 and pronoun(tokens, index):
        return None
    if exclusions.lexical(tokens, index, end) or naming.label(tokens, index, end) or _located(tokens, draft):
        return None
    age = ages.alone(tokens, low, end) if high is None else 0
    if age:
        return Read(Figure(span(tokens, index, age), Kind.DURATION, low.value, unit="year", role="age"), age)
    if high is None and low.role == "fraction" and not is_part(tokens, low, first):
        found = ordinal(tokens, index + 1) if tokens.words[index] in {"a", "an"} else None
        return _ordinal(tokens, index + 1, *found) if found else None
    if _no_count(tokens, low):
        return None
    return finished(tokens, draft._replace(end=_hyphened(tokens, end)), first)


def _located(tokens: Tokens, draft: Draft) -> bool:
    """Whether the number is that of a house, a street or a telephone."""
    place = addresses.house(tokens, draft.start, draft.end) or addresses.code(tokens, draft.start, draft.end)
    return draft.low.digits and place


def _no_count(tokens: Tokens, low: Number) -> bool:
    """Whether a word for a number counts nothing by itself: "a few men", "he scores", "million-dollar"."""
    word = tokens.words[low.start]
    if word == "scores":
        return tokens.words[low.end] != "of"
    return (low.vague and low.scale == 1 and word in _SOME) or (low.scale > 1 and word in _BARE_SCALES)


def _hyphened(tokens: Tokens, end: int) -> int:
    """The token behind what is counted where a hyphen makes one word of it and the number: "12-member"."""
    word = tokens.words[end + 1]
    return end + 2 if tokens.hyphen(end) and word.isalpha() and word not in _NO_COUNTED else end


def _article(tokens: Tokens, index: int, first: int) -> Read | None:
    """As in "about a mile", "more than a year", "an hour and a half": "a" with a unit, where it counts."""
    words = tokens.words
    full = words[index + 1] in {"full", "whole", "further"}
    named = unit(tokens, index + 1 + full, digits=False)
    if named is None or (words[index + 1 + full] in _RARELY_ONE and words[index - 1] not in {"about", "than"}):
        return None
    low, found = Number(index, index + 1, Decimal(1), Decimal(1)), of_unit(*named)
    end, half = and_half(tokens, found.end)
    if half:
        low = low._replace(value=1 + half)
        return finished(tokens, Draft(index, end, low, None, found), first)
    if words[found.end] == "or" and words[found.end + 1] == "two":
        high = Number(found.end + 1, found.end + 2, Decimal(2), Decimal(2))
        return finished(tokens, Draft(index, high.end, low, high, found), first)
    draft = Draft(index, found.end, low, None, found)
    if words[found.end] == "-" and tokens.glued(found.end):
        return _measured(tokens, draft, first) if words[found.end + 1] == "old" else None
    start, said = modifiers.before(tokens, index, first, lasting=is_time(found.name))
    told = said is not Modifier.EXACT or words[index - 1] in _FOR or full
    return finished(tokens, draft, first) if told and words[start - 1] not in _RATES else None
