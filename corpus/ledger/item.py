"""One figure with all that tells what it counts, as the ledger holds it against others."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.claims.claim import Claim
from corpus.claims.families import is_person, kind, population
from corpus.figures.figure import Figure, Kind
from corpus.ledger.amount import Amount, amount_of
from corpus.ledger.clock import Clock, clock_of
from corpus.ledger.counted import Counted
from corpus.span import Span

_AGE: Final = "age"
_CLOCK: Final = "clock"
_PERSON: Final = "PERSON"
_NEAR: Final = 60
_CHANCE: Final = 9
_COMMON: Final = 3
_DOZEN: Final = 12
_STEM: Final = 5  # letters by which words are held to be like


@dataclass(slots=True, eq=False)
class Item:
    """A figure of an article: `number` is its index there, `sentence` that of its sentence.

    `value` is equal for figures that say the same; `who` is the cluster of whom an age is of; `names` are the clusters
    named in the sentence.
    """

    article: int
    number: int
    sentence: int
    span: Span
    figure: Figure
    claim: Claim
    claimant: int | None
    amount: Amount | None
    clock: Clock | None
    dimension: str
    value: tuple[str, Decimal | int | None, Decimal | int | None]
    noun: str
    sort: str
    people: str
    person: bool
    who: int | None
    names: frozenset[int]
    scope: frozenset[str]
    surface: str
    near: int | None
    places: frozenset[int]
    former: bool
    extra: bool
    beside: frozenset[Decimal]
    size: float
    rarity: float


def items(article: int, counted: Counted) -> Iterator[Item]:
    """The figures of an article that can be held against others, in order."""
    starts = [sentence.start for sentence in counted.sentences]
    places = [span.start for span, _, _ in counted.mentions]
    names: dict[int, frozenset[int]] = {}
    values = _values(counted, starts)
    for number, (figure, claim) in enumerate(zip(counted.figures, counted.claims, strict=True)):
        surface = figure.span.surface(counted.text)
        amount = amount_of(figure, surface)
        clock = clock_of(surface) if figure.kind is Kind.TIME else None
        if amount is None and clock is None:
            continue
        sentence = bisect_right(starts, figure.span.start) - 1
        if sentence not in names:
            names[sentence] = _names(counted, places, sentence)
        yield Item(
            article,
            number,
            sentence,
            figure.span,
            figure,
            claim,
            counted.claimants[number],
            amount,
            clock,
            amount.dimension if amount else _CLOCK,
            _value(figure, amount, clock),
            claim.counted,
            kind(claim.counted),
            population(claim.counted),
            is_person(claim.counted),
            _bearer(counted, places, claim) if figure.role == _AGE else None,
            names[sentence],
            frozenset(word[:_STEM] for word in (*claim.scope, *claim.qualifiers, claim.counted) if word),
            surface,
            _near(counted, places, figure.span, sentence),
            _places(counted, places, sentence),
            _former(counted.text, figure.span),
            _EXTRA.search(counted.text, max(0, figure.span.start - 12), figure.span.end + 12) is not None,
            values.get(sentence, frozenset()),
            float(amount.said) if amount else 0.0,
            _rarity(amount, clock),
        )


def _value(
    figure: Figure, amount: Amount | None, clock: Clock | None
) -> tuple[str, Decimal | int | None, Decimal | int | None]:
    if figure.vague and amount is not None:
        return "vague", amount.said, None
    if amount is not None:
        return amount.dimension, amount.said, amount.high if amount.high != amount.low and not amount.loose else None
    if clock is not None:
        return _CLOCK, clock.low, clock.high
    return "", None, None


def _names(counted: Counted, places: Sequence[int], sentence: int) -> frozenset[int]:
    if sentence < 0:
        return frozenset()
    span = counted.sentences[sentence]
    first, last = bisect_left(places, span.start), bisect_left(places, span.end)
    return frozenset(counted.mentions[index][2] for index in range(first, last))


_FORMER_BEFORE: Final = re.compile(
    r"(?:\bfrom|\bagainst|\bthan|\bversus|\bvs\.?|\bcompared (?:with|to))\s+(?:an? |the |its |about )?$"
)
_FORMER_BEHIND: Final = re.compile(
    r"(?:\W+\w+){0,7}?\W+(?:a year (?:ago|earlier|before)|last year|(?:year|month|week|day) before|"
    r"earlier|previously)\b"
)
_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))
_EXTRA: Final = re.compile(r"\b(?:another|others?|more|further|additional)\b")


def _values(counted: Counted, starts: Sequence[int]) -> dict[int, frozenset[Decimal]]:
    """The values in each sentence that seldom come by chance."""
    found: dict[int, set[Decimal]] = {}
    for figure in counted.figures:
        if figure.value is not None and figure.value > _CHANCE:
            found.setdefault(bisect_right(starts, figure.span.start) - 1, set()).add(figure.value)
    return {sentence: frozenset(values) for sentence, values in found.items()}


def _former(text: str, span: Span) -> bool:
    """Whether a figure tells how much it was at another time."""
    if _FORMER_BEFORE.search(text, max(0, span.start - 24), span.start):
        return True
    found = _FORMER_BEHIND.match(text, span.end, span.end + 60)
    return found is not None and "." not in found.group().rstrip(".")[:-1]


def _rarity(amount: Amount | None, clock: Clock | None) -> float:
    """How seldom a value is, 0 to 1: small numbers and round ones come by chance."""
    if amount is None:
        return 1.0 if clock is not None and not clock.part else 0.0
    size = abs(amount.written)
    if size <= _COMMON:
        return 0.0
    if size <= _DOZEN:
        return 0.3
    return min(1.0, 0.25 + 0.25 * len(str(int(size)).strip("0")))


def _near(counted: Counted, places: Sequence[int], span: Span, sentence: int) -> int | None:
    """The name that stands nearest before a figure in its sentence."""
    index = bisect_left(places, span.start) - 1
    if index < 0 or sentence < 0 or counted.mentions[index][0].start < counted.sentences[sentence].start:
        return None
    return counted.mentions[index][2] if span.start - counted.mentions[index][0].end < _NEAR else None


def _places(counted: Counted, places: Sequence[int], sentence: int) -> frozenset[int]:
    if sentence < 0:
        return frozenset()
    span = counted.sentences[sentence]
    first, last = bisect_left(places, span.start), bisect_left(places, span.end)
    return frozenset(cluster for _, label, cluster in counted.mentions[first:last] if label in _PLACES)


def _bearer(counted: Counted, places: Sequence[int], claim: Claim) -> int | None:
    """The cluster of the person at the place that a claim gives for whom its age is of."""
    if claim.counted_at is None:
        return None
    for index in range(bisect_left(places, claim.counted_at.start), bisect_left(places, claim.counted_at.end)):
        span, label, cluster = counted.mentions[index]
        if label == _PERSON and span.overlaps(claim.counted_at):
            return cluster
    return None
