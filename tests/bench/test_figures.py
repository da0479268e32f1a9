import json
from pathlib import Path

import pytest

from tests.bench.figures import measured

ROW = {"source": "made up", "unit": None, "value": None, "start": None, "end": None, "kind": "none"}


def written(path: Path, *rows: dict[str, object]) -> Path:
    file = path / "cases.jsonl"
    lines = (json.dumps({**ROW, "text_id": str(number), **row}) for number, row in enumerate(rows))
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("row", "value", "span"),
    [
        ({"task": ["number"], "text": "9 cats", "start": 0, "end": 1, "value": 9}, 1.0, 1.0),
        ({"task": ["number"], "text": "9 cats", "start": 0, "end": 1, "value": 8}, 0.0, 1.0),
        ({"task": ["number"], "text": "about 9 cats", "start": 6, "end": 7, "value": 9}, 1.0, 0.0),
        ({"task": ["number"], "text": "9 cats"}, 0.0, 0.0),
        ({"task": ["number"], "text": "on Monday"}, 1.0, 1.0),
        ({"task": ["duration"], "text": "2 hours", "start": 0, "end": 7, "value": 7200, "unit": "second"}, 1.0, 1.0),
        ({"task": ["money"], "text": "$5", "start": 0, "end": 2, "value": 5, "unit": "GBP"}, 0.0, 1.0),
        ({"task": ["quantity"], "text": "7 meters", "start": 0, "end": 8, "value": 7, "unit": "Meter"}, 1.0, 1.0),
        (
            {"task": ["range"], "kind": "range", "text": "over 9", "start": 0, "end": 6, "low": 9, "high": None},
            1.0,
            1.0,
        ),
        (
            {
                "task": ["date"],
                "kind": "date",
                "text": "on Sunday",
                "start": 3,
                "end": 9,
                "values": ["2023-05-21", "2023-05-28"],
                "reference": "2023-05-25T00:00:00",
            },
            1.0,
            1.0,
        ),
    ],
)
def test_conventions_are_mapped(tmp_path: Path, row: dict[str, object], value: float, span: float) -> None:
    assert measured(written(tmp_path, row))[-1][2:] == (value, span)


def test_texts_of_another_convention_can_be_left_out(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        {"task": ["number"], "text": "5/17/2018", "start": 0, "end": 1, "value": 5},
        {"task": ["number"], "text": "9 cats", "start": 0, "end": 1, "value": 9},
    )
    assert [row[1] for row in measured(file)] == [2, 2]
    assert measured(file, alike=True) == [("number", 1, 1.0, 1.0), ("all", 1, 1.0, 1.0)]
