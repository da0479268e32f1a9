"""How likely two figures count the same thing: evidence for and against, each with a weight, added up.

The weights are those of a logistic regression, so that the sum is the logarithm of the odds.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import log, sqrt
from typing import Final

from corpus.claims.families import APART, OF_PEOPLE
from corpus.ledger.item import Item
from corpus.ledger.weights import WEIGHTS

Evidence = dict[str, float]

_COUNT: Final = "count"
_MEASURE: Final = "measure"
_AGE: Final = "age"
_CLOCK: Final = "clock"
_MONEY: Final = "money"
_PERCENT: Final = "percent"
_GENERIC: Final = "person"
_OWN: Final = frozenset((_AGE, _CLOCK, _COUNT, "ordinal", _PERCENT, _MONEY, "duration"))
_CLOSE: Final = 0.88  # the smaller value over the greater
_VAGUE: Final = 15  # times the least that "dozens" or "hundreds" say
_TINY: Final = 5
_FAR: Final = 10  # days between articles that seldom tell of the same week
_NEAR: Final = 45  # minutes


class Background:
    """What is usual in a story: how many of its figures have a word or a name beside them, and when it was told."""

    def __init__(self, found: Sequence[Item], days: Sequence[str]) -> None:
        words = Counter(word for item in found for word in item.words)
        names = Counter(name for item in found for name in item.setting.names)
        self._words = {word: log((len(found) + 1) / count) for word, count in words.items()}
        self._names = {name: log((len(found) + 1) / count) for name, count in names.items()}
        self._lengths = {id(item): self._weights(item) for item in found}
        self._days = [_ordinal(day) for day in days]

    def likeness(self, a: Item, b: Item) -> float | None:
        """The logarithm of the odds that two items of one dimension count the same thing; None where they never do."""
        if a.value != b.value and _counts_another(a, b):
            return None
        total = WEIGHTS["bias"]
        for name, value in self.evidence(a, b).items():
            total += WEIGHTS.get(name, 0.0) * value
        return total

    def evidence(self, a: Item, b: Item) -> Evidence:
        """What speaks for and against it, by its name in the table of weights."""
        found: Evidence = {}
        same = a.value == b.value
        found["of " + (a.dimension if a.dimension in _OWN else _MEASURE)] = 1.0
        if a.dimension == _AGE:
            _bearers(a, b, found, same=same)
        else:
            _words(a, b, found)
        _values(a, b, found, same=same)
        self._shared(a, b, found, same=same)
        self._places(a, b, found, same=same)
        return found

    def _shared(self, a: Item, b: Item, found: Evidence, *, same: bool) -> None:
        words_a, names_a = self._lengths[id(a)]
        words_b, names_b = self._lengths[id(b)]
        if words_a and words_b and (words := a.words & b.words):
            share = sum([self._words[word] for word in sorted(words)]) / sqrt(words_a * words_b)
            found[("same " if same else "other ") + _side(a) + " words"] = share
        if names_a and names_b and (names := a.setting.names & b.setting.names):
            found["names"] = sum([self._names[name] for name in sorted(names)]) / sqrt(names_a * names_b)

    def _weights(self, item: Item) -> tuple[float, float]:
        words = sum([self._words[word] for word in sorted(item.words)])
        return words, sum([self._names[name] for name in sorted(item.setting.names)])

    def _places(self, a: Item, b: Item, found: Evidence, *, same: bool) -> None:
        if a.setting.near is not None and b.setting.near is not None:
            found["same name near" if a.setting.near == b.setting.near else "other name near"] = 1.0
            if a.dimension == _PERCENT and a.setting.near != b.setting.near:
                found["other name near percent"] = 1.0
        if a.setting.places and b.setting.places:
            found["other places" if a.setting.places.isdisjoint(b.setting.places) else "same places"] = 1.0
        if a.setting.former != b.setting.former:
            found["one of before"] = 1.0
        if a.article == b.article:
            _in_one_article(a, b, found, same=same)
            return
        if (
            a.setting.values
            and b.setting.values
            and len(a.setting.values & b.setting.values) > (same and a.figure.value in a.setting.values)
        ):
            found["same values beside"] = 1.0
        first, second = self._days[a.article], self._days[b.article]
        if first and second and abs(first - second) > _FAR:
            found["weeks apart"] = 1.0


def _in_one_article(a: Item, b: Item, found: Evidence, *, same: bool) -> None:
    found["one article"] = 1.0
    if (b if a.number < b.number else a).setting.extra:
        found["one more"] = 1.0
    if not same:
        found["one article differing"] = 1.0
    if a.setting.sentence == b.setting.sentence:
        found["one sentence"] = 1.0
        if not same:
            found["one sentence differing"] = 1.0
        if a.figure.unit != b.figure.unit and 0 < b.figure.span.start - a.figure.span.end <= len(" ("):
            found["in brackets"] = 1.0


def _counts_another(a: Item, b: Item) -> bool:
    """Whether two counts are of other things, or of people of whom other things are said: seen at once, and often."""
    if a.dimension != _COUNT:
        return False
    if a.noun.word and b.noun.word and not (a.noun.person and b.noun.person) and a.noun.sort != b.noun.sort:
        return True
    said = a.claim.predicate, b.claim.predicate
    return said[0] != said[1] and said[0] in APART and said[1] in APART


def _ordinal(moment: str) -> int:
    """The number of the day in an ISO day or moment; 0 where it is none."""
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return 0


def _side(a: Item) -> str:
    return _COUNT if a.dimension == _COUNT else _MEASURE


def _words(a: Item, b: Item, found: Evidence) -> None:
    side = _side(a)
    found[f"{side} {_nouns(a, b)}"] = 1.0
    found[f"{side} {_predicates(a.claim.predicate, b.claim.predicate)}"] = 1.0
    if a.claim.qualifiers and b.claim.qualifiers:
        apart = set(a.claim.qualifiers).isdisjoint(b.claim.qualifiers)
        found["other qualifiers" if apart else "same qualifiers"] = 1.0


def _nouns(a: Item, b: Item) -> str:
    if not a.noun.word or not b.noun.word:
        return "one noun" if a.noun.word or b.noun.word else "no noun"
    if a.noun.word == b.noun.word:
        return "same person" if a.noun.word == _GENERIC else "same noun"
    if a.noun.person and b.noun.person:
        if a.noun.people and b.noun.people:
            return "same people" if a.noun.people == b.noun.people else "other people"
        return "any people" if _GENERIC in (a.noun.word, b.noun.word) else "people"
    if a.noun.sort == b.noun.sort:
        return "like noun"
    return "person and thing" if a.noun.person != b.noun.person else "other noun"


def _predicates(a: str, b: str) -> str:
    if not a or not b:
        one = a or b
        return "no predicate" if not one else "one apart predicate" if one in APART else "one predicate"
    if a == b:
        return "same apart predicate" if a in APART else "same people predicate" if a in OF_PEOPLE else "same predicate"
    if a in APART and b in APART:
        return "clashing predicates"
    return "apart and other predicate" if a in APART or b in APART else "other predicate"


def _bearers(a: Item, b: Item, found: Evidence, *, same: bool) -> None:
    if a.who is not None and b.who is not None:
        found["same bearer" if a.who == b.who else "other bearer"] = 1.0
        return
    if a.noun.people and b.noun.people and a.noun.people != b.noun.people:
        found["other people of an age"] = 1.0
    name = "no bearer" if a.who is None and b.who is None else "one bearer"
    found[name] = 1.0
    if same:
        found[f"{name} same"] = 1.0


def _values(a: Item, b: Item, found: Evidence, *, same: bool) -> None:
    side = _side(a)
    if a.figure.vague or b.figure.vague:
        found["vague"] = 1.0
        alike = a.claim.predicate == b.claim.predicate and a.claim.predicate in APART
        if alike and max(a.size, b.size) < _VAGUE * min(a.size, b.size):
            found["vague of the same"] = 1.0
    if a.clock is not None and b.clock is not None:
        if a.clock.part or b.clock.part:
            found["parts of the day" if a.clock.part and b.clock.part else "one part of the day"] = 1.0
        elif not same and abs(a.clock.low - b.clock.low) <= _NEAR:
            found["times near"] = 1.0
    if same:
        found[f"same {side}"] = 1.0
        found["same rare value" if a.rarity else f"same tiny {side}"] = a.rarity or 1.0
    elif a.amount is not None and b.amount is not None:
        _unequal(a, b, found)


def _unequal(a: Item, b: Item, found: Evidence) -> None:
    if a.amount is None or b.amount is None:
        return
    if a.dimension == _MONEY and a.figure.unit != b.figure.unit:
        found["other currency"] = 1.0
        return
    if a.size * b.size > 0 and not a.figure.vague and not b.figure.vague:
        near = min(a.size, b.size) / max(a.size, b.size)
        found[f"{_side(a)} near"] = near
        if near > _CLOSE:
            found[f"{_side(a)} close"] = 1.0
    if a.dimension == _COUNT and a.size <= _TINY and b.size <= _TINY:
        found["tiny"] = 1.0
