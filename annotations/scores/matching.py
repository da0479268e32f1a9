"""The best way to pair rows with columns, each of which may occur once: what CEAF matches entities with.

Rows are matched one after the other along the cheapest augmenting path (Kuhn 1955, Munkres 1957). Paths are found with
Dijkstra's algorithm over costs reduced by potentials, so few columns a row are cheap.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


def best_pairs(weights: Mapping[Row, Mapping[Column, float]]) -> list[tuple[Row, Column]]:
    """The pairs (row, column) of the largest total weight in which each row and column occurs once at most.

    Weights are 0 to 1; a row may stay alone.
    """
    matching = _Matching(weights)
    for row in range(len(weights)):
        matching.add(row)
    return matching.pairs()


class _Matching(Generic[Row, Column]):
    """Which column each row has so far, and the potentials."""

    def __init__(self, weights: Mapping[Row, Mapping[Column, float]]) -> None:
        self._rows = list(weights)
        self._columns = list({column: None for row in weights.values() for column in row})
        number = {column: at for at, column in enumerate(self._columns)}
        # Each row has a column of its own, at no gain.
        self._costs = [
            {**{number[column]: 1 - weight for column, weight in row.items()}, len(number) + at: 1.0}
            for at, row in enumerate(weights.values())
        ]
        self._owner: dict[int, int] = {}
        self._column: dict[int, int] = {}
        self._of_row: dict[int, float] = defaultdict(float)
        self._of_column: dict[int, float] = defaultdict(float)

    def pairs(self) -> list[tuple[Row, Column]]:
        """What is matched, by row."""
        found = sorted((row, column) for column, row in self._owner.items() if column < len(self._columns))
        return [(self._rows[row], self._columns[column]) for row, column in found]

    def add(self, start: int) -> None:
        """Matches one more row, and others anew where that is cheaper."""
        before, column = self._cheapest(start)
        while True:
            row = before[column]
            previous = self._column.get(row)
            self._owner[column], self._column[row] = row, column
            if row == start or previous is None:
                return
            column = previous

    def _cheapest(self, start: int) -> tuple[dict[int, int], int]:
        """The row before each column on the way, and the free column at which the cheapest path ends."""
        distance: dict[int, float] = {}
        before: dict[int, int] = {}
        done: dict[int, None] = {}
        queue: list[tuple[float, int]] = []
        row, way = start, 0.0
        while True:
            for column, cost in self._costs[row].items():
                further = way + cost - self._of_row[row] - self._of_column[column]
                if column not in done and further < distance.get(column, math.inf):
                    distance[column], before[column] = further, row
                    heapq.heappush(queue, (further, column))
            way, column = heapq.heappop(queue)
            while column in done:
                way, column = heapq.heappop(queue)
            done[column] = None
            if column not in self._owner:
                break
            row = self._owner[column]
        self._of_row[start] += way
        for one in list(done)[:-1]:
            self._of_row[self._owner[one]] += way - distance[one]
            self._of_column[one] += distance[one] - way
        return before, column
