"""What goes on behind the desk: a story is compared when there is something new to compare, and only then."""

from pathlib import Path

import pytest

from tests.tui.pilots import Sitting, sitting

REPORTS = ("Report\n\nOn Friday, 70 men came to London.\n", "Report\n\nOn Friday, 75 men came to London.\n")


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, text in zip(paths, REPORTS, strict=True):
        path.write_text(text, "utf-8")
    return paths


def asked(at: Sitting) -> bool:
    """Whether the comparing process was wanted."""
    return at.app.study._comparing._process is not None


def beside(folder: Path) -> list[str]:
    """The files of the project."""
    return sorted(path.name for path in folder.glob("news.variorum*"))


async def test_what_was_compared_is_not_compared_again_until_something_is_decided(
    tmp_path: Path, reports: list[Path]
) -> None:
    project = tmp_path / "news.variorum"
    async with sitting(*reports, project=project) as at:
        await at.read()
        await at.until(lambda: at.app.desk.workspace.basis)
        assert asked(at)
    async with sitting(project=project) as at:
        await at.read()
        async for _ in at.app.study.compare():
            pass
        basis = at.app.desk.workspace.basis
        assert (bool(basis), asked(at)) == (True, False)
        await at.press("tab a")
        await at.until(lambda: at.app.desk.workspace.basis != basis)
        assert asked(at)
    async with sitting(project=project) as at:
        await at.read()
        async for _ in at.app.study.compare():
            pass
        assert not asked(at)


async def test_who_leaves_while_a_story_is_gathered_leaves_nothing_beside_the_project(
    tmp_path: Path, reports: list[Path]
) -> None:
    project = tmp_path / "news.variorum"
    async with sitting(*reports, project=project) as at:
        await at.read()
        await at.press("tab a")
        at.app._pauses._paused()
        await at.pilot.pause(0)
    assert beside(tmp_path) == ["news.variorum"]
