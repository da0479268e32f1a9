"""Which articles of a story are held against each other: all of them, or of many each with those that share most."""

from collections.abc import Mapping
from math import log
from typing import Final

from corpus.alignments.space import Space

_MOST: Final = 16  # articles with which one is held against in a large story
_COMMON: Final = 64  # articles that share a term; one that more have says nothing of which are near


def compared(space: Space) -> list[tuple[int, int]]:
    """The pairs of articles (a, b), a < b, sorted; at most `_MOST` for each article of a story of more than that."""
    count = len(space.articles)
    if count <= _MOST + 1:
        return [(a, b) for a in range(count) for b in range(a + 1, count)]
    found: set[tuple[int, int]] = set()
    for a, others in enumerate(_shared(space)):
        beside = (b for b in range(max(0, a - _MOST), min(count, a + _MOST + 1)) if b != a)
        found.update((min(a, b), max(a, b)) for b in _nearest(a, {**dict.fromkeys(beside, 0.0), **others}))
    return sorted(found)


def _nearest(a: int, others: Mapping[int, float]) -> list[int]:
    return sorted(others, key=lambda b: (-others[b], abs(a - b), b))[:_MOST]


def _shared(space: Space) -> list[dict[int, float]]:
    """For each article the others that share terms with it, and what those terms weigh."""
    where: dict[str, list[int]] = {}
    for article, places in enumerate(space.places):
        for term in places:
            where.setdefault(term, []).append(article)
    shared: list[dict[int, float]] = [{} for _ in space.articles]
    for _, articles in sorted(where.items()):
        if len(articles) <= _COMMON:
            weight = log(1 + len(shared) / len(articles))
            for a in articles:
                for b in articles:
                    shared[a][b] = shared[a].get(b, 0.0) + weight
    for a, others in enumerate(shared):
        others.pop(a, None)
    return shared
