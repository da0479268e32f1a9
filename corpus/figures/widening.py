"""Words before and behind a date that belong to it: "late", "early hours of", "evening", "last week", "this year"."""

from typing import Final

from corpus.figures.figure import Kind
from corpus.figures.moment import PARTS, SHORT_WEEKDAYS, WEEKDAYS, Moment, Reading
from corpus.figures.tokens import HYPHENS, Tokens

_EDGES: Final = frozenset(("early", "late", "mid"))
_WITHIN_A_DAY: Final = frozenset(("day", "weekday", "relative"))
_HOURS: Final = frozenset(("early", "late", "small", "predawn"))
_WHICH: Final = frozenset(("this", "last", "next"))
_AFTER_PARTS: Final = frozenset("of on when and to as after before in at with by".split())


def widened(tokens: Tokens, reading: Reading, first: int) -> Reading:
    """`reading` with all that belongs to it, from token `first` on."""
    reading = _with_week(tokens, _with_year(tokens, reading))
    if reading.kind is Kind.DATE and reading.moment.form in {"weekday", "relative", "floating"}:
        reading = _with_part(tokens, reading)
    return _hours_of(tokens, _with_edge(tokens, reading, first), first)


def part_of_day(tokens: Tokens, index: int, first: int) -> Reading | None:
    """As in "late afternoon", "early evening" at the part of the day that stands at `index`."""
    after = tokens.words[index + 1]
    ends = not after.isalpha() or after in _AFTER_PARTS
    if tokens.words[index - 1] in _EDGES and index - 1 >= first and ends:
        return Reading(index - 1, index + 1, Kind.TIME, Moment("floating"))
    return None


def _with_year(tokens: Tokens, reading: Reading) -> Reading:
    """With "this year" or "of last year" behind a month or a day without its year."""
    words, end, moment = tokens.words, reading.end, reading.moment
    if moment.form not in {"day", "month"} or moment.year or not moment.month or moment.which:
        return reading
    place = end + (words[end] in {"of", "in"})
    if words[place] in _WHICH and words[place + 1] == "year":
        return reading._replace(end=place + 2, moment=moment._replace(which=f"{words[place]} year"))
    return reading


def _with_week(tokens: Tokens, reading: Reading) -> Reading:
    """As in "Tuesday last week" and "next week on Tuesday" as one date."""
    words, end, moment = tokens.words, reading.end, reading.moment
    if moment.form == "weekday" and not moment.which and words[end] in _WHICH and words[end + 1] == "week":
        return reading._replace(end=end + 2, moment=moment._replace(which=f"{words[end]} week"))
    if moment.form == "unit" and moment.unit == "week" and moment.amount == 1 and moment.which != "past":
        place = end + (words[end] == "on")
        short = SHORT_WEEKDAYS.get(words[place], -1) if tokens.capital(place) else -1
        weekday = WEEKDAYS.get(words[place], short)
        if weekday >= 0:
            which = f"{moment.which} week"
            return reading._replace(end=place + 1, moment=Moment("weekday", weekday=weekday, which=which))
    return reading


def _with_part(tokens: Tokens, reading: Reading) -> Reading:
    """With the part of the day behind it: "yesterday evening", "Tuesday late morning"."""
    place = reading.end + (tokens.words[reading.end] in {"late", "early"})
    if tokens.words[place] in PARTS and not tokens.hyphen(place + 1):
        return reading._replace(end=place + 1, kind=Kind.TIME)
    return reading


def _with_edge(tokens: Tokens, reading: Reading, first: int) -> Reading:
    """With "late", "early" or "mid-" before it."""
    words, start, moment = tokens.words, reading.start, reading.moment
    place = start - 1 - (words[start - 1] in HYPHENS and tokens.glued(start))
    if words[place] not in _EDGES or place < first:
        return reading
    kind = Kind.TIME if moment.form in _WITHIN_A_DAY else reading.kind
    return reading._replace(start=place, kind=kind, moment=moment._replace(edge=words[place]))


def _hours_of(tokens: Tokens, reading: Reading, first: int) -> Reading:
    """As in "morning of May 3", "early hours of Monday", "early morning hours Monday"."""
    words, place = tokens.words, reading.start - 1
    if reading.moment.form not in _WITHIN_A_DAY:
        return reading
    of = words[place] in {"of", "on"}
    place -= of
    if of and words[place] in PARTS and words[place - 1] == "the" and place >= first:
        return reading._replace(start=place, kind=Kind.TIME)
    if words[place] != "hours":
        return reading
    place -= 1 + (words[place - 1] in PARTS)
    return reading._replace(start=place, kind=Kind.TIME) if words[place] in _HOURS and place >= first else reading
