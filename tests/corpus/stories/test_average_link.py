from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from corpus.stories.average_link import MOST_PAIRS, average_link

THRESHOLD = 0.5

matrices = st.integers(0, 7).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 100).map(lambda percent: percent / 100), min_size=size, max_size=size),
        min_size=size,
        max_size=size,
    )
)


def clusters(matrix: Sequence[Sequence[float]], fixed: Sequence[bool] = ()) -> list[list[int]]:
    def likeness(first: int, second: int) -> float:
        return matrix[min(first, second)][max(first, second)]

    size = len(matrix)
    pairs = [pair for pair in combinations(range(size), 2) if likeness(*pair) >= THRESHOLD]
    marks = list(fixed) or [False] * size
    return average_link([[index] for index in range(size)], marks, pairs, likeness, THRESHOLD)


def mean(matrix: Sequence[Sequence[float]], ours: Sequence[int], theirs: Sequence[int]) -> float:
    total = sum(matrix[min(one, other)][max(one, other)] for one in ours for other in theirs)
    return total / (len(ours) * len(theirs))


def test_a_chain_is_cut_where_the_mean_falls_below_the_threshold() -> None:
    matrix = [[1.0, 0.9, 0.0, 0.0], [0.0, 1.0, 0.6, 0.0], [0.0, 0.0, 1.0, 0.9], [0.0, 0.0, 0.0, 1.0]]
    assert sorted(map(sorted, clusters(matrix))) == [[0, 1], [2, 3]]


def test_the_likest_are_merged_first() -> None:
    matrix = [[1.0, 0.6, 0.0], [0.0, 1.0, 0.7], [0.0, 0.0, 1.0]]
    assert sorted(map(sorted, clusters(matrix))) == [[0], [1, 2]]


def test_fixed_clusters_stay_apart_and_may_grow() -> None:
    matrix = [[1.0, 0.9, 0.8], [0.0, 1.0, 0.6], [0.0, 0.0, 1.0]]
    assert sorted(map(sorted, clusters(matrix, [True, True, False]))) == [[0, 2], [1]]


@given(matrices)
def test_every_member_is_kept_once_and_no_two_clusters_could_be_merged(matrix: list[list[float]]) -> None:
    found = clusters(matrix)
    assert sorted(member for cluster in found for member in cluster) == list(range(len(matrix)))
    assert all(mean(matrix, ours, theirs) < THRESHOLD + 1e-9 for ours, theirs in combinations(found, 2))


@given(matrices, st.data())
def test_no_cluster_holds_two_fixed_ones(matrix: list[list[float]], data: st.DataObject) -> None:
    fixed = data.draw(st.lists(st.booleans(), min_size=len(matrix), max_size=len(matrix)))
    for cluster in clusters(matrix, fixed):
        assert sum(fixed[member] for member in cluster) < 2


def test_large_clusters_are_compared_by_a_bounded_number_of_pairs() -> None:
    asked: list[tuple[int, int]] = []

    def likeness(first: int, second: int) -> float:
        asked.append((first, second))
        return 1.0

    groups = [list(range(1000)), list(range(1000, 3000)), [3000]]
    pairs = [(0, 1), (0, 2)]
    assert len(average_link(groups, [False, False, False], pairs, likeness, THRESHOLD)) == 1
    assert len(asked) <= 3 * MOST_PAIRS
    assert len(set(asked)) == len(asked)
