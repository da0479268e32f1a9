from pathlib import Path

import pytest

from tests.measures.__main__ import TARGETS, main
from tests.measures.folders import folder, span


def test_what_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = folder(tmp_path / "gold", mentions=[span(0, 4, text="Nato", label="ORG", cluster="nato")])
    system = folder(tmp_path / "system", mentions=[span(0, 4, text="Nato", label="ORG", cluster=1)])
    assert main([str(gold), str(system)]) == 0
    lines = capsys.readouterr().out.splitlines()[1 : 1 + len(TARGETS)]
    there = [line.split("  ")[0] for line in lines if "not there" not in line]
    assert there == ["mentions", "clusters", "clusters"]


def test_two_folders_are_wanted(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
    assert main([str(tmp_path), str(tmp_path / "absent")]) == 2
