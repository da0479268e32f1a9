"""The list of stories, over the whole screen."""

import asyncio
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Label

from annotations.errors import ProjectError
from tui.actions.stories import by_row, open_story
from tui.render import story_rows
from tui.screens.field import Field
from tui.stories import StoryList
from tui.widgets.bar import Bar
from tui.widgets.listing import Lines, Listing
from tui.wishes import TypeFilter, Wish


class StoriesScreen(Screen[None]):
    """Shows the list, takes its keys, and hands its wishes on; sorts and filters beside the keys."""

    DEFAULT_CSS = """
    StoriesScreen { overflow: hidden; }
    StoriesScreen Horizontal { height: 1; display: none; }
    StoriesScreen Label { width: auto; padding: 0 1; text-style: bold; }
    StoriesScreen Input { width: 1fr; height: 1; border: none; padding: 0; }
    StoriesScreen Input:focus { border: none; }
    """

    def __init__(self, stories: StoryList, grant: Callable[[Wish], None], colours: str) -> None:
        super().__init__()
        self.stories = stories
        self._grant = grant
        self._total = stories.library.total()
        self._head = Bar(lambda: story_rows.head(stories, self._total), colours)
        self._columns = Bar(lambda: story_rows.columns(self.size.width), colours)
        self._rows = Listing(self._lines, colours)
        self._foot = Bar(lambda: story_rows.foot(stories), colours)
        self._hints = Bar(lambda: story_rows.hints(stories), colours)
        self._field = Field(placeholder="words in titles and texts")

    def compose(self) -> ComposeResult:
        """The lines above, the rows, the lines below."""
        yield self._head
        yield self._columns
        yield self._rows
        with Horizontal():
            yield Label(Content("filter ›"))
            yield self._field
        yield self._foot
        yield self._hints

    def on_mount(self) -> None:
        """Begin with the rows that are known; the order of all follows."""
        self._field.can_focus = False
        self.set_focus(None)
        self.load()

    @property
    def typing(self) -> bool:
        """Whether keys go into the field."""
        return self._field.has_focus

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
            else:
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
            wanted = stories.wanted
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
                stories.take(wanted, numbers)
                self.draw()

    _under_way = False

    # The filter

    def _type(self) -> None:
        self.query_one(Horizontal).display = True
        self._field.can_focus = True
        self._field.value = self.stories.wanted.words
        self._field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as one types."""
        event.stop()
        if self.typing:
            self.stories.filter(event.value)
            self.load()
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the keys of the list."""
        event.stop()
        self._typed()

    def on_key(self, event: events.Key) -> None:
        """While typing, arrows move in the list, and escape shows all stories again."""
        if not self.typing or event.key not in {"escape", "up", "down"}:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.stories.filter("")
            self._typed()
        else:
            self.perform(by_row(1 if event.key == "down" else -1))

    def _typed(self) -> None:
        self._field.can_focus = False
        self.set_focus(None)
        self.query_one(Horizontal).display = False
        self.load()
        self.draw()

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
        self.perform(by_row(message.rows))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.draw)
