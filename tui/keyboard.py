"""A terminal's keys as Textual reads them, one after the other and without the screen being touched."""

import codecs
import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import (
    KITTY_DISAMBIGUATE_ESCAPE_CODES,
    KITTY_REPORT_ALL_KEYS,
    KITTY_REPORT_ASSOCIATED_TEXT,
    LinuxDriver,
)

from tui.typeahead import pressed

PATIENCE: Final = 0.5  # seconds that a terminal has to answer whether it speaks the kitty protocol
_FLAGS: Final = KITTY_DISAMBIGUATE_ESCAPE_CODES | KITTY_REPORT_ALL_KEYS | KITTY_REPORT_ASSOCIATED_TEXT
_KITTY: Final = re.compile(r"\x1b\[\?\d+u")
_ATTRIBUTES: Final = re.compile(r"\x1b\[\?[\d;]*c")  # what every terminal answers, after what it has to say of kitty


class Keyboard:
    """The terminal `descriptor`, whose keys come one by one. `kitty` says that it speaks the kitty protocol."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._parser = XTermParser()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._typed = ""
        self._answered = False
        self.kitty = False

    def ask(self) -> None:
        """Find out which protocol the terminal speaks; keys that come meanwhile are kept."""
        _write(self._descriptor, f"\x1b[>{_FLAGS}u\x1b[?u\x1b[c" if not constants.DISABLE_KITTY_KEY else "\x1b[c")
        until = time.monotonic() + PATIENCE
        while not self._answered and (left := until - time.monotonic()) > 0:
            typed = self._read(left)
            if typed is None:
                return
            self._typed += typed

    def pressed(self) -> Iterator[tuple[str, str]]:
        """Each key by its name in the table of commands, and as it was sent; ends with the terminal."""
        raw = ""
        typed: str | None = self._typed
        while typed is not None:
            for char in typed:
                raw += char
                found = list(self._parser.feed(char))
                yield from _named(found, raw)
                raw = "" if found else raw
            typed = self._read(2 * constants.ESCAPE_DELAY if raw else None)
            if not typed:
                yield from _named(list(self._parser.tick()), raw)  # what began like a sequence was none
                raw = ""

    def _read(self, seconds: float | None) -> str | None:
        """What was typed next; "" where nothing came in time, None where the terminal is gone."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return ""
        try:
            sent = os.read(self._descriptor, 1024)
        except OSError:
            return None
        typed = self._decoder.decode(sent)
        self.kitty |= _KITTY.search(typed) is not None
        self._answered |= _ATTRIBUTES.search(typed) is not None
        return _ATTRIBUTES.sub("", _KITTY.sub("", typed)) if sent else None


@contextmanager
def keyboard() -> Generator[Keyboard]:
    """The keys of the standard input, which is a terminal; it is given back as it was."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    raw = termios.tcgetattr(descriptor)
    raw[0], raw[3] = LinuxDriver._patch_iflag(raw[0]), LinuxDriver._patch_lflag(raw[3])  # noqa: SLF001 (as on the desk)
    raw[6][termios.VMIN] = 1
    handlers = {number: signal.signal(number, _leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    termios.tcsetattr(descriptor, termios.TCSANOW, raw)
    try:
        yield Keyboard(descriptor)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        _write(descriptor, "" if constants.DISABLE_KITTY_KEY else "\x1b[<u")
        with suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _leave(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _named(found: Iterable[object], raw: str) -> Iterator[tuple[str, str]]:
    for one in found:
        if isinstance(one, events.Key):
            yield pressed(one), raw


def _write(descriptor: int, words: str) -> None:
    try:
        os.write(descriptor, words.encode())
    except OSError:
        return  # it can only be read
