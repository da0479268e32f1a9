"""Themes on the running desk: the next one at once, everything in it, and kept for the next time."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.style import Style

from tests.tui.pilots import Sitting
from tests.tui.programs import FAST, desk
from tui.app import DeskApp, Options
from tui.config import Config
from tui.opening import Request, open_desk
from tui.render.palettes import CONTRAST, DARK, LIGHT, MONO, PALETTES, SIXTEEN, THEMES
from tui.study import Study


@asynccontextmanager
async def sitting(folder: Path, *, theme: str = DARK, colour: bool = True) -> AsyncGenerator[tuple[Sitting, list[str]]]:
    """A sitting, and the themes that it keeps."""
    report = folder / "report.txt"
    report.write_text("Ada Lovelace met Charles Babbage.\n", "utf-8")
    opened = open_desk(
        Request((report,), project=folder / "x.variorum", reviewer="ada", model="blank:en"), Config(), "0"
    )
    study = Study(opened.desk, opened.project, opened.choice, {}, new=opened.new)
    kept: list[str] = []
    app = DeskApp(opened.desk, Options(opened.commands, colour, theme=theme, keep=kept.append), study, opened.stories)
    try:
        async with app.run_test(size=(100, 24)) as pilot:
            yield Sitting(app, pilot), kept
    finally:
        study.finish()
        opened.stories.library.close()
        opened.desk.workspace.close()


def styles(at: Sitting) -> set[Style]:
    """Every style on the screen."""
    strips = at.app.screen._compositor.render_strips()
    return {segment.style for strip in strips for segment in strip if segment.style and segment.text}


def grounds(at: Sitting) -> set[str]:
    """Every colour on which something stands."""
    return {style.bgcolor.name.upper() for style in styles(at) if style.bgcolor is not None}


async def test_the_next_theme_is_shown_at_once_everywhere_and_kept(tmp_path: Path) -> None:
    async with sitting(tmp_path) as (at, kept):
        await at.read()
        for theme in [*THEMES[1:], THEMES[0]]:
            before = grounds(at)
            await at.press("z T")
            assert f"theme {theme}" in at.text
            found = grounds(at)
            if theme in PALETTES:
                assert PALETTES[theme].paper in found
                assert not (before & {palette.paper for palette in PALETTES.values()} - {PALETTES[theme].paper}) & found
            else:
                assert {one for one in found if one.startswith("#")} == set()
        assert kept == [*THEMES[1:], THEMES[0]]


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST])
async def test_dialogs_are_in_the_theme(tmp_path: Path, theme: str) -> None:
    async with sitting(tmp_path, theme=theme) as (at, _):
        await at.press("?")
        await at.shows("A motion selects")
        assert PALETTES[theme].panel in grounds(at)
        assert PALETTES[DARK].panel not in grounds(at)


@pytest.mark.parametrize("key", ["?", ":", "/"])
async def test_mono_is_attributes_alone_also_in_dialogs_that_are_opened_after_colours(tmp_path: Path, key: str) -> None:
    async with sitting(tmp_path, theme=SIXTEEN) as (at, _):
        await at.read()
        await at.press("z T")
        assert at.app.colours == MONO
        await at.press(key)
        await at.until(lambda: len(at.app.screen_stack) > 1)
        await at.pilot.pause()
        for style in styles(at):
            assert style.color is None or style.color.is_default, style
            assert style.bgcolor is None or style.bgcolor.is_default, style


async def test_what_a_poorer_terminal_forces_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM")
    async with sitting(tmp_path, theme=LIGHT) as (at, kept):
        assert at.app.colours == SIXTEEN
        await at.press("z T")
        assert "theme mono, for this sitting" in at.text
        assert kept == []


async def test_where_no_colours_are_wanted_there_is_one_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(tmp_path, theme=LIGHT, colour=False) as (at, kept):
        assert at.app.colours == MONO
        await at.press("z T")
        assert "no colours are wanted" in at.text
        assert kept == []


def test_a_theme_is_kept_for_other_projects_too_and_settings_count_more(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Ada Lovelace met Charles Babbage.\n", "utf-8")
    paper = {theme: "48;2;" + ";".join(str(int(PALETTES[theme].paper[at : at + 2], 16)) for at in (1, 3, 5))
             for theme in PALETTES}  # fmt: skip

    def sits(name: str, *arguments: str, keys: tuple[str, ...] = (), env: dict[str, str] | None = None) -> str:
        with desk(tmp_path, name, *FAST, *arguments, env=env) as terminal:
            terminal.wait_for("Ada Lovelace met")
            for key in keys:
                terminal.press(key)
            if keys:
                terminal.wait_for("theme light")
            terminal.press("q")
            assert terminal.wait_exit() == 0
            return terminal.raw.decode()

    assert paper[LIGHT] not in sits("one.txt")
    assert paper[LIGHT] in sits("one.txt", keys=("z", "T"))
    again = sits("two.txt")
    assert paper[LIGHT] in again
    assert paper[DARK] not in again
    assert paper[CONTRAST] in sits("two.txt", env={"VARIORUM_THEME": "high-contrast"})
    assert paper[DARK] in sits("two.txt", "--theme", "dark", env={"VARIORUM_THEME": "high-contrast"})


def test_signs_are_ascii_where_the_locale_has_no_more(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Ada’s café – “so” 日本\n", "utf-8")
    with desk(tmp_path, "report.txt", *FAST, env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}) as terminal:
        terminal.wait_for("NORMAL AP1")
        terminal.wait_for("Ada’s café – “so”")  # what Python writes is UTF-8 in this locale too
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with desk(tmp_path, "report.txt", *FAST, env={"PYTHONIOENCODING": "latin-1"}) as terminal:
        terminal.wait_for("NORMAL AP1")
        terminal.wait_for(r"Ada\?s caf. \? \?so\? \?\?\?\?")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.raw.count(b"caf\xe9")
    with desk(tmp_path, "report.txt", *FAST, "--no-ascii", env={"LC_ALL": "C"}) as terminal:
        terminal.wait_for("NORMAL A¶1")
        terminal.press("q")
        assert terminal.wait_exit() == 0
