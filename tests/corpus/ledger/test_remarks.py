"""Figures that add up."""

import pytest

from tests.corpus.ledger.story import groups


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Some 50,000 prisoners were hired, and 20 percent of them were hurt.", "20 percent of Some 50,000 is 10,000"),
        ("In all 20 percent of 50,000 tickets were sold.", "20 percent of 50,000 is 10,000"),
        ("There were 231 people aboard, 218 passengers and 13 sailors.", "adds up: 218 + 13 = 231"),
        ("It had 218 passengers and 13 sailors, 231 people in all.", "adds up: 218 + 13 = 231"),
    ],
)
def test_sums(text: str, remark: str) -> None:
    assert remark in [said for group in groups([text]) for said in group.remarks]


@pytest.mark.parametrize(
    "text",
    [
        "There were 230 people aboard, 218 passengers and 13 sailors.",
        "There were about 231 people aboard, 218 passengers and 13 sailors.",
        "It lost 20 percent. Then 50,000 left.",
    ],
)
def test_what_does_not_come_out(text: str) -> None:
    assert [said for group in groups([text]) for said in group.remarks] == []
