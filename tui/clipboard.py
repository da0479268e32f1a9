"""The clipboard, and the only module that imports pyperclip.

Over ssh the terminal's own clipboard (OSC 52) is the one the reviewer means; elsewhere the system's is tried first.
That takes helper programs, which may hang, fail without a word, or print on the screen: they get a process of their
own, `python -P -m tui.clipboard`, which takes the text on its standard input.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from subprocess import DEVNULL, PIPE

LIMIT = 75_000  # bytes that terminals take as a clipboard
PATIENCE = 2.0  # seconds that a helper program may take


async def copied(text: str, to_terminal: Callable[[str], None]) -> str:
    """Copy `text`, and say in one line which way it went."""
    over_ssh = any(os.environ.get(name) for name in ("SSH_TTY", "SSH_CONNECTION"))
    if not over_ssh and await _to_system(text):
        return "copied to the clipboard"
    if len(text.encode()) > LIMIT:
        return "too long for the terminal's clipboard; nothing was copied"
    to_terminal(text)
    return "sent to the terminal's clipboard"


async def _to_system(text: str) -> bool:
    command = (sys.executable, "-P", "-m", "tui.clipboard")
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode()), PATIENCE)
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
