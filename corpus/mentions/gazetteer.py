"""What the world knows of a name before any story is read: places, peoples, services, with how much that says."""

import unicodedata
from functools import cache
from typing import Final

from corpus.countries import countries, peoples, towns
from corpus.mentions.cities import CITIES
from corpus.mentions.given_names import DOUBTFUL, GIVEN_NAMES
from corpus.mentions.known_names import (
    ALONE,
    EVENTS,
    ORGANISATIONS,
    REGIONS,
    SERVICES,
    STATE_ABBREVIATIONS,
    STATES,
)
from corpus.mentions.product_words import MAKERS

CITY: Final = 2.2
SURE: Final = 4.0
COUNTRY: Final = 5.0
_SERVICE: Final = 6.0
_PEOPLE: Final = 8.0
_STROKES: Final = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "’": "'"}
)
Entry = tuple[str, float]
NOTHING: Final[Entry] = ("", 0.0)


@cache
def world() -> dict[str, Entry]:
    """The label of each name that is known, and its weight among the votes."""
    known: dict[str, Entry] = {}
    for names, entry in (
        (CITIES.replace("\n", "").split(","), ("GPE", CITY)),
        (towns(), ("GPE", SURE)),
        (REGIONS.split(","), ("LOC", SURE)),
        (STATES.split(","), ("GPE", SURE)),
        (STATE_ABBREVIATIONS.split(","), ("GPE", SURE)),
        (countries(), ("GPE", COUNTRY)),
        (("U.S", "U.K"), ("GPE", COUNTRY)),
        (peoples(), ("NORP", _PEOPLE)),
        (ORGANISATIONS.split(","), ("ORG", SURE)),
        (EVENTS.split(","), ("EVENT", SURE)),
        (SERVICES.split(","), ("ORG", _SERVICE)),
        (MAKERS, ("ORG", SURE)),
    ):
        known.update(dict.fromkeys(names, entry))
    known.update({name: (label, SURE) for name, label in ALONE.items()})
    return {folded(name): entry for name, entry in known.items()} | known


@cache
def openings() -> frozenset[str]:
    """The first words of known names that have several."""
    return frozenset(name.split()[0] for name in world() if " " in name)


@cache
def given_names() -> frozenset[str]:
    """Given names."""
    return frozenset(GIVEN_NAMES.split())


@cache
def doubtful_names() -> frozenset[str]:
    """Given names that mean something else as well."""
    return frozenset(DOUBTFUL.split())


def folded(name: str) -> str:
    """A name without accents, for one story spells a name with and without them."""
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKD", name.translate(_STROKES))
    return "".join(char for char in plain if not unicodedata.combining(char)) or name
