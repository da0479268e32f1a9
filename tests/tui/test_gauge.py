"""The ruler on the screen: where it stands, what it costs, and what the mouse does to it."""

from pathlib import Path

import pytest
from textual.geometry import Region

from tests.tui.pilots import Sitting, sitting
from tui.widgets.gauge import Gauge
from tui.widgets.pane import ArticlePane

LONG = "\n".join(f"On Friday {number} boats had come home from the sea." for number in range(200))
OTHER = "\n".join(f"Maria Keller had counted {number} men by the evening." for number in range(200))
SIGNS = set("▐▖▟▘▜")


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    for path, text in zip(paths, (LONG, OTHER, "Short.\n"), strict=True):
        path.write_text(text, "utf-8")
    return paths


def columns(at: Sitting) -> set[int]:
    """The columns in which a ruler stands."""
    return {x for line in at.text.split("\n") for x, char in enumerate(line) if char in SIGNS}


async def test_it_stands_behind_the_text_of_the_active_article(tmp_path: Path, reports: list[Path]) -> None:
    async with sitting(*reports, project=tmp_path / "p.variorum", size=(120, 24)) as at:
        await at.read()
        for keys, expected in (("g g", {39}), ("L", {79}), ("L", set[int]()), ("L", {39}), ("z z", {99})):
            await at.press(keys)
            assert columns(at) == expected
        await at.pilot.resize_terminal(76, 20)
        await at.press("z z")
        assert columns(at) == {37}
        await at.pilot.resize_terminal(5, 6)
        assert not columns(at)


async def test_it_is_as_high_as_the_text_and_follows_it(tmp_path: Path, reports: list[Path]) -> None:
    async with sitting(*reports, project=tmp_path / "p.variorum", size=(120, 24)) as at:
        await at.read()
        await at.press("g g")
        for keys in ("z s", "z s"):
            before = at.app.desk.geometry.rows
            await at.press(keys)
            rows = at.app.desk.geometry.rows
            ruler = [line[39:40] for line in at.text.split("\n")]
            assert rows != before
            assert set(ruler[2 : 2 + rows]) <= SIGNS
            assert not SIGNS & set(ruler[2 + rows :])


async def test_articles_that_are_all_in_sight_have_none(tmp_path: Path, reports: list[Path]) -> None:
    async with sitting(reports[2], project=tmp_path / "p.variorum") as at:
        await at.read()
        assert not at.app.query(Gauge)


async def test_another_article_leaves_the_cells_of_the_text_alone(
    tmp_path: Path, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Region] = []
    refresh = ArticlePane.refresh

    def noted(pane: ArticlePane, *regions: Region) -> ArticlePane:
        asked.extend(regions or (pane.region,))
        return refresh(pane, *regions)

    async with sitting(*reports, project=tmp_path / "p.variorum", size=(120, 24)) as at:
        await at.read()
        await at.press("g g")
        monkeypatch.setattr(ArticlePane, "refresh", noted)
        await at.press("L")
        assert max(region.y for region in asked) < 3  # the titles, and the rows of the selections
        assert {region.height for region in asked} == {1}
        await at.press("pagedown")
        assert max(region.height for region in asked) > 1
        monkeypatch.undo()


async def test_the_mouse_on_it_is_the_mouse_on_the_row(tmp_path: Path, reports: list[Path]) -> None:
    async with sitting(*reports, project=tmp_path / "p.variorum", size=(120, 24)) as at:
        await at.read()
        await at.press("g g")
        await at.pilot.click(offset=(39, 6))
        view = at.app.desk.view
        assert view.text[: view.selection.start].endswith("On Friday 1 boats had come home from the sea")


async def test_it_changes_its_colours_with_the_theme(tmp_path: Path, reports: list[Path]) -> None:
    async with sitting(*reports, project=tmp_path / "p.variorum", size=(120, 24)) as at:
        await at.read()
        gauge = at.app.query(Gauge).first()
        before = gauge.render_lines(Region(0, 0, 1, 1))
        await at.press("z T")
        assert gauge.render_lines(Region(0, 0, 1, 1)) != before
