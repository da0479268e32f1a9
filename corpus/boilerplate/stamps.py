"""Lines that hold nothing but when something was published or changed."""

import re
from typing import Final

from corpus.boilerplate.kinds import STAMP
from corpus.boilerplate.lines import Line
from corpus.boilerplate.wordlists import AROUND_DATES, DAYS, MONTHS, STAMPING, ZONES

_OTHERS: Final = 4  # other words in a line that says "published" or "updated"
_NAMES: Final = 3  # words of a place or a paper beside a date under the headline
_NUMBER: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:am|pm)|\d[\dt.:z+-]*")
_EXACT: Final = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}[:.]\d\d\b")
_DATE: Final = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DIGIT: Final = re.compile(r"\d")
_DATED: Final = MONTHS | DAYS | ZONES
_BESIDE: Final = STAMPING | AROUND_DATES


def stamp(line: Line, *, edge: bool, headed: bool) -> tuple[str, str] | None:
    """The kind and the reason of a line that is a date of publication.

    `edge` says that the article has not begun or is over, `headed` that a headline stands before the line: a date
    alone is a subheading elsewhere.
    """
    if not _DIGIT.search(line.low):
        return None
    words = [word for word in line.words if not _NUMBER.fullmatch(word)]
    dated = any(word in _DATED for word in words)
    others = sum(word not in _DATED and word not in _BESIDE for word in words)
    if not STAMPING.isdisjoint(line.words[:3]) and others <= min(_OTHERS, len(line.words) // 4):
        return STAMP, "date of publication"
    if not edge and not others and dated and _YEAR.search(line.low) and _CLOCK.search(line.low):
        return STAMP, "date and time on a line"
    if not edge or len(line.words) < 2 or others > (_NAMES if headed and not line.ended else 0):
        return None
    exact = _DATE.search(line.low) or (dated and _EXACT.search(line.low))
    return (STAMP, "date on a line") if exact else None
