"""Quotations: exact span, with the speaker compared through the clusters."""

from decimal import Decimal
from pathlib import Path

from tests.measures.cluster_map import cluster_map, mapped
from tests.measures.ratio import Counts
from tests.measures.rows import allowed, both, optional
from tests.measures.spans import counts, neutral, place


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """`precision`, `recall`, `f1` over spans with the right speaker; `spans precision` … whoever speaks.

    Nothing where one side has no quotations.
    """
    sides = both(gold, system, "quotes")
    if sides is None:
        return {}
    right, found = sides
    open_ = neutral(gold, right)
    spans = counts(right, found, open_, place)
    clusters = cluster_map(gold, system)
    speakers = {place(row): mapped(clusters, row["speaker"]) for row in found}
    wrong = sum(
        1
        for row in right
        if not optional(row) and place(row) in speakers and speakers[place(row)] not in allowed(row, "speaker")
    )
    spoken = Counts(spans.right - wrong, spans.false + wrong, spans.missed + wrong)
    return spoken.named() | spans.named("spans ")
