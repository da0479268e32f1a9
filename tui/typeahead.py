"""Keys typed faster than a dialog closes: they are kept for whoever comes next, and none is lost.

A dialog closes some moments after the key that closes it, and would take what is typed until then for its own.
"""

from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App
from textual.message import Message
from textual.timer import Timer

_MODIFIED = ("alt+", "super+", "hyper+", "meta+")
PATIENCE = 1.0  # seconds; a dialog that is still there then, and said nothing, gets its keys


class Stays(Message):
    """A dialog was not closed by a key that could have closed it."""


class TypeAhead:
    """The keys that wait; `deliver` takes each of them when the dialog is gone."""

    def __init__(self, app: App[int], deliver: Callable[[events.Key], Awaitable[None]]) -> None:
        self._app = app
        self._deliver = deliver
        self._kept: list[events.Key] = []
        self._timer: Timer | None = None

    def close(self) -> None:
        """From now on keys wait."""
        if self._timer is None:
            self._timer = self._app.set_timer(PATIENCE, self.open)

    def keeps(self, key: events.Key) -> bool:
        """Whether a key has to wait; then it is kept. Those that come back from a dialog are not new."""
        if self._timer is None or key.is_forwarded:
            return False
        self._kept.append(key)
        return True

    async def open(self) -> None:
        """Deliver what waits; among it may be a key that closes the next dialog."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        kept, self._kept = self._kept, []
        for key in kept:
            await self._deliver(key)


def pressed(event: events.Key) -> str:
    """The key as the command table writes it; with alt and its like it is another key than without."""
    if event.key.startswith(_MODIFIED):
        return event.key
    if event.character is not None and event.is_printable and event.character != " ":
        return event.character
    return event.key
