from decimal import Decimal
from pathlib import Path

from tests.measures.clusters import measured
from tests.measures.folders import folder, span
from tests.measures.rows import Row


def mention(number: int, text: str, cluster: str) -> Row:
    return span(10 * number, 10 * number + len(text), text=text, label="PERSON", cluster=cluster)


def test_numbers_by_hand(tmp_path: Path) -> None:
    names = ("Ann Lee", "Lee", "Ms Lee", "Bo")
    gold = folder(tmp_path / "gold", mentions=[mention(i, name, "xxxy"[i]) for i, name in enumerate(names)])
    found = [mention(i, name, "ppqq"[i]) for i, name in enumerate(names)]
    system = folder(tmp_path / "system", mentions=[*found, mention(9, "Zoe", "p")])
    # MUC: 1 of 2 links right, 1 of 2 found. B-cubed: P = (1 + 1 + .5 + .5) / 4, R = (2/3 + 2/3 + 1/3 + 1) / 4.
    # CEAF-e: p with x is 2*2/5, q with y is 2*1/3; 1.4667 over 2 clusters a side. Pairs: 1 of 2 right, 1 of 3 found.
    assert measured(gold, system) == {
        "mean": Decimal("0.6464"),
        "muc": Decimal("0.5000"),
        "bcubed": Decimal("0.7059"),
        "ceafe": Decimal("0.7333"),
        "pairs precision": Decimal("0.5000"),
        "pairs recall": Decimal("0.3333"),
        "pairs f1": Decimal("0.4000"),
        "mentions": Decimal(4),
    }


def test_names_that_differ_by_case_alone_are_one(tmp_path: Path) -> None:
    gold = folder(tmp_path / "gold", mentions=[mention(0, "BRNO", "x"), mention(1, "Brno", "x")])
    system = folder(tmp_path / "system", mentions=[mention(0, "BRNO", "p"), mention(1, "Brno", "q")])
    numbers = measured(gold, system)
    assert [numbers["pairs f1"], numbers["muc"]] == [1, 0]
