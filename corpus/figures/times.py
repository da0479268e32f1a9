"""Dates and times at a place in the text, with the words before and behind them that belong to them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.figures import addresses, clock, exclusions, modifiers
from corpus.figures.ago import ago, span_of_time
from corpus.figures.dates import absolute
from corpus.figures.feasts import FIRST_WORDS
from corpus.figures.figure import Kind, Modifier
from corpus.figures.moment import MONTHS, PARTS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS, Moment, Reading
from corpus.figures.numerals import WORDS
from corpus.figures.relative import STARTS, relative
from corpus.figures.tokens import Tokens
from corpus.figures.vocabulary import ORDINALS
from corpus.figures.widening import part_of_day, widened

_PLURALS: Final = frozenset("seconds moments minutes hours days nights weeks months years decades".split())
_AGO: Final = _PLURALS | {"a", "an", "couple"}
_FROM: Final = frozenset(("before", "after", "from"))
_DAYS: Final = frozenset(("day", "relative", "feast"))
ALONE: Final = frozenset((*_PLURALS, *MONTHS, *WEEKDAYS))
"""Words with which no figure but a time begins."""
_WEEKDAYS: Final = (*SHORT_WEEKDAYS, *(f"{day}s" for day in WEEKDAYS))
BEGINNINGS: Final = frozenset(
    (*ALONE, *_WEEKDAYS, *SEASONS, *STARTS, *clock.NAMED, *FIRST_WORDS, *PARTS, *_AGO, "q"),
)
"""The words with which a time begins, but for numbers and what is added to it."""


class Timed(NamedTuple):
    """A time, and how it is meant: "around 9 p.m."."""

    reading: Reading
    said: Modifier


def time(tokens: Tokens, place: int, first: int) -> Timed | None:
    """The date or time that begins at token `place`, with what belongs to it from token `first` on."""
    word, digits = tokens.words[place], tokens.numeric(place)
    if digits and (exclusions.glued_before(tokens, place) or addresses.in_web_address(tokens, place)):
        return None
    counts = digits or word in WORDS
    reading = clock.clock(tokens, place) if counts or word in clock.NAMED else None
    if reading:
        return _clock(tokens, reading, first)
    reading = ago(tokens, place) if counts or word in _AGO else None
    if reading:
        start, said = modifiers.before(tokens, reading.start, first, lasting=True)
        return Timed(reading._replace(start=start), said)
    reading = _day(tokens, place, first)
    if reading is None and (counts or word in _AGO):
        reading = _from_day(tokens, place)
    return Timed(reading, Modifier.EXACT) if reading else None


def moments(text: str) -> Iterator[Moment]:
    """What the dates and times in `text` say, one after the other."""
    tokens = Tokens(text, 0, len(text))
    first = 0
    for place, word in enumerate(tokens.words[: tokens.size]):
        if place >= first and (tokens.numeric(place) or word in BEGINNINGS or word in WORDS or word in ORDINALS):
            timed = time(tokens, place, first)
            if timed:
                first = max(timed.reading.end, place + 1)
                yield timed.reading.moment


def _day(tokens: Tokens, place: int, first: int) -> Reading | None:
    """A day, a part of it or a longer stretch of the calendar."""
    word = tokens.words[place]
    if word in PARTS and word not in STARTS:
        return part_of_day(tokens, place, first)
    reading = relative(tokens, place) or absolute(tokens, place)
    return widened(tokens, reading, first) if reading and reading.start >= first else None


def _from_day(tokens: Tokens, place: int) -> Reading | None:
    """As in "two weeks before May 13", "three days from tomorrow"."""
    words = tokens.words
    length = span_of_time(tokens, place)
    if length is None or not length[0] or words[length[2]] not in _FROM:
        return None
    start = length[2] + 1
    day = _day(tokens, start, start)
    if day is None or day.start != start or day.moment.form not in _DAYS or words[day.end] in {"'", "’"}:
        return None
    count = -length[0] if words[length[2]] == "before" else length[0]
    return Reading(place, day.end, Kind.DATE, Moment("ago", amount=count, unit=length[1], anchor=day.moment))


def _clock(tokens: Tokens, reading: Reading, first: int) -> Timed:
    """A time of the day with "shortly before" or "around" before it and the day behind it: "9 a.m. Monday"."""
    near = clock.before(tokens, reading.start, first)
    start, said = near or modifiers.before(tokens, reading.start, first)
    reading = reading._replace(start=start)
    if clock.is_day(tokens.words[reading.end]):
        day = _day(tokens, reading.end, reading.end)
        if day and day.start == reading.end:
            reading = reading._replace(end=day.end, moment=day.moment)
    return Timed(reading, said)
