"""One visitor: a desk of their own, as another process that draws into their browser."""

import asyncio
import json
import shlex
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Final

from aiohttp import WSMessage, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.copy_ways import FILE

PATIENCE: Final = 10.0  # seconds that a desk has to write what was decided, and to leave
LARGEST: Final = 1_000  # cells
_NOT_THEIRS: Final = ("TMUX", "SSH_TTY", "SSH_CONNECTION")
"""Variables that tell of the terminal in which the server was started, and not of the browser."""


class Visitor(AppService):
    """The program behind one browser window.

    A browser that is not `trusting`, since the page came from another machine unencrypted, keeps its clipboard from it.
    """

    def __init__(self, words: Sequence[str], socket: web.WebSocketResponse, *, trusting: bool) -> None:
        async def close() -> None:
            await socket.close()

        super().__init__(
            command(words),
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
            download_manager=DownloadManager(),
        )
        self._trusting = trusting

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        kept = {name: value for name, value in environment.items() if name not in _NOT_THEIRS}
        usual = {} if self._trusting else {"VARIORUM_CLIPBOARD": FILE}
        return {**usual, **kept, "TERM": "xterm-256color"}

    async def run(self) -> None:
        """Hand on what the program draws, until it ends; then the browser is told."""
        await super().run()
        await self.remote_close()

    async def end(self) -> None:
        """Have the program leave as if its terminal were closed, and see to it that it does."""
        process = self._process
        try:
            async with asyncio.timeout(PATIENCE):
                await self.stop()
                if process is not None:
                    await process.wait()
        except TimeoutError:
            if process is not None and process.returncode is None:
                process.kill()
                await process.wait()

    async def take(self, message: WSMessage) -> str:
        """Do what the page in the browser says, if it makes sense; returns what to answer, empty for nothing."""
        match _said(message):
            case ["stdin", str(keys)]:
                await self.send_bytes(keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(cells(width), cells(height))
            case ["ping", str(when)]:
                return json.dumps(["pong", when])
            case ["blur"]:
                await self.blur()
            case ["focus"]:
                await self.focus()
            case _:
                pass
        return ""


def command(words: Sequence[str]) -> str:
    """A line for the shell that becomes the program with these words."""
    program = (sys.executable, "-P", "-m", "tui", *words)
    return subprocess.list2cmdline(program) if sys.platform == "win32" else f"exec {shlex.join(program)}"


def cells(number: object) -> int:
    """A width or height that a browser named, as one that a screen can have."""
    try:
        return max(1, min(int(str(number)), LARGEST))
    except ValueError:
        return 80


def _said(message: WSMessage) -> Any:
    try:
        return message.json() if message.type == WSMsgType.TEXT else None
    except ValueError:
        return None
