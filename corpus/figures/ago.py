"""Times counted from a day: "two days ago", "years ago", "three weeks from now", "two weeks before May 13"."""

from typing import Final

from corpus.figures.figure import Kind
from corpus.figures.moment import Moment, Reading
from corpus.figures.numerals import number
from corpus.figures.tokens import Tokens
from corpus.figures.units import is_time, unit

_SHORT: Final = frozenset(("second", "minute", "hour"))
_AGO: Final = {"ago": -1, "hence": 1}
_BEFORE: Final = frozenset("before prior previously beforehand on".split())


def ago(tokens: Tokens, index: int) -> Reading | None:
    """As in "two days ago", "three weeks from now", "years ago": the count, or its unit, stands at `index`."""
    plural = unit(tokens, index, digits=False) if tokens.words[index].endswith("s") else None
    if plural and is_time(plural[0]):
        kind = Kind.TIME if plural[0] in _SHORT else Kind.DATE
        far = tokens.words[plural[1]] == "ago"
        return Reading(index, plural[1] + 1, kind, Moment("floating")) if far else None
    length = span_of_time(tokens, index)
    direction = _direction(tokens, length[2]) if length else None
    if length is None or direction is None:
        return None
    count, name, _ = length
    moment = Moment("ago", amount=direction[0] * count, unit=name) if count and direction[0] else Moment("floating")
    return Reading(index, direction[1], Kind.TIME if name in _SHORT else Kind.DATE, moment)


def span_of_time(tokens: Tokens, index: int) -> tuple[int, str, int] | None:
    """A number of units of time at `index`: how many (0 for a few or a part), of which, and the token behind them."""
    words, count, end = tokens.words, 1, index + 1
    if words[index] not in {"a", "an"} or unit(tokens, end, digits=False) is None:
        found = number(tokens, index)
        if found is None:
            return None
        whole = not found.vague and found.value == int(found.value)
        count, end = int(found.value) if whole else 0, found.end
        end += words[end] == "of" and words[end - 1] == "couple"
    named = unit(tokens, end, digits=tokens.numeric(index))
    return (count, *named) if named and is_time(named[0]) else None


def _direction(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """Into the past (-1), the future (1) or from a day untold (0), by the word at `end`, and the token behind it."""
    words = tokens.words
    if words[end] in _AGO:
        return _AGO[words[end]], end + 1
    if words[end] == "from" and words[end + 1] in {"now", "today"}:
        return 1, end + 2
    return (0, end + 1) if words[end] in _BEFORE and not words[end + 1].isalpha() else None
