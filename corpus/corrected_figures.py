"""Figures as reviewers say that they are: other numbers, another unit or bound, other words for what is counted. Pure.

A field that nobody spoke of stays as it was read; the value `NONE` says that there is nothing of that kind.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from corpus.claims.claim import Claim
from corpus.claims.lemmas import singular
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.figures.money import is_currency
from corpus.figures.unit_names import SECONDS
from corpus.material import Corrected
from corpus.names import normal_name
from corpus.span import Span
from corpus.ties import DECIDED

VALUE, LOW, HIGH = "value", "low", "high"
UNIT, MODIFIER, COUNTED, CLAIMANT = "unit", "modifier", "counted", "claimant"
FIELDS: Final = (VALUE, LOW, HIGH, UNIT, MODIFIER, COUNTED, CLAIMANT)
"""What can be said of a figure: plain decimals, a unit as `Figure` has it, a Modifier, words, a name or words."""
NONE: Final = "-"
_PERCENT: Final = "percent"
_FRACTION: Final = "fraction"
_AGE: Final = "age"
Read = tuple[Figure, Claim]
Said = Mapping[str, str]
"""Values by field."""


def said_of(corrected: Iterable[Corrected], article: int) -> dict[Span, dict[str, str]]:
    """What is said of the figures of an article, by place."""
    found: dict[Span, dict[str, str]] = {}
    for one in corrected:
        if one.article == article and one.field in FIELDS:
            found.setdefault(Span(one.start, one.end), {})[one.field] = one.value
    return found


def as_said(read: Iterable[Read], said: Mapping[Span, Said]) -> list[Read]:
    """The figures of an article with their claims, those of which something is said as it says."""
    return [
        (corrected_figure(figure, said[figure.span]), corrected_claim(claim, said[figure.span]))
        if figure.span in said
        else (figure, claim)
        for figure, claim in read
    ]


def corrected_figure(figure: Figure, said: Said) -> Figure:
    """The figure with the numbers, the unit and the bound that are said; what makes no sense is passed over."""
    numbers = {field: _number(said.get(field, "")) for field in (VALUE, LOW, HIGH)}
    value, low, high = figure.value, figure.low, figure.high
    counts = any(number is not None for number in numbers.values())
    if numbers[VALUE] is not None:
        value, low, high = numbers[VALUE], None, None
    elif counts:
        value, low, high = None, _either(numbers[LOW], low), _either(numbers[HIGH], high)
    unit = _word(said, UNIT, figure.unit)
    modifier = figure.modifier
    if said.get(MODIFIER) in set(Modifier):
        modifier = Modifier(said[MODIFIER])
    if not counts and unit == figure.unit and modifier is figure.modifier:
        return figure
    other = counts or unit != figure.unit
    return replace(
        figure,
        kind=_kind(figure, unit, value) if other else figure.kind,
        value=value,
        low=low,
        high=high,
        unit=unit,
        modifier=modifier,
        vague=figure.vague and not counts,
        role="" if other and not _stays_an_age(figure, unit) else figure.role,
        stated=True,
    )


def corrected_claim(claim: Claim, said: Said) -> Claim:
    """The claim with the words for what is counted and for who says so that are said."""
    if COUNTED in said:
        words = _word(said, COUNTED, "").split()
        noun = singular(words[-1].lower()) if words else ""
        claim = replace(claim, counted=noun, qualifiers=tuple(words[:-1]), reason=DECIDED)
    if CLAIMANT in said:
        claim = replace(claim, claimant=None, said_by=_word(said, CLAIMANT, ""), reason=DECIDED)
    return claim


def said_by(claim: Claim, text: str) -> str:
    """The words for who says so: those of a reviewer, else those of the article, with single blanks."""
    return claim.said_by or (" ".join(claim.claimant.surface(text).split()) if claim.claimant is not None else "")


def claimants_as_said(
    claims: Sequence[Claim], found: Sequence[int | None], named: Mapping[str, int]
) -> tuple[int | None, ...]:
    """The clusters of who says so; where reviewers say who, that of the name, if it is one of the story.

    `named` are clusters by normalised name.
    """
    return tuple(
        named.get(normal_name(claim.said_by)) if claim.said_by else cluster
        for claim, cluster in zip(claims, found, strict=True)
    )


def clusters_by_name(titles: Sequence[str], forms: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Clusters by normalised name: that of a title before that of any other form, the first before a later one."""
    named = {normal_name(title): cluster for cluster, title in reversed(list(enumerate(titles)))}
    for surface, cluster in forms:
        named.setdefault(normal_name(surface), cluster)
    return named


def _word(said: Said, field: str, otherwise: str) -> str:
    value = said.get(field, otherwise)
    return "" if value == NONE else value


def _number(written: str) -> Decimal | None:
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _either(number: Decimal | None, otherwise: Decimal | None) -> Decimal | None:
    return otherwise if number is None else number


def _stays_an_age(figure: Figure, unit: str) -> bool:
    return figure.role == _AGE and (unit in SECONDS or not unit)


def _kind(figure: Figure, unit: str, value: Decimal | None) -> Kind:
    """The sort of quantity that a unit makes of a figure."""
    if unit == figure.unit and figure.kind not in {Kind.DATE, Kind.TIME, Kind.CARDINAL, Kind.RANGE}:
        return figure.kind
    if unit in SECONDS:
        return Kind.DURATION
    if unit == _PERCENT:
        return Kind.PERCENT
    if unit:
        return Kind.MONEY if is_currency(unit) else Kind.QUANTITY
    return Kind.CARDINAL if value is not None else Kind.RANGE
