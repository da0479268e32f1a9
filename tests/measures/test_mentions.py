from decimal import Decimal
from pathlib import Path

from tests.measures.folders import folder, span
from tests.measures.mentions import measured


def test_span_and_label_have_to_be_right(tmp_path: Path) -> None:
    gold = folder(
        tmp_path / "gold",
        mentions=[span(0, 4, label="PERSON"), span(9, 13, label="ORG"), span(20, 26, label="GPE")],
    )
    system = folder(
        tmp_path / "system",
        mentions=[
            span(0, 4, label="PERSON"),
            span(9, 13, label="GPE"),
            span(21, 26, label="GPE"),
            span(30, 34, label="GPE"),
        ],
    )
    numbers = measured(gold, system)
    assert (numbers["precision"], numbers["recall"], numbers["f1"]) == (
        Decimal("0.25"),
        Decimal("0.3333"),
        Decimal("0.2857"),
    )
    assert numbers["spans f1"] == Decimal("0.5714")
    assert [numbers["PERSON f1"], numbers["GPE f1"], numbers["ORG recall"]] == [1, 0, 0]


def test_optional_rows_and_what_overlaps_them_are_neutral(tmp_path: Path) -> None:
    gold = folder(
        tmp_path / "gold",
        mentions=[span(0, 4, label="PERSON"), span(9, 13, label="ORG", optional=True)],
        boilerplate=[span(20, 40, optional=True), span(50, 60)],
    )
    found = [span(0, 4, label="PERSON"), span(8, 13, label="ORG"), span(22, 25, label="ORG"), span(52, 55, label="ORG")]
    numbers = measured(gold, folder(tmp_path / "system", mentions=found))
    assert [numbers["precision"], numbers["recall"]] == [Decimal("0.5"), 1]


def test_articles_that_have_no_gold_are_left_out(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", mentions=[span(0, 4, label="ORG")])
    system = folder(tmp_path / "system", mentions=[span(0, 4, label="ORG"), span(0, 4, "other.txt", label="ORG")])
    assert measured(gold, system)["precision"] == 1
