from hashlib import sha256

import pytest

from corpus.article import Article, text_hash, title_of


def test_the_same_file_has_the_same_id_and_another_one_another() -> None:
    one = Article.of("a.txt", "Text\r\n")
    assert one == Article.of("a.txt", "Text\r\n")
    others = {Article.of("b.txt", "Text\r\n").id, Article.of("a.txt", "Text\n").id}
    assert one.id not in others
    assert len(others) == 2


def test_the_text_is_kept_as_it_is() -> None:
    assert Article.of("a", " x\r\n\ty ").text == " x\r\n\ty "


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    assert text_hash("é😀") == sha256("é😀".encode()).hexdigest()
    with pytest.raises(UnicodeEncodeError):
        text_hash("\ud800")


@pytest.mark.parametrize(
    ("text", "title"),
    [("", ""), (" \n\t\n", ""), ("\n\n  Head \nBody", "Head"), ("Only", "Only"), ("x" * 300, "x" * 120)],
)
def test_the_title_is_the_first_line_with_words(text: str, title: str) -> None:
    assert title_of(text) == title
