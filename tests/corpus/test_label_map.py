import pytest

from corpus.label_map import ONTONOTES, ontonotes, renamed, revision


@pytest.mark.parametrize(
    ("label", "expected"), [("PER", "PERSON"), ("LOC", "LOC"), ("MISC", "MISC"), ("ORG", "ORG"), ("X", "X")]
)
def test_other_labels_get_their_ontonotes_name(label: str, expected: str) -> None:
    assert ontonotes(label) == expected == renamed(label, {})


def test_a_table_of_ones_own_goes_before() -> None:
    own = {"PER": "HUMAN BEING", "PERSON": "WHO", "MISC": ""}
    assert [renamed(label, own) for label in ("PER", "PERS", "PERSON", "MISC", "ORG")] == [
        "HUMAN BEING",
        "WHO",
        "WHO",
        "",
        "ORG",
    ]


def test_labels_can_be_swapped() -> None:
    own = {"ORG": "GPE", "GPE": "ORG"}
    assert (renamed("ORG", own), renamed("GPE", own)) == ("GPE", "ORG")


def test_no_label_of_the_table_is_mapped_twice() -> None:
    assert not set(ONTONOTES) & set(ONTONOTES.values())


def test_the_revision_follows_the_table() -> None:
    assert revision({}) == ""
    assert revision({"A": "B", "C": "D"}) == revision({"C": "D", "A": "B"}) != revision({"A": "C"})
