"""What some spans cover of a text, for looking up without going through all of them."""

from bisect import bisect_left
from collections.abc import Iterable

from corpus.span import Span


def united(spans: Iterable[Span]) -> list[Span]:
    """The spans sorted, with those that share a code point made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


class Covered:
    """What `spans` cover, in whatever order they come and however they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        whole = united(spans)
        self._starts = [span.start for span in whole]
        self._ends = [span.end for span in whole]

    def touches(self, span: Span) -> bool:
        """Whether any of a span is covered."""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and self._ends[index] > span.start
