"""A pseudo-terminal with a program in it: what a person at a real terminal would see and press.

A test that drives widgets in memory cannot see whether the terminal is given back as it was found, whether a signal
ends the program properly or whether a child process can be started under a real controlling terminal. This can.
"""

import codecs
import errno
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

# A new session takes its first terminal from the process itself; nothing runs between fork and exec in this one.
_ADOPT = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"

KEYS: Mapping[str, str] = {
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "enter": "\r",
    "escape": "\x1b",
    "home": "\x1b[H",
    "left": "\x1b[D",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "right": "\x1b[C",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "tab": "\t",
    "up": "\x1b[A",
}

# ECMA-48: parameters 0x30-0x3F, intermediates 0x20-0x2F, one final byte; strings end with ST or, for OSC, also BEL.
_CSI = re.compile(rb"\x1b\[(?P<params>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])")
_STRING = re.compile(
    rb"\x1b[P_^X](?:[^\x1b]|\x1b(?!\\))*\x1b\\|\x1b\](?:[^\x1b\x07]|\x1b(?!\\))*(?:\x07|\x1b\\)", re.DOTALL
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]](?:[^\x1b\x07]|\x1b(?!\\))*\x1b?)?\Z", re.DOTALL)
_TITLE = re.compile(rb"\x1b\][02];")
_ON_AT_POWER_UP = frozenset({7, 25})  # DECAWM, DECTCEM


class Terminal:
    """A program in a pseudo-terminal of `size` (columns, rows).

    The program leads a session whose controlling terminal this is. `env` is laid over this process's environment.
    `raw` holds every byte the program wrote. Use as a context manager: leaving it kills what still runs.
    """

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        size: tuple[int, int] = (160, 48),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.raw = bytearray()
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._unfed = b""
        self._over = False
        self._cooked: bool | None = None
        self._master, self._slave = pty.openpty()
        termios.tcsetwinsize(self._slave, (size[1], size[0]))
        os.set_blocking(self._master, False)
        self._process = subprocess.Popen(
            [sys.executable, "-ISc", _ADOPT, *map(str, argv)],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **(env or {})},
            cwd=cwd,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    @property
    def text(self) -> str:
        """What the screen shows, one line a row, without trailing blanks."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cooked(self) -> bool:
        """Whether the terminal echoes and edits lines itself, as a shell expects to find it."""
        if self._cooked is not None:
            return self._cooked
        flags: int = termios.tcgetattr(self._slave)[3]
        return flags & termios.ECHO != 0 and flags & termios.ICANON != 0

    def send(self, keys: str | bytes) -> None:
        """Type `keys` as they are; escape sequences included."""
        rest = keys.encode() if isinstance(keys, str) else keys
        while rest and not self._over:
            if select.select([], [self._master], [], 0.05)[1]:
                rest = rest[os.write(self._master, rest) :]
            self._take(0)

    def press(self, *names: str) -> None:
        """Press keys by name: one character, `ctrl+` and a letter, or a name in KEYS."""
        for name in names:
            self.send(chr(ord(name[-1]) & 0x1F) if name.startswith("ctrl+") else KEYS.get(name, name))

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told by SIGWINCH."""
        self._screen.resize(rows, columns)
        termios.tcsetwinsize(self._slave, (rows, columns))

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the window: the terminal is gone, and the session gets SIGHUP."""
        if not self._over:
            self._over = True
            os.close(self._master)

    def wait_for(self, pattern: str, timeout: float = 30) -> re.Match[str]:
        """The match of `pattern` on the screen, as soon as there is one.

        Raises AssertionError, with the screen, when there is none after `timeout` seconds or the program has ended.
        """
        until = time.monotonic() + timeout
        while not (match := re.search(pattern, self.text, re.MULTILINE)):
            if self._cooked is not None:
                raise AssertionError(f"{pattern!r} never came; ended with {self._process.returncode}:\n{self.text}")
            if time.monotonic() >= until:
                raise AssertionError(f"{pattern!r} has not come in {timeout} seconds:\n{self.text}")
            self._read(until)
        return match

    def wait_exit(self, timeout: float = 30) -> int:
        """The exit status (negative: the signal that ended it), once everything it wrote is in `raw`.

        Raises AssertionError, with the screen, when the program still runs after `timeout` seconds.
        """
        until = time.monotonic() + timeout
        while self._cooked is None:
            if self._process.poll() is None and time.monotonic() >= until:
                raise AssertionError(f"still running after {timeout} seconds:\n{self.text}")
            self._read(until)
        return self._process.wait()

    def close(self) -> None:
        """Kill the program and whatever else is in its process group, and close the terminal."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        self._drain()
        self.hang_up()

    def _read(self, until: float) -> None:
        """Take in what the program writes next; returns soon, at the latest at `until` (monotonic seconds)."""
        if self._process.poll() is not None:
            self._drain()
        else:
            self._take(min(0.05, until - time.monotonic()))

    def _drain(self) -> None:
        """Take in the last words of a program that has ended: all, unless a child of it keeps the terminal open."""
        if self._cooked is not None:
            return
        self._cooked = not self._over and self.cooked
        os.close(self._slave)
        until = time.monotonic() + 5
        while not self._over and time.monotonic() < until:
            self._take(until - time.monotonic())

    def _take(self, seconds: float) -> None:
        """Take in one piece of output, if there is any within `seconds`; closes the terminal at its end."""
        if self._over:
            time.sleep(max(0.0, min(seconds, 0.01)))
        elif select.select([self._master], [], [], max(0.0, seconds))[0]:
            try:
                chunk = os.read(self._master, 1 << 16)
            except OSError as error:  # how Linux says that nobody has the other side open any more
                if error.errno != errno.EIO:
                    raise
                chunk = b""
            self.raw += chunk
            self._unfed = _feed(self._stream, self._decoder, self._unfed + chunk)
            if not chunk:
                self.hang_up()


def left_on(raw: bytes | bytearray) -> frozenset[str]:
    """The modes in which a program that wrote `raw` leaves its terminal, as far as they differ from those at power-up.

    Private modes are given as they were set last (`?1049h`, `?25l`), keyboard protocols as `kitty` and
    `modifyOtherKeys`; empty when everything was given back.
    """
    modes: dict[int, bool] = {}
    kitty = 0
    other_keys = False
    for sequence in _CSI.finditer(raw):
        params, final = sequence["params"].decode("ascii"), sequence["final"]
        if params.startswith("?") and final in b"hl":
            modes.update({int(mode): final == b"h" for mode in params[1:].split(";") if mode})
        elif final == b"u" and params[:1] in (">", "<"):
            kitty = kitty + 1 if params[0] == ">" else max(0, kitty - int(params[1:] or 1))
        elif final == b"m" and params.startswith(">4"):
            other_keys = params not in (">4", ">4;0")
    left = {f"?{mode}{'h' if on else 'l'}" for mode, on in modes.items() if on != (mode in _ON_AT_POWER_UP)}
    left |= {"kitty"} if kitty else set()
    left |= {"modifyOtherKeys"} if other_keys else set()
    return frozenset(left)


def _feed(stream: pyte.Stream, decoder: codecs.IncrementalDecoder, data: bytes) -> bytes:
    """Show `data` without what the emulator does not know; returns an unfinished sequence at its end."""
    unfinished = _UNFINISHED.search(data)
    whole = data[: unfinished.start()] if unfinished else data
    stream.feed(decoder.decode(_CSI.sub(_known, _STRING.sub(_known_string, whole))))
    return data[len(whole) :]


def _known(sequence: re.Match[bytes]) -> bytes:
    """A control sequence if the emulator knows its form, else nothing; it would print its tail as text."""
    params, final = sequence["params"], sequence["final"]
    foreign = params[:1] in (b"<", b"=", b">") or b":" in params or sequence["between"]
    return b"" if foreign or (params[:1] == b"?" and final not in b"hlJK") else sequence[0]


def _known_string(sequence: re.Match[bytes]) -> bytes:
    return sequence[0] if _TITLE.match(sequence[0]) else b""
