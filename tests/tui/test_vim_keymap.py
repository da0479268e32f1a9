"""The keymap that is shipped as `vim`: counts before motions, labels behind space."""

from pathlib import Path

import pytest

from annotations.labels import parse, shipped
from tests.tui import programs
from tests.tui.scripts import desk_of, marked, play, selected, sight
from tui.bindings import all_keys
from tui.desk import Desk
from tui.keymap import KeymapError
from tui.places import KEYMAPS, keymap_file
from tui.render.bars import label_bar

VIM = keymap_file("vim", Path())


def desk(text: str, keymap: Path = VIM) -> Desk:
    sat = desk_of(text, proposals=[("Ada", "PERSON"), ("Bob", "PERSON")])
    sat.keys = all_keys(keymap, shipped())[1]
    return sat


def own(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("keys", "sees"),
    [
        ("w", "[one] two three four\nfive\nsix"),
        ("3 w", "one two [three] four\nfive\nsix"),
        ("3 w 2 b", "[one] two three four\nfive\nsix"),
        ("2 j", "one two three four\nfive\n|six"),
        ("1 0 l", "one two th|ree four\nfive\nsix"),
        ("1 0 l 0", "|one two three four\nfive\nsix"),
        ("w 2 W", "[one two three] four\nfive\nsix"),
        ("3 escape w", "[one] two three four\nfive\nsix"),
        ("9 9 9 9 9 9 9 j", "one two three four\nfive\n|six"),
    ],
)
def test_digits_before_a_motion_say_how_often(keys: str, sees: str) -> None:
    sat = desk("one two three four\nfive\nsix")
    play(sat, keys)
    assert sight(sat) == sees


def test_a_count_goes_before_nothing_else_and_is_shown_while_it_is_typed() -> None:
    sat = desk("Ada met Bob")
    play(sat, "2 3")
    assert label_bar(sat)[0] == (" 2 3 ", "active")
    titles = [what for what, role in label_bar(sat) if role == "plain"]
    assert "next token" in titles
    assert "accept" not in titles
    assert titles.count("character left") == 1
    play(sat, "u")
    assert (sat.pending, sat.message) == ((), "undo: takes no count")
    play(sat, "2 D")
    assert sat.message == "describe: takes no count"
    run = sat.keys.take(("3",), "w")[0]
    assert run is not None
    assert sat.keys.name_of(run) == "move.token"


def test_labels_are_behind_space_and_the_verb_of_space_is_on_another_key() -> None:
    sat = desk("Ada met Bob")
    play(sat, "w space 2 w space s e")
    assert marked(sat) == ["Ada ORG accepted", "met EVENT accepted"]
    assert (" space", "key") in label_bar(sat)
    sat = desk("Ada met Bob")
    play(sat, "tab s")
    assert marked(sat) == ["Ada PERSON unsure"]
    assert selected(sat) == "Bob"


def test_a_keymap_of_ones_own_begins_with_it(tmp_path: Path) -> None:
    keymap = own(tmp_path, 'preset = "vim"\n[keys]\n"decide.unsure" = "z U"\n"label.PERSON" = "ctrl+t"\n')
    sat = desk("Ada met Bob", keymap)
    play(sat, "2 w ctrl+t tab z U space 2")
    assert marked(sat) == ["Ada ORG accepted", "met PERSON accepted", "Bob PERSON unsure"]


def test_counts_and_the_place_of_labels_are_for_any_keymap_to_say(tmp_path: Path) -> None:
    sat = desk("Ada met Bob", own(tmp_path, 'preset = "vim"\ncounts = false\nlabels = "g l"\n'))
    play(sat, "w g l 2")
    assert marked(sat) == ["Ada ORG accepted"]
    play(sat, "2")
    assert sat.message.startswith("2 is bound to nothing")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('preset = "emacs"', 1, "no preset 'emacs'; there is vim"),
        ("preset = 5", 1, "preset is something else"),
        ("\ncounts = 1", 2, "counts is something else"),
        ('labels = ""', 1, "'' is no key"),
        ("count = true", 1, "unknown name 'count'"),
        ('preset = "vim"\n[keys]\n"label.ORG" = "2"', 3, "a digit is a count here"),
        ('preset = "vim"\n[keys]\n"decide.note" = "space"', 3, "clashes with space"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(KeymapError) as raised:
        all_keys(path, shipped())
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert words in str(raised.value)


def test_labels_of_any_set_go_behind_space() -> None:
    labels = parse('[[label]]\nname = "X"\nkey = "w"', "labels.toml")
    keys = all_keys(VIM, labels)[1]
    assert keys.shortest("label.X") == ("space", "w")


def test_a_name_without_a_path_is_one_that_is_shipped_and_a_path_is_a_file(tmp_path: Path) -> None:
    assert keymap_file("vim", tmp_path) == KEYMAPS / "vim.toml"
    assert keymap_file("./vim", tmp_path) == tmp_path / "vim"
    assert keymap_file("vim.toml", tmp_path) == tmp_path / "vim.toml"
    (tmp_path / "none.txt").touch()
    done = programs.run(tmp_path, "keys", "--keymap", "vi")
    assert (
        done.stderr
        == "variorum: vi: the keymap cannot be read: No such file or directory; those that are shipped: vim\n"
    )


def test_the_list_of_keys_shows_it(tmp_path: Path) -> None:
    done = programs.run(tmp_path, "keys", "--keymap", "vim")
    assert done.returncode == 0
    rows = {words[0]: line for line in done.stdout.splitlines() if (words := line.split())}
    assert rows["decide.unsure"].split()[1] == "s"
    assert "a count" in rows["digits"]
    assert programs.run(tmp_path, "keys").stdout.count("digits before") == 0
