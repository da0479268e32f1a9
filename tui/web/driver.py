"""The terminal where it is a browser: what is drawn goes to the server, which may be gone at any moment."""

import os
from contextlib import suppress
from functools import partial
from typing import Any

from textual import messages
from textual.drivers.web_driver import WebDriver


class Served(WebDriver):
    """Textual's driver; the program leaves when its server is gone, and can still draw until it has left."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._write = partial(written, self.fileno)

    def run_input_thread(self) -> None:
        """Hand on what the server says, until it is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            with suppress(RuntimeError):  # the program has left by itself
                self._loop.call_soon_threadsafe(self._app.post_message, messages.ExitApp())


def written(number: int, data: bytes) -> int:
    """Write all of the data to a file by its number, if somebody still reads there; returns the number of bytes."""
    left = memoryview(data)
    with suppress(OSError):
        while left:
            left = left[os.write(number, left) :]
    return len(data)
