"""Years and what is made of them: "2016-17", "the 1990s", "third quarter of 2021", "summer 2019"."""

from typing import Final

from corpus.figures.figure import Kind
from corpus.figures.moment import DASHES, SEASONS, WEEKDAYS, Moment, Reading, month_at, year_at
from corpus.figures.naming import headline, is_plural
from corpus.figures.numerals import number, small
from corpus.figures.tokens import Tokens

_BEFORE: Final = frozenset(
    "in since by from until till before after during through throughout early late mid year fiscal to circa between"
    " summer winter spring autumn fall around ago back".split()
)
_COUNTING: Final = frozenset(
    "nearly almost than least most some approximately roughly another additional under all up these those killed"
    " injured".split()
)
_DOUBTFUL: Final = frozenset(("around", "about", "over"))
_PEOPLE: Final = frozenset(("people", "men", "women", "children"))
_MEASURED: Final = frozenset(
    "feet foot metres meters miles km kilometres kilometers pounds dollars euros acres hectares tonnes tons yards gmt"
    " utc hours hrs block rpm mph kg mw mm square degrees calories words % percent °".split()
)
_EVENTS: Final = frozenset(
    "cup olympics games championship championships open act prix series final finals bowl masters tour festival"
    " awards prize convention expo olympic paralympics paralympic marathon trophy league census".split()
)
_EVENT_YEARS: Final = frozenset(("euro", "expo", "agenda"))
_WITHIN_NAMES: Final = frozenset(("the", "of", "and", "for", "'", "’", "s", "-"))
_NO_NAMES: Final = frozenset("the on at of for and but as with until a an that when while all".split())
_CENTURIES: Final = frozenset("sixteen seventeen eighteen nineteen twenty two".split())
_CURRENCY: Final = frozenset("$£€#")
_THIS: Final = frozenset(("this", "last", "next", "the"))
_EARLIEST, _LATEST = 1900, 2049  # years that need no word before them


def year(tokens: Tokens, index: int) -> Reading | None:
    """The year at `index`, or the stretch of years that begins there: 2019-20, 2010 to 2015."""
    first = year_at(tokens, index)
    if not first or not is_year(tokens, index, first):
        return None
    words, end = tokens.words, index + 1
    other = 0
    if words[end] in DASHES or words[end] in {"to", "/"} or (words[end] == "and" and words[index - 1] == "between"):
        other = year_at(tokens, end + 1) or _short_year(tokens, end, first)
    goes_on = tokens.glued(end + 2) and words[end + 2][:1] in {"-", "/"} and words[end] in {"-", "/"}
    if other > first and not goes_on:
        return Reading(index, end + 2, Kind.DATE, Moment("year", first, until=Moment("year", other)))
    return Reading(index, end, Kind.DATE, Moment("year", first))


def is_year(tokens: Tokens, index: int, number_read: int) -> bool:
    """Whether the four digits at `index` are a year and not a number of something."""
    words = tokens.words
    before, after = words[index - 1], words[index + 1]
    if after in _MEASURED or (before in _CURRENCY and tokens.glued(index)):
        return False
    plural = (is_plural(after) or after in _PEOPLE) and not tokens.capital(index + 1)
    usual = _EARLIEST <= number_read <= _LATEST
    if plural and (number_read % 100 == 0 or not usual):
        return False
    if before in _COUNTING or (before in _DOUBTFUL and plural) or _in_name(tokens, index):
        return False
    return usual or (1500 <= number_read <= 2100 and before in _BEFORE)


def year_behind(tokens: Tokens, index: int) -> tuple[int, int]:
    """The year behind a month or a day, and the token behind it; 0 and `index` where there is none."""
    words = tokens.words
    joint = words[index]
    place = index + (joint in {",", "of", "in", "-", "/"})
    told = _in_words(tokens, place)
    if told:
        return told
    found = year_at(tokens, place)
    doubtful = joint in {"of", "in", "-", "/"} and not 1500 <= found <= 2100
    money = words[place - 1] in _CURRENCY or words[place + 1] in {"%", "percent"}
    return (found, place + 1) if found and not doubtful and not money else (0, index)


def decade(tokens: Tokens, index: int) -> Reading | None:
    """1990s, '90s, the 90s."""
    words, word = tokens.words, tokens.words[index]
    place = index + 2 if words[index + 1] in {"'", "’"} and tokens.glued(index + 1) else index + 1
    if words[place] != "s" or not tokens.glued(place) or not word.endswith("0") or not word.isdecimal():
        return None
    if len(word) == 4:
        return Reading(index, place + 1, Kind.DATE, Moment("decade", int(word))) if "1000" <= word <= "2090" else None
    if len(word) != 2 or place > index + 1:
        return None
    quoted = words[index - 1] in {"'", "’", "‘"} and tokens.glued(index)
    edged = words[index - 1] in {"late", "early", "mid", "-"} and tokens.any(index - 4, index, {"the"})
    if not (quoted or edged or words[index - 1] == "the"):
        return None
    first = int(word) + (1900 if word > "20" else 2000)
    return Reading(index - quoted, place + 1, Kind.DATE, Moment("decade", first))


def part_of_year(tokens: Tokens, index: int, place: int, count: int) -> Reading | None:
    """As in "third quarter of 2021", "second half of May": ordinal `count` at `index`, noun at `place`."""
    words, form = tokens.words, tokens.words[place]
    if count > (4 if form == "quarter" else 2):
        return None
    of = words[place + 1] == "of"
    found = year_at(tokens, place + 1 + of)
    if found:
        return Reading(index, place + 2 + of, Kind.DATE, Moment(form, found, amount=count))
    if of and words[place + 2] in _THIS and words[place + 3] == "year":
        return Reading(index, place + 4, Kind.DATE, Moment(form, amount=count, which=words[place + 2]))
    month = month_at(tokens, place + 2) if of and form == "half" else None
    if month:
        found, end = year_behind(tokens, month[1])
        return Reading(index, end, Kind.DATE, Moment("month", found, month[0], edge="early" if count == 1 else "late"))
    return None if of or form == "half" else Reading(index, place + 1, Kind.DATE, Moment(form, amount=count))


def short_quarter(tokens: Tokens, index: int) -> Reading | None:
    """Q3, Q3 2023."""
    number_read = tokens.words[index + 1]
    if number_read not in {"1", "2", "3", "4"} or not tokens.glued(index + 1) or not tokens.capital(index):
        return None
    found = year_at(tokens, index + 2)
    return Reading(index, index + 2 + bool(found), Kind.DATE, Moment("quarter", found, amount=int(number_read)))


def season(tokens: Tokens, index: int) -> Reading | None:
    """As in "summer 2019", "spring of 2024"."""
    end = index + 2 if tokens.words[index + 1] == "of" else index + 1
    found = year_at(tokens, end)
    if not found:
        return None
    return Reading(index, end + 1, Kind.DATE, Moment("season", found, SEASONS[tokens.words[index]]))


def _short_year(tokens: Tokens, end: int, first: int) -> int:
    """The second year of 2019-20 or 1999/00, whose mark stands at `end`; 0 where there is none."""
    short, mark = tokens.words[end + 1], tokens.words[end]
    if not (short.isdecimal() and len(short) == 2 and tokens.glued(end + 1)):
        return 0
    next_one = int(short) == (first + 1) % 100
    if not (next_one or (int(short) > first % 100 and mark in {"-", "–"})):
        return 0
    return first // 100 * 100 + int(short) + (100 if int(short) < first % 100 else 0)


def _in_words(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """As in "nineteen seventy two" or "two thousand and twelve", with the token behind it."""
    century = small(tokens, index) if tokens.words[index] in _CENTURIES else None
    if century is None:
        return None
    rest = small(tokens, century[1])
    if rest and rest[0] >= 10 and 16 <= century[0] <= 20:
        return int(century[0] * 100 + rest[0]), rest[1]
    found = number(tokens, index)
    return (int(found.value), found.end) if found and 1600 <= found.value <= 2100 and found.scale > 1 else None


def _in_name(tokens: Tokens, index: int) -> bool:
    """Whether the year is part of a name: "Euro 2024", "the 2022 World Cup", "Agenda 2030"."""
    words, before = tokens.words, tokens.words[index - 1]
    capital = tokens.capital(index - 1) and before.isalpha() and not tokens.glued(index)
    dated = before in _BEFORE or before in _NO_NAMES or before in WEEKDAYS or month_at(tokens, index - 1) is not None
    if capital and not dated and not headline(tokens, index):
        return words[index - 2] not in {"", "\n", "."} or before in _EVENT_YEARS
    for place in range(index + 1, index + 7):
        word = words[place]
        if word in _EVENTS and tokens.capital(place):
            return True
        if not (tokens.capital(place) or word in _WITHIN_NAMES):
            return False
    return False
