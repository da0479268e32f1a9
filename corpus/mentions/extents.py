"""How far a name reaches beyond its capitals: "Ministry of …", "109th Ave.", "Channel 4"."""

from typing import Final

from corpus.mentions.common_words import WEEKDAYS_AND_MONTHS
from corpus.mentions.gazetteer import NOTHING, given_names, openings, world
from corpus.mentions.head_words import (
    COMPASS,
    LISTED_HEADS,
    NUMBER_SIGNS,
    NUMBERED_HEADS,
    NUMBERED_ROADS,
    OF_HEADS,
    TOPICAL_HEADS,
)
from corpus.mentions.heads import head_label, is_station
from corpus.mentions.page import Page
from corpus.mentions.product_words import PRODUCT_LINES
from corpus.mentions.title_words import TITLE_HEADS, TITLES

ORDINAL: Final = ("th", "st", "nd", "rd")
_NUMBER_GAPS: Final = frozenset((". ", ".\u00a0", "° ", "º ", "°\u00a0"))
_BEFORE_NAMES: Final = TITLES - TITLE_HEADS
_NUMBER: Final = 4  # digits of a number in a name are fewer
_LONGEST: Final = 9  # words of a name
_PLACED: Final = frozenset(("of", "in", "from", "near"))
OF_COUNTRIES: Final = frozenset(("Ministry", "Department", "Office", "Bureau"))  # "the Health Ministry | of Peru"
_OFFICE: Final = "Office"  # may be that of a title: "Office of the Prime Minister"


def extended(page: Page, low: int, high: int, *, organised: bool) -> int:
    """The word behind the end of a name whose capitals are words `low` to `high` (exclusive).

    `organised` says that a model took it for an organisation.
    """
    last = page.words[high - 1]
    if _is_numbered(page, low, high):
        return high + 1
    number = page.after(high - 1)
    if number.isdigit() and len(number) < _NUMBER:
        return high + 1 if last in NUMBERED_ROADS or last in PRODUCT_LINES or is_station(last) else high
    if last in OF_HEADS:
        return _of_name(page, low, high)
    return _of_place(page, low, high, organised=organised)


def _is_numbered(page: Page, low: int, high: int) -> bool:
    """Whether a number behind the capitals belongs to the name: "Union No. 3", "T-55"."""
    last, gap = page.words[high - 1], page.gap(high)
    if not page.word(high)[:1].isdigit():
        return False
    if last in NUMBER_SIGNS:
        return gap in _NUMBER_GAPS and high - low > 1
    return gap == "-" and last.isupper() and len(last) < 5


def _of_name(page: Page, low: int, high: int) -> int:
    """Where "Ministry of …" ends."""
    head, link = page.words[high - 1], page.after(high - 1)
    if link not in {"of", "for"} and not (link == "on" and head in TOPICAL_HEADS):
        return high
    first = high + 2 if page.after(high) in {"the", "a", "an"} else high + 1
    if high - low > 1 and head in OF_COUNTRIES and world().get(page.word(first), NOTHING)[0] == "GPE":
        return high
    word = page.lower(first)
    if not page.upper(first) or page.gap(first) != " " or word in WEEKDAYS_AND_MONTHS:
        return high
    if word in _BEFORE_NAMES and head != _OFFICE:
        return high
    end = first + 1
    if page.after(first) == "of" and page.after(end) == "the" and page.upper(end + 2):
        end += 3
    while end - low < _LONGEST and page.upper(end) and page.tied(end):
        if page.lower(end) in WEEKDAYS_AND_MONTHS or (page.lower(end) in _BEFORE_NAMES and head != _OFFICE):
            break
        end += 1
    if head in LISTED_HEADS and page.after(end - 1) == "and" and page.upper(end + 1) and page.gap(end + 1) == " ":
        end += 2
    return end


def _of_place(page: Page, low: int, high: int, *, organised: bool) -> int:
    """Where an organisation's name ends that goes on with a place: "Crime Stoppers of Ohio"."""
    named = organised or head_label(page.words[high - 1]) == "ORG"
    if high - low < 2 or not named or page.after(high - 1) != "of":
        return high
    if not page.upper(high + 1) or page.gap(high + 1) != " ":
        return high
    for size in (3, 2, 1):
        last = high + 1 + size
        part = page.words[high + 1] in COMPASS and size == 2 and page.upper(high + 2)
        if last <= len(page) and (part or world().get(page.joined(high + 1, last), NOTHING)[0] in {"GPE", "LOC"}):
            return last
    return high


def with_number(page: Page, low: int, high: int) -> int:
    """The first word of a name, which may be the number in front of it: "109th Ave."."""
    number = page.word(low - 1)
    ordinal = number[:1].isdigit() and number.endswith(ORDINAL)
    return low - 1 if ordinal and page.words[high - 1] in NUMBERED_HEADS and page.gap(low) == " " else low


def behind_place(page: Page, low: int, high: int) -> int:
    """Where a person's name begins behind a place: "a native of Cardiff Owen Rees"; `low` where there is no such."""
    words = page.words
    if high - low < 3 or page.before(low) not in _PLACED or words[low] in given_names():
        return low
    if words[low] in openings() and page.joined(low, low + 2) in world():
        return low
    return next((index for index in range(low + 1, high - 1) if words[index] in given_names()), low)
