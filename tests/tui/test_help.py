"""Help: the keys of the panel it is asked for in come first, it narrows, and it leaves what lies under it alone."""

from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from tests.tui.compared_stories import compared_desk
from tests.tui.pilots import sitting
from tests.tui.scripts import ALL, desk_of, play
from tests.tui.test_story_flows import shown
from tui.commands.command import SCOPES, Command
from tui.commands.stories import LIST_COMMANDS
from tui.panel_keys import EXTEND, FILTER, PANELS, Section, narrowed, rows_of, sections
from tui.render.words import Words
from tui.screens.help import KEYS_WIDTH, Help

COMMANDS: tuple[Command[Any], ...] = (*ALL, *LIST_COMMANDS)
ROWS = [
    Section("Move", (("h  left", "Go left."), ("g g", "Go to the top.", "article start"))),
    Section("Find", (("/", "Search."),)),
]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", ["h  left", "g g", "/"]),
        ("TOP", ["g g"]),
        ("go left", ["h  left"]),
        ("move", ["h  left", "g g"]),  # all of that title
        ("/", ["/"]),
        ("find top", []),
        ("start", ["g g"]),  # what it is called
    ],
)
def test_rows_with_all_the_words_are_left(words: str, left: list[str]) -> None:
    assert [keys for section in narrowed(ROWS, words) for keys, *_ in section.rows] == left


def test_keys_are_read_from_a_line_of_words() -> None:
    line: list[Words] = [(" type a letter ", "plain"), ("  Tab ", "key"), ("others · ", "plain"), (" Esc", "key"),
                         (" leave", "plain")]  # fmt: skip
    assert list(rows_of(line)) == [("", "type a letter"), ("Tab", "others"), ("Esc", "leave")]
    aside: list[Words] = [("  ", "dim"), (" Esc", "key"), (" leave", "plain"), ("  why it is asked", "dim")]
    assert list(rows_of(aside)) == [("Esc", "leave"), ("", "why it is asked")]


@pytest.mark.parametrize(
    ("keys", "title", "row"),
    [
        ("", "Move", "h  left"),
        ("f", "Now: Hint", ""),
        ("v", "Now: extending", "any motion"),
        ("] c", "Now: the question", "a"),
    ],
)
def test_what_works_now_comes_first_on_the_desk(keys: str, title: str, row: str) -> None:
    desk = compared_desk()
    play(desk, keys)
    first = sections("", desk, COMMANDS)[0]
    assert first.title == title
    assert first.rows[0][0] in {row, "≠ 70 A¶1 – 65 C¶1: a conflict?"} or row in [keys for keys, *_ in first.rows]


@pytest.mark.parametrize(
    ("panel", "title"),
    [("stories", "In the list of stories"), ("ledger", "In the ledger"), ("history", "In the history")]
    + [(panel, section.title) for panel, section in PANELS.items()],
)
def test_the_keys_of_a_panel_come_first_and_those_of_the_desk_behind(panel: str, title: str) -> None:
    found = [section.title for section in sections(panel, desk_of("Ada"), COMMANDS)]
    assert found[0] == title
    assert "Move" in found
    assert len(found) == len(set(found))


def test_what_stands_in_the_column_of_keys_fits_it() -> None:
    shown_sections = [*PANELS.values(), EXTEND, FILTER]
    first = [words for section in shown_sections for words in (section.title, *(row[0] for row in section.rows))]
    assert [words for words in (*first, *SCOPES.values()) if len(words) > KEYS_WIDTH] == []


@pytest.mark.parametrize("key", ["?", "f1"])
def test_help_can_be_asked_for_in_a_mode_which_stays(key: str) -> None:
    desk = compared_desk()
    play(desk, "f")
    mode = desk.mode
    assert [type(wish).__name__ for wish in play(desk, key)] == ["ShowHelp"]
    assert desk.mode is mode is not None


async def test_help_narrows_as_one_types(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("? /")
        await at.type("undo")
        await at.shows("Take the last step back")
        assert "Go to the character before" not in at.text
        await at.type(" q?")  # what leaves help is typed like anything else
        await at.shows("no key has these words")
        await at.press("backspace backspace enter q")
        await at.until(lambda: len(at.app.screen_stack) == 1)
        await at.press("? / x x escape")
        await at.shows("Go to the character before")
        assert isinstance(at.app.screen, Help)
        await at.press("escape")
        assert len(at.app.screen_stack) == 1


async def test_keys_behind_the_one_that_begins_the_typing_are_typed(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("? / q u i enter escape escape w")
        assert len(at.app.screen_stack) == 1
        assert at.selected


async def test_keys_typed_before_help_is_there_are_for_it(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        for _ in range(3):
            for key in "?/undo":
                at.app.post_message(Key({"?": "question_mark", "/": "slash"}.get(key, key), key))
            await at.shows("Take the last step back")
            assert "Go to the character before" not in at.text
            await at.press("escape q")
            await at.until(lambda: len(at.app.screen_stack) == 1)


async def test_panels_show_their_own_keys(tmp_path: Path) -> None:
    async with shown(tmp_path) as at:
        for script, key, title in (
            ("g c", "?", "In the ledger"),
            ("K", "?", "In the details"),
            (":", "f1", "In a choice"),
            ("/", "f1", "In a question"),
            ("f", "?", "Now: Hint"),
        ):
            await at.press(f"{script} {key}")
            await at.shows(title)
            await at.press("q")
            await at.until(lambda: not isinstance(at.app.screen, Help))
            await at.press("escape")
            await at.until(lambda: len(at.app.screen_stack) == 1)
            assert at.app.desk.mode is None


async def test_the_list_and_the_search_show_their_own_keys(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        for script, key, title in (
            ("g q", "?", "In the list of stories"),
            ("g q /", "f1", "In the list of stories"),
            ("g /", "f1", "In the search"),
        ):
            await at.press(f"{script} {key}")
            await at.until(lambda: isinstance(at.app.screen, Help))
            await at.shows(title)
            await at.press("q")
            await at.until(lambda: not isinstance(at.app.screen, Help))
            await at.press("escape escape")
            await at.until(lambda: len(at.app.screen_stack) == 1)


async def test_a_question_mark_can_be_typed_where_one_types(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.press("/")
        await at.type("who?")
        assert "who?" in at.text
        await at.press("escape")


def test_labels_are_named_and_signs_explained() -> None:
    told = {keys: words for section in sections("", compared_desk(), COMMANDS) for keys, words, *_ in section.rows}
    assert told["1"].startswith("PERSON: ")
    assert "passage beside" in told["~¶5"]
