"""Dates that are written somewhere: in a field, in a date line of a text, in a file's name, in an address.

Small, closed patterns with English names of months. What could be two different days is not read, and what is out of
range is no date. A date is given as ISO 8601 writes it, as precise as it was written.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Final

EARLIEST: Final = 1600  # newspapers are not older
LATEST: Final = 2100

_NAMES: Final = "january february march april may june july august september october november december".split()
_MONTHS: Final = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE: Final = r"(?:Z|UTC|GMT|E[SD]T|C[SD]T|M[SD]T|P[SD]T|BST|CES?T)\b|[+-]\d\d:?\d\d"
_TIME: Final = r"[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d(?:\.\d{1,9})?)?(?:\s*[ap]\.?m\b\.?)?"
_CLOCK: Final = rf"{_TIME}(?:\s*\(?(?:{_ZONE})\)?)?"
_CLOCK_PARTS: Final = (
    r"(?P<hour>\d\d?)[:.]?(?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?(?:\s*(?P<half>[ap])\.?m\.?)?"
    rf"\s*\(?(?P<zone>{_ZONE})?\)?"
)
_DAY: Final = (
    rf"(?:(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<y2>\d{{4}})/(?P<m2>\d\d?)/(?P<d2>\d\d?)"
    rf"|(?P<n3>{_MONTH})\s+(?P<d3>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
    rf"|(?P<d4>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<n4>{_MONTH}),?[\s-]+(?P<y4>\d{{4}})"
    rf"|(?P<a5>\d\d?)[/.](?P<b5>\d\d?)[/.](?P<y5>\d{{4}}))(?!\d)"
)
_MOMENT: Final = (
    rf"(?:(?P<first>{_CLOCK}|[0-2]\d[0-5]\d\s*(?:{_ZONE})),?\s+)?{_WEEKDAY}{_DAY}"
    rf"(?:(?:\s*[,|–—-]?\s*(?:at\s+)?|T)(?P<clock>{_CLOCK}))?"
)
# What may stand before the moment in a date line, by kind: nothing, a byline or a section, and what was done then.
_LEADING: Final = r"(?:[^.!?\n]{0,100}[|•·–—:,-]\s*|by\s[^.!?\n]{1,60}?\s)?"
_BEFORE: Final = (
    ("published", rf"{_LEADING}(?:first\s+)?(?:published|posted|released|issued)(?:\s+(?:on|at))?\s*:?\s*"),
    ("updated", rf"{_LEADING}(?:last\s+)?(?:updated|modified|revised)(?:\s+(?:on|at))?\s*:?\s*"),
    ("alone", r"(?:by\s(?:[^\n]{1,140}[,|•·–—.-]\s*|(?:(?-i:[A-Z])[\w.'’-]{0,30}\s+){1,5}))?"),
)
_BEHIND: Final = r"\s*(?:$|[|•·(;/]|\.$|[–—-]\s|(?<=\s)\s(?=\S)|(?:first\s|last\s)?(?:updated|published|modified)\b)"
_DATE: Final = "date"
_LONGEST: Final = 160  # code points of a line that says when a report was published
_TOP: Final = 15  # lines that are not blank
_TOP_SIZE: Final = 4000  # code points
_HOURS: Final = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
                 "BST": 1, "CET": 1, "CEST": 2}  # fmt: skip
_SECONDS: Final = 10**8  # a day in 1973: what is less is a day in eight digits, a year, a number of something
_MILLISECONDS: Final = 10**11  # beyond the year 5000 in seconds
_YEAR: Final = re.compile(r"[0-9]{4}")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DIGITS: Final = re.compile(r"[0-9]{8}")


def iso(value: str | float | date) -> str:
    """A day or moment as ISO 8601: from the same, from a number, or as feeds and people write.

    Eight digits are a day (20230525), larger numbers seconds since 1970 from 10^8 on and milliseconds from 10^11 on.
    Nothing where `value` is no date, or could be two.
    """
    if isinstance(value, date):
        said = value.isoformat("T", "seconds") if isinstance(value, datetime) else value.isoformat()
        return said.replace("+00:00", "Z") if EARLIEST <= value.year <= LATEST else ""
    if isinstance(value, str):
        found = _ISO.fullmatch(value)
        if found:
            return value if _day(*map(int, found.groups())) else ""
        value = value.strip() if len(value) <= _LONGEST else ""
        if _DIGITS.fullmatch(value):
            return _numeric(int(value))
        found = _moment().fullmatch(value)
        return _written(found) if found else ""
    return _numeric(value)


def in_text(text: str) -> str:
    """What a date line near the top of `text` says of its publication, or nothing.

    A date line holds a date alone, one behind "Published", "Updated" or a byline, or begins with "Date".
    What was published goes before a date alone, and that before an update.
    """
    found: dict[str, str] = {}
    for line in _top_lines(text):
        for match in _moment().finditer(line):
            kind = _kind(line[: match.start()], line[match.end() :])
            if kind and not found.get(kind):
                found[kind] = _written(match)
    return next((found[kind] for kind, _ in (*_BEFORE[::2], _BEFORE[1]) if found.get(kind)), "")


def in_name(name: str) -> str:
    """The day that a file's name holds as 2023-05-25, 2023_05_25 or 20230525, or nothing."""
    return _numbered(_name_patterns(), name)


def in_address(url: str) -> str:
    """The day that an address holds as /2023/05/25/ or 2023-05-25, or nothing."""
    return _numbered(_address_patterns(), url[:2000])


def _numeric(value: float) -> str:
    """The day or moment that a number stands for, or nothing."""
    if value < _SECONDS:
        whole = int(max(value, 0))
        day = _day(whole // 10_000, whole // 100 % 100, whole % 100) if whole == value else None
        return day.isoformat() if day else ""
    try:
        moment = datetime.fromtimestamp(value / 1000 if value >= _MILLISECONDS else value, UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z") if moment.year <= LATEST else ""


def _top_lines(text: str) -> Iterator[str]:
    lines = (line.strip("\ufeff \t\u00a0") for line in text[:_TOP_SIZE].splitlines())
    for _, line in zip(range(_TOP), (line for line in lines if line), strict=False):
        # What begins with its date may go on with a caption or the text itself.
        if (len(line) <= _LONGEST or line[:4].lower() == _DATE) and _YEAR.search(line):
            yield line[:_LONGEST]


def _kind(before: str, behind: str) -> str:
    """What kind of date line has a moment between these two, or nothing where that is none."""
    if before.strip(": ").lower() == _DATE:
        return "published"
    if not _behind().match(behind):
        return ""
    return next((kind for kind, pattern in _before() if pattern.fullmatch(before)), "")


def _numbered(patterns: tuple[re.Pattern[str], ...], text: str) -> str:
    for pattern in patterns:
        days = {day.isoformat() for match in pattern.finditer(text) if (day := _day(*map(int, match.groups())))}
        if days:
            return days.pop() if len(days) == 1 else ""
    return ""


def _written(match: re.Match[str]) -> str:
    """The moment of a match of `_MOMENT`, or nothing."""
    day = _matched_day(match.groupdict())
    clock = match["clock"] or match["first"]
    return f"{day.isoformat()}{_time(clock) if clock else ''}" if day else ""


def _time(clock: str) -> str:
    """A time of the day behind a T, with its zone if it has one; nothing where there is no such time."""
    part = _clock().match(clock)
    if part is None:
        return ""
    hour, minute = int(part["hour"]), int(part["minute"])
    if part["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if part["half"].lower() == "p" else 0)
    return f"T{hour:02}:{minute:02}:{part['second'] or '00'}{_offset(part['zone'])}" if hour < 24 else ""


def _matched_day(part: dict[str, str | None]) -> date | None:
    for number in "12":
        if part[f"y{number}"]:
            return _day(*(int(part[f"{letter}{number}"] or 0) for letter in "ymd"))
    for number in "34":
        if part[f"y{number}"]:
            month = _MONTHS[(part[f"n{number}"] or "")[:3].lower()]
            return _day(int(part[f"y{number}"] or 0), month, int(part[f"d{number}"] or 0))
    first, second = int(part["a5"] or 0), int(part["b5"] or 0)
    # 05/06/2023 is a day in May to some and in June to others.
    if first > 12 or first == second:
        return _day(int(part["y5"] or 0), second, first)
    return _day(int(part["y5"] or 0), first, second) if second > 12 else None


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    zone = zone.upper()
    if zone in {"Z", "UTC", "GMT", "+00:00", "+0000", "-00:00", "-0000"}:
        return "Z"
    if zone in _HOURS:
        return str(timezone(timedelta(hours=_HOURS[zone])))[3:]
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _day(year: int, month: int, day: int) -> date | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _moment() -> re.Pattern[str]:
    """A day, or a day and a time. The patterns are compiled when they are first needed."""
    return re.compile(rf"(?<![\w/]){_MOMENT}", re.IGNORECASE)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(_CLOCK_PARTS, re.IGNORECASE)


@cache
def _before() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _BEFORE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(_BEHIND, re.IGNORECASE)


@cache
def _name_patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)"),
        re.compile(r"(?<!\d)(\d{4})_(\d\d)_(\d\d)(?!\d)"),
        re.compile(r"(?<![\dA-Za-z])((?:19|20)\d\d)(\d\d)(\d\d)(?![\dA-Za-z])"),
    )


@cache
def _address_patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"/(\d{4})/(\d\d?)/(\d\d?)(?=[/?#]|$)"),
        re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)"),
    )
