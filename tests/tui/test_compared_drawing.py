"""When a story was compared again, the rows that look different are drawn anew, and no others."""

from pathlib import Path

import pytest
from textual.strip import Strip

from corpus.comparison import Comparison
from tests.tui.compared_stories import NAMES, TEXTS, compared_desk, comparison, row, story
from tests.tui.pilots import Sitting, sitting
from tests.tui.scripts import play
from tui.widgets.pane import ArticlePane

SIZE = (160, 24)


def without_names(count: int) -> Comparison:
    """The comparison of TEXTS with the last names left out, and with as many rows of the ledger."""
    ledger = [row(TEXTS, "saved, people", "A:70 B:70 C:65", "0-2 1-2"), row(TEXTS, "came, boats", "A:2 B:2")]
    return comparison(TEXTS, NAMES[:-count], ledger, [], [], ["A:Read more: how to swim"])


def unfolded() -> Comparison:
    """The comparison of TEXTS, without boilerplate."""
    found = story()
    return found._replace(sides=tuple(side._replace(folded=()) for side in found.sides))


def test_the_same_again_leaves_every_pane_alone() -> None:
    desk = compared_desk()
    assert desk.drain().everything  # there are rows of the ledger now
    desk.compare(story())
    dirt = desk.drain()
    assert (dirt.everything, dirt.different, dirt.panes) == (False, True, set())


@pytest.mark.parametrize("rows", ["came, boats", ""])
def test_another_division_of_the_screen_is_drawn_as_a_whole(rows: str) -> None:
    desk = compared_desk()
    desk.drain()
    ledger = [row(TEXTS, "came, boats", "A:2 B:2")] if rows else []
    desk.compare(comparison(TEXTS, NAMES, ledger, [], [], []))
    assert desk.drain().everything


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, "utf-8")
    return paths


def lines(pane: ArticlePane) -> list[Strip]:
    return [pane._drawn[y] for y in range(pane.size.height)]


def afresh(at: Sitting) -> list[list[Strip]]:
    """What the panes look like when everything is drawn."""
    return [[pane._strip(y) for y in range(pane.size.height)] for pane in at.panes]


async def compared(at: Sitting, found: Comparison) -> None:
    at.app.desk.compare(found)
    at.app.draw()
    await at.pilot.pause()


@pytest.mark.parametrize("keys", ["", "e", "L e a", "] c a"])
@pytest.mark.parametrize("later", [story(), without_names(1), without_names(2), unfolded()])
async def test_the_screen_is_as_if_it_were_drawn_as_a_whole(
    project: Path, texts: list[Path], keys: str, later: Comparison
) -> None:
    async with sitting(*texts, project=project, size=SIZE) as at:
        await at.read()
        await compared(at, story())
        await at.press(keys)
        await compared(at, later)
        assert [lines(pane) for pane in at.panes] == afresh(at)
        shown = at.text.split("\n")[1:]
        at.app.refresh(repaint=True)
        for pane in at.panes:
            pane.update_all()
        await at.pilot.pause()
        assert at.text.split("\n")[1:] == shown


async def test_rows_that_look_the_same_are_not_drawn(project: Path, texts: list[Path]) -> None:
    async with sitting(*texts, project=project, size=SIZE) as at:
        await at.read()
        await compared(at, without_names(1))
        before = [lines(pane) for pane in at.panes]
        await compared(at, without_names(1))
        assert all(one is other for pane, old in zip(at.panes, before, strict=True)
                   for one, other in zip(lines(pane), old, strict=True))  # fmt: skip
        await compared(at, story())
        new = [
            (number, y)
            for number, pane in enumerate(at.panes)
            for y, (one, other) in enumerate(zip(lines(pane), before[number], strict=True))
            if one is not other
        ]
        assert new
        assert len(new) < sum(map(len, before)) / 4
        told = {lines(at.panes[number])[y].text for number, y in new}
        assert any("Jan Brandt" in line for line in told)


def test_the_cursor_stays_in_sight_where_rows_above_it_are_folded() -> None:
    desk = compared_desk((80, 12))
    play(desk, "G")
    desk.compare(unfolded())
    desk.compare(story())
    rows, view = desk.view.rows(desk.geometry.columns), desk.view
    assert 0 <= rows.row_of(view.moving_edge()) - view.top < desk.geometry.rows
