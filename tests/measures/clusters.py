"""Clusters: compared over the mentions that both sides have, whatever else a side has found."""

from decimal import Decimal
from pathlib import Path

from corpus.stories.bcubed import bcubed
from tests.bench.coreference import ceaf_e, conll, differing, muc
from tests.measures.ratio import PLACES
from tests.measures.rows import both
from tests.measures.spans import place


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """F1 of `muc`, `bcubed`, `ceafe`, their `mean`; `pairs precision`, `recall`, `f1`; `mentions`, how many of them.

    A pair is two names of one thing that differ by more than case. Mentions are the same when their spans are. Nothing
    where one side has no mentions.
    """
    sides = both(gold, system, "mentions")
    if sides is None:
        return {}
    right = {place(row): row for row in sides[0]}
    shared = [(row, right[place(row)]) for row in sides[1] if place(row) in right]
    found, of_gold = [row["cluster"] for row, _ in shared], [row["cluster"] for _, row in shared]
    names = [" ".join(str(row["text"]).casefold().split()) for _, row in shared]
    pairs = differing(found, of_gold, names)
    numbers = {
        "mean": conll(found, of_gold),
        "muc": muc(found, of_gold).f1,
        "bcubed": bcubed(found, of_gold).f1,
        "ceafe": ceaf_e(found, of_gold).f1,
        "pairs precision": pairs.precision,
        "pairs recall": pairs.recall,
        "pairs f1": pairs.f1,
        "mentions": len(shared),
    }
    return {name: Decimal(number).quantize(PLACES) for name, number in numbers.items()}
