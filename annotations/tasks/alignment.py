"""Sentence alignment: pairs of sentences of two reports that say the same, or of which people said that they do not."""

from collections.abc import Iterator
from typing import Final

from annotations.model import Tie, Verdict
from annotations.tasks.base import MODEL, Row, Spot, Task, Told


def _rows(told: Told) -> Iterator[Row]:
    decided = {ends: one for ends, one in told.ties().items() if one.tie is Tie.ALIGNED and len(ends) == 2}
    seen: set[frozenset[Spot]] = set()
    for one in told.read.reading.alignments:
        pair: tuple[Spot, Spot] = ((one.a, one.span_a), (one.b, one.span_b))
        said = decided.get(frozenset(pair))
        seen.add(frozenset(pair))
        if {one.a, one.b} <= set(told.wanted) and (said is None or said.verdict is not Verdict.UNSURE):
            aligned = said is None or said.verdict is Verdict.ACCEPTED
            yield _row(told, pair, one.how.value, said.reviewer if said else MODEL, aligned=aligned)
    for ends, said in decided.items():
        first, second = sorted(ends)
        if ends not in seen and {first[0], second[0]} <= set(told.wanted) and said.verdict is not Verdict.UNSURE:
            yield _row(told, (first, second), None, said.reviewer, aligned=said.verdict is Verdict.ACCEPTED)


def _row(told: Told, ends: tuple[Spot, Spot], how: str | None, by: str, *, aligned: bool) -> Row:
    first, second = ({**told.doc(index), **told.place(index, span)} for index, span in ends)
    return {"story": told.gold.id, "a": first, "b": second, "aligned": aligned, "type": how, "by": by}


ALIGNMENT: Final = Task("alignment", "pairs of sentences that say the same, and pairs that do not", _rows)
