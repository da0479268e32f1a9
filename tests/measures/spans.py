"""Compares spans: exact ones for the counts, overlapping ones where something optional stands."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

from tests.measures.ratio import Counts
from tests.measures.rows import Row, optional, rows

Key = Callable[[Row], Hashable]


class Places:
    """Spans by article, to ask what overlaps what. Spans of one article may overlap each other."""

    def __init__(self, spans: Iterable[Row]) -> None:
        self._by_doc: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(spans, key=lambda row: (row["start"], row["end"])):
            self._by_doc[row["doc"]].append(row)
        self._longest = {
            doc: max(row["end"] - row["start"] for row in spans_of) for doc, spans_of in self._by_doc.items()
        }

    def overlapping(self, doc: str, start: int, end: int) -> list[Row]:
        """The rows that share a code point with the span, by start."""
        spans = self._by_doc.get(doc, [])
        first = bisect_left(spans, start - self._longest.get(doc, 0), key=lambda row: row["start"])
        last = bisect_left(spans, end, key=lambda row: row["start"])
        return [row for row in spans[first:last] if row["end"] > start]

    def nearest(self, doc: str, start: int, end: int) -> Row | None:
        """The row that shares most with the span, the exact one before all others."""
        found = self.overlapping(doc, start, end)
        return max(found, key=lambda row: _shared(row, start, end), default=None)


def _shared(row: Row, start: int, end: int) -> tuple[bool, int]:
    return row["start"] == start and row["end"] == end, min(row["end"], end) - max(row["start"], start)


def place(row: Row) -> tuple[str, int, int]:
    """Where a row stands."""
    return row["doc"], row["start"], row["end"]


def neutral(gold: Path, right: Iterable[Row]) -> Places:
    """What a proposal may overlap without being false: optional rows of its file, and optional boilerplate."""
    regions = rows(gold, "boilerplate") or []
    return Places([row for row in (*right, *regions) if optional(row)])


def counts(right: Iterable[Row], found: Iterable[Row], open_: Places, key: Key) -> Counts:
    """How many of `found` have the key of a row in `right`; each key counts once."""
    wanted = {key(row) for row in right if not optional(row)}
    proposed = {key(row): row for row in found}
    hits = wanted & proposed.keys()
    false = sum(1 for one, row in proposed.items() if one not in hits and not open_.overlapping(*place(row)))
    return Counts(len(hits), false, len(wanted) - len(hits))
