"""The passages of another article that may say what one passage says, the weaker ones too, to go through by a key."""

from typing import Final

from corpus.alignments.reason import reason
from corpus.alignments.space import Space, score
from corpus.alignments.verbatim import alike, quoted_words
from corpus.span import Span

WEAKEST: Final = -2.0  # log odds below which a passage is no match


def matches(space: Space, a: int, span: Span, b: int) -> list[tuple[Span, int, str]]:
    """The sentences of article `b` that match `span` of article `a`, best first; none where none does.

    Each with its score of 0 to 100 and a reason in a few words. From 50 on it is what `alignments` proposes as well.
    """
    units = [index for index, unit in enumerate(space.units[a]) if unit.overlaps(span)]
    found: dict[int, tuple[float, str]] = {}
    likeness = space.likeness(a, b)
    for i in units:
        for j in range(len(space.units[b])):
            odds = likeness.get((i, j), WEAKEST)
            if odds > max(WEAKEST, found.get(j, (WEAKEST, ""))[0]):
                found[j] = odds, reason(space, a, i, b, j)
    best = {j: (score(odds), why) for j, (odds, why) in found.items()}
    for j, count in _quoted(space, a, units, b).items():
        best[j] = min(100, 90 + count), f"{count} words quoted alike"
    ordered = sorted(best, key=lambda j: (-best[j][0], j))
    return [(space.units[b][j], *best[j]) for j in ordered]


def nearest(space: Space, a: int, b: int, most: int) -> dict[int, list[tuple[Span, int, str]]]:
    """For each unit of article `a` that has matches in `b`: up to `most` of them, as `matches` gives them."""
    rows: dict[int, list[tuple[float, int]]] = {}
    for (i, j), odds in space.likeness(a, b).items():
        if odds > WEAKEST:
            rows.setdefault(i, []).append((-odds, j))
    return {
        i: [(space.units[b][j], score(-odds), reason(space, a, i, b, j)) for odds, j in sorted(row)[:most]]
        for i, row in rows.items()
    }


def _quoted(space: Space, a: int, units: list[int], b: int) -> dict[int, int]:
    """The units of `b` that quote what `units` of `a` quote, and how many words."""
    first = quoted_words(space.articles[a], space.units[a])
    second = quoted_words(space.articles[b], space.units[b])
    own = {unit: first[unit] for unit in units if unit in first}
    found: dict[int, int] = {}
    for (_, _, _, j), count in alike([own, second]).items():
        found[j] = max(count, found.get(j, 0))
    return found
