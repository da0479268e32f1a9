"""The command line: what it says, where, and with which exit code."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import tui.cli
from annotations.formats.registry import all_formats
from annotations.labels import shipped
from tests.terminal import Terminal, left_on
from tests.tui.programs import FAST, PROGRAM, desk, home, last_words, run
from tui.commands.command import Command
from tui.commands.decide import label_commands
from tui.commands.desk import COMMANDS
from tui.commands.ledger import LEDGER_COMMANDS
from tui.commands.logbook import LOGBOOK_COMMANDS
from tui.commands.names import NAME_COMMANDS
from tui.commands.stories import LIST_COMMANDS


def only_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


# Verbs


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_fits_a_screen_and_names_every_verb(tmp_path: Path, flag: str) -> None:
    done = run(tmp_path, flag)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(verb in done.stdout for verb in tui.cli.commands.commands)
    assert "Examples:" in done.stdout
    assert "Exit codes:" in done.stdout
    assert "..." not in done.stdout.partition("Commands:")[2]  # no sentence is cut off
    assert len(done.stdout.splitlines()) <= 40
    for verb in tui.cli.commands.commands:
        assert run(tmp_path, verb, flag).returncode == 0


def test_version(tmp_path: Path) -> None:
    done = run(tmp_path, "--version")
    assert (done.returncode, done.stdout) == (0, "variorum 0.1.0\n")


def test_formats_lists_every_format_with_what_it_is_for(tmp_path: Path) -> None:
    done = run(tmp_path, "formats")
    assert (done.returncode, done.stderr) == (0, "")
    for one in all_formats()[0]:
        assert one.name in done.stdout
        assert one.title in done.stdout
    lines = zip(done.stdout.splitlines(), all_formats()[0], strict=True)
    assert len({line.index(one.title) for line, one in lines}) == 1


def test_keys_lists_every_command(tmp_path: Path) -> None:
    done = run(tmp_path, "keys")
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.splitlines()]
    desk: tuple[Command[Any], ...] = (*COMMANDS, *label_commands(shipped()))
    rows: tuple[Command[Any], ...] = (*desk, *LIST_COMMANDS, *LEDGER_COMMANDS, *LOGBOOK_COMMANDS, *NAME_COMMANDS)
    assert listed == [one.id for one in rows]


def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path) -> None:
    first = subprocess.Popen([*PROGRAM, "keys"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.close()
    assert first.stderr.read() == b""
    first.stderr.close()
    first.wait()


def test_check_finds_nothing_in_a_sound_project(news: Path) -> None:
    for arguments in (("check", "news.variorum"), ("check", "--project", "news.variorum")):
        done = run(news.parent, *arguments)
        assert done.returncode == 0
        assert only_line(done.stderr) == "news.variorum: sound"


def test_check_tells_what_it_finds(news: Path) -> None:
    with closing(sqlite3.connect(news)) as connection:
        connection.execute("UPDATE annotation SET surface = 'Adx Lovelace' WHERE surface = 'Ada Lovelace'")
        connection.commit()
    done = run(news.parent, "check", "news.variorum")
    assert done.returncode == 3
    assert done.stdout
    assert done.stderr.startswith("news.variorum: ")


def test_export_to_a_file(news: Path) -> None:
    done = run(news.parent, "export", "--project", "news.variorum", "--format", "jsonl", "-o", "gold.jsonl")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "2 of 2 articles were finished by nobody: what is unmarked in them is unknown; --reviewed leaves them out",
        "2 articles, 3 spans written to gold.jsonl and read back",
    ]
    rows = [json.loads(line) for line in (news.parent / "gold.jsonl").read_text("utf-8").splitlines()]
    assert [span["label"] for row in rows for span in row["spans"]]


def test_export_to_stdout_of_one_reviewer(news: Path) -> None:
    done = run(
        news.parent, "export", "--project", "news.variorum", "--format", "jsonl", "-o", "-", "--reviewer", "anna"
    )
    assert done.returncode == 0
    spans = [span for line in done.stdout.splitlines() for span in json.loads(line)["spans"]]
    assert [span["label"] for span in spans] == ["PERSON"]


def test_export_of_finished_articles_only(news: Path) -> None:
    done = run(news.parent, "export", "--project", "news.variorum", "--format", "jsonl", "-o", "-", "--reviewed")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("0 articles")


def test_export_says_which_spans_it_left_out(news: Path) -> None:
    done = run(news.parent, "export", "--project", "news.variorum", "--format", "spacy", "-o", "gold.spacy")
    assert done.returncode == 4
    assert "not carried: " in done.stderr
    assert "Lond" in done.stderr
    assert done.stderr.splitlines()[-1] == "not carried: 1 of spans; listed in gold.spacy.left-out.jsonl"
    assert (news.parent / "gold.spacy").stat().st_size


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (("--format", "jsnol", "-o", "x"), ("jsnol", "jsonl"), 2),
        (("--format", "jsonl", "-o", "missing/x"), ("missing",), 1),
        (("--format", "jsonl", "-o", "."), (".",), 1),
        (("--format", "jsonl", "-o", "x", "--reviewer", "bbo"), ("bbo", "anna, bob"), 2),
    ],
)
def test_export_refuses_in_one_line(news: Path, arguments: tuple[str, ...], words: tuple[str, ...], code: int) -> None:
    done = run(news.parent, "export", "--project", "news.variorum", *arguments)
    assert done.returncode == code
    line = only_line(done.stderr)
    assert line.startswith("variorum: ")
    assert all(word in line for word in words), line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export",), ("--project",)),
        (("check",), ("project",)),
        (("--modle", "x"), ("--modle", "--model")),
        (("check", "--nope"), ("--nope",)),
    ],
)
def test_wrong_usage_is_one_line(tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert all(word in only_line(done.stderr) for word in words)


@pytest.mark.parametrize("verb", [("check",), ("export", "--format", "jsonl", "-o", "x", "--project")])
@pytest.mark.parametrize("name", ["missing.variorum", "text.variorum", "empty.variorum", "foreign.variorum"])
def test_what_is_no_project_is_refused_in_one_line(tmp_path: Path, verb: tuple[str, ...], name: str) -> None:
    (tmp_path / "text.variorum").write_text("not a database at all, but a text\n" * 9, "utf-8")
    (tmp_path / "empty.variorum").touch()
    with closing(sqlite3.connect(tmp_path / "foreign.variorum")) as connection:
        connection.execute("CREATE TABLE x (y)")
        connection.commit()
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.variorum")}
    done = run(tmp_path, *verb, name)
    assert done.returncode == 1
    assert name in only_line(done.stderr)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.variorum")} == before


# Without a terminal


def test_without_a_terminal_the_desk_says_so_and_does_not_hang(folder: Path) -> None:
    done = run(folder, "report.txt")
    assert done.returncode == 2
    assert "needs a terminal" in only_line(done.stderr)
    assert list(folder.glob("*.variorum")) == []


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- >&- 2>&-"])
def test_with_a_closed_stream_the_desk_does_not_fail(folder: Path, closed: str) -> None:
    command = ["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, "report.txt"]
    done = subprocess.run(command, cwd=folder, env=home(folder), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr


# Errors


def test_a_traceback_is_shown_with_debug_only(folder: Path) -> None:
    for arguments in (("report.txt", "--model", "nope", "--debug"), ("--debug", "report.txt", "--model", "nope")):
        with desk(folder, *arguments, size=(200, 60)) as terminal:
            assert terminal.wait_exit() == 1
            assert "Traceback" in terminal.text
            assert "ModelError" in terminal.text


BREAK = """
import sys
from tui import cli, desk
def press(self, key):
    raise RuntimeError("\\x1b]0;broken\\x07 " + self.view.text)
desk.Desk.press = press
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_the_program_itself_gives_the_terminal_back(folder: Path, *, debug: bool) -> None:
    command = [sys.executable, "-P", "-c", BREAK, "report.txt", *FAST, *["--debug"] * debug]
    with Terminal(command, env=home(folder), cwd=folder, size=(200, 60)) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("w")
        assert terminal.wait_exit() == 1
        assert left_on(terminal.raw) == frozenset()
        assert terminal.cooked
        assert any("Traceback" in line for line in last_words(terminal)) == debug
        assert debug or last_words(terminal)[-1].startswith(
            "variorum: a fault of the program (RuntimeError: ␛]0;broken"
        )


# A file that is called like a verb


def test_a_file_called_like_a_verb_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "check").write_text("A text that is called check.\n", "utf-8")
    for arguments in (("read", "check"), ("./check",)):
        with desk(tmp_path, *arguments, *FAST) as terminal:
            terminal.wait_for("A text that is called check")
            terminal.press("q")
            assert terminal.wait_exit() == 0
    assert run(tmp_path, "check", "check").returncode == 1


def test_a_verb_is_loaded_when_it_is_wanted() -> None:
    program = (
        "import sys, tui.cli as cli; cli.with_verb(['report.txt']); list(cli.commands.commands);"
        " cli.commands.commands['formats']; print(*(name for name in sys.modules if name.startswith('tui.verbs.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["tui.verbs.formats"]
