"""Decisions that cannot be written at once, and two desks on one project: nothing is lost, and the reviewer is told."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from annotations.event_json import kind_of
from annotations.store import Store
from tests.tui.pilots import sitting
from tests.tui.programs import decided


def kinds(project: Path) -> list[str]:
    store = Store(project, read_only=True)
    found = [kind_of(event.change) for event in store.events()]
    store.close()
    return found


@contextmanager
def locked(project: Path) -> Generator[sqlite3.Connection]:
    """Another program that is writing to the project."""
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        if connection.in_transaction:
            connection.execute("ROLLBACK")


async def test_a_decision_is_held_while_another_program_writes(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1")
        with locked(project) as connection:
            await at.press("w 2")
            await at.shows("locked by another program; close the other one · 1 held, trying again")
            await at.press("w 1")
            await at.shows("2 held")
            assert decided(project) == ["Ada PERSON accepted"]
            connection.execute("ROLLBACK")
        await at.until(lambda: not at.app.desk.workspace.held)
        await at.until(lambda: "held" not in at.text)
        assert len(decided(project)) == 3
    assert kinds(project) == ["judged"] * 3


async def test_leaving_with_unsaved_decisions_asks_once(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1")
        with locked(project):
            await at.press("w 2 q")
            await at.until(lambda: at.app.study.asked_to_leave)
            await at.shows("q once more leaves without it")
            assert at.app.is_running
            await at.press("q")
            await at.until(lambda: not at.app.is_running)
    assert at.app.return_value == 0


async def test_what_is_unsaved_later_is_asked_about_again(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1")
        with locked(project):
            await at.press("w 2 q")
            await at.shows("q once more leaves without it")
        await at.until(lambda: not at.app.study.asked_to_leave)
        with locked(project):
            await at.press("w 1 q")
            await at.shows("q once more leaves without it")
            assert at.app.is_running
    assert len(decided(project)) == 3


async def test_leaving_waits_for_a_project_that_is_still_being_made(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.pilot.press("w", "1", "q")
        await at.until(lambda: not at.app.is_running)
        assert not at.app.study.asked_to_leave
    assert decided(project) == ["Ada PERSON accepted"]


async def test_a_project_that_cannot_be_made_is_made_as_soon_as_it_can(project: Path, report: Path) -> None:
    project = moved(None, Path("new")) / project
    async with sitting(report, project=project, size=(160, 30)) as at:
        away = moved(Path("new"), Path("away"))  # before anything but the first paint
        await at.press("w 1")
        await at.shows("1 held, trying again")
        moved(away, Path("new"))
        await at.until(lambda: not at.app.desk.workspace.held)
        await at.until(lambda: "held" not in at.text)
        assert decided(project) == ["Ada PERSON accepted"]


def moved(folder: Path | None, to: Path) -> Path:
    """A folder under another name, or a new one."""
    if folder is None:
        to.mkdir()
        return to
    return folder.rename(to)


# Two desks


async def test_two_desks_of_one_reviewer_keep_what_both_decide(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as one:
        await one.read()
        await one.press("g g w 1")
        async with sitting(report, project=project) as two:
            await two.press("G 2")
            await one.press("tab x")
            await two.press("g g w w 3")
            assert two.app.failure is None
        assert one.app.failure is None
        await one.press("g g w r escape u")
    assert len(kinds(project)) == 5
    with closing(sqlite3.connect(project)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_two_reviewers_share_a_project(project: Path, report: Path) -> None:
    async with sitting(report, project=project, reviewer="ada") as one:
        await one.read()
        await one.press("g g w 1")
        async with sitting(report, project=project, reviewer="bob") as two:
            assert two.app.desk.view.marks.decided_count == 0
            await two.press("g g w 2")
        await one.press("w 3")
    assert sorted(decided(project)) == ["Ada ORG accepted", "Ada PERSON accepted", "Lovelace GPE accepted"]
