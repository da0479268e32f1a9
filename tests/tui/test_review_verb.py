"""`variorum review --plain` as a person, a pipe and a screen reader run it."""

import os
import re
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal import Terminal, left_on
from tests.tui.programs import DEADLINE, FAST, PROGRAM, decided, desk, home, run, settings

PLAIN = ("review", "--plain")


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_answers_from_a_pipe_are_decided_and_saved(folder: Path) -> None:
    done = run(folder, *PLAIN, "report.txt", *FAST, text=answers("l org", "y", "n", "e on Monday", "e 70"))
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 6
    assert lines[0].startswith("1 of 6. A, paragraph 1. ")
    assert all("In: " in line for line in lines)
    said = done.stderr.splitlines()
    assert said[0] == "reading 1 article first; what is read is kept"
    assert said[-1].startswith("saved in report.variorum; ")
    assert said[-1].endswith(" review --plain report.variorum --reviewer ada goes on here")
    assert decided(folder / "report.variorum") == [
        "Lovelace ORG accepted",
        "Charles Babbage PERSON accepted",
        "Paris GPE rejected",
        "on Monday DATE accepted",
        "70 CARDINAL accepted",
    ]
    assert run(folder, "check", "report.variorum").returncode == 0


def test_a_pipe_without_a_terminal_is_wrong_usage(folder: Path) -> None:
    command = [*PROGRAM, *PLAIN, "-", *FAST]
    done = subprocess.run(command, input="Ada ran.", capture_output=True, text=True, check=False, timeout=DEADLINE,
                          cwd=folder, env={**os.environ, **home(folder)}, start_new_session=True)  # fmt: skip
    assert done.returncode == 2
    assert "no terminal for the keys and answers" in done.stderr


def test_it_goes_on_where_it_was_left_and_reads_nothing_twice(folder: Path) -> None:
    first = run(folder, *PLAIN, "report.txt", *FAST, text=answers("y"))
    second = run(folder, *PLAIN, "report.variorum", *FAST)
    assert "reading" not in second.stderr
    question = first.stdout.splitlines()[1].partition(". ")[2]
    assert [line.partition(". ")[2] for line in second.stdout.splitlines()] == [question]


def test_the_end_of_the_input_leaves(folder: Path) -> None:
    done = run(folder, *PLAIN, "report.txt", *FAST)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
    assert decided(folder / "report.variorum") == []


def test_a_last_line_without_a_line_feed_counts(folder: Path) -> None:
    run(folder, *PLAIN, "report.txt", *FAST, text="n")
    assert [line.split()[-1] for line in decided(folder / "report.variorum")] == ["rejected"]


def test_answers_without_end_come_to_an_end(folder: Path) -> None:
    done = run(folder, *PLAIN, "report.txt", "other.txt", *FAST, text=answers("y") * 200)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("Nothing else is open in report:")
    assert "finished: article B" in done.stderr


def test_one_story_after_another(tmp_path: Path) -> None:
    rows = [f'{{"title": "t", "text": "Story {n} is about Ada Lovelace.", "story": "s{n}"}}' for n in range(3)]
    (tmp_path / "crawl.jsonl").write_text(answers(*rows), "utf-8")
    run(tmp_path, "import", "crawl.jsonl", "--project", "news.variorum")
    done = run(tmp_path, *PLAIN, "news.variorum", *FAST, text=answers("t", "t", "t"))
    assert done.returncode == 0
    assert sorted(re.findall(r"Story \[(\d)\]", done.stdout)) == ["0", "1", "2"]
    assert done.stderr.count("story: ") == 2
    every = run(tmp_path, *PLAIN, "news.variorum", *FAST, text=answers("y") * 40)
    assert every.stdout.count("Finished: ") == 3
    assert run(tmp_path, "check", "news.variorum").returncode == 0


def test_nothing_controls_the_screen(folder: Path) -> None:
    (folder / "report.txt").write_text("Ada \x1b[2J Lovelace met \x07 Bob on Monday.\n", "utf-8")
    done = run(folder, *PLAIN, "report.txt", *FAST, text=answers("y", "?", "\x1b[2J", "q"))
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout + done.stderr


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_at_a_terminal_lines_are_all_there_is(folder: Path, term: str) -> None:
    with desk(folder, *PLAIN, "report.txt", *FAST, size=(160, 40), env={"TERM": term}) as terminal:
        terminal.wait_for(r"^1 of 6\. A, paragraph 1\.")
        assert terminal.cooked
        terminal.send("y\r")
        terminal.wait_for(r"^accepted: ")
        assert len(decided(folder / "report.variorum")) == 1  # before the next question is answered
        terminal.wait_for(r"^2 of 6\.")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.raw
        assert left_on(terminal.raw) == frozenset()


def test_an_interrupt_loses_nothing(folder: Path) -> None:
    with desk(folder, *PLAIN, "report.txt", *FAST, size=(160, 40)) as terminal:
        terminal.wait_for(r"^1 of 6\.")
        terminal.send("y\r")
        terminal.wait_for(r"^2 of 6\.")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 130
        assert "interrupted" in terminal.text
    assert len(decided(folder / "report.variorum")) == 1


def test_a_kill_loses_nothing(folder: Path) -> None:
    with desk(folder, *PLAIN, "report.txt", *FAST, size=(160, 40)) as terminal:
        terminal.wait_for(r"^1 of 6\.")
        terminal.send("y\r")
        terminal.wait_for(r"^2 of 6\.")
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    assert len(decided(folder / "report.variorum")) == 1


def test_what_is_piped_in_is_read_and_the_terminal_answers(folder: Path) -> None:
    command = ["sh", "-c", f'cat report.txt | "$@" {" ".join(PLAIN)} - {" ".join(FAST)}', "sh", *PROGRAM]
    with Terminal(command, size=(160, 40), env=home(folder), cwd=folder) as terminal:
        terminal.wait_for(r"^1 of 6\.")
        terminal.send("n\r")
        terminal.wait_for(r"^rejected: ")
        terminal.send("q\r")
        assert terminal.wait_exit() == 0
    assert len(decided(folder / "piped.variorum")) == 1


def test_letters_that_a_terminal_does_not_know_are_no_fault(folder: Path) -> None:
    (folder / "report.txt").write_text("Zoë Ångström met Bob 日本 on Monday.\n", "utf-8")
    environment = {**os.environ, **home(folder), "PYTHONIOENCODING": "latin-1"}
    command = [*PROGRAM, *PLAIN, "report.txt", *FAST]
    done = subprocess.run(
        command, input=b"\xff\xfe\ny\n", capture_output=True, cwd=folder, env=environment, timeout=DEADLINE, check=False
    )
    assert done.returncode == 0
    assert "Zoë Ångström met Bob ?? on" in done.stdout.decode("latin-1").replace("[", "").replace("]", "")
    assert len(decided(folder / "report.variorum")) == 1


def test_the_settings_count(folder: Path) -> None:
    settings(folder, 'model = "blank:en"\nreviewer = "zoe"\n')
    done = run(folder, *PLAIN, "report.txt", text=answers("y"))
    assert done.returncode == 0
    assert "read by rules only" in done.stderr
    assert len(decided(folder / "report.variorum")) == 1


def test_without_plain_it_is_the_desk(folder: Path) -> None:
    done = run(folder, "review", "report.txt")
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    with desk(folder, "review", "report.txt", *FAST) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_errors_are_one_line(folder: Path) -> None:
    for arguments, code in ((("missing.txt",), 1), (("report.txt", "--nope"), 2), (("report.txt", "--read-only"), 2)):
        done = run(folder, *PLAIN, *arguments)
        assert done.returncode == code
        assert len(done.stderr.splitlines()) == 1


def test_a_project_that_cannot_be_written_is_told_of(folder: Path) -> None:
    run(folder, *PLAIN, "report.txt", *FAST)
    with desk(folder, *PLAIN, "report.variorum", *FAST, size=(160, 40)) as terminal:
        terminal.wait_for(r"^1 of 6\.")
        with closing(sqlite3.connect(folder / "report.variorum", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            terminal.send("y\r")
            terminal.wait_for(r"^not saved yet: ")
            other.execute("ROLLBACK")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    assert len(decided(folder / "report.variorum")) == 1
