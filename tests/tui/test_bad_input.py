"""Input with a mistake: one clear line with its name and the reason, while everything else opens."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.tui.programs import FAST, REPORT, decided, desk, last_words, settings


def only_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


# Bad input, beside which the rest opens

BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "binary.txt": b"\x89PNG\r\n\x1a\n\0\0\0",
}
LATIN = "Café in Zürich".encode("latin-1")


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
        line, saved = last_words(terminal)
        assert re.match(rf"{name}: .{{10}}", line)
        assert saved.startswith("saved in p.variorum")


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
    (folder / "latin.txt").write_bytes(LATIN)
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
        assert "now lies at" in last_words(terminal)[0]
    (aside,) = folder.glob("report.variorum.broken-*")
    assert aside.read_bytes() == broken
    assert decided(folder / "report.variorum") == ["Ada PERSON accepted"]


def test_a_broken_project_that_is_asked_for_is_refused_and_left_alone(folder: Path) -> None:
    (folder / "report.variorum").write_bytes(b"no database " * 100)
    fails(folder, "report.variorum", words=("report.variorum", "not a Variorum project"))
    assert [path.name for path in folder.glob("report.variorum*")] == ["report.variorum"]


def test_a_project_of_a_newer_program_is_refused(news: Path) -> None:
    with closing(sqlite3.connect(news)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " SELECT migration_set, 'm999', applied_at FROM _sqlite_migrations LIMIT 1"
        )
        connection.commit()
    before = news.read_bytes()
    (news.parent / "news.txt").write_text(REPORT, "utf-8")
    fails(news.parent, "news.variorum", words=("news.variorum", "newer"))
    fails(news.parent, "news.txt", *FAST, words=("news.variorum", "newer"))
    assert news.read_bytes() == before


def test_one_project_at_a_time(news: Path) -> None:
    fails(news.parent, "news.variorum", "other.variorum", words=("one project",))
    fails(news.parent, "missing.variorum", words=("missing.variorum", "no such project"))
    fails(news.parent, "--project", "nowhere/p.variorum", words=("nowhere/p.variorum", "folder does not exist"))


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
    path.with_name("k.toml").write_text(
        '[keys]\n"program.quit" = "f10"\n"move.token" = "W"\n"select.right_out" = "w"\n'
    )
    with desk(folder, "report.txt") as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("W", "1")
        terminal.wait_for("1 decided")
        terminal.send("\x1b[21~")
        assert terminal.wait_exit() == 0
    assert decided(folder / "report.variorum") == ["Ada THING accepted"]
    with desk(folder, "report.txt", "--reviewer", "mallory") as terminal:
        terminal.wait_for("0 decided")
        terminal.send("\x1b[21~")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("model", ["no_such_model", "./nowhere", "nope.module:reader", "blank:english"])
def test_an_unknown_model_is_told_at_once(folder: Path, model: str) -> None:
    fails(folder, "report.txt", "--model", model, words=(model.partition(":")[2] if "blank" in model else model,))


def test_a_model_that_does_not_load_leaves_the_desk_to_work_with(folder: Path) -> None:
    (folder / "bad").mkdir()
    (folder / "bad" / "meta.json").write_text('{"lang": "en", "version": "1"}', "utf-8")
    with desk(folder, "report.txt", "--model", "./bad", size=(160, 20)) as terminal:
        terminal.wait_for("does not load")
        terminal.press("w", "1")
        terminal.wait_for("1 decided")
        terminal.press("q")
        assert terminal.wait_exit() == 0
