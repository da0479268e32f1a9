"""One figure with all that tells what it counts, as the ledger holds it against others."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from corpus.claims.claim import Claim
from corpus.claims.families import is_person, kind, population
from corpus.figures.figure import Figure, Kind
from corpus.ledger.amount import Amount, amount_of
from corpus.ledger.clock import Clock, clock_of
from corpus.ledger.counted import Counted
from corpus.span import Span

Value = tuple[str, Decimal | int | None, Decimal | int | None]

_AGE: Final = "age"
_CLOCK: Final = "clock"
_PERSON: Final = "PERSON"
_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))
_NEAR: Final = 60  # code points between a name and a figure that it may belong to
_BESIDE: Final = 12  # code points in which "more" and "another" stand beside a figure
_CHANCE: Final = 9  # values up to it stand beside each other by chance
_STEM: Final = 5  # letters by which words are held to be like
_FORMER_BEFORE: Final = re.compile(
    r"(?:\bfrom|\bagainst|\bthan|\bversus|\bvs\.?|\bcompared (?:with|to))\s+(?:an? |the |its |about )?$"
)
_FORMER_BEHIND: Final = re.compile(
    r"(?:\W+\w+){0,7}?\W+(?:a year (?:ago|earlier|before)|last year|(?:year|month|week|day) before|"
    r"earlier|previously)\b"
)
_EXTRA: Final = re.compile(r"\b(?:another|others?|more|further|additional)\b")


class Noun(NamedTuple):
    """The head noun of what is counted, its sort (a boat is a vessel), which people it means, if it means any."""

    word: str
    sort: str
    people: str
    person: bool


class Setting(NamedTuple):
    """The sentence, by its index, and what stands in it: clusters named, clusters of places, values of some size.

    `near` is the cluster that is named right before the figure; `former` says that it tells how much it was at another
    time, `extra` that it counts more of what was counted before.
    """

    sentence: int
    names: frozenset[int]
    places: frozenset[int]
    values: frozenset[Decimal]
    near: int | None
    former: bool
    extra: bool


class Item(NamedTuple):
    """A figure of an article: `number` is its index there.

    `value` is equal for figures that say the same; `who` is the cluster of whom an age is of; `words` are the first
    letters of the words around it.
    """

    article: int
    number: int
    figure: Figure
    claim: Claim
    claimant: int | None
    amount: Amount | None
    clock: Clock | None
    dimension: str
    value: Value
    noun: Noun
    who: int | None
    words: frozenset[str]
    setting: Setting
    surface: str
    size: float
    rarity: float


def items(article: int, counted: Counted) -> Iterator[Item]:
    """The figures of an article that can be held against others, in order."""
    reader = _Article(article, counted)
    for number in range(len(counted.figures)):
        item = reader.item(number)
        if item:
            yield item


class _Article:
    def __init__(self, number: int, counted: Counted) -> None:
        self._number = number
        self._counted = counted
        self._sentences = [sentence.start for sentence in counted.sentences]
        self._names = [span.start for span, _, _ in counted.mentions]
        self._known: dict[int, tuple[frozenset[int], frozenset[int]]] = {-1: (frozenset(), frozenset())}
        self._values = self._values_by_sentence()

    def item(self, number: int) -> Item | None:
        """The figure `number` of the article; None for what tells neither an amount nor a time of the day."""
        figure, claim = self._counted.figures[number], self._counted.claims[number]
        surface = figure.span.surface(self._counted.text)
        amount = amount_of(figure, surface)
        clock = clock_of(surface) if figure.kind is Kind.TIME else None
        if amount is None and clock is None:
            return None
        noun = claim.counted
        return Item(
            self._number,
            number,
            figure,
            claim,
            self._counted.claimants[number],
            amount,
            clock,
            amount.dimension if amount else _CLOCK,
            _value(figure, amount, clock),
            Noun(noun, kind(noun), population(noun), is_person(noun)),
            self._bearer(claim) if figure.role == _AGE else None,
            frozenset(word[:_STEM] for word in (*claim.scope, *claim.qualifiers, noun) if word),
            self._setting(figure.span),
            surface,
            float(amount.said) if amount else 0.0,
            _rarity(amount, clock),
        )

    def _setting(self, span: Span) -> Setting:
        text = self._counted.text
        sentence = bisect_right(self._sentences, span.start) - 1
        if sentence not in self._known:
            self._known[sentence] = self._named(self._counted.sentences[sentence])
        return Setting(
            sentence,
            *self._known[sentence],
            self._values.get(sentence, frozenset()),
            self._near(span, sentence),
            _is_former(text, span),
            _EXTRA.search(text, max(0, span.start - _BESIDE), span.end + _BESIDE) is not None,
        )

    def _named(self, sentence: Span) -> tuple[frozenset[int], frozenset[int]]:
        first, last = bisect_left(self._names, sentence.start), bisect_left(self._names, sentence.end)
        here = self._counted.mentions[first:last]
        places = frozenset(cluster for _, label, cluster in here if label in _PLACES)
        return frozenset(cluster for _, _, cluster in here), places

    def _near(self, span: Span, sentence: int) -> int | None:
        index = bisect_left(self._names, span.start) - 1
        if index < 0 or sentence < 0 or self._names[index] < self._sentences[sentence]:
            return None
        name, _, cluster = self._counted.mentions[index]
        return cluster if span.start - name.end < _NEAR else None

    def _values_by_sentence(self) -> dict[int, frozenset[Decimal]]:
        found: dict[int, set[Decimal]] = {}
        for figure in self._counted.figures:
            if figure.value is not None and figure.value > _CHANCE:
                found.setdefault(bisect_right(self._sentences, figure.span.start) - 1, set()).add(figure.value)
        return {sentence: frozenset(values) for sentence, values in found.items()}

    def _bearer(self, claim: Claim) -> int | None:
        """The cluster of the person at the place that a claim gives for whom its age is of."""
        place = claim.counted_at
        if place is None:
            return None
        for index in range(bisect_left(self._names, place.start), bisect_left(self._names, place.end)):
            if self._counted.mentions[index][1] == _PERSON:
                return self._counted.mentions[index][2]
        return None


def _value(figure: Figure, amount: Amount | None, clock: Clock | None) -> Value:
    if figure.vague and amount is not None:
        return "vague", amount.said, None
    if amount is not None:
        return amount.dimension, amount.said, amount.high if amount.high != amount.low and not amount.loose else None
    if clock is not None:
        return _CLOCK, clock.low, clock.high
    return "", None, None


def _is_former(text: str, span: Span) -> bool:
    """Whether a figure tells how much it was at another time."""
    if _FORMER_BEFORE.search(text, max(0, span.start - 24), span.start):
        return True
    found = _FORMER_BEHIND.match(text, span.end, span.end + 60)
    return found is not None and "." not in found.group()


def _rarity(amount: Amount | None, clock: Clock | None) -> float:
    """How seldom a value is, 0 to 1: small numbers and round ones come by chance."""
    if amount is None:
        return 1.0 if clock is not None and not clock.part else 0.0
    size = abs(amount.written)
    if size <= 3:
        return 0.0
    if size <= 12:
        return 0.3
    return min(1.0, 0.25 + 0.25 * len(str(int(size)).strip("0")))
