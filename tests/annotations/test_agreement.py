"""Agreement between reviewers, against figures worked out by hand."""

from decimal import Decimal

from annotations.scores.agreement import Agreement, Pair
from tests.annotations.examples import Mark, gold

BOTH = ("anna", "ben")


def pair(*marks: Mark, text: str = "Ann met Bob in Rome") -> Pair:
    agreement = Agreement()
    agreement.add(gold(text, *marks, finished_by=BOTH))
    return agreement.pairs[BOTH]


def test_f1_wants_the_same_edges_and_label() -> None:
    one = pair(Mark("Ann", "PERSON"), Mark("Ann", "PERSON", "ben"), Mark("Bob", "PERSON"), Mark("Rome", "GPE", "ben"))
    assert one.f1() == Decimal("0.5")
    assert (one.f1("PERSON"), one.f1("GPE"), one.f1("ORG")) == (Decimal(2) / 3, Decimal(0), None)


def test_kappa_is_that_of_cohen() -> None:
    # Five tokens: both say PERSON once and O three times; anna alone says PERSON once.
    one = pair(Mark("Ann", "PERSON"), Mark("Ann", "PERSON", "ben"), Mark("Bob", "PERSON"))
    agreed, chance = Decimal(4) / 5, (Decimal(2 * 1) + Decimal(3 * 4)) / 25
    assert one.kappa() == (agreed - chance) / (1 - chance)


def test_nothing_is_said_where_nothing_can_be() -> None:
    assert pair().f1() is None
    assert pair().kappa() is None
    assert pair(text="").kappa() is None


def test_only_articles_that_both_finished_count() -> None:
    agreement = Agreement()
    agreement.add(gold("Ann", Mark("Ann"), finished_by=("anna",)))
    assert agreement.pairs == {}
    agreement.add(gold("Ann", Mark("Ann"), finished_by=("anna", "ben", "cy")))
    assert sorted(agreement.pairs) == [("anna", "ben"), ("anna", "cy"), ("ben", "cy")]


def test_rejected_spans_are_no_spans_and_nested_ones_count_by_the_longest() -> None:
    from annotations.model import Verdict

    one = pair(Mark("Ann", "PERSON"), Mark("Ann", "PERSON", "ben", Verdict.REJECTED))
    assert one.f1() == 0
    nested = pair(Mark("Ann met Bob"), Mark("Bob", "PERSON"), Mark("Ann met Bob", "ORG", "ben"))
    assert nested.kappa() == 1
