"""`variorum keys --probe`: what is said of keys that arrive, and of those that cannot."""

import signal
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from annotations.labels import shipped
from tests.terminal import Terminal, left_on
from tests.tui.programs import PROGRAM, home, run, settings, until
from tui.commands.command import Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.stories import LIST_COMMANDS
from tui.keys import complaint
from tui.probe import Probe, cannot_send, spelt, unsent

ALL: tuple[Command[Any], ...] = (*COMMANDS, *label_commands(shipped()), *LIST_COMMANDS)


def probe_of(*keys: str, counted: Collection[str] = ()) -> list[str]:
    """What is said of each key that is pressed."""
    probe = Probe(ALL, counted)
    return [" ".join(probe.line(key, key).split()[2:]) for key in keys]


# Without a terminal


def test_a_key_runs_a_command() -> None:
    assert probe_of("d") == ["decide.delete, delete"]
    assert probe_of("a") == ["decide.accept, accept; in the list of stories stories.accept, accept"]
    assert probe_of("tab") == ["decide.next, next proposal; in the list of stories stories.state, state"]
    assert probe_of("f9") == ["bound to nothing"]


def test_keys_behind_each_other_are_put_together() -> None:
    first, second, third = probe_of("Z", "Z", "x")
    assert first.startswith("waits for ")
    assert "Z" in first.split()
    assert second == "Z Z: decide.finish, finish article"
    assert third.startswith("decide.reject, reject")
    assert probe_of("Z", "escape", "d")[1:] == ["Z escape: drops Z", "decide.delete, delete"]
    assert probe_of("Z", "9", "d")[1:] == ["Z 9: bound to nothing", "decide.delete, delete"]


def test_digits_are_a_count_where_the_keymap_has_counts() -> None:
    begins = "begins a count: a motion behind it is done so often"
    assert probe_of("1")[0].startswith("label.")
    counted = {"move.token", "move.entity", "move.down", "stories.down"}
    assert probe_of("3", "w", "w", counted=counted) == [
        begins,
        "3 w: move.token, next token, 3 times",
        "move.token, next token",
    ]
    assert probe_of("1", "0", "j", counted=counted) == [
        begins,
        "the count 10: a motion behind it is done so often",
        "10 j: move.down, line down, 10 times; in the list of stories stories.down, story down, 10 times",
    ]
    first, second, third = probe_of("2", "]", "e", counted=counted)
    assert first == begins
    assert second.startswith("2 ]: waits for ")
    assert third == "2 ] e: move.entity, next entity, 2 times"
    assert probe_of("2", "d", "d", counted=counted)[1:] == [
        "2 d: decide.delete takes no count",
        "decide.delete, delete",
    ]
    assert probe_of("2", "escape", "d", counted=counted)[1:] == ["2 escape: drops 2", "decide.delete, delete"]
    assert not probe_of("0", counted=counted)[0].startswith("begins")


def test_the_probe_counts_with_the_vim_keymap(tmp_path: Path) -> None:
    settings(tmp_path, 'keymap = "vim"\n')
    with start(tmp_path) as terminal:
        ready(terminal)
        terminal.send("3")
        terminal.wait_for(r"^3 +3 +begins a count")
        terminal.send("w")
        terminal.wait_for(r"^w +w +3 w: move\.token, next token, 3 times")
        terminal.press("ctrl+c")
        ends(terminal)


@pytest.mark.parametrize("keys", [("q", "q"), ("ctrl+c",), ("q", "x", "q", "q"), ("Z", "q", "q")])
def test_it_is_over_when_it_is_told_so_twice(keys: tuple[str, ...]) -> None:
    probe = Probe(ALL)
    over: list[bool] = []
    for key in keys:
        probe.line(key, key)
        over.append(probe.over)
    assert over == [False] * (len(keys) - 1) + [True]


def test_what_was_sent_is_spelt_out() -> None:
    assert spelt("\x1b[Z") == "^[[Z"
    assert spelt("\x7f\x00é\u202e") == "^?^@é\ufffd"
    assert Probe(ALL).line("shift+tab", "\x1b[Z").startswith("shift+tab        ^[[Z ")


def has_all(_capability: str) -> bool:
    return True


def has_none(_capability: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("shift+enter", "arrives as enter"),
        ("ctrl+tab", "arrives as tab"),
        ("alt+backspace", "arrives as backspace"),
        ("alt+1", "is not sent"),
        ("ctrl+2", "is not sent"),
        ("ctrl+shift+a", "arrives as ctrl+a"),
    ],
)
def test_what_needs_the_kitty_protocol(key: str, why: str) -> None:
    assert complaint(key) == ""
    because = "because the terminal does not speak the kitty keyboard protocol"
    assert unsent(key, kitty=False, has=has_all) == f"{why}, {because}"
    assert unsent(key, kitty=True, has=has_none) == ""


def test_what_a_terminal_has_no_key_for() -> None:
    assert unsent("shift+left", kitty=False, has=has_none) == "is none of the keys that terminfo knows of this terminal"
    assert unsent("shift+left", kitty=False, has=has_all) == ""


def test_what_arrives_under_another_name_whatever_the_terminal_speaks() -> None:
    assert unsent("ctrl+^", kitty=True, has=has_all) == "arrives as ctrl+circumflex_accent"


def test_what_a_program_around_takes() -> None:
    assert unsent("ctrl+b", kitty=True, has=has_all, taken="ctrl+b").startswith("is taken by tmux or screen")


def test_every_key_of_the_table_is_sent_by_a_common_terminal() -> None:
    assert list(cannot_send(ALL, lambda key: unsent(key, kitty=False, has=has_all))) == []


def test_a_command_whose_key_is_lost_is_named_with_its_other_keys() -> None:
    lines = list(cannot_send(COMMANDS, lambda key: "is lost" if key in {"tab", "a"} else ""))
    assert lines == [
        "tab of decide.next is lost; ] s or t s does the same",
        "a of decide.accept is lost; it has no other key",
        *lines[2:],
    ]


# What the parser makes of it


def test_textual_knows_a_sequence_for_every_key_of_the_table() -> None:
    known = {name.value for names in ANSI_SEQUENCES_KEYS.values() if isinstance(names, tuple) for name in names}
    named = {key for one in ALL for keys in one.keys for key in keys.split() if len(key) > 1}
    assert named - known == set()


# In a terminal


def start(folder: Path, term: str = "xterm-256color") -> Terminal:
    return Terminal([*PROGRAM, "keys", "--probe"], size=(200, 40), env={**home(folder), "TERM": term}, cwd=folder)


def ready(terminal: Terminal) -> None:
    terminal.wait_for(r"^Press keys; q twice or ctrl\+c ends\.")
    assert not terminal.cooked


def asked(terminal: Terminal) -> None:
    """Wait until the terminal is asked what it is."""
    until(terminal, lambda: b"\x1b[c" in terminal.raw)


def ends(terminal: Terminal, code: int = 0) -> None:
    assert terminal.wait_exit() == code
    assert terminal.cooked
    assert left_on(terminal.raw) == frozenset()


def test_keys_arrive_as_on_the_desk(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        ready(terminal)
        for sent, line in (
            ("\t", r"^tab +\^I +decide\.next, next proposal"),
            ("\x1b[Z", r"^shift\+tab +\^\[\[Z +decide\.previous, previous proposal"),
            ("\x1b", r"^escape +\^\[ +select\.leave, leave"),
            ("\x12", r"^ctrl\+r +\^R +decide\.redo, redo"),
            ("\x1b[1;2D", r"^shift\+left +\^\[\[1;2D +select\.left, extend left"),
            ("é", r"^é +é +bound to nothing"),
            (" ", r"^space +decide\.unsure, leave unsure"),
            ("\x1b1", r"^¡ +"),
            ("Z", r"^Z +Z +waits for .*Z"),
            ("Z", r"^Z +Z +Z Z: decide\.finish, finish article"),
        ):
            terminal.send(sent)
            terminal.wait_for(line)
        terminal.send("q")
        terminal.wait_for(r"^q +q +program\.quit, leave the desk.*; once more ends this$")
        terminal.send("q")
        ends(terminal)


def test_a_terminal_that_speaks_the_kitty_protocol(tmp_path: Path) -> None:
    settings(tmp_path, 'keymap = "keymap.toml"\n')
    (tmp_path / ".config/variorum/keymap.toml").write_text('[keys]\n"decide.finish" = "ctrl+shift+z"\n', "utf-8")
    with start(tmp_path) as terminal:
        asked(terminal)
        terminal.send("\x1b[?25u\x1b[?62;c")
        terminal.wait_for("^This terminal speaks the kitty keyboard protocol")
        terminal.wait_for("sends every key of the keymap")
        ready(terminal)
        terminal.send("\x1b[122;6u")
        terminal.wait_for(r"^ctrl\+shift\+z +\^\[\[122;6u +decide\.finish, finish article")
        terminal.press("ctrl+c")
        ends(terminal)


def test_a_terminal_that_does_not(tmp_path: Path) -> None:
    settings(tmp_path, 'keymap = "keymap.toml"\n')
    (tmp_path / ".config/variorum/keymap.toml").write_text('[keys]\n"decide.finish" = "ctrl+shift+z"\n', "utf-8")
    with start(tmp_path) as terminal:
        asked(terminal)
        terminal.send("\x1b[?62;c")
        terminal.wait_for("^This terminal does not speak")
        terminal.wait_for(r"^ctrl\+shift\+z of decide\.finish arrives as ctrl\+z, .*; it has no other key")
        terminal.press("ctrl+c")
        ends(terminal)


def test_a_terminal_without_keys_of_that_kind(tmp_path: Path) -> None:
    with start(tmp_path, "dumb") as terminal:
        terminal.wait_for(r"^shift\+left of select\.left is none of the keys that terminfo knows")
        terminal.press("ctrl+c")
        ends(terminal)


def test_keys_that_were_typed_ahead_are_not_lost(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        terminal.send("x")
        terminal.wait_for(r"^x +x +decide\.reject, reject")
        terminal.press("ctrl+c")
        ends(terminal)


def test_a_request_to_end_gives_the_terminal_back(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        ready(terminal)
        terminal.signal(signal.SIGTERM)
        ends(terminal, 143)


def test_without_a_terminal_it_is_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "keys", "--probe")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == ["variorum: --probe needs a terminal, whose keys it shows"]
