"""How the program ends, and how it leaves the terminal, the project and the machine."""

import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.terminal import Terminal, left_on
from tests.tui.programs import FAST, PROGRAM, decided, desk, home, last_words, until

# What sets a colour: 30 to 49 and 90 to 107, with or without the values behind 38 and 48.
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
DEADLINE = 30.0


def gone(processes: list[psutil.Process]) -> bool:
    """Whether they all end."""
    _, alive = psutil.wait_procs(processes, timeout=DEADLINE)
    return alive == []


def children(terminal: Terminal) -> list[psutil.Process]:
    return psutil.Process(terminal.pid).children(recursive=True)


def decide_two(terminal: Terminal) -> None:
    terminal.wait_for("Ada Lovelace met")
    terminal.press("g", "g", "w", "1", "w", "2")
    terminal.wait_for("2 decided")


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
        assert len(last_words(terminal)) == 1
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
        assert len(last_words(terminal)) == 1
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
    with Terminal(
        ["bash", "-c", script, "bash", *PROGRAM, "report.txt", *FAST], env=home(folder), cwd=folder
    ) as terminal:
        decide_two(terminal)
        terminal.press("ctrl+z")
        terminal.wait_for("now in the background")
        assert terminal.cooked
        assert left_on(terminal.raw) == frozenset()
        terminal.send("\n")
        terminal.wait_for("Ada Lovelace met")
        terminal.press("w", "3")
        terminal.wait_for("3 decided")
        terminal.press("q")
        terminal.wait_for("ended with 0")
    assert len(decided(folder / "report.variorum")) == 3


WRITES = """
import os, sys
from textual.drivers._writer_thread import WriterThread
from tui.terminal import Heedless
reader, writer = os.pipe()
os.close(reader)
thread = WriterThread(Heedless(os.fdopen(writer, "w")))
thread.start()
for _ in range(1000):  # far more than fit into the thread's queue
    thread.write("x" * 5000)
thread.stop()
print("done")
os._exit(0)
"""


def test_what_is_written_to_a_terminal_that_is_gone_holds_nothing_up() -> None:
    done = subprocess.run([sys.executable, "-c", WRITES], capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("done\n", "")
