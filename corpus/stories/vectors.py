"""How alike two articles are: the cosine of what they speak of, each feature weighted by how rare it is in the corpus.

Rarity is counted in stories: what every report of one event says is rare still. And it is counted as if `BACKGROUND`
more stories stood beside those at hand, in which a feature is hardly ever found: two articles alone say little about
which words are common. A piece of text that recurs in articles with unlike
headlines (a slogan, a notice, a list of other stories) counts for nothing. Days of publication raise or lower the
cosine by how much nearer they are than two days of this corpus are as a rule, so where all articles carry one day, or
none, the day says nothing.
"""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log, sqrt
from typing import Final

from corpus.stories.profile import Hashes, Profile, Values, hashes

BACKGROUND: Final = 30.0  # stories
RARE: Final = 0.01  # share of the background that has a feature
NEAR: Final = 12.0  # days after which nearness is halved
BY_DAY: Final = 1.2  # how much nearness in time adds

_HEADLINES: Final = 16  # headlines over a piece that are compared
_SAMPLE: Final = 64  # days that stand for the days of a corpus


@dataclass(frozen=True, slots=True)
class Vector:
    """The features of an article that others share, rarest first, and their weights; `day` as in its profile.

    The vector has length 1 before features that no other article has are left out, so a product is a cosine.
    """

    features: Hashes
    weights: Values
    day: int | None


@dataclass(frozen=True, slots=True)
class Space:
    """What the articles of a corpus are compared in.

    `frequencies` says of each feature that two or more articles have in how many stories it is found, and `rarities[n]`
    how rare one is that is found in n of all `stories`. `furniture` are hashes of pieces that count for nothing,
    `nearness` is the mean nearness of two days of the corpus.
    """

    stories: int
    frequencies: Mapping[int, int]
    rarities: Sequence[float]
    furniture: AbstractSet[int]
    nearness: float

    @classmethod
    def of(cls, profiles: Sequence[Profile], stories: Sequence[Sequence[int]]) -> "Space":
        """The space that `profiles` span, which are together in `stories` so far."""
        furniture = _furniture(profiles)
        days = sorted(profile.day for profile in profiles if profile.day is not None)
        frequencies = _frequencies(profiles, stories, furniture)
        return cls(len(stories), frequencies, _rarities(len(stories)), furniture, _mean_nearness(days))

    def counted(self, profiles: Sequence[Profile], stories: Sequence[Sequence[int]]) -> "Space":
        """The same space, but for the stories that the articles are together in."""
        frequencies = _frequencies(profiles, stories, self.furniture)
        return replace(self, stories=len(stories), frequencies=frequencies, rarities=_rarities(len(stories)))

    def rarity(self, feature: int) -> float:
        """The inverse frequency of a feature among stories, smoothed by the background."""
        return self.rarities[self.frequencies.get(feature, 1)]

    def vector(self, profile: Profile) -> Vector:
        """The vector of an article."""
        features, steps = live(profile, self.furniture)
        counts = [self.frequencies.get(feature, 0) for feature in features]
        weights = [self.rarities[count or 1] * step for count, step in zip(counts, steps, strict=True)]
        length = sqrt(sum(weight * weight for weight in weights)) or 1.0
        shared = sorted(entry for entry in zip(counts, features, weights, strict=True) if entry[0])
        kept = array("I", [feature for _, feature, _ in shared])
        return Vector(kept, array("f", [weight / length for _, _, weight in shared]), profile.day)

    def by_day(self, first: int | None, second: int | None) -> float:
        """The factor by which the days of two articles raise or lower their likeness; 1 where one is unknown."""
        if first is None or second is None:
            return 1.0
        return max(0.0, 1.0 + BY_DAY * (_nearness(first, second) - self.nearness))

    def likeness(self, weights: Mapping[int, float], day: int | None, other: Vector) -> float:
        """How alike two articles are, 0 or more; `weights` are those of the first by feature."""
        product = 0.0
        for feature, weight in zip(other.features, other.weights, strict=True):
            if feature in weights:
                product += weights[feature] * weight
        return product * self.by_day(day, other.day)


def by_feature(vector: Vector) -> dict[int, float]:
    """The weights of a vector by feature."""
    return dict(zip(vector.features, vector.weights, strict=True))


def live(profile: Profile, furniture: AbstractSet[int]) -> tuple[Hashes, bytes]:
    """The features of a profile and their stored weights, without those of its pieces in `furniture`."""
    if furniture.isdisjoint(profile.pieces):
        return profile.features, profile.weights
    features, weights = array("I"), bytearray()
    at = 0
    for number, (piece, size) in enumerate(zip(profile.pieces, profile.sizes, strict=True)):
        end = at + size
        if not number or piece not in furniture:
            features.extend(profile.features[at:end])
            weights.extend(profile.weights[at:end])
        at = end
    return features, bytes(weights)


def _frequencies(
    profiles: Sequence[Profile], stories: Sequence[Sequence[int]], furniture: AbstractSet[int]
) -> dict[int, int]:
    counts: Counter[int] = Counter()
    within: set[int] = set()
    for story in stories:
        if len(story) == 1:
            counts.update(live(profiles[story[0]], furniture)[0])
        else:
            articles: Counter[int] = Counter()
            for index in story:
                articles.update(live(profiles[index], furniture)[0])
            counts.update(articles.keys())
            within.update(feature for feature, count in articles.items() if count > 1)
    return {feature: count for feature, count in counts.items() if count > 1 or feature in within}


def _rarities(stories: int) -> Sequence[float]:
    return [log((stories + BACKGROUND + 1) / (count + BACKGROUND * RARE)) for count in range(stories + 1)]


def _furniture(profiles: Sequence[Profile]) -> frozenset[int]:
    """The pieces that stand in several articles most of whose headlines share less than two terms."""
    every = hashes()
    for profile in profiles:
        every.extend(profile.pieces[1:])
    repeated = {first for first, second in pairwise(sorted(every)) if first == second}
    headlines: dict[int, list[frozenset[int]]] = {piece: [] for piece in repeated}
    for profile in profiles:
        if not repeated.isdisjoint(profile.pieces):
            headline = frozenset(profile.features[: profile.sizes[0]])
            for piece in repeated & set(profile.pieces[1:]):
                if len(headlines[piece]) < _HEADLINES:
                    headlines[piece].append(headline)
    return frozenset(piece for piece, found in headlines.items() if len(found) > 1 and not _agree(found))


def _agree(headlines: Sequence[frozenset[int]]) -> bool:
    """Whether more than half of the headlines share two terms with the one before them, the first with the last."""
    pairs = list(pairwise(headlines))
    if len(headlines) > 2:
        pairs.append((headlines[-1], headlines[0]))
    return 2 * sum(first == second or len(first & second) > 1 for first, second in pairs) > len(pairs)


def _nearness(first: int, second: int) -> float:
    return 1.0 / (1.0 + abs(first - second) / NEAR)


def _mean_nearness(days: Sequence[int]) -> float:
    """The mean nearness of two of `days`, which are sorted; of evenly spread ones where they are many."""
    step = max(1, len(days) // _SAMPLE)
    some = days[step // 2 :: step]
    pairs = len(some) * (len(some) - 1) / 2
    total = sum(_nearness(first, second) for index, first in enumerate(some) for second in some[index + 1 :])
    return total / pairs if pairs else 0.0
