"""Times told from the day of the article: "yesterday", "last week", "next seven to ten days", "this morning"."""

from decimal import Decimal
from typing import Final

from corpus.figures.dates import absolute
from corpus.figures.feasts import FIRST_WORDS
from corpus.figures.figure import Kind
from corpus.figures.moment import MONTHS, PARTS, SEASONS, WEEKDAYS, Moment, Reading, month_at
from corpus.figures.naming import headline
from corpus.figures.numerals import number
from corpus.figures.tokens import Tokens
from corpus.figures.units import is_time, unit

_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WHICH: Final = {
    "this": "this", "last": "last", "next": "next", "past": "past", "previous": "last", "preceding": "last",
    "coming": "next", "upcoming": "next", "current": "this", "following": "floating", "same": "floating",
}  # fmt: skip
_UNITS: Final = frozenset("hour day week weekend month year decade century night quarter season".split())
_PLURALS: Final = frozenset("days weeks months years decades hours centuries".split())
_LASTING: Final = frozenset("daylong weeklong monthlong yearlong hourlong decadelong nightlong".split())
_WHOLE: Final = frozenset(("all", "full", "another"))
_SHORT: Final = frozenset(("second", "minute", "hour"))
_OTHER_DAYS: Final = frozenset(("next", "following", "previous", "same"))
_JOINTS: Final = frozenset(("to", "or", "-", "–"))
STARTS: Final = frozenset((*_DAYS, *_WHICH, "overnight", *_UNITS - {"quarter", "season"}, *_PLURALS, *_LASTING))
"""The words with which such a time begins, but for those that `corpus.figures.widening` adds."""


def relative(tokens: Tokens, index: int) -> Reading | None:
    """The time told from another one that begins at `index`."""
    words, word = tokens.words, tokens.words[index]
    if word in _DAYS:
        return _day(tokens, index)
    if word == "overnight":
        return Reading(index, index + 1, Kind.TIME, Moment("relative", amount=-1, until=Moment("relative")))
    if word in _WHICH:
        return _which(tokens, index)
    if word in _LASTING or (words[index + 2] == "long" and tokens.hyphen(index + 1)):
        return _lasting(tokens, index)
    return _whole(tokens, index) or _unit_alone(tokens, index)


def _day(tokens: Tokens, index: int) -> Reading | None:
    word = tokens.words[index]
    if tokens.capital(index) and tokens.capital(index - 1) and not headline(tokens, index):
        return None  # a newspaper
    kind = Kind.TIME if word == "tonight" else Kind.DATE
    return Reading(index, index + 1, kind, Moment("relative", amount=_DAYS[word]))


def _unit_alone(tokens: Tokens, index: int) -> Reading | None:
    """As in "the weekend", "year-end", "the day before"."""
    words, word = tokens.words, tokens.words[index]
    if word == "weekend" and words[index - 1] == "the":
        return Reading(index, index + 1, Kind.DATE, Moment("unit", unit="weekend", which="recent"))
    if word == "year" and words[index + 2] == "end" and tokens.hyphen(index + 1):
        return Reading(index, index + 3, Kind.DATE, Moment("floating"))
    if word not in {"day", "night"} or words[index + 1] not in {"before", "after"}:
        return None
    if words[index + 2] in {"yesterday", "tomorrow"} and word == "day":
        return Reading(
            index, index + 3, Kind.DATE, Moment("relative", amount=-2 if words[index + 1] == "before" else 2)
        )
    if words[index - 1] != "the" or words[index + 2].isalpha():
        return None
    return Reading(index, index + 2, Kind.DATE if word == "day" else Kind.TIME, Moment("floating"))


def _whole(tokens: Tokens, index: int) -> Reading | None:
    """As in "all day", "full-year", "another month"; not "full-year results"."""
    words, word = tokens.words, tokens.words[index]
    hyphen = tokens.hyphen(index - 1)
    start = index - 1 - hyphen
    if words[start] not in _WHOLE or word not in _UNITS or (hyphen and words[index + 1].isalpha()):
        return None
    if words[start] == "another" and word in {"day", "night"}:
        return None
    return Reading(start, index + 1, Kind.DURATION, Moment("floating", unit=word), Decimal(1))


def _lasting(tokens: Tokens, index: int) -> Reading | None:
    """As in "month-long", "weeks-long", "weeklong"."""
    word = tokens.words[index]
    name = word.removesuffix("long")
    several = name.endswith("s")
    named = "century" if name == "centuries" else name.rstrip("s")
    if not is_time(named):
        return None
    end = index + 1 if word in _LASTING else index + 3
    moment = Moment("floating", unit=named)
    return Reading(index, end, Kind.DURATION, moment, Decimal(2 if several else 1), vague=several)


def _which(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    which, place = _WHICH[words[index]], index + 1
    if which == "this" and words[place] in {"past", "coming", "same"}:
        which, place = _WHICH[words[place]], place + 1
    word = words[place]
    if word in WEEKDAYS:
        meant = Moment("weekday", weekday=WEEKDAYS[word], which="last" if which == "past" else which)
        return Reading(index, place + 1, Kind.DATE, Moment("floating") if which == "floating" else meant)
    if word in PARTS and word != "midnight" and words[index] != "past":
        return _part(tokens, index, place, which)
    named = _named(tokens, index, place, which) if which != "floating" else None
    if named:
        return named
    return _unit(tokens, index, place, which) if word in _UNITS else _measured(tokens, index, place, which)


def _named(tokens: Tokens, index: int, place: int, which: str) -> Reading | None:
    """As in "last September", "next summer", "last Easter", "next 6th of April"."""
    word = tokens.words[place]
    if word in SEASONS:
        return Reading(index, place + 1, Kind.DATE, Moment("season", 0, SEASONS[word], which=which))
    if word in MONTHS and tokens.capital(place):
        month = month_at(tokens, place)
        return Reading(index, month[1], Kind.DATE, Moment("month", 0, month[0], which=which)) if month else None
    if which not in {"last", "next"} or not (word in FIRST_WORDS or tokens.numeric(place)):
        return None
    day = absolute(tokens, place)
    if day is None or day.start != place or day.moment.form not in {"feast", "day"} or day.moment.year:
        return None
    return day._replace(start=index, moment=day.moment._replace(which=which))


def _part(tokens: Tokens, index: int, place: int, which: str) -> Reading | None:
    words, word = tokens.words, tokens.words[place]
    if word.endswith("s"):
        return None
    told = words[index] == "this" or (words[index] == "last" and word == "night" and words[index - 1] != "the")
    moment = Moment("relative", amount=-1 if which == "last" else 0) if told else Moment("floating")
    return Reading(index, place + 1, Kind.TIME, moment)


def _unit(tokens: Tokens, index: int, place: int, which: str) -> Reading | None:
    """As in "last week", "this month", "the next day"."""
    words, word = tokens.words, tokens.words[place]
    articled = words[index - 1] == "the"
    if words[index] == "current" and not articled:
        return None
    if word == "day" and (words[index] not in _OTHER_DAYS or not (articled or words[index] == "next")):
        return None
    if words[place + 1] == "-" and tokens.glued(place + 1) and which != "this":
        return None
    floating = which == "floating" or word == "day" or (articled and words[index] in _OTHER_DAYS)
    moment = Moment("floating") if floating else Moment("unit", amount=1, unit=word, which=which)
    return Reading(index, place + 1, Kind.TIME if word == "night" else Kind.DATE, moment)


def _measured(tokens: Tokens, index: int, place: int, which: str) -> Reading | None:
    """As in "past two weeks", "next seven to ten days", "last few months"."""
    words = tokens.words
    low = number(tokens, place, joined=False) if which != "floating" else None
    if low is None or low.value != int(low.value) or low.scale > 100:
        return None
    after = low.end + (words[low.end] == "of" and words[low.end - 1] == "couple")
    high = number(tokens, after + 1, joined=False) if words[after] in _JOINTS else None
    high = high if high and high.value > low.value else None
    named = unit(tokens, high.end if high else after, digits=low.digits)
    if named is None or not is_time(named[0]) or (low.value < 2 and named[0] in _SHORT):
        return None
    moment = Moment("floating", unit=named[0])
    if not low.vague:
        count = int(high.value if high else low.value)
        moment = Moment("unit", amount=count, unit=named[0], which="past" if which == "last" else which)
    return Reading(index, named[1], Kind.DURATION, moment, low.value, high.value if high else None, low.vague)
