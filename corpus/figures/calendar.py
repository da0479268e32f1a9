"""Where on the calendar a date lies: expressions as intervals of days, told from the day of the article.

Without that day only dates that say their year have a place. A weekday is the day of publication where that is one,
else the last before it; a day or a month without its year is the one that news of that day would mean.
"""

from datetime import date, timedelta
from typing import Final

from corpus.figures.almanac import (
    DAYS_OF,
    MONTHS_OF,
    Days,
    calendar_unit,
    likely,
    likely_month,
    months_from,
    months_later,
    one,
    stretch,
    weekend,
)
from corpus.figures.feasts import day_of
from corpus.figures.moment import Moment
from corpus.figures.times import moments

_CONTEXTS: Final = ("", "in ", "on the ")  # what may have stood before an expression that is none alone
_STEPS: Final = {"last": -1, "next": 1}
_FAR: Final = 60  # months in which a weekday with its day of the month is looked for
_YEARS: Final = range(-8, 9)  # the 29th of February may be eight years off
_OF_YEAR: Final = frozenset(("month", "season", "quarter", "half"))
_PLAIN_YEARS: Final = frozenset(("year", "decade", "century"))


def interval(surface: str, published: str) -> tuple[str, str] | None:
    """First and last day of the date expression `surface` in an article of the day `published`.

    Days are written as ISO 8601 has them; `published` may be "". None for what has no place on the calendar:
    durations, times of the day, "the same day", and, where `published` is no day, everything without a year.
    """
    day = _parsed(published)
    surface = surface.strip().removeprefix("the ")
    for context in reversed(_CONTEXTS) if surface[:1].isdecimal() else _CONTEXTS:
        for moment in moments(context + surface):
            found = _days(moment, day)
            if found:
                return found[0].isoformat(), found[1].isoformat()
    return None


def _parsed(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _days(moment: Moment, day: date | None) -> Days | None:
    """The interval of `moment`; what is no day, or lies outside the years 1 to 9999, has none."""
    try:
        found = _single(moment, day)
        return _joined(found, moment, moment.until, day) if found and moment.until else found
    except (ValueError, OverflowError):
        return None


def _joined(found: Days, first: Moment, last: Moment, day: date | None) -> Days | None:
    """From the start of `found`, the interval of `first`, to the end of `last`."""
    until = _single(last, day)
    if until is None:
        return None
    if last.year and not first.year and first.month:
        found = _single(first._replace(year=last.year), day) or found
    start = found[0] - timedelta(7) if found[0] > until[1] and first.form == "weekday" else found[0]
    return (start, until[1]) if start <= until[1] else None


def _single(moment: Moment, day: date | None) -> Days | None:
    form = moment.form
    if form in _PLAIN_YEARS:
        return months_from(date(moment.year, 1, 1), MONTHS_OF[form], moment.edge)
    if form in _OF_YEAR:
        return _months(moment, day)
    if moment.year:
        found = day_of(moment.unit, moment.year) if form == "feast" else date(moment.year, moment.month, moment.day)
        return one(found) if found else None
    if moment.anchor:
        base = _days(moment.anchor, day)
        day = base[0] if base else None
    return None if day is None else _from_day(moment, day)


def _from_day(moment: Moment, day: date) -> Days | None:
    """The interval of what is told from the day of the article."""
    if moment.form == "relative":
        return one(day + timedelta(moment.amount))
    if moment.form == "unit":
        return _unit(moment, day)
    if moment.form == "ago":
        return _ago(moment, day)
    found = None
    if moment.form == "weekday":
        found = _weekday(moment, day)
    elif moment.form == "feast":
        found = _of_some_year(moment, day, [day_of(moment.unit, day.year + years) for years in (-1, 0, 1)])
    elif moment.form == "day" and moment.month:
        found = _of_some_year(moment, day, [_valid(day.year + years, moment) for years in _YEARS])
    elif moment.form == "day":
        found = _day_alone(moment, day)
    return one(found) if found else None


def _of_some_year(moment: Moment, day: date, days: list[date | None]) -> date | None:
    """Which of `days`, the same of several years, is meant."""
    year = _year_told(moment.which, day)
    found = [other for other in days if other and (not year or other.year == year)]
    if moment.which == "last":
        return max(other for other in found if other < day)
    if moment.which == "next":
        return min(other for other in found if other > day)
    return likely(found, day)


def _valid(year: int, moment: Moment) -> date | None:
    try:
        return date(year, moment.month, moment.day)
    except ValueError:
        return None


def _day_alone(moment: Moment, day: date) -> date | None:
    """As in "the 12th": the last one; "the 15th of last month"; "Monday 21": the nearest such day."""
    if moment.which:
        return months_later(day.replace(day=1), _STEPS.get(moment.which, 0)).replace(day=moment.day)
    ahead = _FAR if moment.weekday >= 0 else 1
    months = (months_later(day.replace(day=1), count) for count in range(-_FAR, ahead))
    found = [other for first in months if (other := _valid(first.year, moment._replace(month=first.month)))]
    if moment.weekday < 0:
        return max((other for other in found if other <= day), default=None)
    fitting = (other for other in found if other.weekday() == moment.weekday)
    return min(fitting, key=lambda other: abs(other - day), default=None)


def _year_told(which: str, day: date) -> int:
    """The year of "this year", "last year" and "next year" behind a day or a month; 0 for none."""
    word, _, unit = which.partition(" ")
    return day.year + _STEPS.get(word, 0) if unit else 0


def _months(moment: Moment, day: date | None) -> Days | None:
    """A month, a season, or a quarter or half of a year."""
    size = MONTHS_OF[moment.form]
    month = moment.month or (moment.amount - 1) * size + 1
    if moment.year:
        return months_from(date(moment.year, month, 1), size, moment.edge)
    if day is None:
        return None
    of_year = moment.which if " " in moment.which or moment.form in {"month", "season"} else f"{moment.which} year"
    year = _year_told(of_year, day) if moment.which else 0
    first = date(year or day.year, month, 1)
    if year or moment.which == "this":
        return months_from(first, size, moment.edge)
    if moment.which == "last":
        first = first if months_later(first, size) <= day else months_later(first, -12)
    elif moment.which == "next":
        first = first if first > day else months_later(first, 12)
    else:
        first = likely_month(first, day)
    return months_from(first, size, moment.edge)


def _weekday(moment: Moment, day: date) -> date | None:
    if moment.which == "every":
        return None
    monday = day - timedelta(day.weekday())
    if moment.which.endswith(" week"):
        return monday + timedelta(7 * _STEPS.get(moment.which.partition(" ")[0], 0) + moment.weekday)
    if moment.which in {"this", "next"}:
        return monday + timedelta(moment.weekday + 7 * (moment.which == "next"))
    back = (day.weekday() - moment.weekday) % 7
    return day - timedelta(back or (7 if moment.which == "last" else 0))


def _unit(moment: Moment, day: date) -> Days | None:
    """As in "this week", "last month", "past two weeks", "next 24 hours", "weekend"."""
    if moment.unit == "weekend":
        return weekend(moment.which, day)
    if moment.which in {"this", "last", "next"} and moment.amount == 1:
        return calendar_unit(moment.unit, _STEPS.get(moment.which, 0), day)
    return stretch(moment.unit, moment.amount if moment.which == "next" else -moment.amount, day)


def _ago(moment: Moment, day: date) -> Days | None:
    """As in "two days ago": to the day, but months and years, other than "two months before May 3", as whole ones."""
    if moment.unit in DAYS_OF:
        return one(day + timedelta(moment.amount * DAYS_OF[moment.unit]))
    months = MONTHS_OF.get(moment.unit, 0)
    if not months or moment.unit == "season":
        return None
    found = months_later(day, moment.amount * months)
    if moment.anchor:
        return one(found)
    return calendar_unit("month" if months == 1 else "year", 0, found)
