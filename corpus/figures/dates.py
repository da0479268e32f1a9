"""Dates that name a place on the calendar: days, months, years, weekdays and feasts."""

from typing import Final

from corpus.figures import days, years
from corpus.figures.feasts import FIRST_WORDS, feast
from corpus.figures.figure import Kind
from corpus.figures.moment import (
    DASHES,
    SEASONS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    Moment,
    Reading,
    day_at,
    month_at,
)
from corpus.figures.numerals import ordinal
from corpus.figures.tokens import Tokens
from corpus.figures.vocabulary import BELOW_TWENTY, TENS

_PAPERS: Final = frozenset(
    "times telegraph mirror post herald mail express star world sun live tribune independent".split()
)
_NO_DAYS: Final = frozenset(("%", ":", "-", "/"))
_CENTURIES: Final = frozenset(("century", "centuries"))


def absolute(tokens: Tokens, index: int) -> Reading | None:
    """The date that begins at `index` with a day, a month, a year, a weekday, a season or a feast."""
    word = tokens.words[index]
    if tokens.numeric(index):
        return _numeric(tokens, index)
    if word in SHORT_WEEKDAYS or word.removesuffix("s") in WEEKDAYS:
        return _weekday(tokens, index)
    if word in FIRST_WORDS:
        return _feast(tokens, index)
    if word in SEASONS:
        return years.season(tokens, index)
    month = month_at(tokens, index)
    if month:
        return days.month(tokens, index, *month)
    return years.short_quarter(tokens, index) if word == "q" else _ordinal(tokens, index)


def _numeric(tokens: Tokens, index: int) -> Reading | None:
    whole = days.in_digits(tokens, index) or years.decade(tokens, index)
    if whole:
        return whole
    day = day_at(tokens, index)
    return (day and days.day_month(tokens, index, *day)) or _ordinal(tokens, index) or years.year(tokens, index)


def _ordinal(tokens: Tokens, index: int) -> Reading | None:
    """As in "first of May", "fifteen August", "21st century", "third quarter of 2023", "on the 12th"."""
    words = tokens.words
    if words[index] in BELOW_TWENTY or words[index] in TENS:
        day = day_at(tokens, index)
        if day and month_at(tokens, day[1]):
            return days.day_month(tokens, index, *day)
    found = ordinal(tokens, index)
    if found is None:
        return None
    end, count = found[0], int(found[1])
    place = end + (words[end] == "-" and tokens.glued(end))
    if words[place] in _CENTURIES:
        return Reading(index, place + 1, Kind.DATE, Moment("century", (count - 1) * 100 + 1)) if count < 100 else None
    if words[place] in {"quarter", "half"}:
        return years.part_of_year(tokens, index, place, count)
    if not 1 <= count <= 31:
        return None
    return days.day_month(tokens, index, count, end) or days.bare_day(tokens, index, end, count)


def _feast(tokens: Tokens, index: int) -> Reading | None:
    named = feast(tokens, index)
    if named is None:
        return None
    year, end = years.year_behind(tokens, named[1])
    return Reading(index, end, Kind.DATE, Moment("feast", year, unit=named[0]))


def _weekday(tokens: Tokens, index: int) -> Reading | None:
    words, word = tokens.words, tokens.words[index]
    short = word in SHORT_WEEKDAYS
    end = index + 2 if short and words[index + 1] == "." and tokens.glued(index + 1) else index + 1
    if (tokens.capital(end) and words[end] in _PAPERS) or (short and not tokens.capital(index)):
        return None
    weekday = SHORT_WEEKDAYS[word] if short else WEEKDAYS[word.removesuffix("s")]
    dated = _dated(tokens, index, end, weekday)
    if dated or short:
        return dated
    moment = Moment("weekday", weekday=weekday, which="every" if word.endswith("s") else "")
    joined = words[end] in {"to", "through"} or (words[end] in DASHES and tokens.glued(end))
    if joined and words[end + 1] in WEEKDAYS:
        other = Moment("weekday", weekday=WEEKDAYS[words[end + 1]])
        return Reading(index, end + 2, Kind.DATE, moment._replace(until=other))
    return Reading(index, end, Kind.DATE, moment)


def _dated(tokens: Tokens, index: int, end: int, weekday: int) -> Reading | None:
    """A weekday with its day of the month: "Monday, 25 May", "Mon 13th", "Tuesday the eleventh", "Sunday 31"."""
    words = tokens.words
    place = end + (words[end] in {",", "-"})
    place += words[place] == "the" and words[end] != ","
    month = month_at(tokens, place)
    found = days.month(tokens, place, *month) if month else _numeric(tokens, place) if tokens.numeric(place) else None
    if found and found.moment.form == "day" and found.moment.month:
        return found._replace(start=index)
    day = day_at(tokens, place)
    if day is None or words[end] == "," or (tokens.glued(day[1]) and words[day[1]] in _NO_DAYS):
        return None
    told = day[1] > place + 1 or words[place].isalpha() or not words[day[1]].isalpha()
    return Reading(index, day[1], Kind.DATE, Moment("day", day=day[0], weekday=weekday)) if told else None
