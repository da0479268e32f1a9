"""The clipboard, and the only module that imports pyperclip.

Over ssh the terminal's own clipboard (OSC 52) is the one the reviewer means; elsewhere the system's is tried first, and
what no clipboard takes goes to a file. Helper programs may hang, fail without a word, or print on the screen: they get
a process of their own, pyperclip's `python -P -m tui.clipboard`, which takes the text on its standard input.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Final

from corpus.display import shown_line
from tui.copy_ways import AUTO, FILE, LIMIT, SYSTEM, TERMINAL, TMUX, sound, ways
from tui.places import copies_file, write_private

PATIENCE = 2.0  # seconds that a helper program may take
_HELPERS: Final = {
    SYSTEM: (sys.executable, "-P", "-m", "tui.clipboard"),
    TMUX: ("tmux", "load-buffer", "-w", "-"),
}
_TOLD: Final = {SYSTEM: "copied to the clipboard", TMUX: "sent to the terminal's clipboard through tmux"}


async def copied(text: str, to_terminal: Callable[[str], None], wanted: str = AUTO, *, web: bool = False) -> str:
    """Copy `text` one of the `wanted` ways (tui.copy_ways), and say in one line which it went.

    Where a terminal or, with `web`, a browser is written to, nobody says whether it took the text.
    """
    text = sound(text)
    data = text.encode()
    for way in ways(wanted, os.environ, sys.platform, web=web):
        if way == FILE:
            break
        if way != SYSTEM and len(data) > LIMIT:
            continue
        if way == TERMINAL:
            to_terminal(text)
            return f"sent to the {'browser' if web else 'terminal'}'s clipboard"
        if await _taken(_HELPERS[way], data):
            return _TOLD[way]
    return written(copies_file(), data, _why(wanted, len(data)), kept="; the desk keeps it")


def _why(wanted: str, size: int) -> str:
    """Why the text goes to a file; empty where that was wanted."""
    if wanted == FILE:
        return ""
    return "no clipboard was reached; " if wanted == SYSTEM or size <= LIMIT else "too long; "


def written(path: Path, data: bytes, why: str = "", kept: str = "") -> str:
    """Write what is copied to a file, and say in one line which; `why` and where it is `kept` else go with it."""
    try:
        write_private(path, data)
    except OSError as error:
        return shown_line(f"{why}it could not be written to {_named(path)}: {error.strerror}{kept}")
    return shown_line(f"{why}written to {_named(path)}")


def _named(path: Path) -> str:
    """A path, as short as shells take it."""
    home = Path("~").expanduser()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


async def _taken(command: tuple[str, ...], data: bytes) -> bool:
    """Whether a helper program took the data within its time."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(data), PATIENCE)
    except TimeoutError:
        return False
    finally:
        if process.returncode is None:
            _kill(process.pid)
            await process.wait()
    return process.returncode == 0


def _kill(group: int) -> None:
    """End a process with the helpers that it started."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            os.kill(group, signal.SIGTERM)
        else:
            os.killpg(group, signal.SIGKILL)


def main() -> int:
    """Copy standard input, and look whether it arrived; returns the exit code."""
    import pyperclip  # noqa: PLC0415 (slow to import, and seldom needed)

    text = sys.stdin.buffer.read().decode()
    try:
        pyperclip.copy(text)
        return 0 if pyperclip.paste() == text else 1
    except (pyperclip.PyperclipException, OSError):
        return 1


if __name__ == "__main__":
    sys.exit(main())
