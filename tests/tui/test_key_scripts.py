"""What keys do: texts, proposals and keys in, what stands there afterwards out; and that no command is left out."""

import pytest

from tests.tui.key_cases import CASES, Case
from tests.tui.scripts import ALL, desk_of, marked, play, sight
from tests.tui.test_again import AGAIN
from tests.tui.test_batch import CASES as BATCHES
from tests.tui.test_bookmarks import PLACES
from tests.tui.test_boundaries_keys import EDGES, JOINS, SPLITS
from tests.tui.test_compared_keys import SCRIPTS
from tests.tui.test_copying import COPIES
from tests.tui.test_describe import CASES as DESCRIBED
from tests.tui.test_figures import CASES as FIGURES
from tests.tui.test_lenses import LOOKS
from tests.tui.test_macros import CASES as MACROS
from tests.tui.test_paint_mode import CASES as PAINTED
from tests.tui.test_panels import PANELS
from tui.desk import Desk
from tui.keymap import bound
from tui.keys import Pending
from tui.wishes import NextStory, ShowSearch, ShowStories, Wish

LINES = [f"line {number:02}" for number in range(60)]
SCROLLING = {  # with 44 rows, a blank one behind each line
    "ctrl+d": 11,
    "ctrl+d ctrl+d": 22,
    "ctrl+d ctrl+d ctrl+u": 11,
    "pagedown": 22,
    "ctrl+f ctrl+b": 0,
    "pagedown pagedown pagedown pagedown": 59,
    "G 0 pageup": 37,
    "G 0 ctrl+u": 48,
}
OF_STORIES: dict[str, Wish | None] = {
    "g q": ShowStories(),
    "g /": ShowSearch(),
    "] ]": NextStory(1),
    "[ [": NextStory(-1),
    "Z s": None,
    "Z m": None,
    "Z j": None,
    "Z n": None,
}
LOOKING = {"z t": 58, "z c": 39, "z b": 19}  # the row on top when line 30, the row 60, is selected


def seen(desk: Desk) -> str:
    """What `sight` gives, behind the letter of the article unless it is the first."""
    return f"{desk.view.letter}: {sight(desk)}" if desk.active else sight(desk)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.keys}-{case.texts}")
def test_keys(case: Case) -> None:
    desk = case.desk()
    wishes = play(desk, case.keys)
    if case.sees is not None:
        assert seen(desk) == case.sees
    if case.marks is not None:
        assert "; ".join(marked(desk)) == case.marks
    assert case.says in desk.message
    if case.wishes:
        assert case.wishes in {type(wishes[-1]).__name__, repr(wishes[-1])}


@pytest.mark.parametrize(("keys", "line"), SCROLLING.items())
def test_pages(keys: str, line: int) -> None:
    desk = desk_of("\n".join(LINES))
    play(desk, keys)
    assert sight(desk) == "\n".join(LINES).replace(LINES[line], f"|{LINES[line]}")


@pytest.mark.parametrize("keys", ["ctrl+u", "pageup", "k"])
def test_going_up_reaches_the_first_line_below_blank_ones(keys: str) -> None:
    desk = desk_of("\n\n" + "\n".join(LINES))
    play(desk, f"G 0 {' '.join([keys] * 60)}")
    assert desk.view.selection.start == 2


@pytest.mark.parametrize(("keys", "top"), LOOKING.items())
def test_the_selection_can_be_brought_to_the_top_the_middle_and_the_bottom(keys: str, top: int) -> None:
    desk = desk_of("\n".join(LINES))
    play(desk, f"{' '.join(['j'] * 30)} {keys}")
    assert desk.view.top == top


@pytest.mark.parametrize(("keys", "wish"), OF_STORIES.items())
def test_stories_are_wished_for(keys: str, wish: Wish | None) -> None:
    desk = desk_of("Ada met Bob.", "Bob ran.")
    assert play(desk, keys) == ([wish] if wish else [])
    assert bool(desk.message) == (wish is None)  # before there is a project, there are no stories to change


def runs(script: str) -> list[object]:
    """What the keys of a script run."""
    keys, found = bound(ALL), list[object]()
    pending: Pending = ()
    for key in script.split():
        if len(key) > 1 and key[0] == "<":
            continue
        run, pending, _ = keys.take(pending, key)
        found += [run] if run is not None else []
    return found


def test_every_command_is_exercised() -> None:
    cases = (CASES, BATCHES, EDGES, JOINS, SPLITS, AGAIN, PLACES, COPIES, FIGURES, DESCRIBED, MACROS, PAINTED)
    scripts = (
        [str(case.keys) for own in cases for case in own]
        + list(SCROLLING)
        + list(LOOKING)
        + ["z z"]
        + LOOKS
        + list(PANELS)
        + list(OF_STORIES)
        + SCRIPTS
    )
    ran = [run for script in scripts for run in runs(script)]
    assert [command.id for command in ALL if command.run not in ran] == []
