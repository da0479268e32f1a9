"""How likely two figures count the same thing: evidence for and against, each with a weight, added up.

The weights are those of a logistic regression, so that the sum is the logarithm of the odds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import log, sqrt
from typing import Final

from corpus.claims.families import APART, OF_PEOPLE, kind
from corpus.ledger.item import Item
from corpus.ledger.weights import WEIGHTS

Evidence = tuple[str, float]

_COUNT: Final = "count"
_AGE: Final = "age"
_CLOCK: Final = "clock"
_MONEY: Final = "money"
_PERCENT: Final = "percent"
_GENERIC: Final = "person"
_OWN: Final = frozenset((_AGE, _CLOCK, _COUNT, "ordinal", _PERCENT, _MONEY, "duration"))
_ALIKE: Final = frozenset(("same person", "same noun", "same people", "any people", "like noun"))
_CLOSE: Final = 0.88
_TINY: Final = 5
_FAR: Final = 10  # days between articles that seldom tell of the same week
_NEAR: Final = 45  # minutes


class Background:
    """What is usual in a story: how many of its figures have a word or a name beside them, and when it was told."""

    def __init__(self, found: Sequence[Item], days: Sequence[str]) -> None:
        words = Counter(word for item in found for word in item.scope)
        names = Counter(name for item in found for name in item.names)
        self._words = {word: log((len(found) + 1) / count) for word, count in words.items()}
        self._names = {name: log((len(found) + 1) / count) for name, count in names.items()}
        self._lengths = {id(item): self._weights(item) for item in found}
        self._days = [_ordinal(day) for day in days]

    def likeness(self, a: Item, b: Item) -> float:
        """The logarithm of the odds that two items of one dimension count the same thing."""
        return WEIGHTS["bias"] + sum(WEIGHTS.get(name, 0.0) * value for name, value in self.evidence(a, b))

    def evidence(self, a: Item, b: Item) -> Iterator[Evidence]:
        """What speaks for and against it."""
        same = a.value == b.value
        yield f"of {a.dimension if a.dimension in _OWN else 'measure'}", 1.0
        if a.dimension == _AGE:
            yield from _bearers(a, b, same=same)
        else:
            yield from _words(a, b)
        yield from self._shared(a, b, same=same)
        yield from _values(a, b, same=same)
        yield from self._places(a, b, same=same)

    def _shared(self, a: Item, b: Item, *, same: bool) -> Iterator[Evidence]:
        words_a, names_a = self._lengths[id(a)]
        words_b, names_b = self._lengths[id(b)]
        if words_a and words_b:
            shared = sum(self._words[word] for word in a.scope & b.scope)
            yield f"{_side(a, same=same)} words", shared / sqrt(words_a * words_b)
        if names_a and names_b:
            yield "names", sum(self._names[name] for name in a.names & b.names) / sqrt(names_a * names_b)

    def _weights(self, item: Item) -> tuple[float, float]:
        return sum(self._words[word] for word in item.scope), sum(self._names[name] for name in item.names)

    def _places(self, a: Item, b: Item, *, same: bool) -> Iterator[Evidence]:
        if a.near is not None and b.near is not None:
            yield "same name near" if a.near == b.near else "other name near", 1.0
            if a.dimension == _PERCENT and a.near != b.near:
                yield "other name near percent", 1.0
        if a.places and b.places:
            yield "other places" if a.places.isdisjoint(b.places) else "same places", 1.0
        if a.former != b.former:
            yield "one of before", 1.0
        if a.beside and b.beside and a.article != b.article:
            shared = len(a.beside & b.beside) - (1 if same and a.figure.value in a.beside else 0)
            if shared > 0:
                yield "same values beside", 1.0
        if a.article != b.article:
            days = self._days[a.article], self._days[b.article]
            if all(days) and abs(days[0] - days[1]) > _FAR:
                yield "weeks apart", 1.0
            return
        yield "one article", 1.0
        if b.extra and a.number < b.number or a.extra and b.number < a.number:
            yield "one more", 1.0
        if not same:
            yield "one article differing", 1.0
        if a.sentence == b.sentence:
            if a.figure.unit != b.figure.unit and 0 < b.span.start - a.span.end <= len(" ("):
                yield "in brackets", 1.0
            yield "one sentence", 1.0
            if not same:
                yield "one sentence differing", 1.0


def _ordinal(moment: str) -> int:
    """The number of the day in an ISO day or moment; 0 where it is none."""
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return 0


def _side(a: Item, *, same: bool) -> str:
    return f"{'same' if same else 'other'} {'count' if a.dimension == _COUNT else 'measure'}"


def _words(a: Item, b: Item) -> Iterator[Evidence]:
    whole = _COUNT if a.dimension == _COUNT else "measure"
    noun, said = _nouns(a, b), _predicates(a.claim.predicate, b.claim.predicate)
    yield f"{whole} {noun}", 1.0
    yield f"{whole} {said}", 1.0
    if said.startswith("same") and noun in _ALIKE:
        yield f"{whole} same noun and predicate", 1.0
    if a.claim.qualifiers and b.claim.qualifiers:
        yield "other qualifiers" if set(a.claim.qualifiers).isdisjoint(b.claim.qualifiers) else "same qualifiers", 1.0


def _nouns(a: Item, b: Item) -> str:
    if not a.noun or not b.noun:
        return "one noun" if a.noun or b.noun else "no noun"
    if a.noun == b.noun:
        return "same person" if a.noun == _GENERIC else "same noun"
    if a.person and b.person:
        if a.people and b.people:
            return "same people" if a.people == b.people else "other people"
        return "any people" if _GENERIC in (a.noun, b.noun) else "people"
    if kind(a.noun) == kind(b.noun):
        return "like noun"
    return "person and thing" if a.person != b.person else "other noun"


def _predicates(a: str, b: str) -> str:
    if not a or not b:
        one = a or b
        return "no predicate" if not one else "one apart predicate" if one in APART else "one predicate"
    if a == b:
        return "same apart predicate" if a in APART else "same people predicate" if a in OF_PEOPLE else "same predicate"
    if a in APART and b in APART:
        return "clashing predicates"
    return "apart and other predicate" if a in APART or b in APART else "other predicate"


def _bearers(a: Item, b: Item, *, same: bool) -> Iterator[Evidence]:
    if a.who is not None and b.who is not None:
        yield "same bearer" if a.who == b.who else "other bearer", 1.0
        return
    if a.people and b.people and a.people != b.people:
        yield "other people of an age", 1.0
    name = "no bearer" if a.who is None and b.who is None else "one bearer"
    yield name, 1.0
    if same:
        yield f"{name} same", 1.0


def _values(a: Item, b: Item, *, same: bool) -> Iterator[Evidence]:
    whole = _COUNT if a.dimension == _COUNT else "measure"
    vague = a.figure.vague or b.figure.vague
    if vague:
        yield "vague", 1.0
        if a.claim.predicate == b.claim.predicate and a.claim.predicate in APART:
            yield "vague of the same", 1.0
    if a.clock is not None and b.clock is not None:
        if a.clock.part or b.clock.part:
            yield "parts of the day" if a.clock.part and b.clock.part else "one part of the day", 1.0
        elif not same and abs(a.clock.low - b.clock.low) <= _NEAR:
            yield "times near", 1.0
    if same:
        rarity = _rarity(a)
        yield f"same {whole}", 1.0
        yield "same rare value", rarity
        if not rarity:
            yield f"same tiny {whole}", 1.0
        return
    if a.amount is None or b.amount is None:
        return
    if a.dimension == _MONEY and a.figure.unit != b.figure.unit:
        yield "other currency", 1.0
        return
    first, second = a.amount.said, b.amount.said
    if first * second > 0 and not vague:
        near = float(min(first, second) / max(first, second))
        yield f"{whole} near", near
        if near > _CLOSE:
            yield f"{whole} close", 1.0
    if whole == _COUNT and max(first, second) <= _TINY:
        yield "tiny", 1.0


def _rarity(item: Item) -> float:
    """How seldom a value is, 0 to 1: small numbers and round ones come by chance."""
    if item.amount is None:
        return 1.0 if item.clock is not None and not item.clock.part else 0.0
    size = abs(item.amount.written)
    if size <= 3:
        return 0.0
    if size <= 12:
        return 0.3
    return min(1.0, 0.25 + 0.25 * len(str(int(size)).strip("0")))
