"""The application: keys and mouse in, events in the project file and cells on the screen out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from textual.geometry import Offset

from annotations.events import Judged, kind_of
from annotations.store import Store
from corpus.display import shown_line
from corpus.sources import sample
from tests.tui.pilots import Sitting, sitting
from tests.tui.programs import OTHER, REPORT, decided
from tui.screens.ask import Ask
from tui.screens.choose import Choose
from tui.screens.help import Help
from tui.widgets.pane import ArticlePane

MARKUP = ("[/]", "[/foo]", "[/", "[red]", "[on red]x", "[link=https://x]", "[[1, 2], '[/x]']", "[@click=app.quit]x[/]")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("news.variorum")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, "utf-8")
    return path


def kinds(project: Path) -> list[str]:
    store = Store(project, read_only=True)
    found = [kind_of(event.change) for event in store.events()]
    store.close()
    return found


@contextmanager
def locked(project: Path) -> Iterator[sqlite3.Connection]:
    """Another program that is writing to the project."""
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def panes(at: Sitting) -> list[ArticlePane]:
    return list(at.app.query(ArticlePane))


def cell(at: Sitting, words: str) -> Offset:
    """The cell where words begin, as they are first found on the screen below the pane titles."""
    for y, line in enumerate(at.text.split("\n")):
        if y > 1 and words in line:
            return Offset(line.index(words), y)
    raise AssertionError(f"{words!r} is not to be seen:\n{at.text}")


# Opening


async def test_the_sample_opens_side_by_side_and_is_read(project: Path) -> None:
    async with sitting(project=project, size=(160, 40)) as at:
        articles = sample().articles
        assert len(panes(at)) == 4
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
            names.append(_selected(at))
            await at.press(key)
    verdicts = ("accepted", "rejected", "unsure")
    store = Store(project, read_only=True)
    events = [event.change for event in store.events() if isinstance(event.change, Judged)]
    store.close()
    assert [event.surface for event in events] == names
    assert sorted(line.rpartition(" ")[2] for line in decided(project)) == sorted(verdicts)


def _selected(at: Sitting) -> str:
    view = at.app.desk.view
    return view.text[view.selection.start : view.selection.end]


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


# Dialogs


async def test_a_note_is_written_changed_and_left(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w 1 i")
        assert isinstance(at.app.screen, Ask)
        await at.type("who is  she?")
        await at.press("enter")
        await at.shows("“who is she?”")
        await at.press("i")
        await at.type("thrown away")
        await at.press("escape")
        assert "thrown" not in at.text
    store = Store(project, read_only=True)
    assert [one.note for one in store.annotations()] == ["who is she?"]
    store.close()


async def test_search_goes_through_all_articles(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.press("/")
        await at.type("lovelace")
        await at.press("enter")
        await at.shows("lovelace: 1 of 3 in 2 articles")
        await at.press("n n")
        await at.shows("3 of 3")
        assert at.app.desk.active == 1
        await at.press("/")
        await at.type("zzz")
        await at.press("enter")
        await at.shows("zzz: not in these articles")


async def test_a_label_is_picked_by_its_words(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("g g w r")
        assert isinstance(at.app.screen, Choose)
        await at.type("work")
        await at.press("enter")
        assert decided(project) == ["Ada WORK_OF_ART accepted"]


async def test_the_palette_runs_what_it_finds(project: Path, report: Path, other: Path) -> None:
    async with sitting(report, other, project=project) as at:
        await at.press(":")
        await at.type("zoom")
        await at.press("enter")
        await at.until(lambda: len(panes(at)) == 1)
        await at.press(":")
        await at.type("qqqq")
        await at.press("enter escape")
        assert len(at.app.screen_stack) == 1


async def test_help_lists_keys_scrolls_and_is_left(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("?")
        assert isinstance(at.app.screen, Help)
        await at.shows("A motion selects")
        await at.press("G")
        await at.shows("Leave the desk")
        await at.press("q")
        assert len(at.app.screen_stack) == 1
        assert at.app.is_running


# The screen's size


async def test_panes_follow_the_width_and_the_text_on_top_stays(project: Path) -> None:
    async with sitting(project=project, size=(160, 30)) as at:
        await at.read()
        await at.press("ctrl+d ctrl+d z t")
        view = at.app.desk.view
        kept, counts = view.selection, []
        for width in (160, 60, 114, 200, 160):
            before = view.rows(at.app.desk.geometry.columns).bounds(view.top)[0]
            await at.pilot.resize_terminal(width, 30)
            await at.pilot.pause()
            counts.append(len(panes(at)))
            assert view.top == view.rows(at.app.desk.geometry.columns).row_of(before)
            assert [pane.index for pane in panes(at)] == list(at.app.desk.shown)
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
        while any(view.marks.analysis is None for view in at.app.desk.views) and turns < 500:
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
        await at.pilot.click(offset=cell(at, "left Paris"))
        view = at.app.desk.view
        assert view.article.name == "other.txt"
        assert view.text[view.selection.start :].startswith("left Paris")
        assert view.selection.empty


async def test_a_drag_selects_whole_tokens_either_way(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        for start, end in (("velace met", "arles"), ("arles", "velace met")):
            await at.pilot.mouse_down(offset=cell(at, start))
            await at.pilot.hover(offset=cell(at, end))
            await at.pilot.mouse_up(offset=cell(at, end))
            assert _selected(at) == "Lovelace met Charles"
        await at.press("1")
    assert decided(project) == ["Lovelace met Charles PERSON accepted"]


async def test_more_clicks_select_the_token_and_the_sentence(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.pilot.click(offset=cell(at, "people"), times=2)
        assert _selected(at) == "people"
        await at.pilot.click(offset=cell(at, "Lovelace said"), times=3)
        assert _selected(at) == "More than 70 people came, Lovelace said."


async def test_a_double_click_takes_the_proposal(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        mark = at.app.desk.view.marks.open_after(0)
        assert mark is not None
        await at.pilot.click(offset=cell(at, mark.span.surface(REPORT)), times=2)
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


# What comes from outside


@pytest.mark.parametrize("hostile", ["[/] [@click=app.quit]x[/]", "[on red]x [/", "\x1b]52;c;eA==\x07\x1b[31m\x9b2J\u202e"])
async def test_nothing_from_outside_is_anything_but_text(tmp_path: Path, hostile: str) -> None:
    # A slash cannot stand in a file's name; everything else can.
    name = hostile.replace("/", "∕")
    path, labels = tmp_path / f"{name}.txt", tmp_path / "labels.toml"
    path.write_text(f"Title {hostile} here\n\nAda said {hostile} twice. {' '.join(MARKUP)}\n", "utf-8")
    definition = "".join(f"\\u{ord(char):04x}" for char in hostile)
    labels.write_text(f'[[label]]\nname = "P"\nshort = "{definition}"\nkey = "1"\ndefinition = "{definition}"\n', "utf-8")
    literal = shown_line(hostile)
    async with sitting(path, project=tmp_path / f"{name}.variorum", labels=labels, reviewer=hostile, size=(160, 20)) as at:
        await at.read()
        for script, seen in (("} 1 r", literal), ("escape :", literal), ("escape ?", ""), ("escape i", "")):
            await at.press(script)
            await _is_text(at, seen)
        at.app.screen.query_one("Input").value = hostile  # type: ignore[attr-defined]
        await at.press("enter")
        await at.press("*")
        await at.press("/")
        await _is_text(at, "")
        await at.press("enter i")
        await _is_text(at, "")
        await at.press("escape")
        at.app.desk.message = hostile
        at.app.desk.reading = hostile
        await at.press("l")
        await _is_text(at, literal)


async def _is_text(at: Sitting, literal: str) -> None:
    assert at.app.failure is None
    assert at.app.is_running
    strips = at.app.screen._compositor.render_strips()
    for segment in (segment for strip in strips for segment in strip):
        assert all(char.isprintable() or char == "\u202f" for char in segment.text), repr(segment.text)
        assert segment.style is None or "@click" not in segment.style.meta
        assert segment.style is None or segment.style.link is None
    if literal:
        assert literal in "\n".join(strip.text for strip in strips)


async def test_a_search_for_what_cannot_be_shown_can_be_repeated(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\x1b[31m two\n\none\x1b[31m two\n", "utf-8")
    async with sitting(path, project=tmp_path / "a.variorum") as at:
        await at.press("} *")
        await at.shows("of 2 in 1 article")
        await at.press("/ enter")
        await at.shows("of 2 in 1 article")


async def test_what_is_pasted_can_only_be_read(project: Path, report: Path) -> None:
    from textual.events import Paste

    async with sitting(report, project=project) as at:
        await at.press("/")
        at.app.screen.query_one("Input").post_message(Paste("Ada\x1b]0;x\x07\u202e\nmore"))
        await at.pilot.pause()
        await _is_text(at, "")
        assert "Ada␛]0;x␇" in at.text


# When it cannot be written


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


async def test_leaving_waits_for_a_project_that_is_still_being_made(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.pilot.press("w", "1", "q")
        await at.until(lambda: not at.app.is_running)
        assert not at.app.study.asked_to_leave
    assert decided(project) == ["Ada PERSON accepted"]


async def test_a_project_that_cannot_be_made_is_made_as_soon_as_it_can(tmp_path: Path, report: Path, project: Path) -> None:
    folder, away = Path("folder"), Path("away")
    folder.mkdir()
    async with sitting(report, project=folder / project, size=(160, 30)) as at:
        folder.rename(away)  # before anything but the first paint
        await at.press("w 1")
        await at.shows("1 held, trying again")
        away.rename(folder)
        await at.until(lambda: not at.app.desk.workspace.held)
        await at.until(lambda: "held" not in at.text)
        assert decided(folder / project) == ["Ada PERSON accepted"]


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
