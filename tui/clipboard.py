"""The clipboard, and the only module that imports pyperclip.

Over ssh the terminal's own clipboard (OSC 52) is the one the reviewer means; elsewhere the system's is tried first.
"""

import asyncio
import os
from collections.abc import Callable

LIMIT = 75_000  # bytes that terminals take as a clipboard
PATIENCE = 2.0  # seconds that a helper program may take


async def copied(text: str, to_terminal: Callable[[str], None]) -> str:
    """Copy `text`, and say in one line which way it went."""
    if not any(os.environ.get(name) for name in ("SSH_TTY", "SSH_CONNECTION")):
        try:
            await asyncio.wait_for(asyncio.to_thread(_to_system, text), PATIENCE)
        except (TimeoutError, RuntimeError, OSError):
            pass
        else:
            return "copied to the clipboard"
    if len(text.encode()) > LIMIT:
        return "too long for the terminal's clipboard; nothing was copied"
    to_terminal(text)
    return "sent to the terminal's clipboard"


def _to_system(text: str) -> None:
    import pyperclip  # noqa: PLC0415 (slow to import, and seldom needed)

    pyperclip.copy(text)
