"""The terminal itself, which may go away at any moment: a closed window, a lost connection."""

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
