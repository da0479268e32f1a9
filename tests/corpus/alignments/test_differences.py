import pytest
from hypothesis import given

from corpus.alignments.differences import differences
from corpus.span import Span
from tests.corpus.texts import reports


def differing(one: str, two: str) -> tuple[list[str], list[str]]:
    first, second = differences(one, Span(0, len(one)), two, Span(0, len(two)))
    return [span.surface(one) for span in first], [span.surface(two) for span in second]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("“We go, now.”", "We go - now", ([], [])),
        ("The…border is long", "The ... Border is long", ([], [])),
        ("for 400 years", "for four hundred years", (["400"], ["four hundred"])),
        ("it took many of us", "it never took so many of us", ([], ["never", "so"])),
        ("a b c d e", "a x c y e", (["b", "d"], ["x", "y"])),
        ("don’t go", "don't go", ([], [])),
        ("left", "right", (["left"], ["right"])),
        ("…", "!", ([], [])),
    ],
)
def test_the_words_that_differ(one: str, two: str, expected: tuple[list[str], list[str]]) -> None:
    assert differing(one, two) == expected


def test_only_the_passages_are_compared() -> None:
    one, two = "old new end", "far new fin"
    assert differences(one, Span(4, 7), two, Span(4, 7)) == ([], [])


def test_very_long_passages_are_compared_at_their_ends() -> None:
    one = "start " + "a b " * 2000 + "end"
    two = "start " + "c d " * 2000 + "end"
    assert differing(one, two) == (["a b " * 1999 + "a b"], ["c d " * 1999 + "c d"])


@given(reports, reports)
def test_what_is_left_is_the_same(one: str, two: str) -> None:
    if not one or not two:
        return
    for text, spans in zip((one, two), differences(one, Span(0, len(one)), two, Span(0, len(two))), strict=True):
        assert spans == sorted(spans)
        assert all(span.end <= len(text) and span.surface(text).strip() for span in spans)
    assert differences(one, Span(0, len(one)), one, Span(0, len(one))) == ([], [])
