import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parts import parts


@given(st.text(alphabet="ab \n", max_size=120), st.integers(1, 20))
def test_parts_follow_each_other_and_stay_small(text: str, size: int) -> None:
    found = parts(text, size)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= 2 * size for start, end in found)


def test_a_part_ends_with_a_paragraph() -> None:
    text = ("word " * 20 + "\n") * 100
    assert all(text[end - 1] == "\n" for _, end in parts(text, 450))


def test_without_line_feeds_a_part_ends_between_words() -> None:
    text = "word " * 1000
    assert all(text[start:].startswith("word") for start, _ in parts(text, 501))


def test_without_white_space_a_part_ends_anywhere() -> None:
    assert parts("x" * 100, 30) == [(0, 30), (30, 60), (60, 100)]


def test_a_news_report_is_one_part() -> None:
    assert parts("word " * 800) == [(0, 4000)]
    assert parts("") == []


def test_a_size_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="no size"):
        parts("x", 0)
