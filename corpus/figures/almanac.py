"""Stretches of the calendar: months, their early and late parts, weekends, and the week or year a day lies in."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]
MONTHS_OF: Final = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_TO_COME: Final = 3  # a day to come is as likely as one that is so many times as far back


def one(day: date) -> Days:
    """`day` alone."""
    return day, day


def months_later(first: date, count: int) -> date:
    """The same day `count` months after `first`, or the last one of a shorter month."""
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def months_from(first: date, count: int, edge: str = "") -> Days:
    """`count` months from `first` on, or their "early", "mid" or "late" third."""
    last = months_later(first, count) - timedelta(1)
    third = timedelta(((last - first).days + 1) // 3)
    return {
        "early": (first, first + third - timedelta(1)),
        "mid": (first + third, last - third),
        "late": (last - third + timedelta(1), last),
    }.get(edge, (first, last))


def likely(days: Iterable[date], day: date) -> date | None:
    """Which of `days` news of `day` would mean: the nearest, but rather one that is past than one to come."""
    found = list(days)
    if not found:
        return None
    return min(found, key=lambda other: (day - other).days if other <= day else _TO_COME * (other - day).days)


def likely_month(first: date, day: date) -> date:
    """`first`, or the same day of the year before or after, for the month that news of `day` would mean."""
    months = {months_later(first, 12 * years): 0 for years in (0, -1, 1)}
    for found in months:
        back = (day.year - found.year) * 12 + day.month - found.month
        months[found] = back if back >= 0 else -_TO_COME * back
    return min(months, key=lambda found: months[found])


def weekend(which: str, day: date) -> Days:
    """The weekend of the week of `day`; the last, the next, or the most recent one."""
    saturday = day - timedelta(day.weekday()) + timedelta(5)
    if which == "last" or (which in {"recent", "past"} and saturday > day):
        saturday -= timedelta(7)
    if which == "next":
        saturday += timedelta(7)
    return saturday, saturday + timedelta(1)


def calendar_unit(unit: str, count: int, day: date) -> Days | None:
    """The week, month, quarter, year, decade or century of `day`, or the one `count` later."""
    if unit in {"day", "night"}:
        return one(day + timedelta(count))
    if unit in DAYS_OF:
        first = day - timedelta(day.weekday()) + timedelta(count * DAYS_OF[unit])
        return first, first + timedelta(DAYS_OF[unit] - 1)
    months = MONTHS_OF.get(unit, 0) if unit != "season" else 0
    if not months:
        return None
    years = max(months // 12, 1)
    month = 1 if months >= 12 else (day.month - 1) // months * months + 1
    first = date(day.year - day.year % years + (unit == "century"), month, 1)
    return months_from(months_later(first, count * months), months)


def stretch(unit: str, count: int, day: date) -> Days | None:
    """The last `count` units before `day`, or the next ones where `count` is positive; hours as whole days."""
    if unit == "hour":
        far = day + timedelta(-(-count // 24) if count > 0 else count // 24)
    elif unit in DAYS_OF:
        far = day + timedelta(count * DAYS_OF[unit])
    elif unit in MONTHS_OF and unit != "season":
        far = months_later(day, count * MONTHS_OF[unit])
    else:
        return None
    return (far, day) if count < 0 else (day, far)
