"""The application: keys and mouse in, events in the project file and cells on the screen out."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from annotations.event_json import kind_of
from annotations.events import Judged
from annotations.store import Store
from corpus.sources import sample
from tests.tui.pilots import sitting
from tests.tui.programs import REPORT, decided


def kinds(project: Path) -> list[str]:
    store = Store(project, read_only=True)
    found = [kind_of(event.change) for event in store.events()]
    store.close()
    return found


# Opening


async def test_the_sample_opens_side_by_side_and_is_read(project: Path) -> None:
    async with sitting(project=project, size=(160, 40)) as at:
        articles = sample().articles
        assert len(at.panes) == 4
        for article in articles[:4]:
            assert article.title[:20] in at.text
        await at.read()
        assert " open" in at.text.split("\n")[0]


async def test_the_place_is_the_same_when_the_project_is_opened_again(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.read()
        await at.press("L w w 1")
        before = at.app.desk.place()
    async with sitting(project=project) as at:
        assert at.app.desk.place() == before
        assert at.app.desk.view.article.name == "other.txt"
        assert decided(project) == ["left PERSON accepted"]


async def test_an_article_is_not_read_twice(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
    async with sitting(project=project) as at:
        assert at.app.desk.view.marks.analysis is not None  # before any worker had a chance
        assert "0/" in at.text.split("\n")[1]


# Keys


async def test_keys_become_events_and_annotations(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1 w w 2")
        await at.press("u")
        await at.press("U")
        assert decided(project) == ["Ada PERSON accepted", "met ORG accepted"]
    assert kinds(project) == ["judged", "judged", "undone", "redone"]


async def test_verdicts_on_proposals(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g tab")
        names = []
        for key in ("a", "x", "space"):
            names.append(at.selected)
            await at.press(key)
    verdicts = ("accepted", "rejected", "unsure")
    store = Store(project, read_only=True)
    events = [event.change for event in store.events() if isinstance(event.change, Judged)]
    store.close()
    assert [event.surface for event in events] == names
    assert sorted(line.rpartition(" ")[2] for line in decided(project)) == sorted(verdicts)


async def test_finishing_an_article_goes_on_to_the_next(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.read()
        await at.press("Z Z")
        await at.shows("A is finished")
        assert at.app.desk.active == 1
    store = Store(project, read_only=True)
    assert len(store.finished()) == 1
    store.close()


async def test_pending_keys_show_what_can_follow(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("Z")
        assert "finish article" in at.text.split("\n")[-1]
        await at.press("escape")
        assert "finish" not in at.text.split("\n")[-1]


# The screen's size


async def test_panes_follow_the_width_and_the_text_on_top_stays(project: Path) -> None:
    async with sitting(project=project, size=(160, 30)) as at:
        await at.read()
        await at.press("ctrl+d ctrl+d z t")
        view = at.app.desk.view
        kept, counts = view.selection, []
        before = view.rows(at.app.desk.geometry.columns).bounds(view.top)[0]
        for width in (160, 60, 114, 200, 160):
            await at.pilot.resize_terminal(width, 30)
            await at.pilot.pause()
            counts.append(len(at.panes))
            assert view.top == view.rows(at.app.desk.geometry.columns).row_of(before)
            assert [pane.index for pane in at.panes] == list(at.app.desk.shown)
        assert counts == [4, 1, 3, 5, 4]
        assert view.selection == kept


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 1), (500, 100)])
async def test_any_size_can_be_lived_with(project: Path, report: Path, size: tuple[int, int]) -> None:
    async with sitting(report, project=project) as at:
        await at.pilot.resize_terminal(*size)
        await at.press("w L z z 1 ? escape : escape / escape i escape r escape")
        await at.pilot.resize_terminal(80, 24)
        await at.press("escape")
        await at.shows("Lovelace met")


async def test_keys_and_resizes_while_articles_are_read(project: Path) -> None:
    async with sitting(project=project, size=(160, 30)) as at:
        turns = 0
        while any(view.reading is None for view in at.app.desk.views) and turns < 500:
            await at.pilot.press("z", "z", "L", "w")
            await at.pilot.resize_terminal(*((60, 20), (160, 30))[turns % 2])
            turns += 1
        await at.read()
        assert turns
        assert at.app.failure is None
        assert " open" in at.text


# The mouse


async def test_a_click_puts_the_cursor_and_chooses_the_article(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.pilot.click(offset=at.cell("left Paris"))
        view = at.app.desk.view
        assert view.article.name == "other.txt"
        assert view.text[view.selection.start :].startswith("left Paris")
        assert view.selection.empty


async def test_a_drag_selects_whole_tokens_either_way(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        for start, end in (("velace met", "arles"), ("arles", "velace met")):
            await at.pilot.mouse_down(offset=at.cell(start))
            await at.pilot.hover(offset=at.cell(end))
            await at.pilot.mouse_up(offset=at.cell(end))
            assert at.selected == "Lovelace met Charles"
        await at.press("1")
    assert decided(project) == ["Lovelace met Charles PERSON accepted"]


async def test_more_clicks_select_the_token_and_the_sentence(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.pilot.click(offset=at.cell("people"), times=2)
        assert at.selected == "people"
        await at.pilot.click(offset=at.cell("Lovelace said"), times=3)
        assert at.selected == "More than 70 people came, Lovelace said."


async def test_a_double_click_takes_the_proposal(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        mark = at.app.desk.view.marks.open_after(0)
        assert mark is not None
        await at.pilot.click(offset=at.cell(mark.span.surface(REPORT)), times=2)
        await at.press("a")
        assert decided(project) == [f"{mark.span.surface(REPORT)} {mark.label} accepted"]


async def test_the_wheel_scrolls_and_leaves_the_selection(project: Path) -> None:
    async with sitting(project=project, size=(160, 20)) as at:
        view = at.app.desk.view
        await at.pilot._post_mouse_events([_scrolled()], offset=Offset(10, 10))
        assert view.top == 3
        assert view.selection.start == 0


def _scrolled() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown
