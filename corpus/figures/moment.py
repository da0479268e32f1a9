"""A point or stretch of time as a text tells it, before it is laid on the calendar."""

from decimal import Decimal
from typing import Final, NamedTuple, Optional

from corpus.figures.digits import in_digits
from corpus.figures.figure import Kind
from corpus.figures.numerals import ordinal, small
from corpus.figures.tokens import Tokens
from corpus.figures.vocabulary import BELOW_TWENTY

_NAMES: Final = "january february march april may june july august september october november december".split()
_SHORT: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTHS: Final = {name: number for names in (_NAMES, _SHORT) for number, name in enumerate(names, 1)} | {"sept": 9}
_DAYS_IN_WORDS: Final = frozenset((*BELOW_TWENTY, "twenty", "thirty"))
FULL_MONTHS: Final = frozenset(_NAMES)
_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS: Final = {name: number for number, name in enumerate(_DAYS)}
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PARTS: Final = frozenset(
    "morning mornings afternoon afternoons evening evenings night nights midnight lunchtime midday noon".split()
)
DASHES: Final = frozenset("-–—‑")


class Moment(NamedTuple):
    """What is said of a time; `form` tells which of the other fields count.

    day: `year` and `month` (0 for unknown), `day`, and `weekday` where it is told. month: `year`, `month`. year,
    decade, century: `year`, the first of them. quarter, half: `year`, `amount`, which of them. season: `year`,
    `month`, its first. weekday: `weekday`, 0 for Monday. unit: `amount` units around the article's day, told by
    `which`. ago: `amount` units before (negative) or after the article's day, or that of `anchor`. relative: `amount`
    days from the article's day. feast: `year`, its name in `unit`. floating: nothing that a calendar could tell.

    `edge` is "early", "mid" or "late", `which` "this", "last", "next" or "past", with " year" or " week" where it is
    that of a day, and `until` the end of a stretch.
    """

    form: str
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    amount: int = 0
    unit: str = ""
    which: str = ""
    edge: str = ""
    until: Optional["Moment"] = None
    anchor: Optional["Moment"] = None


class Reading(NamedTuple):
    """Tokens `start` to `end` (exclusive) that tell a time, and which.

    A stretch that is measured ("past two weeks") has `low` and, where it is a range, `high`.
    """

    start: int
    end: int
    kind: Kind
    moment: Moment
    low: Decimal | None = None
    high: Decimal | None = None
    vague: bool = False


def year_at(tokens: Tokens, index: int) -> int:
    """The year in four digits at `index`, 0 where there is none."""
    word = tokens.words[index]
    if len(word) != 4 or not word.isdecimal() or not 1000 <= int(word) <= 2199:
        return 0
    after = tokens.words[index + 1]
    if tokens.glued(index + 1) and (after.isalpha() or after in {"%", "/", "_"}):
        return 0
    return int(word)


def day_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The day of a month at `index`, in digits or as an ordinal, and the token behind it."""
    word = tokens.words[index]
    found = ordinal(tokens, index)
    if found is not None:
        return (int(found[1]), found[0]) if 1 <= found[1] <= 31 else None
    told = small(tokens, index) if word in _DAYS_IN_WORDS else None
    if told and not (tokens.words[told[1]].isalpha() and month_at(tokens, told[1]) is None):
        return (int(told[0]), told[1]) if 1 <= told[0] <= 31 else None
    if word.isdecimal() and len(word) <= 2:
        value = in_digits(word)
        return (int(value), index + 1) if value is not None and 1 <= value <= 31 else None
    return None


def month_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The month written at `index` with a capital, and the token behind it and the point of its abbreviation."""
    month = MONTHS.get(tokens.words[index], 0)
    if not month or not (tokens.capital(index) or tokens.words[index] not in {"may", "march", "mar", "august"}):
        return None
    short = tokens.words[index] not in FULL_MONTHS
    point = short and tokens.words[index + 1] == "." and tokens.glued(index + 1)
    return month, index + 2 if point else index + 1
