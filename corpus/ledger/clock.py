"""Times of the day as minutes, with what "around" and "just before" leave open."""

import re
from functools import cache
from typing import Final, NamedTuple

_DAY: Final = 24 * 60
_HALF: Final = 12 * 60
_NEAR: Final = 30  # minutes that "just before" may be before
_AROUND: Final = 10
_PARTS: Final = {
    "early morning": (2, 9), "morning": (4, 12), "afternoon": (12, 18), "noon": (12, 12), "midday": (12, 12),
    "evening": (17, 23), "overnight": (20, 32), "midnight": (24, 24), "night": (19, 30), "dawn": (4, 8),
    "lunchtime": (11, 15), "early": (0, 9), "late": (17, 24),
}  # fmt: skip
_HOURS: Final[dict[str, int]] = {
    word: hour for hour, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}


class Clock(NamedTuple):
    """`low` to `high` in minutes of the day; `exact` for a time to the minute, `half` where a.m. or p.m. is not told.

    `part` is a stretch of the day and no time of the clock.
    """

    low: int
    high: int
    exact: bool
    half: bool
    zone: bool
    part: bool


def clock_of(surface: str) -> Clock | None:
    """The time that a surface tells; None for a mere day."""
    lower = surface.lower()
    found = _pattern().search(lower)
    if found is None or not found.group().strip():
        return _part(lower)
    minutes = _minutes(found)
    if minutes is None:
        return _part(lower)
    told = bool(found["half"]) or minutes >= 13 * 60 or bool(found["named"]) or bool(found["hours"])
    low, high, exact = _opened(lower[: found.start()], minutes)
    return Clock(low, high, exact, half=not told, zone=bool(found["zone"]), part=False)


def _minutes(found: "re.Match[str]") -> int | None:
    if found["named"]:
        return 0 if found["named"] == "midnight" else _HALF
    if found["word"]:
        hour = _HOURS[found["word"]]
        minute = 30 if found["past"] else 0
    elif found["four"]:
        hour, minute = int(found["four"][:2]), int(found["four"][2:])
    else:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    half = (found["half"] or "").replace(".", "").strip()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return (hour * 60 + minute) % _DAY


def _opened(before: str, minutes: int) -> tuple[int, int, bool]:
    words = before.split()
    if "before" in words:
        return minutes - _NEAR, minutes - 1, False
    if "after" in words or "past" in words:
        return minutes + 1, minutes + _NEAR, False
    if any(word in words for word in ("around", "about", "approximately", "roughly", "circa", "nearly", "almost")):
        return minutes - _AROUND, minutes + _AROUND, False
    return minutes, minutes, True


def _part(lower: str) -> Clock | None:
    spaced = f" {lower} "
    for name, (first, last) in _PARTS.items():
        if f" {name} " in spaced:
            if first == last:
                low, high, exact = _opened(lower, first * 60 % _DAY)
                return Clock(low, high, exact, half=False, zone=False, part=False)
            return Clock(first * 60, last * 60, exact=False, half=False, zone=False, part=True)
    return None


@cache
def _pattern() -> "re.Pattern[str]":
    words = "|".join(_HOURS)
    return re.compile(
        rf"\b(?:(?P<past>half past )?(?P<word>{words})(?= ?o['’]clock| ?[ap]\.?m|$| in | this | on )|"
        r"(?P<four>\d{4})(?= (?:hours|hrs|gmt|utc|[a-z]{3,4}t\b))|"
        r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?![\d/,-])(?! ?(?:st|nd|rd|th|minutes?|hours?|days?)\b)|"
        r"(?P<named>noon|midnight|midday))"
        r"(?P<hours> hours| hrs)?(?: ?o['’]clock)?(?P<half> ?[ap]\.? ?m\b\.?)?(?P<zone> \(?(?:gmt|utc|[a-z]{2,3}t)\b)?"
    )


def same_clock(a: Clock, b: Clock) -> bool:
    """Whether two times are the same, told with or without a.m. and p.m., or in two time zones."""
    if (a.low, a.high) == (b.low, b.high):
        return True
    apart = abs(a.low - b.low)
    if not (a.exact and b.exact):
        return (a.half or b.half) and apart % _HALF == 0 and apart == abs(a.high - b.high)
    return (apart % _HALF == 0 and (a.half or b.half)) or ((a.zone or b.zone) and apart % 60 == 0)


def overlap(a: Clock, b: Clock) -> bool:
    """Whether both times can be right."""
    for shift in (0, _DAY, -_DAY, _HALF, -_HALF):
        if shift in (_HALF, -_HALF) and not (a.half or b.half):
            continue
        if a.low <= b.high + shift and b.low + shift <= a.high:
            return True
    return False
