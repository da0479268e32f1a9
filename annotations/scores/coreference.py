"""How well the entities of a response agree with those of a key: MUC, B-cubed, CEAF, BLANC, LEA and the CoNLL mean.

The first four give what the scorer of the CoNLL-2011 and 2012 shared tasks gives (version 8, Pradhan et al. 2014), LEA
what Moosavi and Strube (2016) say. An entity is a set of mentions, and a mention is anything that can be compared;
singletons count. The counts of several documents are added up before anything is divided, as the scorer does.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from annotations.scores.matching import best_pairs

Entity = AbstractSet[Hashable]
Entities = Sequence[Entity]
Document = tuple[Entities, Entities]
"""The key and the response of one document; mentions of other documents do not meet."""

CONLL: Final = ("muc", "bcub", "ceafe")
"""The measures whose F1 the CoNLL mean is of."""
_PLACES: Final = Decimal("0.000001")
_NOTHING: Final = Fraction(0)


class Share(NamedTuple):
    """A part of a whole, not divided yet."""

    part: Fraction = _NOTHING
    whole: Fraction = _NOTHING

    def plus(self, other: "Share") -> "Share":
        """Both, added up."""
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def value(self) -> Fraction:
        """0 to 1; 0 of nothing."""
        return self.part / self.whole if self.whole else _NOTHING


NONE: Final = Share()


class Measure(NamedTuple):
    """Recall, precision and their harmonic mean, 0 to 1; exact until `decimals`."""

    recall: Fraction
    precision: Fraction
    f1: Fraction

    @property
    def decimals(self) -> tuple[Decimal, Decimal, Decimal]:
        """The three with six places."""
        return decimal(self.recall), decimal(self.precision), decimal(self.f1)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a measure counts in a document: of the key for recall, of the response for precision."""

    recall: Share = NONE
    precision: Share = NONE

    def plus(self, other: "Counts") -> "Counts":
        """Those of two documents."""
        return Counts(self.recall.plus(other.recall), self.precision.plus(other.precision))

    @property
    def measure(self) -> Measure:
        """What they come to."""
        recall, precision = self.recall.value, self.precision.value
        both = recall + precision
        return Measure(recall, precision, 2 * recall * precision / both if both else _NOTHING)


def coreference_scores(documents: Iterable[Document]) -> dict[str, Measure]:
    """`muc`, `bcub`, `ceafm`, `ceafe`, `lea`, `blanc` over all documents, by these names."""
    totals: defaultdict[str, Counts] = defaultdict(Counts)
    for key, response in documents:
        sides = _once(key), _once(response)
        for name, count in _COUNTERS.items():
            totals[name] = totals[name].plus(count(*sides))
    found = {name: totals[name].measure for name in _COUNTERS if name not in {"links", "others"}}
    return {**found, "blanc": _blanc(totals["links"], totals["others"])}


def conll_f1(scores: dict[str, Measure]) -> Decimal:
    """The mean F1 of MUC, B-cubed and CEAF-e, with six places."""
    return decimal(sum((scores[name].f1 for name in CONLL), _NOTHING) / len(CONLL))


def decimal(value: Fraction) -> Decimal:
    """A fraction with six places."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_PLACES)


def muc(key: Entities, response: Entities) -> Counts:
    """Links (Vilain et al. 1995): of each entity as many as it has mentions, less one; less the parts it falls into."""
    return Counts(_kept_links(key, response), _kept_links(response, key))


def b_cubed(key: Entities, response: Entities) -> Counts:
    """Mentions (Bagga and Baldwin 1998): the share of a mention's entity that the other side has with it."""
    return Counts(_kept_mentions(key, response), _kept_mentions(response, key))


def ceaf_e(key: Entities, response: Entities) -> Counts:
    """Entities matched one to one (Luo 2005): the best total of 2 |K and R| / (|K| + |R|), by entities."""
    total = Fraction(0)
    for one, other, shared in _matched(key, response, by_size=True):
        total += Fraction(2 * shared, len(key[one]) + len(response[other]))
    return Counts(Share(total, Fraction(len(key))), Share(total, Fraction(len(response))))


def ceaf_m(key: Entities, response: Entities) -> Counts:
    """Entities matched one to one (Luo 2005): the best total of |K and R|, by the number of mentions."""
    total = Fraction(sum(shared for _, _, shared in _matched(key, response, by_size=False)))
    sizes = (Fraction(sum(map(len, side))) for side in (key, response))
    return Counts(*(Share(total, size) for size in sizes))


def lea(key: Entities, response: Entities) -> Counts:
    """Links weighed by the size of their entity (Moosavi and Strube 2016); a singleton is linked to itself."""
    return Counts(_resolved(key, response), _resolved(response, key))


def links(key: Entities, response: Entities) -> Counts:
    """The one half of BLANC (Luo et al. 2014): pairs of mentions of one entity."""
    common = Fraction(sum(_pairs(size) for size in _overlaps(key, response).values()))
    return Counts(*(Share(common, Fraction(sum(_pairs(len(one)) for one in side))) for side in (key, response)))


def others(key: Entities, response: Entities) -> Counts:
    """The other half of BLANC: pairs of mentions of different entities."""
    overlaps = _overlaps(key, response)
    rows, columns = Counter[int](), Counter[int]()
    for (one, other), size in overlaps.items():
        rows[one] += size
        columns[other] += size
    # Pairs of shared mentions, less those that are of one entity on either side.
    common = _pairs(sum(overlaps.values())) + sum(map(_pairs, overlaps.values()))
    common -= sum(map(_pairs, rows.values())) + sum(map(_pairs, columns.values()))
    wholes = (_pairs(sum(map(len, side))) - sum(_pairs(len(one)) for one in side) for side in (key, response))
    return Counts(*(Share(Fraction(common), Fraction(whole)) for whole in wholes))


_COUNTERS: Final = {
    "muc": muc,
    "bcub": b_cubed,
    "ceafm": ceaf_m,
    "ceafe": ceaf_e,
    "lea": lea,
    "links": links,
    "others": others,
}


def _blanc(same: Counts, different: Counts) -> Measure:
    """The mean of both halves; the one alone where the key has nothing of the other, 0 where it has neither."""
    halves = [one.measure for one in (same, different) if one.recall.whole]
    if not halves:
        return Measure(_NOTHING, _NOTHING, _NOTHING)
    sums = (sum(values, _NOTHING) / len(halves) for values in zip(*halves, strict=True))
    return Measure(*sums)


def _once(entities: Entities) -> list[Entity]:
    """Each mention in the first of its entities alone, and no entity that is empty."""
    seen: set[Hashable] = set()
    found: list[Entity] = []
    for entity in entities:
        own = frozenset(entity) - seen
        seen |= own
        if own:
            found.append(own)
    return found


def _overlaps(key: Entities, response: Entities) -> Counter[tuple[int, int]]:
    """How many mentions each entity of the key shares with each of the response, by their numbers; none that is 0."""
    of = {mention: at for at, entity in enumerate(response) for mention in entity}
    return Counter((at, of[mention]) for at, entity in enumerate(key) for mention in entity if mention in of)


def _kept_links(side: Entities, other: Entities) -> Share:
    overlaps = _overlaps(side, other)
    shared, parts = Counter[int](), Counter[int]()
    for (one, _), size in overlaps.items():
        shared[one] += size
        parts[one] += 1
    # A mention that the other side does not have is a part of its own: nothing of it is kept.
    kept = sum(shared[one] - parts[one] for one in shared)
    return Share(Fraction(kept), Fraction(sum(len(entity) - 1 for entity in side)))


def _kept_mentions(side: Entities, other: Entities) -> Share:
    kept = sum((Fraction(size * size, len(side[one])) for (one, _), size in _overlaps(side, other).items()), _NOTHING)
    return Share(kept, Fraction(sum(map(len, side))))


def _resolved(side: Entities, other: Entities) -> Share:
    total = Fraction(0)
    for (one, two), size in _overlaps(side, other).items():
        if len(side[one]) == 1:
            total += len(other[two]) == 1
        else:
            total += Fraction(len(side[one]) * _pairs(size), _pairs(len(side[one])))
    return Share(total, Fraction(sum(map(len, side))))


def _matched(key: Entities, response: Entities, *, by_size: bool) -> list[tuple[int, int, int]]:
    """The entities matched one to one, by their numbers, with how many mentions they share."""
    overlaps = _overlaps(key, response)
    largest = max(overlaps.values(), default=1)
    weights: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), size in overlaps.items():
        weights[one][other] = 2 * size / (len(key[one]) + len(response[other])) if by_size else size / largest
    return [(one, other, overlaps[one, other]) for one, other in best_pairs(weights)]


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
