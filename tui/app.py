"""The Textual application: starts and leaves, hands keys to the desk, and has drawn and granted what comes of them."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.filter import LineFilter
from textual.worker import WorkerError

from tui.actions import point
from tui.commands.command import Command
from tui.copy_ways import AUTO, passed_through
from tui.desk import Desk
from tui.granting import Granting
from tui.pauses import Pauses
from tui.render.fit import NATIVE, Fit
from tui.render.palettes import DARK, MONO, chosen, possible
from tui.shelf import Shelf
from tui.stories import StoryList
from tui.study import Study
from tui.terminal import lasting
from tui.theme import ANSI, textual_theme
from tui.typeahead import TypeAhead, pressed
from tui.widgets.bar import Bar
from tui.widgets.fitting import filters_of
from tui.widgets.ground import DeskScreen
from tui.widgets.listing import Listing
from tui.widgets.pane import ArticlePane
from tui.widgets.surface import Surface
from tui.wishes import ShowStories, Wish


@dataclass(frozen=True, slots=True)
class Options:
    """What the app needs beside the desk: the commands for help and palette, and whether colours are wanted.

    `at_list` says to begin with the list of stories. `theme` is shown where the terminal can, `keep` remembers another
    one; `fit` is what the terminal can show of words, `clipboard` where copied text goes (tui.copy_ways.WAYS).
    """

    commands: tuple[Command[Any], ...]
    colour: bool = True
    at_list: bool = False
    theme: str = DARK
    fit: Fit = NATIVE
    keep: Callable[[str], object] | None = None
    clipboard: str = AUTO


class DeskApp(App[int]):
    """The desk in a terminal; `run` returns the exit code. `failure` is the error of the program that ended it."""

    TITLE = "Variorum"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, desk: Desk, options: Options, study: Study, stories: StoryList) -> None:
        super().__init__(ansi_color=None if options.colour else True)
        self.desk = desk
        self._shelf = Shelf(self, stories)
        self.options = options
        self.study = study
        self.failure: Exception | None = None
        self.themes = possible(self.console.color_system, colour=options.colour)
        self.colours = chosen(options.theme, self.themes)
        self.animation_level = "none"
        self._dress()
        self._surface = Surface(desk, self.colours)
        self.ahead = TypeAhead(self, self.on_event)
        self._pauses = Pauses(self)
        self._granting = Granting(self, self._shelf)

    def _dress(self) -> None:
        """Have the dialogs in the theme as well."""
        theme = textual_theme(self.colours)
        if theme is not None:
            self.register_theme(theme)
        self.no_color = self.colours == MONO
        self.theme = ANSI if theme is None else theme.name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What dialogs pass on their way to the terminal."""
        return [*super().get_line_filters(), *filters_of(self.colours, self.options.fit)]

    # Starting and leaving

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver."""
        return lasting(super().get_driver_class())

    def on_load(self) -> None:
        """Before the terminal is taken: from now on, a signal that ends the program gives it back first."""
        if sys.platform != "win32":
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, partial(self._stop, 128 + number))

    def get_default_screen(self) -> DeskScreen:
        """The screen that the desk lies on."""
        return DeskScreen()

    def compose(self) -> ComposeResult:
        """The lines around the panes, and the panes' row."""
        yield from self._surface.widgets()

    async def on_mount(self) -> None:
        """Put the panes up, and see to the rest once they are painted."""
        self.resize_desk(*self.size)
        await self._arrange()
        if self.options.at_list:
            self._shelf.grant(ShowStories())
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """What must not delay the first paint: rulers, making the project, and having the articles read."""
        self._surface.begin()
        self._pauses.study()

    def _stop(self, code: int) -> None:
        self.workers.cancel_all()
        self.exit(code)

    async def on_unmount(self) -> None:
        """Leave nothing running behind: the reading process, the one that makes the project, a clipboard's helper."""
        await self.study.end()
        for worker in list(self.workers):
            with suppress(WorkerError):
                await worker.wait()

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave it to the command line to tell: Textual would print a traceback with pieces of the articles in it."""
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """What Textual binds to ctrl+q in dialogs."""
        await self.leave()

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Keys go straight to the desk while nothing lies over it; everything else takes Textual's way."""
        if isinstance(event, events.Key):
            if self.ahead.keeps(event):
                return
            if len(self.screen_stack) == 1:
                self._act(partial(self.press_key, pressed(event)))
                return
            if self._shelf.takes(pressed(event)) or self._ledger_takes(event) or self._granting.helps(event):
                return
            if not event.is_forwarded and event.key in getattr(self.screen, "LEFT_BY", ()):
                self.ahead.close()
        await super().on_event(event)

    def press_key(self, key: str) -> list[Wish]:
        """Hand a key to the desk."""
        return self.desk.press(key)

    def _ledger_takes(self, event: events.Key) -> bool:
        """Whether the ledger lies on top and takes a key."""
        takes: Callable[[str], bool] | None = getattr(self.screen, "takes", None)
        taken = takes is not None and takes(pressed(event))
        if taken:
            self._pauses.compare_soon()
        return taken

    async def on_stays(self) -> None:
        """A dialog goes on, and what was typed is for it."""
        await self.ahead.open()

    def perform(self, command: Callable[[Desk], None]) -> None:
        """Carry out a command of the desk."""
        self._act(partial(self.desk.answer, command))

    def _act(self, act: Callable[[], list[Wish]]) -> None:
        wishes = act()
        self._pauses.explain_soon()
        self.draw()
        for wish in wishes:
            self.grant(wish)
        self._pauses.rest_soon()
        self._pauses.compare_soon()

    def grant(self, wish: Wish) -> None:
        """See to what the desk asks for."""
        self._granting.grant(wish)

    def study_anew(self) -> None:
        """Have read what is on the desk now."""
        self._begin()

    def say(self, message: str) -> None:
        """A word for the reviewer, on the desk and on what lies over it where that has room for it."""
        self.desk.message = message
        self.draw()
        tell: Callable[[str], None] | None = getattr(self.screen, "tell", None)
        if tell is not None:
            tell(message)

    async def leave(self) -> None:
        """Leave when everything is written, or when that was asked for once more."""
        if not self.study.asked_to_leave and not await self.study.saved():
            self.study.asked_to_leave = True
            self.desk.message = "not everything is saved; q once more leaves without it"
            self.draw()
            return
        self._stop(0)

    def to_terminal(self, text: str) -> None:
        """Ask the terminal to take text; inside tmux also in the wrapping that it may hand on."""
        self.copy_to_clipboard(text)
        if self._driver is not None and os.environ.get("TMUX") and not self.is_web:
            self._driver.write(passed_through(text))

    # Drawing

    async def on_resize(self, event: events.Resize) -> None:
        """Divide the screen anew."""
        if self.resize_desk(event.size.width, event.size.height):
            await self._arrange()
            self._pauses.explain_anew()

    def resize_desk(self, width: int, height: int) -> bool:
        """Give the desk its part of the screen; returns whether that is another."""
        return self.desk.frame.resize(width, height)

    async def _arrange(self) -> None:
        """Have as many panes as fit, each with its article, and draw everything."""
        await self._surface.arrange(self.colours)
        self.draw()

    def recolour(self, colours: str) -> None:
        """Show the desk in another theme."""
        self.colours = colours
        self._dress()
        desk = self.screen_stack[0]
        for widget in (*desk.query(Bar), *desk.query(Listing), *desk.query(ArticlePane)):
            widget.recolour(colours)
        self._surface.recolour_rulers()

    def draw(self) -> None:
        """Draw what has changed on the desk."""
        if not self.is_running or not self.screen_stack:
            return
        if not self._surface.complete:
            self.call_next(self._arrange)
            return
        self._surface.draw()
        cursor = self._surface.cursor()
        if cursor is not None:
            self.cursor_position = cursor
        self._pauses.retry_soon()

    # The mouse

    def on_article_pane_clicked(self, message: ArticlePane.Clicked) -> None:
        """A click into an article."""
        self.perform(point.click(message.index, message.offset, clicks=message.clicks))

    def on_article_pane_dragged(self, message: ArticlePane.Dragged) -> None:
        """A drag in an article."""
        self.perform(point.drag(message.index, message.origin, message.offset))

    def on_article_pane_wheeled(self, message: ArticlePane.Wheeled) -> None:
        """The wheel over an article."""
        self.desk.frame.scroll(message.index, message.rows)
        self.draw()
