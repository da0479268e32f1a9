"""Which paragraphs of an article are folded away: those that are boilerplate from end to end. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from corpus.span import Span

Fold = tuple[int, int]


def folds(text: str, regions: Iterable[Span], opened: Iterable[int] = ()) -> list[Fold]:
    """The stretches of whole paragraphs that lie in regions (sorted by place), as long as they go.

    A fold runs from the start of its first line to the end of its last one. Those that hold one of the offsets
    `opened` are left out.
    """
    found: list[Fold] = []
    for region in regions:
        start, end = region.start, region.end
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    whole = (_whole(text, start, end) for start, end in found)
    at = list(opened)
    return [fold for fold in whole if fold and not any(fold[0] <= offset < fold[1] for offset in at)]


def fold_at(found: Sequence[Fold], offset: int) -> Fold | None:
    """The fold that holds an offset."""
    index = bisect_right(found, offset, key=itemgetter(0)) - 1
    return found[index] if index >= 0 and found[index][0] <= offset < found[index][1] else None


def _whole(text: str, start: int, end: int) -> Fold | None:
    """The whole lines within a stretch: what is left of its first and last line may hold nothing."""
    first = text.rfind("\n", 0, start) + 1
    if text[first:start].strip():
        first = text.find("\n", start, end) + 1
        if not first:
            return None
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if text[end:last].strip():
        last = text.rfind("\n", start, end)
        if last < 0:
            return None
    return (first, last) if text[first:last].strip() else None
