"""The best pairs against all pairings there are."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.scores.matching import best_pairs


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), max_size=4))
def test_the_best_matching_is_the_best_of_all(rows: list[list[float]]) -> None:
    weights: dict[Any, dict[Any, float]] = {
        f"r{at}": {column: weight for column, weight in enumerate(row) if weight > 0.3} for at, row in enumerate(rows)
    }
    best = max(
        sum(weights[f"r{at}"].get(column, 0) for at, column in enumerate(order))
        for order in permutations(range(4), len(rows))
    )
    found = best_pairs(weights)
    assert sum(weights[row][column] for row, column in found) == pytest.approx(best)
    assert all(len(set(side)) == len(found) for side in zip(*found, strict=True))
