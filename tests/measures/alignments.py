"""Alignments: pairs of sentences, where sentences are the same when they overlap by half of the shorter."""

from decimal import Decimal
from pathlib import Path
from typing import Final

from tests.measures.ratio import Counts, ratio
from tests.measures.rows import Row, both, optional

SAME: Final = 2  # one of so many parts of the shorter sentence has to be shared


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """`precision`, `recall`, `f1` over pairs; `verbatim recall` over the verbatim ones; `types` right of those found.

    A pair of the system that fits an optional pair alone counts neither way. Nothing where one side has no alignments.
    """
    sides = both(gold, system, "alignments")
    if sides is None:
        return {}
    right, found = (list(map(_ordered, side)) for side in sides)
    sure = [row for row in right if not optional(row)]
    open_ = [row for row in right if optional(row)]
    fits = [[row for row in found if _fits(one, row)] for one in sure]
    hit = sum(any(_fits(one, row) for one in sure) for row in found)
    neutral = sum(not any(_fits(one, row) for one in sure) and any(_fits(one, row) for one in open_) for row in found)
    recall = ratio(sum(map(bool, fits)), len(sure))
    precision = Counts(hit, len(found) - hit - neutral, 0).precision
    verbatim = [of for one, of in zip(sure, fits, strict=True) if one["type"] == "verbatim"]
    typed = [any(row["type"] == one["type"] for row in of) for one, of in zip(sure, fits, strict=True) if of]
    return {
        "precision": precision,
        "recall": recall,
        "f1": ratio(2 * precision * recall, precision + recall) if precision + recall else Decimal(0),
        "verbatim recall": ratio(sum(any(row["type"] == "verbatim" for row in of) for of in verbatim), len(verbatim)),
        "types": ratio(sum(typed), len(typed)),
    }


def _ordered(row: Row) -> Row:
    """The pair with the name that sorts first as `a`."""
    if row["doc_a"] <= row["doc_b"]:
        return row
    turned = {"a": "b", "b": "a"}
    swapped = {f"{key[:-1]}{turned[key[-1]]}": value for key, value in row.items() if key[-2:] in ("_a", "_b")}
    return row | swapped


def _fits(one: Row, two: Row) -> bool:
    return _same(one, two, "a") and _same(one, two, "b")


def _same(one: Row, two: Row, side: str) -> bool:
    if one[f"doc_{side}"] != two[f"doc_{side}"]:
        return False
    (start, end), (other_start, other_end) = _edges(one, side), _edges(two, side)
    shared = min(end, other_end) - max(start, other_start)
    return SAME * shared >= min(end - start, other_end - other_start)


def _edges(row: Row, side: str) -> tuple[int, int]:
    return row[f"start_{side}"], row[f"end_{side}"]
