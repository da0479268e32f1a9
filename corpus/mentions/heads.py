"""What the words of a name say of its kind: "Ministry of …", "… Street", "MV …"."""

from functools import cache
from itertools import pairwise
from typing import Final

from corpus.mentions.gazetteer import NOTHING, Entry, doubtful_names, given_names, world
from corpus.mentions.head_words import (
    AWARD_HEADS,
    COMPANY_ENDS,
    EVENT_HEADS,
    EVENT_STARTS,
    FAC_ENDINGS,
    FAC_HEADS,
    FAC_STARTS,
    GPE_HEADS,
    LAW_HEADS,
    LOC_HEADS,
    LOC_STARTS,
    NUMBER_SIGNS,
    NUMBERED_ROADS,
    OF_LABELS,
    ORG_HEADS,
    ORG_STARTS,
    PLACE_STARTS,
    SAINTS,
    SHIP_PREFIXES,
    SURNAME_HEADS,
    TOURNAMENTS,
)
from corpus.mentions.known_names import BROADCASTERS
from corpus.mentions.product_words import MAKERS, PRODUCT_LINES

_MODEL: Final = 4  # words that a make and a model are fewer than
_PLACE: Final = 3  # words of a known place
_PLURAL: Final = 4  # letters of a team's noun
_SHIP: Final = 6.0
_SURE: Final = 4.0
_FAIR: Final = 3.0
_LIKELY: Final = 2.0
_FAINT: Final = 1.0


@cache
def _heads() -> dict[str, str]:
    heads: dict[str, str] = {}
    for label, words in (
        ("WORK_OF_ART", AWARD_HEADS),
        ("LAW", LAW_HEADS),
        ("EVENT", EVENT_HEADS),
        ("LOC", LOC_HEADS),
        ("GPE", GPE_HEADS),
        ("FAC", FAC_HEADS),
        ("ORG", ORG_HEADS),
    ):
        heads |= dict.fromkeys(words, label)
    return heads | {head.upper(): label for head, label in heads.items() if len(head) > 3}


@cache
def _starts() -> dict[str, Entry]:
    return {
        **dict.fromkeys(PLACE_STARTS, ("GPE", _LIKELY)),
        **dict.fromkeys(EVENT_STARTS, ("EVENT", _SURE)),
        **dict.fromkeys(ORG_STARTS, ("ORG", _LIKELY)),
        **dict.fromkeys(FAC_STARTS, ("FAC", _LIKELY)),
        **dict.fromkeys(LOC_STARTS, ("LOC", _SURE)),
    }


def head_label(word: str) -> str:
    """What a name is that ends with this word, "" where the word does not tell."""
    return _heads().get(word, "")


def is_station(word: str) -> bool:
    """Whether a word may be a station's name that goes on with the number of its channel."""
    return word in BROADCASTERS or (len(word) in {3, 4} and word[0] in "WK" and word.isupper() and word not in world())


def placed(words: list[str]) -> int:
    """How many of the first words of a name are a place or a people that is known."""
    sizes = range(min(len(words), _PLACE), 0, -1)
    return next((size for size in sizes if world().get(" ".join(words[:size]), NOTHING)[0] in {"GPE", "NORP"}), 0)


def is_team(words: list[str]) -> bool:
    """Whether a name is a place and a noun in the plural, as teams are called."""
    last = words[-1]
    if len(last) < _PLURAL or not last.endswith("s") or last.endswith(("ss", "us", "is")) or not last[1:].islower():
        return False
    size = len(words) - 1
    named = size == 1 and (words[0] in given_names() or words[0] in doubtful_names())
    return last not in world() and not named and placed(words) == size


def label_of_words(words: list[str]) -> Entry:
    """What a name of two words or more is by its own words, and how much that says; ("", 0) where they do not tell."""
    known = world().get(" ".join(words))
    if known:
        return known
    first, last = words[0], words[-1]
    if last.isdigit() and words[-2] in NUMBER_SIGNS:
        return (
            ("ORG", _SURE)
            if head_label(words[-3] if len(words) > 2 else "") == "ORG"
            else _starts().get(first, NOTHING)
        )
    if first in SHIP_PREFIXES:
        return "PRODUCT", _SHIP
    if last.isdigit() and words[-2] in NUMBERED_ROADS:
        return "FAC", _SURE
    if last.isdigit() and is_station(words[-2]):
        return "ORG", _SURE
    return _linked(words) or _made(words) or _placed(words) or _by_last(words, allied="&" in words)


def _linked(words: list[str]) -> Entry | None:
    """What "Ministry of …" is, or "Gulf of …"."""
    for before, link in pairwise(words[:-1]):
        if link in {"of", "on", "for"}:
            if before in OF_LABELS:
                return (OF_LABELS[before] if head_label(words[-1]) != "ORG" else "ORG"), _SURE
            if head_label(before) == "ORG":
                return "ORG", _SURE
    return None


def _made(words: list[str]) -> Entry | None:
    """What a make and a model are, or a product and its number: "Windows 10"."""
    if words[0] in MAKERS and len(words) < _MODEL and not head_label(words[-1]) and not words[-1].endswith("s"):
        return "PRODUCT", _SURE
    if words[-1][0].isdigit() and words[-2] in PRODUCT_LINES:
        return "PRODUCT", _SURE
    return None


def _placed(words: list[str]) -> Entry | None:
    """What a place and one word behind it are, as teams and events of sport are called."""
    if words[-1] in TOURNAMENTS and placed(words) == len(words) - 1:
        return "EVENT", _SURE
    return ("ORG", _FAIR) if not head_label(words[-1]) and is_team(words) else None


def _by_last(words: list[str], *, allied: bool) -> Entry:
    first, last = words[0], words[-1]
    if last in COMPANY_ENDS:
        return "ORG", _SURE
    label = head_label(last)
    if allied and label != "FAC":
        return "ORG", _FAIR
    if not label:
        return ("FAC", _LIKELY) if last.endswith(FAC_ENDINGS) else _starts().get(first, NOTHING)
    if last in SURNAME_HEADS:
        return _by_faint_head(first, last, label)
    return label, _SURE


def _by_faint_head(first: str, last: str, label: str) -> Entry:
    """What a head says that is a family name too."""
    if last == "Church" and first in SAINTS:
        return "FAC", _SURE
    if first in given_names():
        return NOTHING
    return label, _FAINT if label == "EVENT" else _FAIR
