"""Boilerplate: how many of its characters were found, and how many sentences of content were lost to it."""

from decimal import Decimal
from pathlib import Path
from typing import Final

from corpus.segment import sentences
from tests.measures.ratio import Counts
from tests.measures.rows import Row, both, optional, text_of

LOST: Final = 2  # a sentence is lost when one of so many parts of it is taken for boilerplate


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """`precision`, `recall`, `f1` over characters that are no white space; `lost`, how many sentences of content are.

    Characters of optional regions count neither way. Nothing where one side has no regions file.
    """
    sides = both(gold, system, "boilerplate")
    if sides is None:
        return {}
    right, found = sides
    totals, lost = [0, 0, 0], 0
    for doc in sorted({row["doc"] for row in (*right, *found)}):
        text = text_of(gold, doc)
        ink = _ink(text) if text is not None else None
        wanted = _covered(right, doc, ink, only_optional=False)
        open_ = _covered(right, doc, ink, only_optional=True)
        proposed = _covered(found, doc, ink, only_optional=False)
        hits = (wanted & proposed) - open_
        for i, part in enumerate((hits, proposed - wanted - open_, wanted - proposed - open_)):
            totals[i] += len(part)
        lost += _lost(text, proposed, wanted | open_) if text is not None else 0
    return Counts(*totals).named() | {"lost": Decimal(lost)}


def _ink(text: str) -> frozenset[int]:
    return frozenset(i for i, character in enumerate(text) if not character.isspace())


def _covered(regions: list[Row], doc: str, ink: frozenset[int] | None, *, only_optional: bool) -> set[int]:
    """The code points of `doc` that regions cover: all that are optional, or all that are not."""
    covered: set[int] = set()
    for row in regions:
        if row["doc"] == doc and optional(row) == only_optional:
            covered.update(range(row["start"], row["end"]))
    return covered if ink is None else covered & ink


def _lost(text: str, proposed: set[int], boilerplate: set[int]) -> int:
    """How many sentences without boilerplate have at least half of their characters in `proposed`."""
    lost = 0
    for span in sentences(text, 0, len(text)):
        inside = [i for i in range(span.start, span.end) if not text[i].isspace()]
        if not boilerplate.intersection(inside):
            lost += LOST * len(proposed.intersection(inside)) >= len(inside)
    return lost
