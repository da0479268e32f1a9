"""Base forms, and the families of what is said."""

import pytest

from corpus.claims.families import family_of, is_person, kind, population
from corpus.claims.lemmas import lemma, singular


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("killed", "kill"),
        ("died", "die"),
        ("dying", "die"),
        ("fell", "fall"),
        ("stopped", "stop"),
        ("raised", "raise"),
        ("evacuating", "evacuate"),
        ("carried", "carry"),
        ("boxes", "box"),
        ("cities", "city"),
        ("children", "child"),
        ("visited", "visit"),
        ("needed", "need"),
        ("ring", "ring"),
        ("", ""),
    ],
)
def test_base_forms(word: str, base: str) -> None:
    assert lemma(word) == base


@pytest.mark.parametrize(
    ("plural", "one"), [("people", "person"), ("losses", "loss"), ("series", "series"), ("Bus".lower(), "bus")]
)
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("word", "family"),
    [("dead", "die"), ("fatalities", "die"), ("wounding", "injure"), ("detained", "arrest"), ("tree", "")],
)
def test_families(word: str, family: str) -> None:
    assert family_of(word) == family


def test_people_and_things() -> None:
    assert is_person("nurse")
    assert not is_person("boat")
    assert population("rebel") == population("militant") == "fighter"
    assert population("person") == ""
    assert kind("vessel") == kind("boat")
    assert kind("teapot") == "teapot"
