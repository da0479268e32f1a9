"""Quantities: a row an article, each figure with its normalised value, what it counts and who says so."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from annotations.model import About
from annotations.tasks.base import MODEL, Row, Task, Told
from corpus.figures.calendar import interval
from corpus.figures.figure import Figure, Kind
from corpus.span import Span
from corpus.story_reading import day_of


def _rows(told: Told) -> Iterator[Row]:
    for index in told.wanted:
        one = told.read.reading.articles[index]
        accepted, corrected = told.accepted(index), _corrected(told, index)
        found: list[Row] = []
        for figure, claim, claimant in zip(one.figures, one.claims, one.claimants, strict=True):
            by = accepted[figure.span].reviewer if figure.span in accepted else MODEL
            by = corrected.get(figure.span, by)
            counted = {"counts": claim.counted or None, "said_of_it": claim.predicate or None}
            who = (claim.said_by or None) if claimant is None else told.names[claimant]
            values = _values(
                figure, told.place(index, figure.span)["text"], told.read.articles[index].metadata.published
            )
            found.append({**told.place(index, figure.span), **values, **counted, "claimant": who, "by": by})
        yield {**told.head(index), "finished": told.finished(index), "quantities": found}


def _corrected(told: Told, index: int) -> dict[Span, str]:
    """Who had the last word on what figures say, by place."""
    gold = told.decided.get(index)
    said = sorted(gold.statements, key=lambda one: one.decided) if gold is not None else ()
    return {one.span: one.reviewer for one in said if one.about is About.FIGURE and one.span is not None}


def _values(figure: Figure, surface: str, published: str) -> Row:
    low, high, value = _text(figure.low), _text(figure.high), _text(figure.value)
    if figure.kind is Kind.DATE and value is None and low is None:
        days = interval(surface, day_of(published))
        if days is not None:
            value, low, high = (days[0], None, None) if days[0] == days[1] else (None, *days)
    said = {"unit": figure.unit or None, "modifier": figure.modifier.value}
    return {"kind": figure.kind.value, "value": value, "low": low, "high": high, **said}


def _text(value: Decimal | None) -> str | None:
    """All digits of a number: a float would lose some."""
    return None if value is None else format(value, "f")


QUANTITIES: Final = Task("quantities", "figures with their values, units, bounds, what they count and claimants", _rows)
