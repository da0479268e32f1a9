"""The last step to a figure: its modifiers, its sign and its span."""

from decimal import Decimal
from typing import NamedTuple

from corpus.figures import modifiers, ranges
from corpus.figures.figure import Figure, Kind
from corpus.figures.measures import Measure
from corpus.figures.number import Number
from corpus.figures.tokens import Tokens
from corpus.span import Span


class Read(NamedTuple):
    """A figure and the token behind it."""

    figure: Figure
    end: int


class Draft(NamedTuple):
    """What stands in tokens `start` to `end` (exclusive): one number or the ends of a range, and the unit."""

    start: int
    end: int
    low: Number
    high: Number | None = None
    found: Measure | None = None
    role: str = ""


def finished(tokens: Tokens, draft: Draft, first: int) -> Read:
    """The figure of `draft` with its modifiers, none of them before token `first`."""
    start, end, low, high, found, role = draft
    kind = found.kind if found else Kind.RANGE if high else Kind.CARDINAL
    negative = ranges.negative(tokens, start, first)
    start -= negative
    start, said = modifiers.before(tokens, start, first, lasting=kind is Kind.DURATION and role != "age")
    start = ranges.beginning(tokens, start, first) if high else start
    behind = modifiers.behind(tokens, end)
    if behind:
        end, said = behind[0], modifiers.combined(said, behind[1])
    least = _plain(-low.value if negative else low.value)
    value = None if high or low.vague else least
    figure = Figure(
        span(tokens, start, end),
        kind,
        value,
        least if value is None else None,
        _plain(high.value) if high else None,
        found.name if found else "",
        said,
        low.vague,
        role or low.role,
    )
    return Read(figure, end)


def span(tokens: Tokens, start: int, end: int) -> Span:
    """The span of tokens `start` to `end` (exclusive)."""
    return Span(tokens.starts[start], tokens.ends[end - 1])


def _plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent for whole numbers."""
    return Decimal(int(value)) if value == int(value) else value.normalize()
