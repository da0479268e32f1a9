from decimal import Decimal
from pathlib import Path

import pytest

from tests.measures.figures import measured, value_right
from tests.measures.folders import figure, folder
from tests.measures.rows import Row


def test_what_is_right_is_a_share_of_what_was_found(tmp_path: Path) -> None:
    gold = folder(
        tmp_path / "gold",
        figures=[
            figure(0, 2, value=70, modifier="more_than"),
            figure(5, 7, value=4, unit="kilometre"),
            figure(9, 12, value=8, modifier="less_than", modifier_or=["approx"]),
            figure(20, 24, value=1),
        ],
    )
    system = folder(
        tmp_path / "system",
        figures=[
            figure(0, 2, value="70"),
            figure(5, 7, value=4, unit="mile"),
            figure(9, 12, value=8, modifier="approx"),
            figure(30, 33, value=9),
        ],
    )
    assert measured(gold, system) == {
        "precision": Decimal("0.75"),
        "recall": Decimal("0.75"),
        "f1": Decimal("0.75"),
        "right": Decimal("0.6667"),
        "values": Decimal(1),
        "modifiers": Decimal("0.6667"),
        "units": Decimal("0.6667"),
        "kinds": Decimal(1),
    }


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ({"value": 70}, {"value": "70.0"}, True),
        ({"value": 70}, {"value": "71"}, False),
        ({"value": 70}, {"low": 70}, False),
        ({"low": 15, "high": 16}, {"low": "15", "high": "16"}, True),
        ({"low": 15, "high": 16}, {"low": "15"}, False),
        ({"value": "0.667"}, {"value": "0.6667"}, True),
        ({"value": "7.4"}, {"value": "7.5"}, False),
        ({"low": 24, "vague": True}, {"low": "12"}, True),
        ({"low": 24, "vague": True}, {"value": "12"}, False),
        ({"value": "0.25", "value_or": [15]}, {"value": "15"}, True),
        ({"kind": "date"}, {"kind": "time"}, True),
        ({"kind": "date", "value_or": [9]}, {"kind": "duration", "value": "9"}, True),
        ({"kind": "date"}, {"kind": "cardinal", "value": "9"}, False),
    ],
)
def test_value_and_bounds(gold: Row, found: Row, *, right: bool) -> None:
    assert value_right(figure(0, 2, **gold), figure(0, 2, **found)) is right
