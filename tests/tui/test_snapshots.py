"""How it looks: pictures of the desk, for what no other test sees.

`pytest tests/tui/test_snapshots.py --snapshot-update` draws them anew; look at them before they are committed.

What is read and what is decided is fixed here, so that the pictures change with the looks alone.
"""

import re
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input

from corpus.models import ModelChoice
from tests.annotations.libraries import filled
from tests.tui.pilots import Sitting, sitting
from tests.tui.scripts import ALL, MODEL, desk_of
from tui.app import DeskApp, Options
from tui.commands.stories import LIST_COMMANDS
from tui.keymap import bound
from tui.library import Library
from tui.render.fit import NATIVE, Fit
from tui.render.palettes import CONTRAST, DARK, LIGHT, MONO
from tui.stories import StoryList
from tui.study import Study

TEXTS = (
    """Ferry adrift off Hamburg

Maria Keller of the Harbour Guard said on Friday that more than 70 people were safe. Two boats brought them to Hamburg.

“Nobody was hurt,” said Keller. The Harbour Guard will report on Monday.
""",
    """70 saved, 2 missing

The ferry's captain, Jan Brandt, told the Lantern that 2 men were missing.

Maria Keller did not answer him. Hamburg waits.
""",
    "Captain accuses Harbour Guard\n\nJan Brandt says that the Harbour Guard came two hours late.\n",
    "Hamburg thanks its rescuers\n\nOn Monday, Hamburg will thank Maria Keller and 40 others.\n",
)
PROPOSALS = (
    ("Hamburg", "GPE"), ("Maria Keller", "PERSON"), ("Harbour Guard", "ORG"), ("the Harbour Guard", "ORG"),
    ("Jan Brandt", "PERSON"), ("Keller", "PERSON"), ("Friday", "DATE"), ("Monday", "DATE"), ("Lantern", "ORG"),
    ("more than 70", "CARDINAL"), ("70", "CARDINAL"), ("2", "CARDINAL"), ("40", "CARDINAL"),
)  # fmt: skip
WIDE = (
    """東京で地震 Tokyo

日本の首相、岸田文雄は月曜日に東京で話した。 Kishida said 70人 were safe.

한국의 서울 e\u0301 café 👨‍👩‍👧 🇩🇪 fin
""",
    "Кириллица и العربية\n\nВ Гамбурге спасли 70 человек. ไทย ภาษา ok\n",
)
WIDE_PROPOSALS = (
    ("岸田文雄", "PERSON"), ("東京", "GPE"), ("Tokyo", "GPE"), ("70人", "CARDINAL"),
    ("서울", "GPE"), ("Гамбурге", "GPE"),
)  # fmt: skip
# Accepted, rejected, unsure, an edge shifted, and a label of one's own.
DECIDED = "tab a a x space tab < a E w w W 1"


class Still(Study):
    """A study that compares nothing by itself: when it is done would be seen in the pictures."""

    async def compare(self) -> AsyncIterator[None]:
        """Nothing."""
        if self.asked_to_leave:  # never while a picture is drawn
            yield


class Picture(SingleFileSnapshotExtension):
    """One SVG file a picture."""

    _file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


@asynccontextmanager
async def shown(
    folder: Path,
    size: tuple[int, int],
    texts: tuple[str, ...] = TEXTS,
    proposals: tuple[tuple[str, str], ...] = PROPOSALS,
    *,
    colour: bool = True,
    theme: str = DARK,
    fit: Fit = NATIVE,
) -> AsyncGenerator[Sitting]:
    """The desk on texts that are read already."""
    desk = desk_of(*texts, proposals=proposals, size=size)
    study = Still(desk, folder / "test.variorum", ModelChoice("blank:en", MODEL), {}, new=True)
    stories = StoryList(Library(folder / "test.variorum", "ada"), desk.workspace, bound(LIST_COMMANDS))
    app = DeskApp(desk, Options((*ALL, *LIST_COMMANDS), colour, theme=theme, fit=fit), study, stories)
    async with app.run_test(size=size) as pilot:
        at = Sitting(app, pilot)
        await at.until(lambda: not desk.workspace.held and study._new is False)
        yield at
    desk.workspace.close()


async def drawn(at: Sitting) -> str:
    """The picture, with nothing in it that blinks, that must be fetched, or that differs from run to run."""
    for field in at.app.screen.query(Input):
        field.cursor_blink = False
    await at.pilot.pause()
    svg = re.sub(r"@font-face \{.*?\}\s*", "", at.app.export_screenshot(title="variorum"), flags=re.DOTALL)
    return re.sub(r"terminal-\d+-", "terminal-", svg)


async def search(at: Sitting, words: str) -> None:
    await at.press("/")
    await at.type(words)
    await at.press("enter")


async def test_everything_that_can_be_marked(tmp_path: Path, picture: SnapshotAssertion) -> None:
    async with shown(tmp_path, (160, 24)) as at:
        await at.press(DECIDED)
        await search(at, "two")
        await at.press("g g e")
        assert await drawn(at) == picture


async def test_a_small_terminal(tmp_path: Path, picture: SnapshotAssertion) -> None:
    async with shown(tmp_path, (80, 24)) as at:
        await at.press(DECIDED)
        assert await drawn(at) == picture


async def test_one_article_alone_with_a_held_selection(tmp_path: Path, picture: SnapshotAssertion) -> None:
    async with shown(tmp_path, (114, 20)) as at:
        await at.press(f"{DECIDED} z z }} v )")
        assert await drawn(at) == picture


async def test_help(tmp_path: Path, picture: SnapshotAssertion) -> None:
    async with shown(tmp_path, (100, 24)) as at:
        await at.press("?")
        assert await drawn(at) == picture


async def test_the_palette(tmp_path: Path, picture: SnapshotAssertion) -> None:
    async with shown(tmp_path, (100, 24)) as at:
        await at.press(":")
        await at.type("next")
        assert await drawn(at) == picture


async def test_sixteen_colours(tmp_path: Path, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM")
    async with shown(tmp_path, (100, 20)) as at:
        assert at.app.colours == "sixteen"
        await at.press(DECIDED)
        assert await drawn(at) == picture


async def test_no_colour(tmp_path: Path, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with shown(tmp_path, (100, 20), colour=False) as at:
        await at.press(DECIDED)
        await at.press("i")
        assert await drawn(at) == picture


@pytest.mark.parametrize("size", [(160, 48), (80, 24)], ids=["wide", "narrow"])
@pytest.mark.parametrize("theme", [LIGHT, CONTRAST, MONO])
async def test_a_theme(tmp_path: Path, picture: SnapshotAssertion, theme: str, size: tuple[int, int]) -> None:
    async with shown(tmp_path, size, theme=theme) as at:
        await at.press(DECIDED)
        await search(at, "two")
        await at.press("g g e")
        assert await drawn(at) == picture


@pytest.mark.parametrize("size", [(160, 48), (80, 24)], ids=["wide", "narrow"])
async def test_signs_in_ascii(tmp_path: Path, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with shown(tmp_path, size, fit=Fit(ascii=True)) as at:
        await at.press(DECIDED)
        await at.press("g g e i")
        assert await drawn(at) == picture


async def test_wide_characters(tmp_path: Path, picture: SnapshotAssertion) -> None:
    async with shown(tmp_path, (100, 16), WIDE, WIDE_PROPOSALS) as at:
        await at.press("tab a a w w w")
        assert await drawn(at) == picture


@pytest.mark.parametrize("width", [80, 140])
async def test_the_list_of_stories(project: Path, picture: SnapshotAssertion, width: int) -> None:
    filled(project).close()
    async with sitting(project=project, size=(width, 16)) as at:
        await at.shows("1 of 2")
        await at.press("space v s s")
        await at.until(lambda: "sorting" not in at.text)
        assert await drawn(at) == picture


async def test_a_search_of_the_project(project: Path, picture: SnapshotAssertion) -> None:
    filled(project).close()
    async with sitting(project=project, size=(100, 16)) as at:
        await at.press("f")
        await at.type("drying hall roof")
        await at.shows("1 of 3 articles")
        await at.press("down")
        assert await drawn(at) == picture


async def test_the_list_of_stories_without_colour(
    project: Path, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    filled(project).close()
    async with sitting(project=project, size=(100, 16), colour=False) as at:
        await at.shows("1 of 2")
        assert await drawn(at) == picture
