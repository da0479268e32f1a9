from decimal import Decimal
from pathlib import Path

from tests.measures.folders import figure, folder, span
from tests.measures.ledger import measured
from tests.measures.rows import Row

PLACES = ((0, 2), (10, 12), (20, 22), (30, 32), (40, 42))


def group(members: list[int], verdicts: list[Row], **more: object) -> Row:
    return {"members": [span(*PLACES[i], claimant=None) for i in members], "pair_verdicts": verdicts, **more}


def verdict(a: int, b: int, is_: str, **more: object) -> Row:
    return {"a": a, "b": b, "verdict": is_, **more}


ALL = [verdict(0, 1, "agree"), verdict(0, 2, "conflict"), verdict(1, 2, "conflict", **{"or": ["compatible"]})]


def test_pairs_and_verdicts(tmp_path: Path) -> None:
    figures = [figure(*place) for place in PLACES]
    gold = folder(tmp_path / "gold", figures=figures, ledger=[group([0, 1, 2], ALL)])
    found = [
        {
            "members": [span(0, 2), span(9, 12), span(20, 22)],
            "pair_verdicts": [verdict(0, 1, "agree"), verdict(1, 2, "compatible")],
        },
        group([3, 4], [verdict(0, 1, "agree")]),
    ]
    numbers = measured(gold, folder(tmp_path / "system", figures=figures, ledger=found))
    assert [numbers["precision"], numbers["recall"], numbers["f1"]] == [Decimal("0.75"), 1, Decimal("0.8571")]
    assert numbers["verdicts"] == Decimal("0.6667")  # the pair without a verdict is wrong


def test_optional_groups_members_pairs_and_figures_are_neutral(tmp_path: Path) -> None:
    figures = [*(figure(*place) for place in PLACES[:4]), figure(*PLACES[4], optional=True)]
    groups = [
        group([0, 1, 2], [verdict(0, 1, "agree"), verdict(0, 2, "agree", optional=True), verdict(1, 2, "agree")]),
        group([2, 3], [verdict(0, 1, "agree")], optional=True),
    ]
    groups[0]["members"][1]["optional"] = True
    gold = folder(tmp_path / "gold", figures=figures, ledger=groups)
    everything = [verdict(a, b, "agree") for a in range(5) for b in range(a + 1, 5)]
    found = folder(tmp_path / "system", figures=figures, ledger=[group([0, 1, 2, 3, 4], everything)])
    assert measured(gold, found)["precision"] == 1
    assert measured(gold, folder(tmp_path / "none", figures=figures, ledger=[]))["recall"] == 1


def test_claimants_of_groups_and_of_all_figures(tmp_path: Path) -> None:
    mentions = [span(60, 63, text="Ann", label="PERSON", cluster="ann")]
    gold = folder(
        tmp_path / "gold",
        mentions=mentions,
        figures=[
            figure(0, 2, claimant="ann"),
            figure(10, 12, claimant=None, claimant_or=["ann"]),
            figure(20, 22, claimant="ann"),
            figure(30, 32),
        ],
        ledger=[group([0, 1], [verdict(0, 1, "agree")])],
    )
    system = folder(
        tmp_path / "system",
        mentions=[span(60, 63, text="Ann", label="PERSON", cluster=3)],
        figures=[figure(0, 2), figure(10, 12, claimant=3), figure(20, 22, claimant=3), figure(30, 32, claimant=4)],
        ledger=[],
    )
    numbers = measured(gold, system)
    assert numbers["claimants"] == Decimal("0.5")
    assert [numbers["claimants, named"], numbers["claimants, none"]] == [Decimal("0.5"), Decimal("0.5")]
