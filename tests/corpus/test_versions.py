"""Another version of a text, or another text."""

import pytest

from corpus.sources import sample
from corpus.versions import is_version


def test_a_corrected_text_is_a_version() -> None:
    articles = sample().articles
    assert articles
    for article in articles:
        words = article.text.split(" ")
        assert is_version(article.text, article.text.replace("the", "a"))
        assert is_version(article.text, " ".join(words[: len(words) // 3]))
        assert is_version(article.text, f"Updated. {article.text}")


def test_other_reports_of_the_same_event_are_other_articles() -> None:
    texts = [article.text for article in sample().articles]
    assert len(texts) > 1
    assert [(one, other) for one in texts for other in texts if one != other and is_version(one, other)] == []


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("The toll is 12.", "The toll is 13.", True),
        ("One.", "Two.", False),
        ("", "", False),
        ("洪水が起きた。", "洪水が起きた。", True),
    ],
)
def test_very_short_texts_are_held_word_against_word(older: str, newer: str, *, expected: bool) -> None:
    assert is_version(older, newer) is expected
