import pytest

from corpus.alignments.find import aligned
from corpus.alignments.nearest import matches
from corpus.alignments.space import Space
from corpus.span import Span
from tests.corpus.alignments.stories import FILLER, OTHER_FILLER, told

NAMES = ("Lindqvist", "Arboga")
FIRST = "Lindqvist closed its sawmill at Arboga on Tuesday. “We had no timber left to cut,” the owner said."
STRONG = "On Tuesday the sawmill at Arboga was closed by Lindqvist."
WEAK = "Lindqvist still owns a sawmill, but not at Arboga."
QUOTED = "“We had no timber left to cut” was all she said."


@pytest.fixture
def space() -> Space:
    second = f"{OTHER_FILLER} {WEAK} {STRONG} {QUOTED}"
    return Space.of([told(f"{FIRST} {FILLER}", NAMES), told(second, NAMES)])


def found(space: Space, span: Span) -> list[str]:
    return [each.surface(space.articles[1].text) for each, *_ in matches(space, 0, span, 1)]


def test_the_best_match_comes_first_and_weaker_ones_after(space: Space) -> None:
    assert found(space, space.units[0][0])[:2] == [STRONG, WEAK]


def test_scores_fall(space: Space) -> None:
    scores = [score for _, score, _ in matches(space, 0, Span(0, len(FIRST)), 1)]
    assert scores == sorted(scores, reverse=True)


def test_the_same_quoted_words_are_the_best_match(space: Space) -> None:
    (first, score, reason), *_ = matches(space, 0, space.units[0][1], 1)
    assert (first.surface(space.articles[1].text), score) == (QUOTED, 97)
    assert reason == "7 words quoted alike"


def test_a_place_within_a_sentence_stands_for_it(space: Space) -> None:
    assert found(space, Span(10, 16)) == found(space, space.units[0][0])


def test_what_matches_nothing_has_none(space: Space) -> None:
    assert found(space, space.units[0][-1]) == []


def test_what_is_proposed_is_a_match_too(space: Space) -> None:
    for each in aligned(space):
        assert each.span_b in [span for span, *_ in matches(space, each.a, each.span_a, each.b)]
