"""The search of all articles of a project, over the whole screen: results come while one types."""

import asyncio
from collections.abc import Callable
from threading import Lock
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Label

from annotations.store import Store
from corpus.errors import VariorumError
from tui.render import result_rows
from tui.screens.field import Field
from tui.searching import ROWS, Portion, Searching
from tui.typeahead import Stays
from tui.widgets.bar import Bar
from tui.widgets.listing import Lines, Listing
from tui.wishes import OpenStory


class SearchScreen(Screen[OpenStory | None]):
    """Asks for words and shows what has them; dismissed with where to go, or with None."""

    PANEL = "search"
    LEFT_BY = frozenset({"enter", "escape"})
    MOVES: ClassVar[dict[str, int]] = {"up": -1, "down": 1, "ctrl+p": -1, "ctrl+n": 1}
    DEFAULT_CSS = """
    SearchScreen { overflow: hidden; }
    SearchScreen Horizontal { height: 1; margin-bottom: 1; }
    SearchScreen Label { width: auto; padding: 0 1; text-style: bold; }
    SearchScreen Input { width: 1fr; height: 1; border: none; padding: 0; }
    SearchScreen Input:focus { border: none; }
    """

    def __init__(self, searching: Searching, store: Callable[[], Store], colours: str) -> None:
        super().__init__()
        self.searching = searching
        self._open = store
        self._store: Store | None = None
        self._using = Lock()  # held by the thread that uses the store, and by the one that closes it
        self._left = False
        self._rows = Listing(self._lines, colours)
        self._foot = Bar(lambda: [(f" {searching.told}", "dim")], colours)
        self._hints = Bar(lambda: [(" ↑ ↓", "key"), (" move  ", "plain"), ("enter", "key"), (" open  ", "plain"),
                                   ("escape", "key"), (" back", "plain")], colours)  # fmt: skip
        self._under_way = False
        self._awaited = False

    def compose(self) -> ComposeResult:
        """The field, the results, the lines below."""
        with Horizontal():
            yield Label(Content("search ›"))
            yield Field(self.searching.typed, placeholder="words of any article", select_on_focus=True)
        yield self._rows
        yield self._foot
        yield self._hints

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_unmount(self) -> None:
        """Close what was opened, as soon as no thread is in it."""
        self._left = True
        asyncio.get_running_loop().run_in_executor(None, self._close)

    def draw(self) -> None:
        """Draw what is different now."""
        for widget in (self._rows, self._foot):
            if widget.is_attached and widget.size.width:
                widget.update()

    def _lines(self, width: int, height: int) -> Lines:
        self.searching.resize(height)
        return result_rows.rows(self.searching, width)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed now."""
        event.stop()
        self._awaited = False
        self.searching.typed = event.value
        self._fetch()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the result."""
        event.stop()
        self._take()

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the results while the words stay in the field."""
        step = self.MOVES.get(event.key, 0)
        step = step or {"pageup": -1, "pagedown": 1}.get(event.key, 0) * max(1, self.searching.height - 1)
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif step:
            event.stop()
            event.prevent_default()
            self.searching.move(step)
            self._fetch()
        self.draw()

    def _fetch(self) -> None:
        self.draw()
        if self.searching.behind and not self._under_way:
            self._under_way = True
            self.run_worker(self._search(), group="search", exclusive=False)

    async def _search(self) -> None:
        try:
            while self.searching.behind and not self._left:
                self.searching.take(await asyncio.to_thread(self._portion))
                self.draw()
                if self._awaited and not self.searching.looking:
                    self._awaited = False
                    self._take()
        finally:
            self._under_way = False

    def _portion(self) -> Portion:
        """Fetch results, in a thread; nothing is opened once the screen was left."""
        with self._using:
            typed = self.searching.typed
            if self._left:
                return Portion(typed)
            try:
                self._store = self._store or self._open()
            except VariorumError as error:
                return Portion(typed, complete=True, message=error.brief)
            return self.searching.portion(self._store, lambda: not self._left)

    def _close(self) -> None:
        with self._using:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _take(self) -> None:
        """Go to the result under the cursor; where the results are still to come, to the first when they are there."""
        wish = self.searching.wish()
        if wish is not None:
            self.dismiss(wish)
            return
        self._awaited = self._under_way and self.searching.looking
        self.post_message(Stays())

    # The mouse

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """Go to a result; open it on the second click."""
        index = self.searching.top + message.y // ROWS
        if index < len(self.searching.results):
            self.searching.at = index
            self.draw()
            if message.clicks > 1:
                self._take()

    def on_listing_wheeled(self, message: Listing.Wheeled) -> None:
        """Scroll."""
        self.searching.move(1 if message.rows > 0 else -1)
        self._fetch()
