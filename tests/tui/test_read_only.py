"""`--read-only`: a project is read and never written, and what would have to be written first is refused."""

import shutil
from pathlib import Path

import pytest

from annotations.errors import ProjectError
from tests.tui.programs import FAST, decided, desk, run
from tui.config import Config
from tui.opening import Request, open_desk


@pytest.fixture
def kept(folder: Path) -> Path:
    """A project of one of the texts, with a decision."""
    done = run(folder, "review", "--plain", "report.txt", *FAST, text="y\nq\n")
    assert done.returncode == 0
    return folder / "report.variorum"


def test_a_project_is_the_same_byte_for_byte(folder: Path, kept: Path) -> None:
    before, bytes_before = decided(kept), kept.read_bytes()
    with desk(folder, "report.variorum", *FAST, "--read-only", size=(160, 24)) as terminal:
        terminal.wait_for("· read only")
        terminal.press("w", "9")
        terminal.wait_for("NORMAL A¶1 +read only")
        terminal.press("g", "q")
        terminal.wait_for("stories .*read only")
        terminal.press("Z", "Z")
        terminal.wait_for("read only$")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert "nothing was changed in report.variorum" in terminal.raw.decode()
    assert "report.variorum --read-only --reviewer ada" in terminal.raw.decode()
    assert (decided(kept), kept.read_bytes()) == (before, bytes_before)


def test_few_texts_need_no_project(folder: Path) -> None:
    opened = open_desk(Request((folder / "report.txt",), folder / "x.variorum", read_only=True), Config(), "0")
    assert opened.desk.workspace.read_only
    assert not opened.new
    assert opened.desk.workspace.flush()
    opened.desk.workspace.close()
    assert not (folder / "x.variorum").exists()


def test_many_texts_would_have_to_be_taken_in(folder: Path) -> None:
    for number in range(12):
        shutil.copy(folder / "report.txt", folder / f"{number}.txt")
    with pytest.raises(ProjectError, match="opened read only; import them first"):
        open_desk(Request((folder,), folder / "x.variorum", read_only=True), Config(), "0")
    assert not (folder / "x.variorum").exists()


def test_what_is_no_project_stays_where_it_lies(folder: Path) -> None:
    (folder / "report.variorum").write_text("no project", "utf-8")
    with pytest.raises(ProjectError, match="not a Variorum project"):
        open_desk(Request((folder / "report.txt",), folder / "report.variorum", read_only=True), Config(), "0")
    assert [path.name for path in folder.glob("report.variorum*")] == ["report.variorum"]
