"""The names of the ledger's rows."""

import pytest

from corpus.ledger.wording import became, many, said


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("person", "people"),
        ("fighter", "fighters"),
        ("child", "children"),
        ("body", "bodies"),
        ("boy", "boys"),
        ("church", "churches"),
        ("fireman", "firemen"),
        ("percent", "percent"),
        ("them", ""),
        ("", ""),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert many(noun) == plural


def test_families_are_called_by_a_word_that_people_use() -> None:
    assert (said("die"), said("miss"), said("operate"), said("")) == ("killed", "missing", "operate", "")
    assert (became("die"), became("operate")) == ("killed", "")
