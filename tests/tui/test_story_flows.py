"""A story that was compared, on the screen: the ledger, the details, the strip, the names to choose from."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from corpus.models import ModelChoice
from tests.tui.compared_stories import TEXTS, compared_desk, comparison, story
from tests.tui.pilots import Sitting
from tests.tui.scripts import ALL, MODEL
from tests.tui.test_compared_keys import ties
from tui.app import DeskApp, Options
from tui.commands.stories import LIST_COMMANDS
from tui.keymap import bound
from tui.library import Library
from tui.stories import StoryList
from tui.study import Study


class Still(Study):
    """Nothing goes on behind the desk."""

    async def go_on(self) -> AsyncIterator[None]:
        """Nothing."""
        for _ in range(0):
            yield

    async def compare(self) -> AsyncIterator[None]:
        """Nothing."""
        for _ in range(0):
            yield


@asynccontextmanager
async def shown(folder: Path, size: tuple[int, int] = (160, 24), *, colour: bool = True) -> AsyncGenerator[Sitting]:
    """The desk on a story that was compared; nothing else is read."""
    desk = compared_desk(size)
    study = Still(desk, folder / "test.variorum", ModelChoice("test", MODEL), {}, new=True)
    stories = StoryList(Library(folder / "test.variorum", "ada"), desk.workspace, bound(LIST_COMMANDS))
    app = DeskApp(desk, Options((*ALL, *LIST_COMMANDS), colour), study, stories)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Sitting(app, pilot)


SIZES = pytest.mark.parametrize("size", [(160, 48), (80, 24)])


@SIZES
async def test_the_ledger_is_gone_through_decided_on_and_left_for_a_figure(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with shown(tmp_path, size) as at:
        await at.press("g c")
        assert "2 groups of figures" in at.text
        assert "Keller of the HG said that 70 people were safe." in at.text
        assert "Only 2 boats" not in at.text
        await at.press("tab")
        assert "Only 2 boats came." in at.text
        await at.press("a")
        assert ties(at.app.desk) == ["A:70 conflict C:65 accepted"]
        assert "✓ accepted" in at.text
        await at.press("?")
        assert "Go to the figure on the desk" in at.text
        await at.press("q")
        await at.press("j j j enter")
        await at.until(lambda: len(at.app.screen_stack) == 1)
        assert at.selected == "65"
        await at.shows("70 B¶1 – 65 C¶2: a conflict?")  # the other pair is still open


async def test_the_ledger_is_clicked_also_where_nothing_is(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        desk = at.app.desk
        desk.compare(comparison(TEXTS))
        await at.press("g c")
        await at.shows("no figures are in conflict")
        await at.pilot.click(offset=(10, 5), times=2)
        await at.shows("there is nothing to go to")
        await at.press("q")
        desk.compare(story())
        await at.press("g c")
        await at.pilot.click(offset=at.cell("65 "))
        await at.shows("▎    65")
        await at.pilot.click(offset=at.cell("65 "), times=2)
        await at.until(lambda: len(at.app.screen_stack) == 1)
        assert at.selected == "65"


async def test_keys_typed_while_the_ledger_closes_are_not_lost(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        await at.press("g c q w w v w")
        await at.until(lambda: at.selected == "Harbour Guard")


@SIZES
async def test_details_are_shown_and_left(tmp_path: Path, size: tuple[int, int]) -> None:
    async with shown(tmp_path, size) as at:
        await at.press("] c K")
        assert "conflict: cannot both be right" in at.text
        assert "score" in at.text
        await at.press("j k G g q w")
        await at.until(lambda: len(at.app.screen_stack) == 1)
        await at.press("K K")
        await at.until(lambda: len(at.app.screen_stack) == 1)


async def test_the_strip_stands_below_the_articles_and_goes(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        lines = at.text.split("\n")
        assert lines[-4].startswith(" ≠  saved, people  70 A¶1  70 B¶1 │ 65 C¶2")
        assert lines[-3].startswith(" =  came, boats")
        await at.press("] n t n")
        assert at.text.split("\n")[-4].startswith(" =  came, boats")
        await at.press("z s")
        await at.until(lambda: "came, boats" not in "\n".join(at.text.split("\n")[-4:-2]))
        await at.press("z s")
        await at.shows("=  came, boats")


async def test_figures_in_conflict_have_a_mark_in_the_gutter(tmp_path: Path) -> None:
    async with shown(tmp_path, colour=False) as at:
        assert sum("≠" in line for line in at.text.split("\n")[2:6]) == 2
        await at.press("] c x x")
        assert not any("≠" in line for line in at.text.split("\n")[2:6])


async def test_passages_beside_have_a_bar(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        line = at.text.split("\n")[2]
        assert line.count("▎") == 2
        assert "~¶1" in at.text.split("\n")[1]
        await at.press("G")
        assert at.text.split("\n")[2].count("▎") == 0


async def test_a_mention_is_linked_with_a_name_of_the_story(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        await at.press("e ] l c")
        assert "“HG” is" in at.text
        assert "Maria Keller" in at.text
        await at.type("kel")
        await at.press("enter")
        await at.until(lambda: ties(at.app.desk))
        assert ties(at.app.desk) == [
            "A:Harbour Guard same A:HG rejected",
            "A:Maria Keller same A:HG accepted",
        ]


async def test_a_mention_is_a_new_entity(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        await at.press("e ] l c")
        await at.type("new")
        await at.press("enter")
        await at.until(lambda: ties(at.app.desk))
        assert ties(at.app.desk) == ["A:Harbour Guard same A:HG rejected"]
