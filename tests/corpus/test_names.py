import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names import is_name, normal_name


@pytest.mark.parametrize(
    "surfaces",
    [
        ["Joe Biden", "joe  BIDEN", "President Joe Biden", "Mr. Joe Biden’s", "Joe\nBiden's"],
        ["U.S.", "US", "the U.S.", "the US’s"],
        ["Jens Østergård", "Jens Ostergard"],
        ["Port-au-Prince", "Port–au–Prince"],
        ["“White Rex”", '"White Rex"', "White Rex,"],
        ["Vice President Harris", "Harris"],
        ["São Paulo", "Sa\u0303o Paulo"],
        ["ＩＢＭ", "IBM"],
    ],
)
def test_the_same_name(surfaces: list[str]) -> None:
    assert len({normal_name(surface) for surface in surfaces}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("President", "the Mayor"), ("Korea", "North Korea"), ("Ann Lee", "Anna Lee")]
)
def test_different_names(one: str, other: str) -> None:
    assert normal_name(one) != normal_name(other)


@given(st.text())
def test_a_name_with_anything_in_it_has_a_key(surface: str) -> None:
    assert bool(normal_name(surface)) == bool(surface)


@given(st.text(alphabet="ab .'’sé-the", min_size=1))
def test_a_key_does_not_depend_on_case(surface: str) -> None:
    assert normal_name(surface) == normal_name(surface.swapcase()) or "ı" in surface


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Ada Lee", True),
        ("the Harbour Guard", True),
        ("The Guard", True),
        ("von Arnim", True),
        ("al-Shabaab", True),
        ("HG", True),
        ("Its leader", False),
        ("The governor of Kent", False),
        ("governor of Kent", False),
        ("the driver", False),
        ("He", False),
        ("", False),
    ],
)
def test_names_are_told_from_descriptions(*, surface: str, name: bool) -> None:
    assert is_name(surface) is name
