"""The scorers against sums that can be done by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.coreference import ceaf_e, conll, differing, muc

GOLD = "aaaaabbccccc"  # 5, 2 and 5 mentions
JOINED = "aaaaabbbbbbb"  # the second and the third put together


def test_muc_counts_links() -> None:
    found = muc(JOINED, GOLD)
    assert found.precision == pytest.approx(9 / 10)
    assert found.recall == 1
    assert found.f1 == pytest.approx(18 / 19)


def test_ceaf_matches_clusters_one_to_one() -> None:
    found = ceaf_e(JOINED, GOLD)
    assert found.precision == pytest.approx((1 + 10 / 12) / 2)
    assert found.recall == pytest.approx((1 + 10 / 12) / 3)


@given(st.lists(st.integers(0, 4), max_size=12))
def test_what_agrees_in_everything_scores_one(of: list[int]) -> None:
    assert conll(of, [f"c{one}" for one in of]) == pytest.approx(1)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12))
def test_scores_lie_between_nothing_and_one_and_turn_with_the_sides(pairs: list[tuple[int, int]]) -> None:
    found, gold = [one for one, _ in pairs], [other for _, other in pairs]
    assert 0 <= conll(found, gold) <= 1 + 1e-9
    assert ceaf_e(found, gold).precision == pytest.approx(ceaf_e(gold, found).recall)
    assert muc(found, gold).precision == pytest.approx(muc(gold, found).recall)


def test_differing_names_count_once_and_equal_ones_never() -> None:
    names = ["Ane Lund", "Lund", "Lund", "Lund", "Oslo", "OSL"]
    found = differing([1, 1, 1, 1, 2, 3], [1, 1, 1, 1, 2, 2], names)
    assert (found.precision, found.recall) == (1, 0.5)
    assert differing([1, 2, 3], [1, 2, 3], ["a", "a", "b"]).f1 == 1
