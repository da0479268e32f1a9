"""What names say by themselves: their heads, the world's knowledge, and what they teach of each other."""

import pytest

from corpus.mentions.gazetteer import folded, given_names, openings, world
from corpus.mentions.heads import label_of_words
from corpus.mentions.lessons import lessons


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ministry of Trade", "ORG"),
        ("Marine Safety Board", "ORG"),
        ("Ohm Holdings Ltd", "ORG"),
        ("Ohm & Sons", "ORG"),
        ("Union No 3", "ORG"),
        ("WXYZ 7", "ORG"),
        ("FC Marsk", "ORG"),
        ("Dole Street", "FAC"),
        ("Interstate 12", "FAC"),
        ("Saint Ida Church", "FAC"),
        ("Orl River", "LOC"),
        ("Mount Ohm", "LOC"),
        ("Strait of Ohm", "LOC"),
        ("Marsk County", "GPE"),
        ("Republic of Ohm", "GPE"),
        ("Clean Water Act", "LAW"),
        ("Hurricane Ida", "EVENT"),
        ("MV Ida", "PRODUCT"),
        ("South Korea", "GPE"),
        ("Lena Church", ""),
        ("Ida Ohm", ""),
    ],
)
def test_heads(name: str, label: str) -> None:
    assert label_of_words(name.split())[0] == label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Philippines", "GPE"),
        ("Germans", "NORP"),
        ("Chinese", "NORP"),
        ("Bogota", "GPE"),
        ("North Sea", "LOC"),
        ("Telegram", "ORG"),
        ("Olympics", "EVENT"),
        ("Senate", "ORG"),
    ],
)
def test_the_world(name: str, label: str) -> None:
    assert world()[name][0] == label


def test_first_words_of_known_names() -> None:
    assert {"New", "South"} <= openings()
    assert "Lena" in given_names()


def test_accents_are_taken_off() -> None:
    assert folded("Ulvøya Ševčík") == "Ulvoya Sevcik"
    assert folded("Ohm") == "Ohm"


@pytest.mark.parametrize(
    ("name", "label", "taught"),
    [
        (
            "Lena van Ohm",
            "PERSON",
            {"Lena": "PERSON", "Ohm": "PERSON", "van Ohm": "PERSON", "Van Ohm": "PERSON"},
        ),
        ("Nordlys Ferries", "ORG", {"Nordlys": "ORG", "NF": "ORG"}),
        ("Bayern Munich", "ORG", {"Bayern": "ORG", "BM": "ORG"}),
        ("Marine Safety Board", "ORG", {"MSB": "ORG"}),
        ("MV Ida Ohm", "PRODUCT", {"Ohm": "PRODUCT", "Ida Ohm": "PRODUCT"}),
        ("Dole Street", "FAC", {"Dole": "FAC"}),
        ("Orl River", "LOC", {}),
    ],
)
def test_full_names_teach_short_ones(name: str, label: str, taught: dict[str, str]) -> None:
    assert {lesson.name: lesson.label for lesson in lessons(name.split(), label)} == taught
