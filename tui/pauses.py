"""What happens while no key comes: the story is read and compared, keys are explained, places and decisions written."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

if TYPE_CHECKING:
    from tui.app import DeskApp
    from tui.widgets.which_key import WhichKey

RETRY = 1.0  # seconds between attempts to write what is held
PAUSE = 0.4  # seconds after the last key until a story on which something was decided is compared again
EXPLAIN = 0.6  # seconds after a prefix until the keys that can follow are shown
REST = 2.0  # seconds after the last key until the place is written


class Pauses:
    """The timers of an app, and the work that no key waits for."""

    def __init__(self, app: "DeskApp") -> None:
        self._app = app
        self._rest: Timer | None = None
        self._pause: Timer | None = None
        self._retry: Timer | None = None
        self._explain: Timer | None = None
        self._which_key: WhichKey | None = None

    # The story

    def study(self) -> None:
        """Have the project made where there is none, and what is on the desk read."""
        # Not a coroutine that is made already: one that is cancelled before it began would be complained about.
        study: Callable[[], Awaitable[None]] = self._study
        self._app.run_worker(study, exclusive=True, group="study")

    async def _study(self) -> None:
        async for _ in self._app.study.go_on():
            self._app.draw()
        self._app.draw()

    def compare_soon(self) -> None:
        """Have the story compared again when something was decided and no key came for a moment."""
        if self._app.desk.workspace.decided:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self._app.set_timer(PAUSE, self._paused)

    def _paused(self) -> None:
        self._pause = None
        self._app.desk.workspace.decided = False
        compare: Callable[[], Awaitable[None]] = self._compare
        self._app.run_worker(compare, group="compare")

    async def _compare(self) -> None:
        async for _ in self._app.study.compare():
            self._app.draw()
            redraw: Callable[[], None] | None = getattr(next(reversed(self._app.screen_stack), None), "draw", None)
            if redraw is not None:
                redraw()  # what lies over the desk shows the story as well

    # What can follow a key

    def explain_soon(self) -> None:
        """Take away what explains the keys that can follow; show it when some are pending and no other comes soon."""
        if self._explain is not None:
            self._explain.stop()
            self._explain = None
        if self._which_key is not None:
            self._which_key.go()
        if self._app.desk.pending:
            self._explain = self._app.set_timer(EXPLAIN, self._show_which_key)

    def _show_which_key(self) -> None:
        from tui.widgets.which_key import WhichKey  # noqa: PLC0415 (loaded when it is first wanted)

        app = self._app
        self._explain = None
        if not app.desk.pending or len(app.screen_stack) > 1:
            return
        if self._which_key is None:
            self._which_key = WhichKey(app.desk, app.colours)
            app.screen.mount(self._which_key)
        self._which_key.rise()

    def explain_anew(self) -> None:
        """Have the keys that can follow shown for another size, if they are shown."""
        if self._which_key is not None and self._which_key.display:
            self._which_key.rise()

    # Saving

    def rest_soon(self) -> None:
        """Have the place written in a while."""
        if self._rest is None:
            self._rest = self._app.set_timer(REST, self._rested)

    def _rested(self) -> None:
        self._rest = None
        self._app.desk.workspace.save_place()

    def retry_soon(self) -> None:
        """Have what could not be written tried again, if there is such."""
        if self._app.desk.workspace.trouble and self._retry is None:
            self._retry = self._app.set_timer(RETRY, self._try_again)

    async def _try_again(self) -> None:
        self._retry = None
        if await self._app.study.saved():
            self._app.study.asked_to_leave = False  # what hinders next is another matter, and asked about again
        self._app.draw()
