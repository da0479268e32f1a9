"""The command line: what it says, where, and with which exit code."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import tui.cli
from annotations.formats.registry import all_formats
from annotations.labels import shipped
from annotations.store import Store
from tests.annotations.projects import STORY, Sitter
from tests.tui.programs import FAST, REPORT, decided, desk, run, settings
from tui.commands import COMMANDS, label_commands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with decisions of two reviewers, one of them in the middle of a token, and one article finished."""
    path = tmp_path_factory.mktemp("made") / "news.variorum"
    store = Store(path)
    store.add_story(STORY)
    Sitter(store).mark("Ada Lovelace")
    sitter = Sitter(store, reviewer="bob", sitting="sitting-2")
    sitter.mark("Babbage in", "ORG")
    sitter.mark("Lond", "GPE")
    store.close()
    return path


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "news.variorum"))


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
    assert "..." not in done.stdout  # no sentence is cut off
    assert len(done.stdout.splitlines()) <= 40
    for verb in tui.cli.commands.commands:
        assert run(tmp_path, verb, flag).returncode == 0


def test_version(tmp_path: Path) -> None:
    done = run(tmp_path, "--version")
    assert (done.returncode, done.stdout) == (0, "variorum 0.1.0\n")


def test_formats_lists_every_format_with_what_it_cannot_carry(tmp_path: Path) -> None:
    done = run(tmp_path, "formats")
    assert (done.returncode, done.stderr) == (0, "")
    for one in all_formats()[0]:
        assert one.name in done.stdout
        assert one.lossy in done.stdout


def test_keys_lists_every_command(tmp_path: Path) -> None:
    done = run(tmp_path, "keys")
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.splitlines()]
    assert listed == [one.id for one in (*COMMANDS, *label_commands(shipped()))]


def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path) -> None:
    import subprocess

    from tests.tui.programs import PROGRAM

    first = subprocess.Popen([*PROGRAM, "keys"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.close()
    assert first.stderr.read() == b""
    first.stderr.close()
    first.wait()


def test_check_finds_nothing_in_a_sound_project(project: Path) -> None:
    for arguments in (("check", "news.variorum"), ("check", "--project", "news.variorum")):
        done = run(project.parent, *arguments)
        assert done.returncode == 0
        assert only_line(done.stderr) == "news.variorum: sound"


def test_check_tells_what_it_finds(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE annotation SET surface = 'Adx Lovelace' WHERE surface = 'Ada Lovelace'")
        connection.commit()
    done = run(project.parent, "check", "news.variorum")
    assert done.returncode == 3
    assert done.stdout
    assert done.stderr.startswith("news.variorum: ")


def test_export_to_a_file(project: Path) -> None:
    done = run(project.parent, "export", "--project", "news.variorum", "--format", "jsonl", "-o", "gold.jsonl")
    assert done.returncode == 0
    assert only_line(done.stderr) == "2 articles, 3 spans written to gold.jsonl and read back; 0 not carried"
    rows = [json.loads(line) for line in (project.parent / "gold.jsonl").read_text("utf-8").splitlines()]
    assert [span["label"] for row in rows for span in row["spans"]]


def test_export_to_stdout_of_one_reviewer(project: Path) -> None:
    done = run(project.parent, "export", "--project", "news.variorum", "--format", "jsonl", "-o", "-", "--reviewer", "anna")
    assert done.returncode == 0
    spans = [span for line in done.stdout.splitlines() for span in json.loads(line)["spans"]]
    assert [span["label"] for span in spans] == ["PERSON"]


def test_export_of_finished_articles_only(project: Path) -> None:
    done = run(project.parent, "export", "--project", "news.variorum", "--format", "jsonl", "-o", "-", "--reviewed")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("0 articles")


def test_export_says_which_spans_it_left_out(project: Path) -> None:
    done = run(project.parent, "export", "--project", "news.variorum", "--format", "spacy", "-o", "gold.spacy")
    assert done.returncode == 4
    assert "not carried: " in done.stderr
    assert "Lond" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("not carried")
    assert (project.parent / "gold.spacy").stat().st_size


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "jsnol", "-o", "x"), ("jsnol", "jsonl")),
        (("--format", "jsonl", "-o", "missing/x"), ("missing",)),
        (("--format", "jsonl", "-o", "."), (".",)),
        (("--format", "jsonl", "-o", "x", "--reviewer", "bbo"), ("bbo", "anna, bob")),
    ],
)
def test_export_refuses_in_one_line(project: Path, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    done = run(project.parent, "export", "--project", "news.variorum", *arguments)
    assert done.returncode == 1
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
    import subprocess

    from tests.tui.programs import PROGRAM, home

    command = ["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, "report.txt"]
    done = subprocess.run(command, cwd=folder, env={**home(folder)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr


# Bad input, beside which the rest opens

BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "binary.txt": b"\x89PNG\r\n\x1a\n\0\0\0",
    "latin.txt": "Café in Zürich".encode("latin-1"),
}


@pytest.mark.parametrize("name", [*BAD, "folder"])
def test_what_cannot_be_read_is_told_and_the_rest_opens(folder: Path, name: str) -> None:
    content = BAD.get(name)
    if name == "folder":
        (folder / name).mkdir()
        (folder / name / "picture.png").write_bytes(b"x")
    elif content is not None:
        (folder / name).write_bytes(content)
    with desk(folder, name, "report.txt", "--project", "p.variorum", *FAST, size=(160, 20)) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.wait_for(f" {name}: ")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        (line,) = [line for line in terminal.text.splitlines() if name in line]
        assert line.startswith(f"{name}: ")
        assert len(line) > len(name) + 10


@pytest.mark.parametrize("name", [*BAD, "folder"])
def test_what_cannot_be_read_alone_is_one_line(folder: Path, name: str) -> None:
    content = BAD.get(name)
    if name == "folder":
        (folder / name).mkdir()
    elif content is not None:
        (folder / name).write_bytes(content)
    fails(folder, name, *FAST, words=(name,))
    assert list(folder.glob("*.variorum*")) == []


def fails(folder: Path, *arguments: str, words: tuple[str, ...], code: int = 1) -> None:
    """The program says these words in one line, takes nothing from the terminal, and leaves."""
    with desk(folder, *arguments, size=(250, 24)) as terminal:
        assert terminal.wait_exit() == code
        line = only_line(terminal.text.strip())
        assert line.startswith("variorum: ")
        assert all(word in line for word in words), line
        assert b"\x1b[?1049h" not in terminal.raw


@pytest.mark.parametrize(("encoding", "sight"), [("latin-1", "Café in Zürich"), ("utf-8:replace", "Caf� in Z�rich")])
def test_an_encoding_can_be_named(folder: Path, encoding: str, sight: str) -> None:
    (folder / "latin.txt").write_bytes(BAD["latin.txt"] or b"")
    with desk(folder, "latin.txt", "--encoding", encoding, *FAST) as terminal:
        terminal.wait_for(sight)
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_an_encoding_that_there_is_none_is_told(folder: Path) -> None:
    fails(folder, "report.txt", "--encoding", "utf-9", *FAST, words=("report.txt", "utf-9"))


# Projects


def test_a_broken_project_is_set_aside_where_texts_are_given(folder: Path) -> None:
    broken = b"no database " * 100
    (folder / "report.variorum").write_bytes(broken)
    with desk(folder, "report.txt", *FAST, size=(200, 20)) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.wait_for("report.variorum: .*now lies at")
        terminal.press("w", "1", "q")
        assert terminal.wait_exit() == 0
        assert "now lies at" in terminal.text
    (aside,) = folder.glob("report.variorum.broken-*")
    assert aside.read_bytes() == broken
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted"]


def test_a_broken_project_that_is_asked_for_is_refused_and_left_alone(folder: Path) -> None:
    (folder / "report.variorum").write_bytes(b"no database " * 100)
    fails(folder, "report.variorum", words=("report.variorum", "not a Variorum project"))
    assert [path.name for path in folder.glob("report.variorum*")] == ["report.variorum"]


def test_a_project_of_a_newer_program_is_refused(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " SELECT migration_set, 'm999', applied_at FROM _sqlite_migrations LIMIT 1"
        )
        connection.commit()
    before = project.read_bytes()
    (project.parent / "news.txt").write_text(REPORT, "utf-8")
    fails(project.parent, "news.variorum", words=("news.variorum", "newer"))
    fails(project.parent, "news.txt", *FAST, words=("news.variorum", "newer"))
    assert project.read_bytes() == before


def test_one_project_at_a_time(project: Path) -> None:
    fails(project.parent, "news.variorum", "other.variorum", words=("one project",))
    fails(project.parent, "missing.variorum", words=("missing.variorum", "no such project"))
    fails(project.parent, "--project", "nowhere/p.variorum", words=("nowhere/p.variorum", "folder does not exist"))


# Settings


@pytest.mark.parametrize(
    ("option", "text", "words"),
    [
        ("--labels", '[[label]]\nname = "A"\nkey = "1"\n\n[[label]]\nname = "B"\n', (":5:", "B", "key")),
        ("--labels", "[[label]\n", (":1:", "TOML")),
        ("--labels", '[[label]]\nname = "A"\nkey = "w"\n', ("clashes",)),
        ("--keymap", '[keys]\n"move.token" = "w"\n"decide.undoo" = "u"\n', (":3:", "decide.undoo", "decide.undo")),
        ("--keymap", '[keys]\n"decide.undo" = "ctrl+i"\n', (":2:", "ctrl+i", "tab")),
        ("--keymap", '[keys]\n"decide.undo" = "w"\n', (":2:", "clashes")),
        ("--keymap", "[keys\n", ("TOML", "line 1")),
    ],
)
def test_a_mistake_in_labels_or_keymap_is_told_with_its_line(
    folder: Path, option: str, text: str, words: tuple[str, ...]
) -> None:
    (folder / "mine.toml").write_text(text, "utf-8")
    fails(folder, "report.txt", option, "mine.toml", *FAST, words=("mine.toml", *words))
    fails(folder, "report.txt", option, "missing.toml", *FAST, words=("missing.toml",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reviewer = 3\n", ("reviewer", "string")),
        ('modle = "x"\n', ("modle", "model")),
        ("model_labels = 3\n", ("model_labels", "table")),
        ("reviewer = \n", ("TOML", "line 1")),
    ],
)
def test_a_mistake_in_the_settings_is_told(folder: Path, text: str, words: tuple[str, ...]) -> None:
    settings(folder, text)
    fails(folder, "report.txt", words=("config.toml", *words))


def test_settings_are_obeyed_and_options_come_first(folder: Path) -> None:
    path = settings(folder, 'reviewer = "eve"\nmodel = "blank:en"\nlabels = "l.toml"\nkeymap = "k.toml"\n')
    path.with_name("l.toml").write_text('[[label]]\nname = "THING"\nkey = "1"\n', "utf-8")
    path.with_name("k.toml").write_text('[keys]\n"program.quit" = "f10"\n"move.token" = "W"\n"select.right_out" = "w"\n')
    with desk(folder, "report.txt") as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("W", "1")
        terminal.wait_for("1 done")
        terminal.send("\x1b[21~")
        assert terminal.wait_exit() == 0
    assert decided(folder / "report.variorum") == ["Ada THING accepted"]
    with desk(folder, "report.txt", "--reviewer", "mallory") as terminal:
        terminal.wait_for("0 done")
        terminal.send("\x1b[21~")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("model", ["no_such_model", "./nowhere", "nope.module:reader", "blank:english"])
def test_an_unknown_model_is_told_at_once(folder: Path, model: str) -> None:
    fails(folder, "report.txt", "--model", model, words=(model.partition(":")[2] if "blank" in model else model,))


def test_a_model_that_does_not_load_leaves_the_desk_to_work_with(folder: Path) -> None:
    (folder / "bad").mkdir()
    (folder / "bad" / "meta.json").write_text('{"lang": "en", "version": "1"}', "utf-8")
    with desk(folder, "report.txt", "--model", "./bad", size=(160, 20)) as terminal:
        terminal.wait_for("not read: ")
        terminal.press("w", "1")
        terminal.wait_for("1 done")
        terminal.press("q")
        assert terminal.wait_exit() == 0


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
def test_a_fault_of_the_program_itself_gives_the_terminal_back(folder: Path, debug: bool) -> None:
    import sys

    from tests.terminal import Terminal, left_on
    from tests.tui.programs import home

    command = [sys.executable, "-P", "-c", BREAK, "report.txt", *FAST, *["--debug"] * debug]
    with Terminal(command, env=home(folder), cwd=folder, size=(200, 60)) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("w")
        assert terminal.wait_exit() == 1
        assert left_on(terminal.raw) == frozenset()
        assert terminal.cooked
        assert ("Traceback" in terminal.text) == debug
        if not debug:
            assert re_found(terminal.text, "variorum: a fault of the program")
            assert b"\x1b]0;" not in terminal.raw


def re_found(text: str, words: str) -> bool:
    return sum(words in line for line in text.splitlines()) == 1


# A file that is called like a verb


def test_a_file_called_like_a_verb_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "check").write_text("A text that is called check.\n", "utf-8")
    for arguments in (("read", "check"), ("./check",)):
        with desk(tmp_path, *arguments, *FAST) as terminal:
            terminal.wait_for("A text that is called check")
            terminal.press("q")
            assert terminal.wait_exit() == 0
    assert run(tmp_path, "check", "check").returncode == 1
