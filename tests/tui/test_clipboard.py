"""Where copied text goes, with helper programs that hang, fail and work, and with a real tmux where there is one."""

import os
import shutil
import stat
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal import Terminal
from tests.tui.programs import FAST, PROGRAM, desk, home, until
from tui.clipboard import copied
from tui.copy_ways import LIMIT, passed_through, sound, ways
from tui.places import copies_file, write_private

WORKS = "exec cat > kept"
KEEPS = "case $* in *-o*) cat kept;; *) cat > kept;; esac"
HANGS = "exec sleep 60"
FAILS = "cat > kept; echo noise >&2; exit 1"
LIES = "case $* in *-o*) echo other;; *) cat > kept;; esac"


@pytest.mark.parametrize(
    ("wanted", "environment", "platform", "expected"),
    [
        ("auto", {"DISPLAY": ":0"}, "linux", "system terminal file"),
        ("auto", {"WAYLAND_DISPLAY": "wayland-0"}, "linux", "system terminal file"),
        ("auto", {"WSL_DISTRO_NAME": "Debian"}, "linux", "system terminal file"),
        ("auto", {}, "linux", "terminal file"),
        ("auto", {"DISPLAY": ""}, "linux", "terminal file"),
        ("auto", {}, "darwin", "system terminal file"),
        ("auto", {}, "win32", "system terminal file"),
        ("auto", {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":10"}, "linux", "terminal file"),
        ("auto", {"SSH_CONNECTION": "1 2 3 4"}, "darwin", "terminal file"),
        ("auto", {"TMUX": "/tmp/t,1,0"}, "linux", "tmux terminal file"),
        ("auto", {"TMUX": "/tmp/t,1,0", "DISPLAY": ":0"}, "linux", "system tmux terminal file"),
        ("system", {"SSH_TTY": "/dev/pts/1"}, "linux", "system file"),
        ("terminal", {"DISPLAY": ":0"}, "linux", "terminal file"),
        ("terminal", {"TMUX": "/tmp/t,1,0"}, "linux", "tmux terminal file"),
        ("file", {"DISPLAY": ":0", "TMUX": "/tmp/t,1,0"}, "linux", "file"),
    ],
)
def test_the_ways(wanted: str, environment: dict[str, str], platform: str, expected: str) -> None:
    assert " ".join(ways(wanted, environment, platform)) == expected


@pytest.mark.parametrize("wanted", ["auto", "terminal"])
def test_a_browser_has_no_tmux_and_not_the_clipboard_of_the_server(wanted: str) -> None:
    assert ways(wanted, {"TMUX": "/tmp/t,1,0", "DISPLAY": ":0"}, "linux", web=True) == ("terminal", "file")


anything = st.text(st.characters(codec=None) | st.characters(categories=["Cs"]))


@given(anything)
def test_any_text_can_be_sent(text: str) -> None:
    told = sound(text)
    assert told.encode().decode() == told
    if not any("\ud800" <= one <= "\udfff" for one in text):
        assert told == text


def test_halves_of_pairs_are_joined_or_replaced() -> None:
    assert sound("a\ud83d\ude00b\ud83d") == "a😀b\ufffd"


@given(st.text())
def test_what_passes_through_tmux_is_the_plain_sequence(text: str) -> None:
    wrapped = passed_through(text)
    assert wrapped.startswith("\x1bPtmux;")
    assert wrapped.endswith("\x1b\\")
    inner = wrapped.removeprefix("\x1bPtmux;").removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b")
    assert b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\a")).decode() == text


class Told(NamedTuple):
    """What the reviewer was told, and what the terminal was given."""

    message: str
    sent: list[str]


Copying = Callable[..., "Copied"]


class Copied:
    """Copying in an environment of its own, where only the helper programs of a folder are found."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = patch
        (folder / "bin").mkdir()
        patch.chdir(folder)
        patch.setenv("PATH", f"{folder / 'bin'}:/usr/bin:/bin")
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "SSH_TTY", "SSH_CONNECTION", "TMUX"):
            patch.delenv(name, raising=False)

    def program(self, name: str, script: str) -> None:
        """Put a helper program where it is found."""
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    def at(self, **environment: str) -> None:
        """Say what the environment has."""
        for name, value in environment.items():
            self._patch.setenv(name, value)

    async def copy(self, text: str, wanted: str = "auto", *, web: bool = False) -> Told:
        sent: list[str] = []
        message = await copied(text, sent.append, wanted, web=web)
        return Told(message, sent)

    @property
    def file(self) -> Path:
        return self.folder / "state" / "variorum" / "copied.txt"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copied:
    return Copied(tmp_path, monkeypatch)


@pytest.mark.parametrize(("script", "takes"), [(KEEPS, True), (HANGS, False), (FAILS, False), (LIES, False)])
async def test_the_system_is_believed_when_it_gives_back_what_it_took(
    place: Copied, script: str, *, takes: bool
) -> None:
    place.program("xclip", script)
    place.at(DISPLAY=":99")
    if takes:
        assert await place.copy("Ada ☃") == ("copied to the clipboard", [])
        assert (place.folder / "kept").read_text("utf-8") == "Ada ☃"
    else:
        assert await place.copy("Ada ☃") == ("sent to the terminal's clipboard", ["Ada ☃"])


@pytest.mark.parametrize(("script", "takes"), [(WORKS, True), (HANGS, False), (FAILS, False)])
async def test_tmux_takes_it_or_the_terminal_is_asked(place: Copied, script: str, *, takes: bool) -> None:
    place.program("tmux", script)
    place.at(TMUX="/nowhere,1,0")
    if takes:
        assert await place.copy("Ada ☃") == ("sent to the terminal's clipboard through tmux", [])
        assert (place.folder / "kept").read_text("utf-8") == "Ada ☃"
    else:
        assert await place.copy("Ada ☃") == ("sent to the terminal's clipboard", ["Ada ☃"])


async def test_over_ssh_the_machine_at_the_other_end_is_left_alone(place: Copied) -> None:
    place.program("xclip", KEEPS)
    place.at(DISPLAY=":10", SSH_CONNECTION="1 2 3 4")
    assert await place.copy("Ada") == ("sent to the terminal's clipboard", ["Ada"])
    assert not (place.folder / "kept").exists()


async def test_a_browser_is_called_one(place: Copied) -> None:
    assert await place.copy("Ada", web=True) == ("sent to the browser's clipboard", ["Ada"])


async def test_what_is_too_long_for_the_terminal_goes_to_a_file(place: Copied) -> None:
    place.program("tmux", WORKS)
    place.at(TMUX="/nowhere,1,0")
    assert (await place.copy("é" * (LIMIT // 2))).message == "sent to the terminal's clipboard through tmux"
    (place.folder / "kept").unlink()
    long = "é" * (LIMIT // 2) + "e"
    assert await place.copy(long) == (f"too long; written to {place.file}", [])
    assert place.file.read_text("utf-8") == long
    assert not (place.folder / "kept").exists()


def test_the_longest_sequence_is_one_that_terminals_take() -> None:
    assert len("\x1b]52;c;\a") + len(b64encode(bytes(LIMIT))) <= 100_000 < 8 + len(b64encode(bytes(LIMIT + 1)))


async def test_the_system_takes_what_is_long(place: Copied) -> None:
    place.program("xclip", KEEPS)
    place.at(DISPLAY=":99")
    assert await place.copy("x" * 3 * LIMIT) == ("copied to the clipboard", [])


async def test_a_system_that_was_asked_for_and_is_not_there(place: Copied) -> None:
    place.program("xclip", HANGS)
    place.at(DISPLAY=":99")
    assert await place.copy("Ada", "system") == (f"no clipboard was reached; written to {place.file}", [])


async def test_a_file_is_for_its_owner_and_has_the_last_text_only(place: Copied) -> None:
    assert await place.copy("a longer text", "file") == (f"written to {place.file}", [])
    assert await place.copy("Ada\ud83d\r\n", "file") == (f"written to {place.file}", [])
    assert place.file == copies_file()
    assert place.file.read_bytes() == "Ada\ufffd\r\n".encode()
    assert stat.S_IMODE(place.file.stat().st_mode) == 0o600
    assert [path.name for path in place.file.parent.iterdir()] == ["copied.txt"]


async def test_where_no_file_can_be_the_reviewer_is_told(place: Copied) -> None:
    (place.folder / "state").write_text("in the way", "utf-8")
    message, sent = await place.copy("Ada", "file")
    assert message.startswith(f"it could not be written to {place.file}: ")
    assert message.endswith("; the desk keeps it")
    assert sent == []


def test_a_link_that_lies_in_the_way_is_replaced_and_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("theirs", "utf-8")
    link = tmp_path / "copied.txt"
    link.symlink_to(other)
    write_private(link, b"ours")
    assert (other.read_text("utf-8"), link.read_text("utf-8"), link.is_symlink()) == ("theirs", "ours", False)


# The whole program


def test_the_flag_and_the_key_for_a_file(folder: Path) -> None:
    file = folder / ".state" / "variorum" / "copied.txt"
    with desk(
        folder, "report.txt", *FAST, "--clipboard", "terminal", size=(160, 24), env={"DISPLAY": ":99"}
    ) as terminal:
        terminal.wait_for("Ada Lovelace met")
        terminal.press("g", "w")
        terminal.wait_for("nothing was copied yet")
        terminal.press("w", "y")
        terminal.wait_for("sent to the terminal's clipboard")
        assert not file.exists()
        terminal.press("w", "g", "w")
        terminal.wait_for("written to ~/.state/variorum/copied.txt")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert b"\x1b]52;c;QWRh\x07" in terminal.raw  # Ada
    assert file.read_text("utf-8") == "Ada"


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux")
@pytest.mark.parametrize("reached", [True, False], ids=["tmux takes it", "tmux hands it on"])
def test_inside_tmux_it_reaches_the_terminal_around(folder: Path, *, reached: bool) -> None:
    program = [*PROGRAM, "read", "report.txt", *FAST, "--clipboard", "terminal"]
    if not reached:
        program = ["env", f"PATH={folder}", *program]
    tmux = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
    environment = {**home(folder), "TMUX": "", "TERM": "xterm-256color"}
    allowed = [";", "set", "-g", "allow-passthrough", "on"]
    try:
        with Terminal(
            [*tmux, "new", *program, *([] if reached else allowed)], size=(120, 24), env=environment, cwd=folder
        ) as terminal:
            terminal.wait_for("Ada Lovelace met")
            terminal.press("w", "y")
            terminal.wait_for("sent to the terminal's clipboard through tmux" if reached else "clipboard$")
            until(terminal, lambda: b";QWRh" in terminal.raw)
            terminal.press("q")
            terminal.wait_exit()
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, capture_output=True, env={**os.environ, "TMUX": ""})
