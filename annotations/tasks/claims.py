"""Pairs of claims: figures of two reports that count the same, each with its sentence, and whether both can be right.

`nli` is the verdict in the words of natural language inference: what agrees follows from the other, what conflicts
contradicts it, all else is neutral. A machine compares figures and not sentences, so only what people decided has it.
Two sentences of the same words say nothing about inference and are no pair.
"""

from collections.abc import Iterator
from typing import Final

from annotations.model import Tie, Verdict
from annotations.tasks.base import MODEL, Row, Spot, Task, Told
from corpus.span import Span

_NLI: Final = {"agree": "entailment", "compatible": "neutral", "conflict": "contradiction"}
_SAID: Final = {Tie.CONFLICT: "conflict", Tie.AGREEMENT: "agree", Tie.REFINEMENT: "compatible", Tie.SCOPE: "compatible"}


def _rows(told: Told) -> Iterator[Row]:
    for about, ends, verdict, by in _pairs(told):
        (one, first), (other, second) = ends
        if one != other and _sentence(told, one, first) != _sentence(told, other, second):
            yield _row(told, about, ends, verdict, by)


def _pairs(told: Told) -> Iterator[tuple[str, tuple[Spot, Spot], str, str]]:
    """Each pair of figures: what they count, where they are, the verdict on them and who says so."""
    said, seen = told.ties(), set[frozenset[Spot]]()
    for group in told.read.reading.ledger:
        for pair in group.pairs:
            entries = [group.entries[at] for at in (pair.a, pair.b)]
            if not {one.article for one in entries} <= set(told.wanted):
                continue
            one, other = ((entry.article, entry.span) for entry in entries)
            verdict, by = pair.verdict.value, MODEL
            decided = said.get(frozenset((one, other)))
            if decided is not None and decided.verdict is Verdict.ACCEPTED and decided.tie in _SAID:
                verdict, by = _SAID[decided.tie], decided.reviewer
            elif decided is not None and decided.verdict is Verdict.REJECTED and decided.tie is Tie.CONFLICT:
                verdict, by = ("compatible" if verdict == "conflict" else verdict), decided.reviewer
            elif decided is not None and (decided.verdict is Verdict.UNSURE or _SAID.get(decided.tie) == verdict):
                continue  # it is not what the machine says, and what else it is nobody said
            seen.add(frozenset((one, other)))
            yield group.about, (one, other), verdict, by
    for ends, decided in said.items():
        if ends in seen or decided.tie not in _SAID or decided.verdict is not Verdict.ACCEPTED or len(ends) != 2:
            continue
        one, other = sorted(ends)
        if {one[0], other[0]} <= set(told.wanted):
            yield "", (one, other), _SAID[decided.tie], decided.reviewer


def _sentence(told: Told, index: int, span: Span) -> list[str]:
    """The words of the sentence around a figure."""
    return told.sentence(index, span).surface(told.text(index)).split()


def _row(told: Told, about: str, ends: tuple[Spot, Spot], verdict: str, by: str) -> Row:
    first, second = (
        {**told.doc(index), **told.place(index, span), "sentence": told.place(index, told.sentence(index, span))}
        for index, span in ends
    )
    said = {"verdict": verdict, "nli": None if by == MODEL else _NLI[verdict], "by": by}
    return {"story": told.gold.id, "about": about or None, "a": first, "b": second, **said}


CLAIMS: Final = Task(
    "claims", "pairs of figures that count the same, with their sentences: agree, compatible, conflict", _rows
)
