"""Training, development and test data: each story whole in one of them, and always in the same one.

Where a story goes follows from its id and the seed alone, so stories that are added later move none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, NamedTuple

from annotations.errors import ExportUsageError
from annotations.gold import GoldStory

NAMES: Final = ("train", "dev", "test")
_STEPS: Final = 1 << 64


@dataclass(frozen=True, slots=True)
class Splits:
    """The shares of training, development and test data, in any unit (80, 10, 10), and the `seed`."""

    shares: tuple[int, int, int]
    seed: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Those that have a share."""
        return tuple(name for name, share in zip(NAMES, self.shares, strict=True) if share)

    def of(self, story: GoldStory) -> str:
        """The name of the part that a story is in."""
        key = story.id or story.articles[0].article.id
        digest = sha256(f"{self.seed}\0{key}".encode()).digest()
        at = int.from_bytes(digest[:8], "big") * sum(self.shares) // _STEPS
        for name, share in zip(NAMES, self.shares, strict=True):
            if at < share:
                return name
            at -= share
        raise AssertionError(at)

    def taken(self, stories: Iterable[GoldStory], name: str) -> Iterator[GoldStory]:
        """The stories of one part."""
        return (story for story in stories if self.of(story) == name)


class Place(NamedTuple):
    """An article by its name, and the part that it lies in."""

    article: str
    part: str


@dataclass(frozen=True, slots=True)
class Spread:
    """How stories lie in parts: which parts are `empty`, and `equal`, pairs of places of one text in two parts.

    Of a text there is one such pair, however often it comes. `stories` is how many there are.
    """

    empty: tuple[str, ...]
    equal: tuple[tuple[Place, Place], ...]
    stories: int = field(default=0, compare=False)


def spread(stories: Iterable[GoldStory], parts: Splits) -> Spread:
    """How stories lie in parts; of the texts no more than their hashes is held."""
    first: dict[str, Place] = {}
    equal: dict[str, tuple[Place, Place]] = {}
    full: set[str] = set()
    number = 0
    for story in stories:
        number += 1
        part = parts.of(story)
        full.add(part)
        for one in story.articles:
            place = Place(one.article.name, part)
            before = first.setdefault(one.article.sha256, place)
            if before.part != part:
                equal.setdefault(one.article.sha256, (before, place))
    empty = tuple(name for name in parts.names if name not in full)
    return Spread(empty, tuple(equal.values()), number)


def splits(shares: str, seed: int = 0) -> Splits:
    """Splits from shares as a person writes them, 80/10/10 or 90/10. Raises ExportUsageError."""
    pieces = shares.replace(":", "/").split("/")
    if not all(piece.strip().isdecimal() for piece in pieces) or not 2 <= len(pieces) <= 3:
        raise ExportUsageError(
            f"{shares!r} are no shares", todo="write train/dev/test such as 80/10/10, or train/dev: 90/10"
        )
    numbers = [*map(int, pieces), 0][:3]
    if not sum(numbers):
        raise ExportUsageError("all shares are 0", todo="write train/dev/test such as 80/10/10")
    return Splits((numbers[0], numbers[1], numbers[2]), seed)
