"""Articles grouped into stories: those that report one event.

Articles that speak of the same rare things are likened pair by pair, and average link makes stories of them. What is
rare can be told better once it is known which articles belong together, so there are rounds: each counts a thing once
for each story of the one before. The threshold rises with the number of stories, since among many there is more chance
likeness, and is low for a handful of articles, which are mostly of one story.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from heapq import nlargest
from itertools import chain
from typing import Final

from corpus.stories.average_link import average_link
from corpus.stories.profile import Hashes, Profile, hashes
from corpus.stories.vectors import Space, Vector, by_feature, live

THRESHOLD: Final = 0.145  # mean likeness of the articles of one story among few others
GROWTH: Final = 0.0625  # the power of the number of stories by which it grows
ROUNDS: Final = 3
FEWER: Final = 0.9  # a round that leaves a larger share of the stories apart changes no count that matters

_CANDIDATES: Final = 24  # earlier articles that one is likened to, and later ones that are placed
_NEAREST: Final = 40  # articles with a feature that are looked at, the nearest in time
_LOOKS: Final = 1000  # articles that are looked at for one

Progress = Callable[[int, int], object]


def grouped(profiles: Sequence[Profile], placed: Sequence[int | None], progress: Progress | None = None) -> list[int]:
    """The number of the story of each article.

    `placed[i]` is the number of the story that article `i` is in already, 0 or more, or None. Placed articles stay
    where they are and their stories stay apart; others join a story or form new ones, whose numbers follow the highest
    given one in the order of their first articles. The partition does not depend on the order of the new articles.
    `progress` is told how many articles are done, and of how many. Raises ValueError where the lengths differ.
    """
    if len(profiles) != len(placed):
        raise ValueError(f"{len(profiles)} profiles, but {len(placed)} places")
    order = sorted(range(len(profiles)), key=lambda index: _time_and_content(profiles[index]))
    groups, homes = _groups([placed[index] for index in order])
    new = [placed[index] is None for index in order]
    neighbours = _Neighbours([profiles[index] for index in order], new, groups)
    pairs = neighbours.pairs(progress)
    stories: Sequence[Sequence[int]] = groups
    for round_number in range(ROUNDS):
        if round_number:
            neighbours.count(stories)
        before, stories = len(stories), _merged(neighbours, groups, homes, pairs)
        if len(stories) > FEWER * before:
            break
    return _numbered([[order[position] for position in story] for story in stories], placed)


def _merged(
    neighbours: "_Neighbours", groups: Sequence[Sequence[int]], homes: Sequence[int], pairs: Sequence[Sequence[int]]
) -> list[list[int]]:
    """The groups merged by average link over those of the pairs that reach the threshold."""
    stories = neighbours.space.stories
    threshold = THRESHOLD * stories**GROWTH * stories / (stories + 1)
    alike = (
        (homes[one], homes[other])
        for one, others in enumerate(pairs)
        for other in others
        if neighbours.likeness(one, other) >= threshold
    )
    fixed = [not neighbours.new[group[0]] for group in groups]
    return average_link(groups, fixed, alike, neighbours.likeness, threshold)


class _Neighbours:
    """Finds articles that may be alike; they are known by their positions, from the earliest to the latest."""

    def __init__(self, profiles: Sequence[Profile], new: Sequence[bool], stories: Sequence[Sequence[int]]) -> None:
        self.profiles = profiles
        self.new = new
        self.some_placed = not all(new)
        self.space = Space.of(profiles, stories)
        self.vectors: dict[int, Vector] = {}
        self.last: tuple[int, dict[int, float]] = (-1, {})

    def count(self, stories: Sequence[Sequence[int]]) -> None:
        """Count what is rare anew, in these stories."""
        self.vectors.clear()
        self.last = -1, {}
        self.space = self.space.counted(self.profiles, stories)

    def vector(self, position: int) -> Vector:
        """The vector of an article."""
        found = self.vectors.get(position)
        if found is None:
            found = self.vectors[position] = self.space.vector(self.profiles[position])
        return found

    def likeness(self, first: int, second: int) -> float:
        """How alike two articles are."""
        if self.last[0] != first:
            self.last = first, by_feature(self.vector(first))
        return self.space.likeness(self.last[1], self.profiles[first].day, self.vector(second))

    def pairs(self, progress: Progress | None) -> list[Hashes]:
        """For each new article others that it may be like: earlier ones, and later ones that are placed."""
        total = len(self.profiles)
        holders = self._holders()
        nothing = hashes()
        found: list[Hashes] = []
        for position, is_new in enumerate(self.new):
            found.append(self._candidates(position, holders) if is_new else nothing)
            if progress is not None and position % 256 == 0:
                progress(position, total)
        if progress is not None:
            progress(total, total)
        return found

    def _holders(self) -> dict[int, Hashes]:
        """The articles that have each of the shared features of the new ones, earliest first."""
        wanted: set[int] = set()
        for profile, is_new in zip(self.profiles, self.new, strict=True):
            if is_new:
                wanted.update(live(profile, self.space.furniture)[0])
        holders = {feature: hashes() for feature in wanted & self.space.frequencies.keys()}
        for position, profile in enumerate(self.profiles):
            for feature in holders.keys() & profile.features:
                holders[feature].append(position)
        return holders

    def _candidates(self, position: int, holders: Mapping[int, Hashes]) -> Hashes:
        """The articles that share the most, and the rarest, of the features of one."""
        earlier: dict[int, float] = {}
        later: dict[int, float] = {}
        looks = 0
        for feature in self.vector(position).features:
            weight = self.space.rarity(feature) ** 2
            found = holders[feature]
            at = bisect_left(found, position)
            for other in found[max(0, at - _NEAREST) : at]:
                earlier[other] = earlier.get(other, 0.0) + weight
            if self.some_placed:
                for other in found[at + 1 : at + 1 + _NEAREST]:
                    if not self.new[other]:
                        later[other] = later.get(other, 0.0) + weight
            looks += min(len(found), _NEAREST)
            if looks > _LOOKS:
                break
        best = (nlargest(_CANDIDATES, side, key=lambda other: (side[other], -other)) for side in (earlier, later))
        return array("I", chain.from_iterable(best))


def _time_and_content(profile: Profile) -> tuple[int, bytes]:
    return profile.day or 0, profile.to_bytes()


def _groups(placed: Sequence[int | None]) -> tuple[list[list[int]], list[int]]:
    """The articles that are together to begin with, and in which of these groups each article is."""
    groups: list[list[int]] = []
    homes: list[int] = []
    known: dict[int, int] = {}
    for position, number in enumerate(placed):
        home = len(groups) if number is None else known.setdefault(number, len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(position)
        homes.append(home)
    return groups, homes


def _numbered(clusters: Sequence[Sequence[int]], placed: Sequence[int | None]) -> list[int]:
    """The story number of each article; new stories are numbered after the given ones, by their first article."""
    result = [-1 if number is None else number for number in placed]
    following = max(result, default=-1) + 1
    for cluster in sorted(clusters, key=min):
        number = max(result[index] for index in cluster)
        if number < 0:
            number, following = following, following + 1
        for index in cluster:
            if result[index] < 0:
                result[index] = number
    return result
