"""The list of stories, over the whole screen."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from annotations.errors import ProjectError
from tui.actions.listing import by_line
from tui.actions.stories import open_story
from tui.commands.command import LIST
from tui.render import story_rows
from tui.stories import StoryList
from tui.widgets.bar import Bar
from tui.widgets.listing import Lines, Listing
from tui.wishes import TypeFilter, Wish

if TYPE_CHECKING:
    from tui.screens.filter_line import FilterLine


class StoriesScreen(Screen[None]):
    """Shows the list, takes its keys, and hands its wishes on; sorts and filters beside the keys.

    `ready` is told when the line that was wished for takes keys.
    """

    PANEL = LIST
    DEFAULT_CSS = """
    StoriesScreen { overflow: hidden; }
    """

    def __init__(
        self,
        stories: StoryList,
        grant: Callable[[Wish], None],
        ready: Callable[[], Awaitable[None]],
        colours: str,
    ) -> None:
        super().__init__()
        self.stories = stories
        self._grant = grant
        self._ready = ready
        self._total = stories.library.total()
        self._head = Bar(lambda: story_rows.head(stories, self._total), colours)
        self._columns = Bar(lambda: story_rows.columns(self.size.width), colours)
        self._rows = Listing(self._lines, colours)
        self._foot = Bar(lambda: story_rows.foot(stories), colours)
        self._hints = Bar(lambda: story_rows.hints(stories), colours)
        self._line: FilterLine | None = None
        self._under_way = False

    def compose(self) -> ComposeResult:
        """The lines above, the rows, the lines below."""
        yield self._head
        yield self._columns
        yield self._rows
        yield self._foot
        yield self._hints

    def on_mount(self) -> None:
        """Begin with the rows that are known; the order of all follows."""
        self.call_after_refresh(self.load)

    @property
    def typing(self) -> bool:
        """Whether keys go into the line in which the list is filtered."""
        return self._line is not None

    def press(self, key: str) -> None:
        """Take a key of the list."""
        self._after(self.stories.press(key))

    def perform(self, command: Callable[[StoryList], None]) -> None:
        """Carry out a command of the list."""
        self._after(self.stories.run(command))

    def _after(self, wishes: list[Wish]) -> None:
        self.load()
        self.draw()
        for wish in wishes:
            if isinstance(wish, TypeFilter):
                self._type()
            self._grant(wish)

    def draw(self) -> None:
        """Draw what is different now."""
        for widget in (self._head, self._rows, self._foot, self._hints):
            if widget.is_attached and widget.size.width:
                widget.update()

    def _lines(self, width: int, height: int) -> Lines:
        self.stories.resize(height)
        return story_rows.rows(self.stories, width)

    # The order

    def load(self) -> None:
        """Have the order made, if it is not what is wanted."""
        if self.stories.loading and self.is_attached:
            self.run_worker(self._load(), group="order", exclusive=False)

    async def _load(self) -> None:
        stories = self.stories
        while stories.loading and not self._under_way:
            self._under_way = True
            wanted, generation = stories.wanted, stories.generation
            try:
                numbers = await asyncio.to_thread(stories.library.numbers, wanted)
            except ProjectError as error:
                stories.message = error.brief
                stories.loaded = wanted
                self.draw()
                return
            finally:
                self._under_way = False
            if wanted == stories.wanted:
                self._total = stories.library.total()
                stories.take(wanted, numbers, generation)
                self.draw()

    # The filter

    def _type(self) -> None:
        from tui.screens.filter_line import FilterLine  # noqa: PLC0415 (loaded when it is first wanted)

        self._line = FilterLine(self.stories.wanted.words)
        self.mount(self._line, before=self._foot)

    async def on_filter_line_ready(self) -> None:
        """What was typed until now goes into the line."""
        await self._ready()

    def on_filter_line_typed(self, message: "FilterLine.Typed") -> None:
        """Narrow the list as one types."""
        self.perform(lambda stories: stories.filter(message.words))

    def on_filter_line_moved(self, message: "FilterLine.Moved") -> None:
        """Move in the list while the words stay in the line."""
        self.perform(by_line(message.step))

    def on_filter_line_left(self, message: "FilterLine.Left") -> None:
        """Back to the keys of the list."""
        if self._line is not None:
            self._line.remove()
            self._line = None
        self.set_focus(None)
        if message.keep:
            self.perform(lambda _stories: None)
        else:
            self.perform(lambda stories: stories.filter(""))

    # The mouse

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """Go to a story; open it on the second click."""

        def act(stories: StoryList) -> None:
            if stories.top + message.y < len(stories.numbers):
                stories.at = stories.top + message.y
                if message.clicks > 1:
                    open_story(stories)

        self.perform(act)

    def on_listing_wheeled(self, message: Listing.Wheeled) -> None:
        """Scroll."""
        self.perform(by_line(message.rows))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.draw)
