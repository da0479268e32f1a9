"""Mentions: exact span and label."""

from collections.abc import Hashable
from decimal import Decimal
from pathlib import Path

from tests.measures.rows import Row, both
from tests.measures.spans import counts, neutral, place


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """`precision`, `recall`, `f1`; `spans f1` whatever the label; the three for each label of the gold, as `PERSON f1`.

    Nothing where one side has no mentions.
    """
    sides = both(gold, system, "mentions")
    if sides is None:
        return {}
    right, found = sides
    open_ = neutral(gold, right)
    result = counts(right, found, open_, _key).named()
    result["spans f1"] = counts(right, found, open_, place).f1
    for label in sorted({row["label"] for row in right}):
        wanted, proposed = ([row for row in side if row["label"] == label] for side in (right, found))
        result |= counts(wanted, proposed, open_, _key).named(f"{label} ")
    return result


def _key(row: Row) -> Hashable:
    return place(row), row["label"]
