"""Phrases that somebody may want to mark: what they are, and that any text can be looked through."""

import pytest
from hypothesis import given

from corpus.phrases import LONGEST, phrases
from tests.tui.scripts import intricate_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They drove an armored vehicle, and two tanks burned.", ["drove", "armored vehicle", "tanks"]),
        ("Ada Lovelace met 1,200 men.", ["Ada Lovelace", "1,200", "men"]),
        ("the Bank of England raised rates", ["Bank of England", "raised rates"]),
        ("the group Ada Stone leads", ["group", "Ada Stone", "leads"]),
        ("the Danish minister’s house", ["Danish minister", "house"]),
        ("O’Neill and Jean-Luc", ["O’Neill", "Jean-Luc"]),
        ("the so-called anti-drone gun", ["so-called anti-drone gun"]),
        ("quickly and on it", []),
        ("", []),
    ],
)
def test_what_stands_between_small_words(text: str, found: list[str]) -> None:
    assert [span.surface(text) for span in phrases(text, 0, len(text))] == found


@given(intricate_texts)
def test_they_lie_in_the_text_one_behind_the_other(text: str) -> None:
    at = 0
    for span in phrases(text, 0, len(text)):
        assert at <= span.start < span.end <= len(text)
        assert len(span.surface(text).split()) <= LONGEST + 4
        at = span.end


def test_only_a_stretch_is_looked_at() -> None:
    text = "red house, blue house, green house"
    assert [span.surface(text) for span in phrases(text, 9, 21)] == ["blue house"]
