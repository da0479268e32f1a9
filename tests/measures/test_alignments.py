from decimal import Decimal
from pathlib import Path

from tests.measures.alignments import measured
from tests.measures.folders import folder
from tests.measures.rows import Row


def pair(a: tuple[int, int], b: tuple[int, int], kind: str = "paraphrase", docs: str = "ab", **more: object) -> Row:
    row: Row = {"doc_a": f"{docs[0]}.txt", "start_a": a[0], "end_a": a[1]}
    return row | {"doc_b": f"{docs[1]}.txt", "start_b": b[0], "end_b": b[1], "type": kind} | more


def test_sentences_are_the_same_when_they_share_half_of_the_shorter(tmp_path: Path) -> None:
    gold = folder(
        tmp_path / "gold",
        alignments=[pair((0, 20), (0, 20), "verbatim"), pair((20, 40), (20, 40)), pair((40, 60), (40, 60), "verbatim")],
    )
    system = folder(
        tmp_path / "system",
        alignments=[
            pair((0, 20), (10, 60), "verbatim"),  # shares 10 of 20
            pair((20, 40), (31, 60)),  # shares 9 of 20
            pair((20, 40), (20, 40), "verbatim"),
        ],
    )
    assert measured(gold, system) == {
        "precision": Decimal("0.6667"),
        "recall": Decimal("0.6667"),
        "f1": Decimal("0.6667"),
        "verbatim recall": Decimal("0.5"),
        "types": Decimal("0.5"),
    }


def test_sides_may_be_turned_and_optional_pairs_are_neutral(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", alignments=[pair((0, 20), (50, 70)), pair((30, 40), (30, 40), optional=True)])
    system = folder(tmp_path / "system", alignments=[pair((50, 70), (0, 20), docs="ba"), pair((30, 40), (30, 40))])
    assert measured(gold, system)["f1"] == 1


def test_nothing_found_is_no_recall(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", alignments=[pair((0, 20), (50, 70))])
    assert measured(gold, folder(tmp_path / "system", alignments=[]))["f1"] == 0
