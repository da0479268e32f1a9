"""What else was read in one article beside its mentions: figures with what they count, and quotations; as bytes too.

Apart from the analysis, because the desk shows mentions at once and asks for the rest later, if at all.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from corpus.claims.claim import Claim
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.quotations.quotation import Quotation
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures of an article by place, the claim of each (parallel), and its quotations by place."""

    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def to_bytes(self) -> bytes:
        """One JSON array of the three; numbers as text, so that none becomes a float."""
        rows = [
            list(map(_figure_row, self.figures)),
            list(map(_claim_row, self.claims)),
            [[_pair(one.span), _pair(one.speaker), one.reason] for one in self.quotations],
        ]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Facts":
        """What `to_bytes` wrote; nothing for no bytes. Raises ValueError for anything else."""
        if not data:
            return cls()
        try:
            figures, claims, quotations = json.loads(data)
            return cls(
                tuple(map(_figure, figures)),
                tuple(map(_claim, claims)),
                tuple(Quotation(_span(at), _maybe(speaker), reason) for at, speaker, reason in quotations),
            )
        except (TypeError, ValueError, InvalidOperation) as error:
            message = "not stored facts"
            raise ValueError(message) from error


def _figure_row(one: Figure) -> list[Any]:
    numbers = [None if number is None else str(number) for number in (one.value, one.low, one.high)]
    return [_pair(one.span), one.kind.value, *numbers, one.unit, one.modifier.value, int(one.vague), one.role]


def _figure(row: Sequence[Any]) -> Figure:
    at, kind, value, low, high, unit, modifier, vague, role = row
    value, low, high = (None if number is None else Decimal(number) for number in (value, low, high))
    return Figure(_span(at), Kind(kind), value, low, high, unit, Modifier(modifier), vague=bool(vague), role=role)


def _claim_row(one: Claim) -> list[Any]:
    counted = [one.counted, _pair(one.counted_at), list(one.qualifiers)]
    predicate = [one.predicate, _pair(one.predicate_at), int(one.negated)]
    return [*counted, *predicate, list(one.scope), _pair(one.claimant), one.reason]


def _claim(row: Sequence[Any]) -> Claim:
    counted, counted_at, qualifiers, predicate, predicate_at, negated, scope, claimant, reason = row
    what = (counted, _maybe(counted_at), tuple(qualifiers))
    said = (predicate, _maybe(predicate_at), bool(negated))
    return Claim(*what, *said, tuple(scope), _maybe(claimant), reason)


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: Sequence[int]) -> Span:
    start, end = pair
    return Span(start, end)


def _maybe(pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else _span(pair)
