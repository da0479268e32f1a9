"""`variorum man`: a page that man can show, and that names everything there is."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

import tui.cli
from tests.tui.programs import run
from tui.console import EXIT_CODES
from tui.every_command import every_command
from tui.manual import page, roff
from tui.plain import ANSWERS

PAGE = page(tui.cli.commands)


def shown() -> str:
    """The page as man shows it, without what makes letters bold."""
    if shutil.which("groff") is None:
        pytest.skip("no groff")
    command = ["groff", "-man", "-Tutf8", "-P-c", "-P-b", "-P-u", "-P-o", "-rLL=200n"]
    return subprocess.run(command, input=PAGE, capture_output=True, text=True, check=True).stdout


def test_the_verb_prints_the_page(tmp_path: Path) -> None:
    done = run(tmp_path, "man")
    assert (done.returncode, done.stdout, done.stderr) == (0, PAGE, "")


def test_it_is_ascii_without_control_codes() -> None:
    assert PAGE.isascii()
    assert all(line.isprintable() for line in PAGE.splitlines())


@pytest.mark.parametrize("section", ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "VERBS", "KEYS", "EXIT STATUS",
                                     "FILES", "ENVIRONMENT"])  # fmt: skip
def test_the_sections_are_those_that_one_looks_for(section: str) -> None:
    assert PAGE.count(f"\n.SH {section}\n") == 1


def test_nothing_of_the_text_is_taken_for_a_request() -> None:
    requests = {line.split()[0] for line in PAGE.splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".nh", ".ad", ".SH", ".SS", ".PP", ".TP"}
    assert roff(".x") == r"\&.x"
    assert roff("'x' \\n -- \"…\"") == r"\(aqx\(aq \en \-\- \(dq\[u2026]\(dq"


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff")
def test_groff_has_nothing_to_say_of_it() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-z"], input=PAGE, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("man") is None, reason="no man")
def test_man_has_nothing_to_say_of_it(tmp_path: Path) -> None:
    (tmp_path / "variorum.1").write_text(PAGE, "ascii")
    environment = {**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANROFFSEQ": ""}
    done = subprocess.run(
        ["man", "--warnings", "-l", "variorum.1"],
        cwd=tmp_path, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("lexgrog") is None, reason="no lexgrog")
def test_whatis_finds_it(tmp_path: Path) -> None:
    (tmp_path / "variorum.1").write_text(PAGE, "ascii")
    done = subprocess.run(["lexgrog", "variorum.1"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.startswith('variorum.1: "variorum - read reports of one event')


def verbs(group: click.Group) -> list[click.Command]:
    return [one for verb in group.commands.values() for one in (verb, *verbs_of(verb))]


def verbs_of(verb: click.Command) -> list[click.Command]:
    return verbs(verb) if isinstance(verb, click.Group) else []


def test_every_verb_and_option_is_in_it() -> None:
    text = shown()
    for verb in verbs(tui.cli.commands):
        assert re.search(rf"^ +variorum (\w+ )?{verb.name}\b", text, re.MULTILINE), verb.name
        for option in verb.params:
            if isinstance(option, click.Option):
                assert all(name in text for name in option.opts), option.opts


def test_every_command_with_its_keys_is_in_it() -> None:
    lines = [" ".join(line.split()) for line in shown().splitlines()]
    text = " ".join(lines)
    for command in every_command():
        assert f"{' or '.join(command.keys)} {' '.join(command.help.split())}" in text, command.id


def test_every_answer_and_exit_code_is_in_it() -> None:
    text = " ".join(shown().split())
    for letter, (word, what) in ANSWERS.items():
        assert f"{letter} {word}: {what}." in text
    for code, what in EXIT_CODES.items():
        assert f"{code} {what}." in text


def test_every_answer_is_in_the_document(root: Path) -> None:
    text = (root / "docs" / "plain.md").read_text("utf-8")
    assert re.findall(r"^\| `(.+?)`, `(\w+)` \|", text, re.MULTILINE) == [
        (one, word) for one, (word, _) in ANSWERS.items()
    ]


def test_the_help_names_the_same_exit_codes() -> None:
    assert set(map(int, re.findall(r"\b\d+\b", tui.cli.EPILOG.partition("Exit codes:")[2]))) == set(EXIT_CODES)
