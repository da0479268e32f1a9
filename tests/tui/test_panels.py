"""Panels over the desk that explain: the history, the numbers of the sitting, the guidelines."""

from pathlib import Path

import pytest

from annotations.labels import parse
from tests.tui.colour_sight import contrast
from tests.tui.pilots import Sitting, sitting
from tests.tui.programs import decided
from tests.tui.scripts import SHIPPED, desk_of, play
from tui.render.palettes import PALETTES
from tui.screens.guidelines import Guidelines, label_table
from tui.screens.logbook import LogbookScreen
from tui.wishes import NextTheme, ShowPanel

PANELS = {"g h": "history", "g z": "sitting", "g i": "guidelines"}
SIZES = pytest.mark.parametrize("size", [(160, 48), (80, 24)])


@pytest.mark.parametrize(("keys", "what"), PANELS.items())
def test_panels_are_wished_for(keys: str, what: str) -> None:
    assert play(desk_of("Ada met"), keys) == [ShowPanel(what)]


async def gone(at: Sitting) -> None:
    """Go on until nothing lies over the desk."""
    await at.until(lambda: len(at.app.screen_stack) == 1)


@SIZES
async def test_the_history_is_gone_through_undone_and_left_for_a_place(
    project: Path, report: Path, other: Path, size: tuple[int, int]
) -> None:
    async with sitting(report, other, project=project, size=size) as at:
        await at.read()
        await at.press("g g w 1 g 2 g g w 2 w w 3")
        await at.press("g h")
        assert isinstance(at.app.screen, LogbookScreen)
        lines = at.text.split("\n")
        assert "history   3 steps" in lines[0]
        assert "accepted GPE Paris" in lines[1]
        assert "accepted PERSON Ada" in lines[3]
        await at.press("u")
        assert "undone: accepted GPE Paris" in at.text
        assert "1 undone" in at.text
        assert decided(project) == ["Babbage ORG accepted", "Ada PERSON accepted"] or len(decided(project)) == 2
        await at.press("U")
        assert len(decided(project)) == 3
        await at.press("?")
        await at.shows("In the history")
        await at.press("q")
        await at.until(lambda: isinstance(at.app.screen, LogbookScreen))
        await at.press("G enter")
        await gone(at)
        assert (at.app.desk.active, at.selected) == (0, "Ada")


async def test_the_history_leads_to_a_story_that_is_not_on_the_desk(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1")
    async with sitting(other, project=project) as at:
        await at.read()
        await at.press("g h")
        assert "¶1 report.txt" in at.text
        await at.press("enter")
        await gone(at)
        await at.until(lambda: at.app.desk.view.article.name == "report.txt")
        assert at.selected == "Ada"


async def test_keys_typed_while_a_panel_closes_are_not_lost(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        for keys in PANELS:
            await at.press(f"g g {keys} q w w v w")
            await at.until(lambda: at.selected == "Lovelace met")
            await at.press("escape escape")


@SIZES
async def test_the_numbers_of_the_sitting_are_shown(project: Path, report: Path, size: tuple[int, int]) -> None:
    async with sitting(report, project=project, size=size) as at:
        await at.read()
        await at.press("g g w 1 g z")
        assert "this sitting" in at.text
        assert "6, 6.0 a span" in at.text
        assert "report.txt" in at.text
        await at.press("q")
        await gone(at)


@SIZES
async def test_the_guidelines_are_shown_with_the_labels(project: Path, report: Path, size: tuple[int, int]) -> None:
    async with sitting(report, project=project, size=size) as at:
        await at.press("g i")
        assert isinstance(at.app.screen, Guidelines)
        await at.shows("Names and figures")
        assert "**" not in at.text
        await at.press("G")
        await at.shows("A rank: first, 12th.")
        await at.press("escape")
        await gone(at)


async def test_nothing_in_guidelines_can_be_followed_or_run(tmp_path: Path, report: Path) -> None:
    labels = tmp_path / "labels.toml"
    text = "[this](https://a.example) <https://b.example> https://c.example ![x](y.png) <b>z</b> [@click=app.quit]q[/] "
    codes = "&#x202e;right &#27;[31m \\\\u001b[2J \\\\u202e"
    labels.write_text(
        f'guidelines = "{text}{codes}"\n[[label]]\nname = "A"\nkey = "1"\n'.replace("\\\\", "\\"), "utf-8"
    )
    async with sitting(report, project=tmp_path / "a.variorum", labels=labels, size=(160, 30)) as at:
        await at.press("g i")
        await at.shows("[this](https://a.example)")
        words = " ".join(at.text.split())
        assert "<b>z</b> [@click=app.quit]q[/]" in words
        assert "&#x202e;right &#27;[31m ␛[2J" in words
        assert at.app.failure is None
        for segment in (one for strip in at.app.screen._compositor.render_strips() for one in strip):
            assert all(char.isprintable() for char in segment.text)
            assert segment.style is None or "@click" not in segment.style.meta
            assert segment.style is None or segment.style.link is None


@pytest.mark.parametrize("theme", PALETTES)
async def test_the_guidelines_can_be_read_in_every_theme(tmp_path: Path, report: Path, theme: str) -> None:
    labels = tmp_path / "labels.toml"
    text = "# One\\n\\n## Two\\n\\n### Three\\n\\nwords **bold**\\n\\n- item\\n  - inner\\n\\n1. first\\n"
    labels.write_text(f'guidelines = "{text}"\n[[label]]\nname = "A"\nkey = "1"\ndefinition = "What"\n', "utf-8")
    async with sitting(report, project=tmp_path / "a.variorum", labels=labels, size=(80, 24)) as at:
        while at.app.colours != theme:
            at.app.grant(NextTheme())
        await at.press("g i")
        await at.shows("inner")
        seen = [one for strip in at.app.screen._compositor.render_strips() for one in strip if one.text.strip()]
        lines = at.text.split("\n")
        assert any("Two" in line for line in lines)
        for segment in seen:
            style = segment.style
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            over, below = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
            assert contrast(over, below) >= 4.5, segment


@pytest.mark.parametrize("keys", ["?", "g i", "g z", "K", ":"])
async def test_panels_take_the_whole_width_where_it_is_small(project: Path, report: Path, keys: str) -> None:
    async with sitting(report, project=project, size=(80, 24)) as at:
        await at.read()
        await at.press(f"g g {keys}")
        (panel,) = at.app.screen.query(".-panel")
        assert (panel.region.x, panel.region.width) == (0, 80)
        assert panel.styles.border_top[0] == ""


@pytest.mark.parametrize("keys", ["?", "g i", "g z", "K", ":"])
async def test_without_colours_panels_have_a_border(project: Path, report: Path, keys: str) -> None:
    async with sitting(report, project=project, size=(120, 24), colour=False) as at:
        await at.read()
        await at.press(f"g g {keys}")
        (panel,) = at.app.screen.query(".-panel")
        assert panel.region.width < 120
        assert panel.styles.border_left[0] == "solid"
        assert "┌" in at.text


async def test_a_set_without_guidelines_shows_its_labels(tmp_path: Path, report: Path) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('name = "Bare"\n[[label]]\nname = "AA"\nkey = "1"\ndefinition = "[b]One[/b]"\n', "utf-8")
    async with sitting(report, project=tmp_path / "a.variorum", labels=labels) as at:
        await at.press("g i")
        await at.shows("no guidelines")
        assert "[b]One[/b]" in at.text


def test_labels_are_listed_with_key_hue_and_definition() -> None:
    keys = desk_of("Ada").keys
    table = label_table(SHIPPED, keys, "dark")
    rows = list(zip(*(column.cells for column in table.columns), strict=True))
    assert [str(cell) for cell in rows[9]] == ["s e", "EVENT", SHIPPED.labels[9].definition]
    assert len({str(name.style) for _, name, _ in rows[:3]}) == 3
    own = parse('[[label]]\nname = "A"\nkey = "9 9"\nhue = "pink"\n', "labels.toml")
    assert str(next(iter(label_table(own, keys, "mono").columns[0].cells))) == "9 9"
