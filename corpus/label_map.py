"""What the labels of other pipelines are called here: those of OntoNotes, which the guidelines are written in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from zlib import crc32

ONTONOTES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PER": "PERSON",
        "PERS": "PERSON",
        "HUMAN": "PERSON",
        "ORGANIZATION": "ORG",
        "ORGANISATION": "ORG",
        "COMPANY": "ORG",
        "LOCATION": "LOC",
        "GPE_LOC": "GPE",
        "GPE_ORG": "GPE",
        "COUNTRY": "GPE",
        "CITY": "GPE",
        "FACILITY": "FAC",
        "EVT": "EVENT",
        "EVN": "EVENT",
        "PROD": "PRODUCT",
        "PRD": "PRODUCT",
        "DRV": "NORP",
        "NATIONALITY": "NORP",
        "WORK": "WORK_OF_ART",
        "NUM": "CARDINAL",
        "NUMBER": "CARDINAL",
        "PERCENTAGE": "PERCENT",
        "MEASURE": "QUANTITY",
    }
)


FIGURE_LABELS: Final = frozenset(("CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "DATE", "TIME"))
"""The labels of quantities; all others are names."""
BOILERPLATE: Final = "BOILERPLATE"
"""The label of a region that is not the article: judged like any span, and neither a name nor a quantity."""


def ontonotes(label: str) -> str:
    """What OntoNotes calls a pipeline's `label`; the label itself where it has no other name for it."""
    return ONTONOTES.get(label, label)


def renamed(label: str, own: Mapping[str, str]) -> str:
    """The label that is shown and stored for a pipeline's `label`, "" where its mentions are to be dropped.

    A person's `own` table may name the pipeline's label or that of OntoNotes, and goes before the one above.
    """
    general = ontonotes(label)
    return (own[label] if label in own else own.get(general, general)).strip()


def revision(own: Mapping[str, str]) -> str:
    """What a person's `own` table adds to a model's version: "" for none, else ".m" and eight hexadecimal digits."""
    if not own:
        return ""
    return f".m{crc32(repr(sorted(own.items())).encode()):08x}"
