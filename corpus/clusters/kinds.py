"""What sort of thing a label stands for, so that labels of different pipelines and corpora can be compared."""

from enum import StrEnum
from functools import lru_cache
from typing import Final


class Kind(StrEnum):
    """The sorts that clustering tells apart."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    TIME = "time"
    THING = "thing"


# Pieces of labels, the telling ones first: "HUMAN_PART_GPE" is a place, "TIME_DATE" a time.
_PIECES: Final = (
    (Kind.TIME, ("TIME", "DATE", "DURATION", "TIMEX", "SET")),
    (Kind.ORGANISATION, ("ORG", "ORGANIZATION", "ORGANISATION", "COMPANY", "CORPORATION", "MET", "MEDIA", "TEAM")),
    (Kind.PLACE, ("GPE", "LOC", "LOCATION", "FAC", "FACILITY", "PLACE", "CITY", "COUNTRY", "STATE")),
    (Kind.PEOPLE, ("NORP", "NATIONALITY", "DEMONYM", "RELIGION")),
    (Kind.THING, ("PRODUCT", "EVENT", "WORK", "LAW", "VEH", "VEHICLE", "WEA", "NON", "LANGUAGE")),
    (Kind.PERSON, ("PERSON", "PER", "PERS", "PEOPLE", "HUMAN", "GENERIC")),
)


@lru_cache(maxsize=1024)
def kind_of(label: str) -> Kind:
    """The sort of a label, a thing where it tells nothing."""
    pieces = set(label.upper().replace("-", "_").split("_"))
    return next((kind for kind, known in _PIECES if pieces.intersection(known)), Kind.THING)
