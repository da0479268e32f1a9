"""Times of the day: 10:30 a.m., 10pm, five o'clock, noon, 1400 GMT, and stretches of them."""

from typing import Final

from corpus.figures.figure import Kind, Modifier
from corpus.figures.moment import DASHES, WEEKDAYS, Moment, Reading
from corpus.figures.numerals import small
from corpus.figures.tokens import Tokens
from corpus.figures.units import unit

NAMED: Final = frozenset(("noon", "midnight", "midday"))
_ZONES: Final = frozenset(
    "gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest ist jst aest aedt msk".split()
)
_HOURS: Final = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_AT: Final = frozenset("at around by until till about since before after from".split())
_PRICED: Final = frozenset("trading traded closed trade priced valued stood index shares ended rose fell".split())
_MEASURED: Final = ("per", "point", "%", "million", "billion", "bn", "dollar", "euro", "pound", "cent", "pct")
_NEAR: Final = frozenset(("just", "shortly", "soon", "moments", "minutes"))


def clock(tokens: Tokens, index: int) -> Reading | None:
    """The time of the day, or the stretch between two of them, that begins at `index`."""
    words = tokens.words
    first = _time(tokens, index)
    if first is None:
        return None
    end, whole = first
    if words[end] in DASHES or words[end] in {"to", "until"} or (words[end] == "and" and words[index - 1] == "between"):
        second = _time(tokens, end + 1)
        if second and second[1]:
            start = index - 1 if words[index - 1] in {"between", "from"} else index
            return Reading(start, second[0], Kind.TIME, Moment("floating"))
    return Reading(index, end, Kind.TIME, Moment("floating")) if whole else None


def before(tokens: Tokens, index: int, first: int) -> tuple[int, Modifier] | None:
    """Where "just before" or "shortly after" before the time at `index` begins, not before token `first`."""
    words = tokens.words
    if words[index - 1] in {"before", "after"} and words[index - 2] in _NEAR and index - 2 >= first:
        return index - 2, Modifier.APPROX
    return None


def _time(tokens: Tokens, index: int) -> tuple[int, bool] | None:
    """The token behind a time at `index`, and whether it tells by itself that it is one."""
    words = tokens.words
    word = words[index]
    if word in NAMED:
        return _zone(tokens, index + 1), True
    return _in_digits(tokens, index) if word[:1].isdecimal() else _in_words(tokens, index)


def _in_words(tokens: Tokens, index: int) -> tuple[int, bool] | None:
    """As in "half past six", "ten past eight", "five o'clock", "six in the evening"."""
    words = tokens.words
    minutes = None if words[index] in {"half", "quarter"} else small(tokens, index)
    end = minutes[1] if minutes else index + 1
    said = words[end] == "past" or (
        words[end] == "to" and words[index - 1] in {"at", "around", "about", "by"} and words[index] != "half"
    )
    if said and words[end + 1] in _HOURS and not unit(tokens, end + 2, digits=False):
        return end + 2, True
    if words[index] not in _HOURS:
        return None
    oclock = _oclock(tokens, end)
    return (oclock, True) if oclock else _in_the_morning(tokens, index, end)


def _in_digits(tokens: Tokens, index: int) -> tuple[int, bool] | None:
    hour, minute, end = _hour(tokens, index)
    if hour < 0:
        return None
    half = _half(tokens, end)
    if half:
        return _zone(tokens, half), True
    if minute >= 0:
        return _zone(tokens, end), True
    zone = _zone(tokens, end)
    if zone > end:
        return zone, True
    oclock = _oclock(tokens, end)
    if oclock and hour <= 12:
        return oclock, True
    return _in_the_morning(tokens, index, end) if hour <= 12 else None


def _in_the_morning(tokens: Tokens, index: int, end: int) -> tuple[int, bool]:
    words = tokens.words
    if words[index - 1] in _AT:
        if words[end] == "in" and words[end + 1] == "the" and words[end + 2] in {"morning", "afternoon", "evening"}:
            return end + 3, True
        if words[end] == "at" and words[end + 1] == "night":
            return end + 2, True
    return end, False


def _hour(tokens: Tokens, index: int) -> tuple[int, int, int]:
    """Hour (-1 where there is none), minute (-1 where not told) and the token behind them."""
    words = tokens.words
    word = words[index]
    if word.isdecimal() and len(word) <= 2 and int(word) <= 24:
        minute = words[index + 2]
        near = words[index + 1] == ":" and tokens.glued(index + 1) and tokens.glued(index + 2)
        if near and len(minute) == 2 and minute.isdecimal() and int(minute) < 60:
            further = words[index + 3] in {":", "."} and tokens.glued(index + 3) and tokens.glued(index + 4)
            return (
                (-1, 0, index) if further and words[index + 4][:1].isdecimal() else (int(word), int(minute), index + 3)
            )
        return (-1, 0, index) if near else (int(word), -1, index + 1)
    if word.count(".") == 1 and len(word) <= 5 and "," not in word:
        return _pointed(tokens, index)
    if word.isdecimal() and len(word) == 4 and int(word[2:]) < 60 and int(word[:2]) < 24:
        if _zone(tokens, index + 1) > index + 1:
            return int(word[:2]), int(word[2:]), index + 1
        if words[index + 1] in {"hours", "hrs"} and (
            word[0] == "0" or words[index - 1] in {"at", "by", "around", "about"}
        ):
            return int(word[:2]), int(word[2:]), index + 2
    return -1, 0, index


def _pointed(tokens: Tokens, index: int) -> tuple[int, int, int]:
    """As in "10.30pm", "at 18.34"."""
    words = tokens.words
    hour, minute = words[index].split(".")
    if len(minute) != 2 or int(minute) > 59 or not hour or int(hour) > 24:
        return -1, 0, index
    said = words[index - 1] in _AT and words[index - 2] not in _PRICED and not words[index + 1].startswith(_MEASURED)
    alone = (
        said
        and unit(tokens, index + 1, digits=True) is None
        and not (words[index + 1].isalpha() and tokens.glued(index + 1))
    )
    if _half(tokens, index + 1) or _zone(tokens, index + 1) > index + 1 or alone:
        return int(hour), int(minute), index + 1
    return -1, 0, index


def _half(tokens: Tokens, index: int) -> int:
    """The token behind "a.m.", "pm" at `index`; 0 where neither is there."""
    words = tokens.words
    if words[index] in {"am", "pm"}:
        lower = words[index + 2].isalpha() and not tokens.capital(index + 2)
        return index + 2 if words[index + 1] == "." and tokens.glued(index + 1) and lower else index + 1
    if words[index] in {"a", "p"} and words[index + 1] == "." and words[index + 2] == "m" and tokens.glued(index + 1):
        return index + 4 if words[index + 3] == "." and tokens.glued(index + 3) else index + 3
    return 0


def _zone(tokens: Tokens, index: int) -> int:
    """The token behind the time zone at `index`, or `index`."""
    words = tokens.words
    if words[index] in _ZONES:
        written = tokens.text[tokens.starts[index] : tokens.ends[index]]
        return index + 1 if written.isupper() else index
    if words[index] == "local" and words[index + 1] == "time":
        return index + 2
    if words[index] == "(" and words[index + 2] == ")" and words[index + 1] in _ZONES:
        return index + 3
    return index


def _oclock(tokens: Tokens, index: int) -> int:
    words = tokens.words
    if words[index] == "o" and words[index + 1] in {"'", "’", "‘"} and words[index + 2] == "clock":
        return index + 3
    return index + 1 if words[index] == "oclock" else 0


def is_day(word: str) -> bool:
    """Whether `word` may be the day that goes on a time: "9 a.m. Monday"."""
    return word in WEEKDAYS or word in {"today", "yesterday", "tomorrow", "this"}
