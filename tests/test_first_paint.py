"""What is loaded when the articles are first to be seen: nothing that takes long and can wait."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.programs import home

SLOW = (
    "spacy",
    "thinc",
    "numpy",
    "sqlite_utils",
    "regex",
    "pyperclip",
    "annotations.migrations",
    "tui.screens.help",
    "tui.widgets.gauge",
)

# The app as the command line builds it, with a driver in memory; the first thing behind its first paint is looked at.
PAINT = """
import asyncio, json, sys
from pathlib import Path
from tui.app import DeskApp, Options
from tui.config import Config
from tui.opening import Request, open_desk
from tui.study import Study

opened = open_desk(Request(tuple(map(Path, sys.argv[2:])), reviewer="ada", model="blank:en"), Config(), "0")
study = Study(opened.desk, opened.project, opened.choice, {}, new=opened.new)

class First(DeskApp):
    painted = False

    def _begin(self):
        self.painted = True
        strips = self.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip if segment.style]
        underlined = [segment.text for segment in segments if segment.style.underline]
        text = "\\n".join(strip.text for strip in strips)
        loaded = sorted(set(sys.argv[1].split(",")) & set(sys.modules))
        seen = {"new": opened.new, "text": text, "underlined": underlined, "loaded": loaded}
        print(json.dumps(seen), file=sys.__stdout__)
        super()._begin()

async def main():
    app = First(opened.desk, Options(opened.commands), study, opened.stories)
    async with app.run_test(size=(200, 40)) as pilot:
        while not app.painted or any(view.reading is None for view in opened.desk.views):
            await pilot.pause(0.02)
    study.finish()
    opened.desk.workspace.close()

asyncio.run(main())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(5):
        text = f"Report number {number}\n\nMaria Keller said on Friday that 7{number} people were safe.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    return tmp_path


def first_paint(folder: Path, *paths: str) -> dict[str, object]:
    command = [sys.executable, "-P", "-c", PAINT, ",".join(SLOW), *paths]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=home(folder), timeout=60
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, object] = json.loads(done.stdout.splitlines()[0])
    return seen


def test_texts_and_figures_are_shown_before_anything_slow_is_loaded_and_names_when_they_are_known(folder: Path) -> None:
    names = [path.name for path in sorted(folder.glob("*.txt"))]
    seen = first_paint(folder, *names)
    assert seen["new"]
    assert all(f"Report number {number}" in str(seen["text"]) for number in range(5))
    assert seen["loaded"] == []
    assert "Friday" in str(seen["underlined"])
    assert "Maria" not in str(seen["underlined"])

    seen = first_paint(folder, "0.variorum")
    assert not seen["new"]
    assert all(f"Report number {number}" in str(seen["text"]) for number in range(5))
    assert seen["loaded"] == []
    assert "Friday" in str(seen["underlined"])
