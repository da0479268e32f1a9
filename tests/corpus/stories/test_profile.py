import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.stories.profile import LONGEST, Profile, profile_of
from tests.corpus.stories.reports import FERRY

ROOT = Path(__file__).parents[3]

words = st.lists(st.sampled_from("Tarnholm ferry 12 killed twelve Oda Brun. May 24\n 1,500 the of Lisbet".split(" ")))
texts = st.text() | words.map(" ".join)


@given(texts, texts, st.sampled_from(["", "2026-03-01", "2026-03-01T09:30:00Z", "2026-02-30", "soon", "0001-01-01"]))
def test_a_profile_comes_back_from_its_bytes(title: str, text: str, published: str) -> None:
    profile = profile_of(title, text, published)
    data = profile.to_bytes()
    assert Profile.from_bytes(data) == profile
    assert len(profile.features) == len(profile.weights) == sum(profile.sizes)
    assert len(profile.pieces) == len(profile.sizes)
    assert len(data) < 1100


def test_a_profile_is_about_a_kilobyte_however_long_the_text() -> None:
    text = ". ".join(f"Word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} counted {n} things" for n in range(5000))
    assert len(profile_of("Title", text, "2026-03-01").to_bytes()) < 1100


@pytest.mark.parametrize("data", [b"", b"1234567", profile_of("a", "b", "").to_bytes() + b"x"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no profile"):
        Profile.from_bytes(data)


def test_the_day_is_read_from_days_and_moments() -> None:
    day = profile_of("", "x", "2026-03-01").day
    assert day == profile_of("", "x", "2026-03-01T23:59:59+02:00").day
    assert day is not None
    assert profile_of("", "x", "2026-03-02").day == day + 1
    assert profile_of("", "x", "last Monday").day is None


def test_the_first_line_is_the_headline_where_there_is_no_title() -> None:
    text = "Ferry capsizes off Tarnholm\nDivers searched the hull."
    given_twice = profile_of("Ferry capsizes off Tarnholm", text, "")
    assert profile_of("", text, "") == given_twice


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    bare = profile_of("Ferry capsizes off Tarnholm", "Divers searched.", "")
    assert profile_of("Ferry capsizes off Tarnholm | Skaldvik News", "Divers searched.", "") == bare


def test_what_the_headline_speaks_of_weighs_more() -> None:
    text = "One. Two. Three. Four lines go by first. The hull was empty. The quay was empty."
    profile = profile_of("A search of the hull", text, "")
    weights = dict(zip(profile.features, profile.weights, strict=True))
    term = profile_of("hull", "", "").features[0]
    other = profile_of("quay", "", "").features[0]
    assert weights[term] > weights[other]


def test_what_comes_after_the_longest_text_counts_for_nothing() -> None:
    start = "word " * (LONGEST // 5)
    assert profile_of("T", start + "Tarnholm", "") == profile_of("T", start, "")


def test_figures_are_kept_with_what_they_count() -> None:
    first, second = (profile_of(title, text, "") for title, text in FERRY[:2])
    assert 12.0 in first.numbers
    assert 15.0 in second.numbers
    assert not {51.0} & {*first.numbers, *second.numbers}


def test_a_profile_is_the_same_under_every_hash_seed() -> None:
    program = (
        "from corpus.stories.profile import profile_of; from tests.corpus.stories.reports import FERRY; "
        "print([profile_of(*report, '2026-03-01').to_bytes().hex() for report in FERRY])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
