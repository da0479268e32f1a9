import pytest

from corpus.alignments.alignment import How
from corpus.alignments.find import aligned
from corpus.alignments.nearest import Near, nearest
from corpus.alignments.space import Space
from corpus.span import Span
from tests.corpus.alignments.stories import FILLER, OTHER_FILLER, told

NAMES = ("Lindqvist", "Arboga")
FIRST = "Lindqvist closed its sawmill at Arboga on Tuesday. “We had no timber left to cut,” the owner said."
STRONG = "On Tuesday the sawmill at Arboga was closed by Lindqvist."
WEAK = "Lindqvist still owns a sawmill, but not at Arboga."
MOST = 5


@pytest.fixture
def space() -> Space:
    second = f"{OTHER_FILLER} {WEAK} {STRONG}"
    return Space.of([told(f"{FIRST} {FILLER}", NAMES), told(second, NAMES)])


def beside(space: Space, a: int, span: Span) -> list[Near]:
    return [one for one in nearest(space, MOST) if (one.a, one.span_a) == (a, span)]


def test_the_best_match_comes_first_and_weaker_ones_after(space: Space) -> None:
    found = beside(space, 0, space.units[0][0])
    assert [one.span_b.surface(space.articles[1].text) for one in found][:2] == [STRONG, WEAK]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_no_more_than_asked_for(space: Space) -> None:
    assert len([one for one in nearest(space, 1) if (one.a, one.span_a) == (0, space.units[0][0])]) == 1


def test_each_of_two_stands_beside_the_other(space: Space) -> None:
    found = {(one.a, one.span_a, one.b, one.span_b, one.score) for one in nearest(space, MOST)}
    assert found == {(b, span_b, a, span_a, score) for a, span_a, b, span_b, score in found}


def test_what_matches_nothing_has_none(space: Space) -> None:
    assert beside(space, 0, space.units[0][-1]) == []


def test_what_is_proposed_as_a_paraphrase_is_a_match_too(space: Space) -> None:
    proposed = [one for one in aligned(space) if one.how is How.PARAPHRASE]
    assert proposed
    for each in proposed:
        assert each.span_b in [one.span_b for one in beside(space, each.a, each.span_a)]


def test_of_many_articles_each_is_held_against_those_most_like_it() -> None:
    names = ("Arnby", "Borsk", "Cavale", "Dorum")
    texts = [
        f"A barge sank off {name}. Divers from {name} raised it after {n} days." for n in range(20) for name in names
    ]
    space = Space.of([told(text, names) for text in texts])
    pairs = {(one.a, one.b) for one in nearest(space, MOST)}
    assert len(pairs) < len(texts) ** 2 // 2
    assert {names[b % len(names)] for a, b in pairs if a == 0} == {"Arnby"}
