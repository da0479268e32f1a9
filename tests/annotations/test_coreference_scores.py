"""The scores against those of the reference scorer, and against sums that can be done by hand."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.base import How
from annotations.formats.conll2012 import CONLL_2012
from annotations.scores.coreference import Entities, conll_f1, coreference_scores
from tests.annotations.shared_files import real

SAME = {
    "TC-A-1.response": "TC-A.key",
    "TC-E.key": "TC-D.key",
    "TC-G.key": "TC-F-1.response",
    "TC-H.key": "TC-G-1.response",
}
"""Files of the reference scorer that hold the same bytes as another one."""
CLUSTERINGS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


def _entities(name: str) -> Entities:
    """What a file of the reference scorer says: a mention is an article with the numbers of its words."""
    found: list[frozenset[object]] = []
    for story in CONLL_2012.read(real("conll2012-coref", SAME.get(name, name)), How()):
        places: dict[str, object] = {}
        for at, article in enumerate(story.articles):
            text = article.article.text
            for one in article.annotations:
                before, within = text[: one.span.start], one.span.surface(text)
                places[one.id] = at, len(before.split()), len(within.split())
        found += [frozenset(places[each] for each in one.members) for one in story.clusters]
    return found


def _cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(real("conll2012-coref", "expected-scores.json").read_bytes())
    folder = real("conll2012-coref")
    files = {path.name for path in folder.iterdir()}
    return [one for one in found if all(SAME.get(one[side], one[side]) in files for side in ("key", "response"))]


def test_every_case_of_the_reference_scorer_comes_out_as_it_says() -> None:
    cases = _cases()
    assert len(cases) >= 9
    for one in cases:
        found = coreference_scores([(_entities(one["key"]), _entities(one["response"]))])
        for name, wanted in one["recall_precision_f1"].items():
            numbers = [float(value) for value in found[name].decimals]
            assert numbers == pytest.approx(wanted, abs=1e-5), (one["id"], name)


def _sides(pairs: list[tuple[int, int]]) -> tuple[Entities, Entities]:
    sides = []
    for side in (0, 1):
        numbers = sorted({pair[side] for pair in pairs})
        sides.append([frozenset(at for at, pair in enumerate(pairs) if pair[side] == number) for number in numbers])
    return sides[0], sides[1]


def test_a_story_by_hand() -> None:
    key: Entities = [frozenset("abc"), frozenset("de"), frozenset("f")]
    response: Entities = [frozenset("ab"), frozenset("cde"), frozenset("f")]
    found = coreference_scores([(key, response)])
    assert found["muc"].decimals == (Decimal("0.666667"), Decimal("0.666667"), Decimal("0.666667"))
    # a, b: 2/3; c: 1/3; d, e and f: 1
    assert found["bcub"].decimals[0] == Decimal("0.777778")
    assert found["ceafm"].decimals[0] == Decimal("0.833333")
    assert found["ceafe"].decimals[0] == Decimal("0.866667")
    # 3 * 1/3 for abc, 2 for de, 1 for f which is alone on both sides
    assert found["lea"].decimals[0] == Decimal("0.666667")
    assert conll_f1(found) == Decimal("0.770370")


def test_a_mention_that_is_named_twice_counts_once() -> None:
    once = coreference_scores([([{"a", "b"}, {"c"}], [{"a", "b"}])])
    assert coreference_scores([([{"a", "b"}, {"c"}], [{"a", "b"}, {"b"}])]) == once


def test_counts_of_documents_are_added_before_they_are_divided() -> None:
    found = coreference_scores([([{1, 2, 3, 4, 5}], [{1, 2, 3, 4, 5}]), ([{1, 2}], [])])
    assert found["muc"].decimals[0] == Decimal("0.800000")


def test_where_a_side_has_only_singletons_the_other_half_counts_alone() -> None:
    found = coreference_scores([([{1}, {2}, {3}], [{1}, {2}, {3}])])
    assert list(found["blanc"].decimals) == [1, 1, 1]
    assert list(found["muc"].decimals) == [0, 0, 0]
    assert coreference_scores([([{1}], [{1}])])["blanc"].f1 == 0


@given(CLUSTERINGS)
def test_what_agrees_in_everything_scores_one(pairs: list[tuple[int, int]]) -> None:
    key, _ = _sides(pairs)
    found = coreference_scores([(key, key)])
    assert all(found[name].f1 == 1 for name in ("bcub", "ceafm", "ceafe", "lea"))


@given(CLUSTERINGS)
def test_recall_is_the_precision_of_the_other_way_round(pairs: list[tuple[int, int]]) -> None:
    key, response = _sides(pairs)
    found, turned = coreference_scores([(key, response)]), coreference_scores([(response, key)])
    for name in ("muc", "bcub", "ceafm", "ceafe", "lea"):
        assert 0 <= found[name].f1 <= 1
        assert found[name].decimals[:2] == turned[name].decimals[1::-1]
