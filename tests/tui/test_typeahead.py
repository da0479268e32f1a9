"""What a key is called in the table of commands."""

import pytest
from textual import events

from tests.tui.scripts import desk_of, marked, play
from tui.typeahead import pressed


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("x", "x", "x"),
        ("upper_x", "X", "X"),
        ("space", " ", "space"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("alt+x", "x", "alt+x"),
        ("alt+shift+x", "X", "alt+shift+x"),
        ("super+x", "x", "super+x"),
        ("inverted_exclamation_mark", "¡", "¡"),
    ],
)
def test_a_key_with_a_modifier_is_another_key(key: str, character: str, name: str) -> None:
    assert pressed(events.Key(key, character)) == name


def test_a_key_that_no_keymap_names_decides_nothing() -> None:
    desk = desk_of("Ada met Bob", proposals=[("Ada", "PERSON")])
    play(desk, "tab alt+x")
    assert marked(desk) == []
    assert "alt+x is bound to nothing" in desk.message
