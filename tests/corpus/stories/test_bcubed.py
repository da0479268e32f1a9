import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.stories.bcubed import Agreement, bcubed

clusterings = st.lists(st.integers(0, 4), max_size=20)


def by_definition(found: list[int], gold: list[int]) -> float:
    """The mean share of each element's found cluster that is in its gold cluster."""
    shares = []
    for one, true in zip(found, gold, strict=True):
        cluster = [other for other, number in zip(gold, found, strict=True) if number == one]
        shares.append(cluster.count(true) / len(cluster))
    return sum(shares) / len(shares)


def test_the_example_of_the_definition() -> None:
    agreement = bcubed([0, 0, 0, 1, 1], [0, 0, 1, 1, 1])
    assert agreement.precision == pytest.approx(11 / 15)
    assert agreement.recall == pytest.approx(11 / 15)
    assert agreement.f1 == pytest.approx(11 / 15)


def test_nothing_agrees_with_nothing() -> None:
    assert bcubed([], []) == Agreement(1.0, 1.0)
    assert Agreement(0.0, 0.0).f1 == 0.0


@given(clusterings.filter(bool), st.data())
def test_it_is_the_definition_and_its_mirror(found: list[int], data: st.DataObject) -> None:
    gold = data.draw(st.lists(st.integers(0, 4), min_size=len(found), max_size=len(found)))
    agreement, mirrored = bcubed(found, gold), bcubed(gold, found)
    assert agreement.precision == pytest.approx(by_definition(found, gold))
    assert (agreement.precision, agreement.recall) == pytest.approx((mirrored.recall, mirrored.precision))


@given(clusterings)
def test_a_clustering_agrees_with_itself_whatever_its_names(found: list[int]) -> None:
    agreement = bcubed(found, [f"story {number}" for number in found])
    assert (agreement.precision, agreement.recall) == pytest.approx((1.0, 1.0))


def test_lengths_have_to_match() -> None:
    with pytest.raises(ValueError, match="shorter"):
        bcubed([1, 2], [1])
