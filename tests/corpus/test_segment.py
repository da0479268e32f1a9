from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.segment import paragraph_at, sentences, tokens, window
from corpus.span import Span
from tests.corpus.texts import reports


def surfaces(text: str, spans: list[Span]) -> list[str]:
    return [span.surface(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow's men", "Moscow|'s|men"),
        ("Moscow’s", "Moscow|’s"),
        ("don't, can’t", "do|n't|,|ca|n’t"),
        ("O'Brien and the workers' party", "O'Brien|and|the|workers|'|party"),
        ("20,000 or 3.5%", "20,000|or|3.5|%"),
        ("$5bn (£2)", "$|5|bn|(|£|2|)"),
        ("15-16 men", "15|-|16|men"),
        ("a well-known T-72", "a|well|-|known|T-72"),
        ("Mr. Lee of Acme Inc. came.", "Mr.|Lee|of|Acme|Inc.|came|."),
        ("the U.S. at 5 a.m.", "the|U.S.|at|5|a.m."),
        ("10am, 5km", "10|am|,|5|km"),
        ("“Yes…” — he", "“|Yes|…|”|—|he"),
        ("see https://x.org/a?b. Now", "see|https://x.org/a?b|.|Now"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
        ("👨‍👩‍👧👍🏽🇩🇪🇫🇷", "👨‍👩‍👧|👍🏽|🇩🇪|🇫🇷"),
        ("東京は", "東|京|は"),
        (" \n\t", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert "|".join(surfaces(text, tokens(text, 0, len(text)))) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Smith came to the U.S.", "The end."],
        ["He left at 5 a.m. Tuesday.", "She stayed."],
        ["“Why?” he asked.", "“No.”", "She left."],
        ["No. 5 won.", "No.", "That is it... and on."],
        ["J. K. Rowling of Acme Inc. said it.", "(Yes.)", "Good"],
        ["He met Gen. Ames in St. Louis.", "It costs 3.5 dollars.", "5 came."],
        ["Really?!", "“Stop!”", "Well…", "So."],
        ["他来了。", "她走了。"],
    ],
)
def test_sentences(expected: list[str]) -> None:
    text = ("" if "。" in expected[0] else " ").join(expected)
    assert surfaces(text, sentences(text, 0, len(text))) == expected


def test_a_line_feed_ends_a_sentence() -> None:
    text = "A headline\nThe report.\n\n"
    assert surfaces(text, sentences(text, 0, len(text))) == ["A headline", "The report."]


@given(reports)
def test_spans_are_ordered_trimmed_and_leave_out_only_white_space(text: str) -> None:
    for split in (tokens, sentences):
        end = 0
        for span in split(text, 0, len(text)):
            assert not text[end : span.start].strip()
            assert span.surface(text).strip() == span.surface(text)
            end = span.end
        assert not text[end:].strip()


@given(reports)
def test_tokens_hold_no_white_space(text: str) -> None:
    assert not any(char.isspace() for span in tokens(text, 0, len(text)) for char in span.surface(text))


@given(reports, st.integers(0, 200))
def test_the_paragraph_is_the_line(text: str, offset: int) -> None:
    start, end = paragraph_at(text, min(offset, len(text)))
    assert start <= min(offset, len(text)) <= end
    assert "\n" not in text[start:end]
    assert start == 0 or text[start - 1] == "\n"
    assert end == len(text) or text[end] == "\n"


@given(reports, st.integers(2, 12))
def test_windows_part_a_text_and_never_grow(text: str, size: int) -> None:
    edges = sorted({window(text, offset, size) for offset in range(len(text))})
    for (_, end), (following, _) in pairwise(edges):
        assert end <= following <= end + 1
        assert following == end or text[end] == "\n"
    for offset in range(len(text)):
        start, end = window(text, offset, size)
        assert start <= offset <= end
        assert end - start <= size + (size + 1) // 2
        if len(text[slice(*paragraph_at(text, offset))]) <= size:
            assert (start, end) == paragraph_at(text, offset)


def test_a_line_of_a_megabyte_costs_a_window() -> None:
    text = "Some words. " * 100_000
    start, end = window(text, 600_000)
    assert end - start <= 6000
    assert text[start : start + 4] == "Some"
