"""Days of months: "May 25, 2023", "12-14 March", "25.05.2023", "on the 12th", and months without a day."""

from typing import Final

from corpus.figures.figure import Kind
from corpus.figures.moment import DASHES, FULL_MONTHS, Moment, Reading, day_at, month_at
from corpus.figures.tokens import Tokens
from corpus.figures.years import year_behind

_BEFORE: Final = frozenset(
    "in since of by until till from to through before after during last next this early late mid for and or between"
    " around following past every each".split()
)
_WEAK_BEFORE: Final = frozenset(("and", "or", "for", "by", "of", "to", "from"))
_VERBS: Final = frozenset(("may", "march"))
_NAMES: Final = frozenset(("april", "june", "august"))
_JOINING: Final = DASHES | {"to", "through", "and", "or", "until"}
_COUNTED: Final = frozenset(("%", ":", "percent", "people", "million"))
_AFTER_DAYS: Final = frozenset("in at and as when after for by of on to with the this last".split())
_AFTER_ORDINALS: Final = frozenset("and in at when after by to".split())
_ON: Final = frozenset(("on", "until", "since", "by"))
_THIS: Final = frozenset(("this", "last", "next", "the"))
_YEARS: Final = range(1000, 2200)


def month(tokens: Tokens, index: int, number: int, end: int) -> Reading | None:
    """The month `number` at `index`, whose name ends before `end`, with its day and its year."""
    words = tokens.words
    place = end + (words[end] == "the" or (words[end] in {"/", "-"} and tokens.glued(end) and tokens.glued(end + 1)))
    day = day_at(tokens, place)
    if day and words[day[1]] not in _COUNTED and not _sticks(tokens, day[1]):
        return _month_day(tokens, index, number, *day)
    year, after = year_behind(tokens, end)
    if year:
        return Reading(index, after, Kind.DATE, Moment("month", year, number))
    if not tokens.capital(index) or words[index] not in FULL_MONTHS or not _means_month(tokens, index, end):
        return None
    if words[end + 1] == "end" and tokens.hyphen(end):
        return Reading(index, end + 2, Kind.DATE, Moment("month", 0, number, edge="late"))
    return _until_month(tokens, index, number, end)


def day_month(tokens: Tokens, index: int, day: int, end: int) -> Reading | None:
    """As in "25 May 2023", "12-14 March", "12 and 13 March", "2nd of August": `day` stands before token `end`."""
    words = tokens.words
    second = day_at(tokens, end + 1) if words[end] in DASHES or words[end] in {"to", "and", "or"} else None
    last = 0
    if second and second[0] > day:
        last, end = second
    end += words[end] == "day" and words[end + 1] == "of"
    end += words[end] == "of" or (words[end] in {"-", "/"} and tokens.glued(end))
    named = month_at(tokens, end)
    if named is None:
        return None
    number, after = named
    another = words[after].isdecimal() and len(words[after]) <= 2 and not tokens.glued(after)
    if another and not last and after == end + 1:
        return None  # "killed 5 March 3"
    year, after = year_behind(tokens, after)
    until = Moment("day", year, number, last) if last else None
    return Reading(index, after, Kind.DATE, Moment("day", year, number, day, until=until))


def in_digits(tokens: Tokens, index: int) -> Reading | None:
    """2023-05-25, 25.05.2023, 5/25/2023, 5/25, 20230525."""
    word = tokens.words[index]
    parts, end = [word], index + 1
    if word.count(".") == 2:
        parts = word.split(".")
    elif len(word) == 8 and word.startswith(("19", "20")) and word.isdecimal():
        parts = [word[:4], word[4:6], word[6:]]
    elif word.isdecimal():
        parts, end = _joined(tokens, index)
    if tokens.glued(end) and (tokens.words[end] in {"/", "_"} or tokens.numeric(end)):
        return None
    day = _of_parts(parts)
    return Reading(index, end, Kind.DATE, Moment("day", *day)) if day else None


def bare_day(tokens: Tokens, index: int, end: int, day: int) -> Reading | None:
    """As in "on the 12th", "the 15th of last month": the ordinal in digits at `index` ends before `end`."""
    words = tokens.words
    if not tokens.numeric(index) or words[index - 1] != "the":
        return None
    place = end + (words[end] == "day")
    if words[place] == "of" and words[place + 1] in _THIS and words[place + 2] == "month":
        which = "this" if words[place + 1] == "the" else words[place + 1]
        return Reading(index, place + 3, Kind.DATE, Moment("day", day=day, which=which))
    closes = words[end] != "-" and (not words[end].isalpha() or words[end] in _AFTER_ORDINALS)
    return Reading(index, end, Kind.DATE, Moment("day", day=day)) if words[index - 2] in _ON and closes else None


def _sticks(tokens: Tokens, end: int) -> bool:
    """Whether what stands at `end` makes another thing of the number before it: "Mar 3D", "May 5/6"."""
    return tokens.glued(end) and (tokens.words[end].isalpha() or tokens.words[end] == "/")


def _means_month(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a capital month without a day or a year is one, and not a verb, a march or a person."""
    words, before = tokens.words, tokens.words[index - 1]
    if words[index] not in _VERBS and words[index] not in _NAMES:
        return True
    sure = before in _BEFORE and not (before in _WEAK_BEFORE and tokens.capital(end))
    named = tokens.capital(end) or (tokens.capital(index - 1) and before not in _BEFORE)
    return sure or (words[index] in _NAMES and not named)


def _until_month(tokens: Tokens, index: int, number: int, end: int) -> Reading:
    """As in "March", "March to June 2021"."""
    words, until = tokens.words, None
    if words[end] in DASHES or words[end] in {"to", "through"}:
        other = month_at(tokens, end + 1)
        if other and words[end + 1] in FULL_MONTHS and not day_at(tokens, other[1]):
            year, end = year_behind(tokens, other[1])
            until = Moment("month", year, other[0])
    return Reading(index, end, Kind.DATE, Moment("month", 0, number, until=until))


def _month_day(tokens: Tokens, index: int, number: int, day: int, end: int) -> Reading:
    """As in "May 25, 2023", "May 12-14", "May 30 to June 2"."""
    last = _last_day(tokens, number, day, end) if tokens.words[end] in _JOINING else None
    end = last[2] if last else end
    year, end = year_behind(tokens, end)
    until = Moment("day", year, last[0], last[1]) if last else None
    return Reading(index, end, Kind.DATE, Moment("day", year, number, day, until=until))


def _last_day(tokens: Tokens, number: int, day: int, end: int) -> tuple[int, int, int] | None:
    """Month and day of the end of a stretch of days, and the token behind it; what joins the two stands at `end`."""
    words = tokens.words
    other = month_at(tokens, end + 1)
    if other and words[end] in {"and", "or"}:
        return None
    second = day_at(tokens, other[1] if other else end + 1)
    if second is None or not (other or second[0] > day):
        return None
    word = words[second[1]]
    counts = word.isalpha() and (tokens.glued(second[1]) or word not in _AFTER_DAYS)
    return None if counts or (word == "/" and tokens.glued(second[1])) else (other[0] if other else number, *second)


def _joined(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """The digits at `index`, and those that slashes or hyphens join to them."""
    words, parts, end = tokens.words, [tokens.words[index]], index + 1
    mark = words[end] if words[end] in {"-", "/", "‑"} else ""
    while mark and words[end] == mark and tokens.glued(end) and tokens.glued(end + 1) and len(parts) < 4:
        if not words[end + 1].isdecimal():
            break
        parts.append(words[end + 1])
        end += 2
    return (parts, end) if mark == "/" or len(parts) > 2 else ([], end)


def _of_parts(parts: list[str]) -> tuple[int, int, int] | None:
    """Year (0 for none), month and day of numbers that a mark joins."""
    sizes = [len(part) for part in parts]
    if not all(part.isdecimal() for part in parts) or len(parts) not in {2, 3} or max(sizes) > 4:
        return None
    numbers = [int(part) for part in parts]
    if len(parts) == 2:
        plain = max(sizes) <= 2 and (numbers[1] > 12 or 2 in sizes)
        return _valid(0, *numbers) if plain else None
    if sizes[0] == 4:
        return _valid(*numbers)
    if sizes[2] not in {2, 4} or max(sizes[:2]) > 2:
        return None
    year = numbers[2] + (2000 if sizes[2] == 2 else 0)
    first, second = numbers[:2]
    return _valid(year, second, first) if first > 12 else _valid(year, first, second)


def _valid(year: int, month_number: int, day: int) -> tuple[int, int, int] | None:
    valid = 1 <= month_number <= 12 and 1 <= day <= 31 and (year == 0 or year in _YEARS)
    return (year, month_number, day) if valid else None
