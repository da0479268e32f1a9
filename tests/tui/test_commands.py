import re
from collections import Counter
from typing import Any

import pytest

from tests.tui.scripts import ALL
from tui.commands.command import SCOPES, Command
from tui.commands.desk import COMMANDS
from tui.keymap import bound
from tui.keys import complaint

# Commands that need a modifier or a key that not every keyboard has, each with the way around it.
NOT_PLAIN = {
    "select.left": "v h",
    "select.right": "v l",
    "select.down": "v j",
    "select.up": "v k",
    "look.redraw": "a habit of the terminal",
    "program.suspend": "a habit of the terminal",
}
ONE_KEY = {"tab", "enter", "escape", "backspace", "space", "left", "right", "up", "down"}


def is_plain(keys: str) -> bool:
    return all(len(key) == 1 or key in ONE_KEY for key in keys.split())


def test_no_keys_clash() -> None:
    bound(ALL)


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_every_row_says_what_it_does(command: Command[Any]) -> None:
    assert command.scope in SCOPES
    assert re.fullmatch(r"[a-z]+\.[A-Za-z_0-9]+", command.id)
    assert command.title
    assert not command.title.endswith(".")
    assert command.help[0].isupper()
    assert command.help.endswith(".")
    assert command.help.isprintable()


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_every_row_has_keys_that_arrive(command: Command[Any]) -> None:
    assert command.keys
    assert [complaint(key) for keys in command.keys for key in keys.split() if complaint(key)] == []


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_every_command_has_a_way_without_modifiers(command: Command[Any]) -> None:
    assert any(map(is_plain, command.keys)) == (command.id not in NOT_PLAIN)


def test_ids_are_unique() -> None:
    assert [one for one, count in Counter(command.id for command in ALL).items() if count > 1] == []


def test_titles_are_unique_so_that_the_palette_can_tell_them_apart() -> None:
    assert [one for one, count in Counter(command.title for command in ALL).items() if count > 1] == []


def test_brackets_have_a_twin_for_keyboards_that_hide_them() -> None:
    for command in COMMANDS:
        for keys in command.keys:
            if keys[0] in "[]":
                assert keys.replace("]", "t").replace("[", "T") in command.keys


def test_what_is_pressed_all_day_is_one_plain_key() -> None:
    keys = {command.id: command.keys for command in COMMANDS}
    for hot in (
        "decide.next",
        "decide.accept",
        "decide.reject",
        "decide.unsure",
        "decide.undo",
        "move.token",
        "select.right_out",
    ):
        assert is_plain(keys[hot][0])
        assert " " not in keys[hot][0]
