from pathlib import Path

import pytest

from annotations import labels
from tests.tui.scripts import ALL, desk_of, marked, play, sight
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.desk import Desk
from tui.keymap import KeymapError, bound, load, remapped
from tui.keys import Keys


def written(folder: Path, text: str) -> Path:
    path = folder / "keymap.toml"
    path.write_text(text, encoding="utf-8")
    return path


def used(path: Path) -> Keys[Desk]:
    keymap = load(path)
    return bound(remapped(ALL, keymap), keymap.places, counts=keymap.counts)


def refusal(path: Path) -> str:
    with pytest.raises(KeymapError) as raised:
        used(path)
    message = str(raised.value)
    assert "\n" not in message
    return message.replace(str(path), "keymap.toml")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('[keys]\n"move.tokn" = "W"', "keymap.toml:2: ", "no command 'move.tokn'; did you mean move.token?"),
        ('[keys]\n\n"zzz" = "W"', "keymap.toml:3: ", "`variorum keys` lists the commands"),
        ('[keys]\n"move.token" = "ctrl+i"', "keymap.toml:2: ", "ctrl+i arrives as tab"),
        ('[keys]\n"move.token" = "pgdn"', "keymap.toml:2: ", "'pgdn' is no key"),
        ('[keys]\n"move.token" = ["w", "ctrl+"]', "keymap.toml:2: ", "'ctrl+' is no key"),
        ('[keys]\n"move.token" = 5', "keymap.toml:2: ", "5 is no key"),
        ('[keys]\n"move.token" = ""', "keymap.toml:2: ", "'' is no key"),
        ('# mine\n[keys]\n"decide.undo" = "a"', "keymap.toml:3: ", "clashes with a of decide.accept"),
        ('[keys]\n"decide.undo" = "g"', "keymap.toml:2: ", "g of decide.undo clashes with g"),
        ('[keys]\n"decide.undo" = "a b"', "keymap.toml:2: ", "clashes with a of decide.accept"),
        ('[keys]\n"label.ORG" = "1"', "keymap.toml:2: ", "clashes with 1 of label.PERSON"),
        ('[keys]\nmove.token = "w"\nmove.entity = "w"', "keymap.toml:3: ", "move.entity clashes with w of move.token"),
        ('[key]\n"move.token" = "w"', "keymap.toml:1: ", "unknown table 'key'; the table is called [keys]"),
        ('[keys]\n"move.token" = w', "keymap.toml: ", "line 2"),
        ('[keys]\n"move.token" = "w\x1b[2J"', "keymap.toml: ", "not TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, place: str, words: str) -> None:
    message = refusal(written(tmp_path, text))
    assert message.startswith(place)
    assert words in message
    assert message.isprintable()


def test_a_file_that_is_missing_or_not_text_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "keymap.toml")
    path = tmp_path / "keymap.toml"
    path.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in refusal(path)


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\n"move.token" = ["W", "ctrl+right"]\n"select.right_out" = "w"\n',
        '[keys.move]\ntoken = ["W", "ctrl+right"]\n[keys.select]\nright_out = "w"\n',
        '[keys]\nmove.token = ["W", "ctrl+right"]\nselect.right_out = "w"\n',
    ],
)
def test_a_good_keymap_works_on_the_desk(tmp_path: Path, text: str) -> None:
    desk = desk_of("one two three")
    desk.keys = used(written(tmp_path, text))
    play(desk, "W")
    assert sight(desk) == "[one] two three"
    play(desk, "ctrl+right w")
    assert sight(desk) == "one [two three]"
    play(desk, "1")
    assert marked(desk) == ["two three PERSON accepted"]


def test_an_empty_keymap_changes_nothing(tmp_path: Path) -> None:
    assert remapped(ALL, load(written(tmp_path, ""))) == ALL


@pytest.mark.parametrize("key", ["a", "g", "g g", "tab"])
def test_a_label_set_cannot_take_a_key_that_a_command_has(key: str) -> None:
    own = labels.parse(f'[[label]]\nname = "X"\nkey = "{key}"', "labels.toml")
    with pytest.raises(KeymapError, match=r"label\.X clashes with"):
        bound([*COMMANDS, *label_commands(own)])


@pytest.mark.parametrize("key", ["ctrl+i", "\\u001b", "\\u202e", "pgdn"])
def test_a_label_set_cannot_have_a_key_that_does_not_exist(key: str) -> None:
    own = labels.parse(f'[[label]]\nname = "X"\nkey = "{key}"', "labels.toml")
    with pytest.raises(KeymapError, match="label X: ") as raised:
        bound([*COMMANDS, *label_commands(own)])
    assert str(raised.value).isprintable()
