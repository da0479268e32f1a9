import pytest

from corpus.mentions.judged import Read
from corpus.mentions.page import Page
from tests.corpus.mentions.marked import read


def page(text: str, folded: str = "") -> Page:
    article = read(text, folded=folded)
    return Page(Read(article.text, (), (), article.regions))


def capitals(text: str, folded: str = "") -> list[str]:
    found = page(text, folded)
    return [found.words[index] for index in found.capitals]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. and U.K, too", ["The", "U.S.", "and", "U.K", "too"]),
        ("Marsk's and Ohm’s and O'Hara's men", ["Marsk", "and", "Ohm", "and", "O'Hara", "men"]),
        ("anti-Ohm 76ers", ["anti", "Ohm", "76ers"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert page(text).words == words


@pytest.mark.parametrize(
    ("text", "folded", "expected"),
    [
        ("a Bo and 76ers of 1999", "", ["Bo", "76ers"]),
        ("a Bo www.Ohm.org/Al/Li Cy @Di (TICK.ER)", "", ["Bo", "Cy"]),
        ("a Bo\nMore of Cy\nand Di", "More of Cy", ["Bo", "Di"]),
    ],
)
def test_capitals(text: str, folded: str, expected: list[str]) -> None:
    assert capitals(text, folded) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ohm left. Then Ida left", "Then", True),
        ("Ohm left. Then Ida left", "Ida", False),
        ("he said “Ida left” again", "Ida", True),
        ("he met Lt. Ida there", "Ida", False),
        ("it is\nIda who left", "Ida", True),
    ],
)
def test_where_a_capital_tells_nothing(text: str, word: str, expected: bool) -> None:  # noqa: FBT001 (a table)
    found = page(text)
    assert found.begins(found.words.index(word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("the Ida Ohm house", "Ohm", True),
        ("the J. Ohm house", "Ohm", True),
        ("the St. Ohm house", "Ohm", True),
        ("the Ida, Ohm house", "Ohm", False),
        ("the Ida's Ohm house", "Ohm", False),
        ("the Street. Ohm left", "Ohm", False),
    ],
)
def test_what_may_be_one_name(text: str, word: str, expected: bool) -> None:  # noqa: FBT001 (a table)
    found = page(text)
    assert found.tied(found.words.index(word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry Hits Barge Near Harbour of Marsk", True),
        ("The ferry hit a barge near the harbour of Marsk", False),
        ("Then Ida Ohmsen Went Home.", False),
    ],
)
def test_a_line_of_capitals(text: str, expected: bool) -> None:  # noqa: FBT001 (a table)
    assert page(text).loud(1) is expected


def test_what_is_short_for_common_nouns() -> None:
    text = "the gross domestic product (GDP), the Marine Safety Board (MSB) and a level (XYZ)"
    assert page(text).abbreviated() == ["GDP"]
