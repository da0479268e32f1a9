import pytest

from corpus.alignments.terms import stem, terms, units
from corpus.segment import sentences
from tests.corpus.alignments.stories import told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("vessel", "ships"),
        ("bridges", "bridge"),
        ("planned", "planning"),
        ("cities", "city"),
        ("injured", "wounds"),
        ("closed", "close"),
        ("crossing", "crossed"),
        ("took", "taken"),
        ("take", "taking"),
        ("mayor's", "mayors"),
    ],
)
def test_forms_of_a_word_and_words_for_a_fact_have_one_stem(first: str, second: str) -> None:
    assert stem(first) == stem(second) != ""


@pytest.mark.parametrize(("first", "second"), [("bus", "bu"), ("sing", "s"), ("speed", "spe"), ("glass", "glas")])
def test_what_only_looks_like_a_form_is_none(first: str, second: str) -> None:
    assert stem(first) != stem(second)


@pytest.mark.parametrize("word", ["the", "said", "which", "a"])
def test_words_of_every_text_say_nothing(word: str) -> None:
    assert stem(word) == ""


def test_names_are_clusters_and_figures_values() -> None:
    article = told("Brandt saw 312,000 tonnes in Skagen.", ("Brandt", "Skagen"), {"312,000 tonnes": "3.12E+5|||tonne"})
    (found,) = terms(article, units(article))
    assert found == ["#0", "see", "=3.12E+5|||tonne", "=~127", "tonn", "#1"]


def test_figures_of_nearly_the_same_size_share_a_term() -> None:
    first, second = (
        told("It cost 312 crowns.", (), {"312": "312"}),
        told("It cost 311.8 crowns.", (), {"311.8": "311.8"}),
    )
    assert set(terms(first, units(first))[0]) & set(terms(second, units(second))[0]) == {"=~57", "cost", "crown"}


def test_small_numbers_are_like_no_others() -> None:
    article = told("He had 3 boats.", (), {"3": "3"})
    assert not [term for term in terms(article, units(article))[0] if term.startswith("=~")]


def test_units_without_a_letter_are_left_out() -> None:
    text = "One.\n***\nTwo."
    article = told(text)
    assert len(sentences(text, 0, len(text))) == 3
    assert [unit.surface(text) for unit in units(article)] == ["One.", "Two."]
