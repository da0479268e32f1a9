"""`variorum completions`: the script for a shell, and what it is answered."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tui.programs import PROGRAM, home, run
from tui.cli import commands

BASH = shutil.which("bash")


def ask(folder: Path, question: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the program answers to a shell's question."""
    env = {**os.environ, **home(folder), "_VARIORUM_COMPLETE": question, **environment}
    return subprocess.run(PROGRAM, capture_output=True, text=True, check=False, timeout=60, cwd=folder, env=env)


def answers(folder: Path, line: str) -> list[str]:
    """What bash is offered for the last word of a line, as `kind,word`; the word is empty after a blank."""
    done = ask(folder, "bash_complete", COMP_WORDS=line, COMP_CWORD=str(line.count(" ")))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_asks_the_program(tmp_path: Path, shell: str) -> None:
    done = run(tmp_path, "completions", shell)
    assert done.returncode == 0
    assert f"_VARIORUM_COMPLETE={shell}_complete" in done.stdout
    assert ask(tmp_path, f"{shell}_source").stdout == done.stdout


def test_a_shell_that_is_not_known_is_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "completions", "tcsh")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_the_first_word_may_be_a_verb_or_a_file(tmp_path: Path) -> None:
    assert answers(tmp_path, "variorum ex") == ["file,ex", "plain,export"]
    assert answers(tmp_path, "variorum rep") == ["file,rep"]
    assert answers(tmp_path, "variorum ") == ["file,", *(f"plain,{verb}" for verb in sorted(commands.commands))]
    assert answers(tmp_path, "variorum --debug ex") == ["file,ex", "plain,export"]


def test_the_first_word_may_be_an_option_of_the_program_or_of_the_default_verb(tmp_path: Path) -> None:
    offered = answers(tmp_path, "variorum --")
    assert {"plain,--reviewer", "plain,--version", "plain,--debug", "plain,--help"} <= set(offered)
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("variorum a.txt --rev", ["plain,--reviewer"]),
        ("variorum a.txt ex", ["file,ex"]),
        ("variorum --project n", ["file,n"]),
        ("variorum export --form", ["plain,--format"]),
        ("variorum config ", ["plain,check", "plain,init", "plain,path"]),
        ("variorum completions ", ["plain,bash", "plain,zsh", "plain,fish"]),
    ],
)
def test_later_words_are_those_of_the_verb_said_or_of_the_default_one(
    tmp_path: Path, line: str, offered: list[str]
) -> None:
    assert answers(tmp_path, line) == offered


def test_zsh_and_fish_are_answered_in_their_own_way(tmp_path: Path) -> None:
    zsh = ask(tmp_path, "zsh_complete", COMP_WORDS="variorum ex", COMP_CWORD="1").stdout.splitlines()
    assert zsh[:5] == ["file", "ex", "_", "plain", "export"]
    fish = ask(tmp_path, "fish_complete", COMP_WORDS="variorum ex", COMP_CWORD="ex").stdout.splitlines()
    assert [line.partition("\t")[0] for line in fish] == ["file,ex", "plain,export"]


@pytest.mark.parametrize("question", ["csh_complete", "bash_sing", "bash", "1"])
def test_a_question_that_cannot_be_answered_is_one_line(tmp_path: Path, question: str) -> None:
    done = ask(tmp_path, question)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "_VARIORUM_COMPLETE" in done.stderr


@pytest.mark.skipif(BASH is None, reason="there is no bash")
def test_bash_completes_with_the_script(tmp_path: Path) -> None:
    program = tmp_path / "variorum"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', "utf-8")
    program.chmod(0o755)
    lines = (
        'eval "$(variorum completions bash)"',
        "complete -p variorum",
        "COMP_WORDS=(variorum exp) COMP_CWORD=1",
        "_variorum_completion variorum 2>/dev/null",  # compopt has a say only while a person completes
        'echo "${COMPREPLY[*]}"',
    )
    env = {**os.environ, **home(tmp_path), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(
        [str(BASH), "--norc", "-c", "\n".join(lines)],
        capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["complete -o nosort -F _variorum_completion variorum", "export"]
