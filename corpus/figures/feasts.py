"""Days that are called by a name: Christmas, New Year's Eve, Easter Monday, Thanksgiving."""

from datetime import date, timedelta
from typing import Final

from corpus.figures.tokens import Tokens

_FIXED: Final = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year s eve": (12, 31),
    "new year s day": (1, 1),
    "valentine s day": (2, 14),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "independence day": (7, 4),
    "juneteenth": (6, 19),
}
_FROM_EASTER: Final = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
    "pentecost": 49,
}
# Month, weekday and which one of the month, -1 for the last: as in the United States.
_BY_WEEKDAY: Final = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "mother s day": (5, 6, 2),
    "father s day": (6, 6, 3),
}
_BEFORE: Final = frozenset(
    "at on by before after until till since for over this last next of every around from during previous".split()
)
_BEHIND: Final = frozenset("in and when with as at to for but was is or that after before last this of eve day".split())
FIRST_WORDS: Final = frozenset(name.split()[0] for name in (*_FIXED, *_FROM_EASTER, *_BY_WEEKDAY))


def feast(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The name of the feast at `index`, and the token behind it."""
    words = tokens.words
    for size in (5, 4, 2, 1):
        name = " ".join(word for word in words[index : index + size] if word not in {"'", "’"})
        if name not in _FIXED and name not in _FROM_EASTER and name not in _BY_WEEKDAY:
            continue
        ends = not words[index + 1].isalpha() or words[index + 1] in _BEHIND
        sure = size > 1 or (words[index - 1] in _BEFORE and ends)
        return (name, index + size) if sure and (tokens.capital(index) or size == 1) else None
    return None


def day_of(name: str, year: int) -> date | None:
    """When the feast is in that year; None where it has no such day."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(_FROM_EASTER[name])
    if name not in _BY_WEEKDAY:
        return None
    month, weekday, which = _BY_WEEKDAY[name]
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year, month + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7)


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)
