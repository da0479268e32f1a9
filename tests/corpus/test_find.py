"""Where words stand: whatever their case and accents, with offsets into the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.find import around, folded, matches, pattern_of, places
from corpus.span import Span


def surfaces(text: str, words: str, *, prefix: bool = False) -> list[str]:
    pattern = pattern_of(words, prefix=prefix)
    return [span.surface(text) for span in places(text, [pattern] if pattern else [])]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Café and the cafés.", "cafe", ["Café"]),
        ("The coast\nguard, Coast-Guard.", "coast guard", ["coast\nguard", "Coast-Guard"]),
        ("İstanbul and STRASSE", "strasse", ["STRASSE"]),
        ("e\u0301tude 👍🏽 étude", "étude", ["étude"]),
        ("seventy-five, 70,000, 70", "70", ["70", "70"]),
        ("a_b", "b", ["b"]),
        ("nothing", "!", []),
    ],
)
def test_words_are_found(text: str, words: str, found: list[str]) -> None:
    assert surfaces(text, words) == found


def test_a_prefix_goes_on_to_the_end_of_the_word() -> None:
    assert surfaces("evacuated, Evacuation; vacuum", "evac", prefix=True) == ["evacuated", "Evacuation"]


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(), st.text(max_size=5))
def test_what_is_found_lies_in_the_text(text: str, words: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in places(text, filter(None, [pattern_of(words)])))


def test_a_pattern_that_never_ends_is_given_up() -> None:
    with pytest.raises(TimeoutError):
        list(matches("a" * 40 + "!", r"(a|aa)+$"))


def test_a_pattern_finds_what_it_says() -> None:
    assert list(matches("ab  cd", r"\s*")) == [Span(2, 4)]


def test_the_words_around_stay_in_their_paragraph() -> None:
    text = "Before this.\nOne two three four five six.\nAfter."
    at = text.index("four")
    assert around(text, Span(at, at + 4), 9, 100) == ("three ", " five six.")
    assert around(text, Span(at, at + 4), 100, 5) == ("One two three ", " five")
