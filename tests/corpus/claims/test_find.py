"""What figures count, what is said of it, and who says so."""

from collections.abc import Mapping

import pytest
from hypothesis import given

from corpus.claims.find import claims
from corpus.figures.find import figures
from corpus.quotations.find import quotations
from corpus.span import Span
from tests.corpus.claims.reading import NOBODY, read
from tests.corpus.texts import reports

COUNTED = [
    ("The storm killed 14 sailors off the coast.", "14", "sailor", "die"),
    ("Two of her drivers were badly hurt.", "Two", "driver", "injure"),
    ("Some 3,000 of its workers had been hired in May.", "Some 3,000", "worker", "hire"),
    ("Six climbers died and 11 others were injured.", "11", "person", "injure"),
    ("The dead included 12 pupils.", "12", "pupil", "die"),
    ("A bus crash leaves seven dead.", "seven", "person", "die"),
    ("The death toll rose to 31 by noon.", "31", "person", "die"),
    ("Doctors counted 12 deaths in a week.", "12", "person", "die"),
    ("Nine tourists are still missing.", "Nine", "tourist", "miss"),
    ("Rescuers were looking for five hikers.", "five", "hiker", "miss"),
    ("The trawler had 18 people on board.", "18", "person", "carry"),
    ("Police arrested 42 protesters.", "42", "protester", "arrest"),
    ("Troops took 42 men into custody.", "42", "man", "arrest"),
    ("More than 900 villagers were evacuated overnight.", "More than 900", "villager", "evacuate"),
    ("Thirty people were taken to hospital.", "Thirty", "person", "injure"),
    ("There are two injured civilians in the cellar.", "two", "civilian", "injure"),
    ("At least 20 rebels have been eliminated, the ministry boasted.", "At least 20", "rebel", "die"),
    ("At least 20 tanks have been destroyed, the ministry boasted.", "At least 20", "tank", "destroy"),
    ("Seven boats, three nets, 13 full crates were seized.", "13", "crate", "seize"),
    ("The party won 61 seats.", "61", "seat", "win"),
    ("Shares fell 7.4 percent in early trading.", "7.4 percent", "share", "fall"),
    ("The water temperature was 4 degrees.", "4 degrees", "temperature", ""),
    ("A five-month trial ended on Friday.", "five-month", "trial", "end"),
    ("It is the third trial of its kind.", "third", "trial", ""),
    ("Of the 218 voters, 142 had no card.", "218", "voter", ""),
]


@pytest.mark.parametrize(("text", "surface", "noun", "predicate"), COUNTED)
def test_what_is_counted(text: str, surface: str, noun: str, predicate: str) -> None:
    claim = read(text).claim(surface)
    assert (claim.counted, claim.predicate) == (noun, predicate)


def test_what_is_counted_has_its_place_and_what_narrows_it() -> None:
    text = "The court fined three former bank managers."
    claim = read(text).claim("three")
    assert claim.counted_at is not None
    assert claim.counted_at.surface(text) == "former bank managers"
    assert claim.qualifiers == ("former", "bank")
    assert claim.predicate_at is not None
    assert claim.predicate_at.surface(text) == "fined"


@pytest.mark.parametrize(
    ("text", "negated"),
    [("The 12 miners were not hurt.", True), ("The 12 miners were hurt.", False), ("None of the 12 is hurt.", False)],
)
def test_denial(text: str, negated: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert read(text).claim("12").negated is negated


PEOPLE = {"Mara Lindt": "PERSON", "Joe Okafor": "PERSON", "Lindt": "PERSON"}
AGES = [
    ("Mara Lindt, 34, swam ashore.", "34", "Mara Lindt"),
    ("Mara Lindt (34) swam ashore.", "34", "Mara Lindt"),
    ("The 34-year-old baker Mara Lindt swam ashore.", "34-year-old", "Mara Lindt"),
    ("Mara Lindt, a 34-year-old baker, swam ashore.", "34-year-old", "Mara Lindt"),
    ("A 34-year-old woman swam ashore.", "34-year-old", "woman"),
    ("Mara Lindt swam. A 12-year-old girl was with her.", "12-year-old", "girl"),
]


@pytest.mark.parametrize(("text", "surface", "whose"), AGES)
def test_whose_age_it_is(text: str, surface: str, whose: str) -> None:
    found = read(text, PEOPLE)
    place = found.claim(surface).counted_at
    assert place is not None
    assert place.surface(text) == whose


NAMES = {
    "Ana Reis": "PERSON",
    "Reis": "PERSON",
    "Harbour Board": "ORG",
    "Dockers' Union": "ORG",
    "Coast Guard": "ORG",
    "Lisbon": "GPE",
    "Health Ministry": "ORG",
}
SAID = [
    ("Ana Reis said 40 ships were waiting.", "40", "Ana Reis"),
    ("Forty ships were waiting, Ana Reis said on Monday.", "Forty", "Ana Reis"),
    ("Forty ships were waiting, said Ana Reis, the pilot.", "Forty", "Ana Reis"),
    ("According to the Harbour Board, 40 ships were waiting.", "40", "Harbour Board"),
    ("Forty ships were waiting, according to the Harbour Board, which has six tugs.", "Forty", "Harbour Board"),
    ("Forty ships were waiting, according to the Harbour Board, which has six tugs.", "six", None),
    ("“I saw 40 ships,” said Ana Reis.", "40", "Ana Reis"),
    ("Forty ships were waiting.", "Forty", None),
    ("The mayor denied the Harbour Board's claims of having lost 40 ships.", "40", "Harbour Board"),
    ("A Health Ministry report counted 40 cases.", "40", "Health Ministry"),
    ("A spokesman for the Health Ministry said 40 were ill.", "40", "Health Ministry"),
    ("Forty are ill, the Health Ministry (HM) said.", "Forty", "Health Ministry"),
    ("36 dead, 19 missing: Coast Guard", "36", "Coast Guard"),
    ("The Coast Guard came. Then the coast guard said 40 were safe.", "40", "Coast Guard"),
    ("The Dockers' Union met. The union said 40 had left.", "40", "Dockers' Union"),
    ("Ana Reis came late. She said 40 ships were waiting.", "40", "Ana Reis"),
    ("Officials in Lisbon said 40 ships were waiting.", "40", None),
    ("Police said 40 ships were waiting.", "40", None),
    ("Ana Reis told 40 reporters that she would go.", "40", None),
    ("Ana Reis claimed responsibility for 40 fires.", "40", None),
    ("Of 40 ships, two sank, Ana Reis said, adding that 38 were safe.", "38", "Ana Reis"),
]


@pytest.mark.parametrize(("text", "surface", "name"), SAID)
def test_who_says_so(text: str, surface: str, name: str | None) -> None:
    assert read(text, NAMES).who(surface) == name


def test_a_description_without_a_name_is_a_claimant_too() -> None:
    text = "Police said 40 ships were waiting."
    place = read(text).claim("40").claimant
    assert place is not None
    assert place.surface(text) == "Police"


def test_claims_are_parallel_to_figures_even_outside_sentences() -> None:
    text = "Two, three, 40 percent and 5 km; 12 dead"
    found = figures(text)
    assert len(claims(text, found, [], {}, [], [])) == len(found)
    assert len(claims(text, found, [Span(0, 3)], {}, [], [])) == len(found)


@given(reports)
def test_any_text_is_read_and_all_places_lie_in_it(text: str) -> None:
    found = read(text, _capitals(text))
    assert len(found.claims) == len(found.figures)
    for claim in found.claims:
        for place in (claim.counted_at, claim.predicate_at, claim.claimant):
            assert place is None or place.end <= len(text)
            assert place is None or place.surface(text).strip() == place.surface(text)


def _capitals(text: str) -> Mapping[str, str]:
    names = sorted({word for word in text.split() if word[:1].isupper() and word.isalpha()})[:3]
    return dict.fromkeys(names, "PERSON") if names else NOBODY


@pytest.mark.parametrize(
    "piece", ["12 of ", "killed 3, ", "said 4 (", "7 ", "5 said, ", "9,", "“8” ", "a 30-year-old "]
)
def test_long_lines_of_one_piece_end(piece: str) -> None:
    text = piece * 2_000
    sentences = [Span(0, len(text.rstrip()))]
    found = figures(text)
    assert len(claims(text, found, sentences, {}, [], quotations(text, sentences, []))) == len(found)
