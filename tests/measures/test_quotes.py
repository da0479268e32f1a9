from decimal import Decimal
from pathlib import Path

from tests.measures.folders import folder, span
from tests.measures.quotes import measured


def test_speakers_are_compared_through_the_clusters(tmp_path: Path) -> None:
    gold = folder(
        tmp_path / "gold",
        mentions=[
            span(0, 3, text="Ann", label="PERSON", cluster="ann"),
            span(5, 7, text="Bo", label="PERSON", cluster="bo"),
        ],
        quotes=[
            span(10, 20, speaker="ann"),
            span(30, 40, speaker="bo"),
            span(50, 60, speaker=None, speaker_or=["bo"]),
            span(70, 80, speaker="ann", optional=True),
        ],
    )
    system = folder(
        tmp_path / "system",
        mentions=[span(0, 3, text="Ann", label="PERSON", cluster=7), span(5, 7, text="Bo", label="PERSON", cluster=8)],
        quotes=[
            span(10, 20, speaker=7),
            span(30, 40, speaker=7),
            span(50, 60, speaker=8),
            span(71, 80, speaker=7),
            span(90, 95, speaker=None),
        ],
    )
    numbers = measured(gold, system)
    assert (numbers["precision"], numbers["recall"], numbers["f1"]) == (
        Decimal("0.5"),
        Decimal("0.6667"),
        Decimal("0.5714"),
    )
    assert [numbers["spans precision"], numbers["spans recall"]] == [Decimal("0.75"), 1]
