"""The terminal itself, which may go away at any moment: a closed window, a lost connection."""

import asyncio
import signal
from typing import IO, Any

from textual.driver import Driver


class Lasting(Driver):
    """A driver that goes on when nobody can be written to any more, so that the program still ends in order.

    Textual writes from a thread; were that to die, the program would wait for it for ever.
    """

    _file: IO[str]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._file = Heedless(self._file)  # type: ignore[assignment]

    def start_application_mode(self) -> None:
        """Take over the terminal, and hear of each of its sizes in order.

        Textual asks for the size inside the signal, which the next signal interrupts: the older size would come last.
        """
        super().start_application_mode()  # type: ignore[safe-super]
        resized = signal.getsignal(signal.SIGWINCH) if hasattr(signal, "SIGWINCH") else None
        if callable(resized):
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, resized, signal.SIGWINCH, None)


class Heedless:
    """A file whose reader may be gone."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, text: str) -> int:
        """Write where that is possible; returns the number of code points."""
        try:
            return self._file.write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Flush where that is possible."""
        try:
            self._file.flush()
        except OSError:
            return


def lasting(driver: type[Driver]) -> type[Driver]:
    """The driver of a platform or of a browser, made to last."""
    if driver.__name__ == "WebDriver":
        from tui.web.driver import Served  # noqa: PLC0415 (only behind a server)

        return Served
    return type("LastingDriver", (Lasting, driver), {})
