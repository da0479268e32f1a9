"""Hints: said where another command would have saved keys, three times at most, and never to who knows the command."""

from pathlib import Path

import pytest

from tests.tui.pilots import sitting
from tests.tui.programs import settings
from tests.tui.scripts import desk_of, play
from tui.advice import HINTS, LASTS, SHOWN_AT_MOST, Act, Habits, fitting, row_length
from tui.commands.desk import COMMANDS
from tui.config import load
from tui.desk import Desk
from tui.render.bars import KNOWN, VERBS, label_bar

SIX = "Ada Bea Cy Dan Eve Flo met.\n\nAda Bea Cy Dan Eve Flo left.\n"
NAMES = [(name, "PERSON") for name in ("Ada", "Bea", "Cy", "Dan", "Eve", "Flo")]
WORDS = "one two one two one two one two"


def last_line(desk: Desk) -> str:
    return " ".join("".join(text for text, _ in label_bar(desk)).split())


def acts(written: str) -> list[Act]:
    """Acts written `command=about`."""
    return [Act(one.partition("=")[0], one.partition("=")[2]) for one in written.split()]


@pytest.mark.parametrize(
    ("hint", "written", "length"),
    [
        ("move.hint", "", 0),
        ("move.hint", "move.down move.up move.down", 3),
        ("move.hint", "move.down move.token move.down", 1),
        ("move.hint", "move.down move.token", 0),
        ("decide.paragraph", "decide.accept=1 decide.accept=1", 2),
        ("decide.paragraph", "decide.accept=1 decide.accept=2", 1),
        ("decide.everywhere", "label.ORG=x move.hint label.ORG=x find.next label.ORG=x", 3),
        ("decide.everywhere", "label.ORG=x decide.undo label.ORG=x", 1),
        ("decide.everywhere", "label.ORG=x label.ORG=y label.ORG=x", 1),
    ],
)
def test_how_many_in_a_row(hint: str, written: str, length: int) -> None:
    assert row_length(acts(written), next(one for one in HINTS if one.command == hint)) == length


def test_hints_and_verbs_are_about_commands_that_there_are() -> None:
    ids = {command.id for command in COMMANDS}
    named = {one for hint in HINTS for one in (hint.command, *hint.instead) if not one.endswith(".")}
    assert named | {command for command, _ in VERBS} <= ids


def test_none_fits_for_who_knows_the_command_or_was_told() -> None:
    row = acts(" ".join(["move.down"] * 15))
    assert fitting(row[1:], {}, {}) is None
    assert fitting(row, {}, {}) == next(one for one in HINTS if one.command == "move.hint")
    assert fitting(row, {"move.hint": 1}, {}) is None
    assert fitting(row, {}, {"move.hint": SHOWN_AT_MOST}) is None


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("tab a a a a", ""),
        ("tab a a a a a", "A accepts the rest of the paragraph"),
        ("j k " * 7, ""),
        ("j k " * 8, "f jumps to any name or figure on the screen"),
        ("w 1 w w 1 w w 1", "& labels the same words everywhere"),
        ("w 1 w 1 w 1", ""),  # other words
        ("w 1 w w 1 u w w 1", ""),
        ("w W B W B", "= goes round the likely edges"),
    ],
)
def test_what_is_said_on_the_desk(keys: str, said: str) -> None:
    desk = desk_of(WORDS) if "1" in keys or "W" in keys else desk_of(SIX, proposals=NAMES)
    play(desk, keys)
    assert desk.hint[1] == said.partition(" ")[2]
    assert (said in last_line(desk)) == bool(said) or not said
    assert "1PER" in last_line(desk)  # there is room for both


def test_it_stays_for_a_few_commands_or_until_it_is_taken() -> None:
    desk = desk_of(SIX, proposals=NAMES)
    play(desk, "j k " * 7 + "j")
    for _ in range(LASTS - 1):
        play(desk, "l")
        assert desk.hint[0] == "move.hint"
    play(desk, "l")
    assert desk.hint[0] == ""
    play(desk, "j k " * 7 + "j f")
    assert desk.hint[0] == ""


def test_it_is_said_three_times_at_most_and_never_once_the_command_was_used() -> None:
    desk, said = desk_of(SIX, proposals=NAMES), 0
    for _ in range(6):
        play(desk, "j k " * 7 + "j")
        said += bool(desk.hint[0])
        play(desk, "0 $ " * LASTS)
    assert said == SHOWN_AT_MOST
    other = desk_of(SIX, proposals=NAMES)
    play(other, "f escape " + "j k " * 20)
    assert other.hint[0] == ""


def test_a_narrow_screen_shows_the_hint_alone() -> None:
    desk = desk_of(SIX, proposals=NAMES, size=(60, 20))
    play(desk, "j k " * 8)
    assert last_line(desk) == "f jumps to any name or figure on the screen"


def test_verbs_fade_with_use_and_others_take_their_place() -> None:
    desk = desk_of(SIX, proposals=NAMES)
    assert "tab next" in last_line(desk)
    assert "search" not in last_line(desk)
    play(desk, "tab " * KNOWN + "u " * KNOWN)
    assert "tab next" not in last_line(desk)
    assert "undo" in last_line(desk)  # that nothing was left to undo does not count as use
    assert "f jump" in last_line(desk)
    desk.kept["used"] = {command: KNOWN for command, _ in VERBS}
    assert last_line(desk).endswith("? help")


def test_hints_can_be_turned_off(tmp_path: Path) -> None:
    assert not load(settings(tmp_path, "hints = false\n")).hints
    desk = desk_of(SIX, proposals=NAMES)
    desk.advises = False
    play(desk, "tab " * 20 + "j k " * 20)
    assert desk.hint[0] == ""
    assert "tab next" in last_line(desk)
    assert "used" not in desk.kept


def test_counts_go_on_from_what_was_kept() -> None:
    kept = {"used": {"decide.accept": 3}, "told": {"move.hint": SHOWN_AT_MOST - 1}}
    habits = Habits(kept)
    for _ in range(30):
        habits.note("move.down", "")
    habits.note("decide.accept", "")
    assert kept == {"used": {"decide.accept": 4}, "told": {"move.hint": SHOWN_AT_MOST}}


async def test_the_project_keeps_what_is_known(project: Path, report: Path) -> None:
    async with sitting(report, project=project) as at:
        await at.read()
        await at.press("tab f escape")
    async with sitting(project=project) as at:
        assert at.app.desk.kept["used"] == {"decide.next": 1, "move.hint": 1}
