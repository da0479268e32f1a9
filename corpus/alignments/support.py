"""Two sentences are more surely the same fact where a sentence of a third article says what each of them says."""

from collections.abc import Mapping
from typing import Final

_BY_THIRD: Final = 0.6  # of the log odds of the weaker of the two links

Pair = tuple[int, int, int, int]  # article, unit, article, unit


def supported(likeness: Mapping[Pair, float]) -> dict[Pair, float]:
    """The log odds of each pair, raised by what third articles say; links below 0 support nothing."""
    links: dict[tuple[int, int], dict[tuple[int, int], float]] = {}
    for (a, i, b, j), odds in likeness.items():
        if odds > 0:
            links.setdefault((a, i), {})[b, j] = odds
            links.setdefault((b, j), {})[a, i] = odds
    return {pair: odds + _BY_THIRD * _support(links, pair) for pair, odds in likeness.items()}


def _support(links: Mapping[tuple[int, int], Mapping[tuple[int, int], float]], pair: Pair) -> float:
    a, i, b, j = pair
    others = links.get((b, j), {})
    both = (
        min(odds, others[third])
        for third, odds in links.get((a, i), {}).items()
        if third in others and third[0] not in (a, b)
    )
    return max(both, default=0.0)
