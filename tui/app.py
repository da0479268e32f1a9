"""The Textual application: hands keys to the desk, draws what the desk says has changed, and sees to its wishes."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import events
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.driver import Driver
from textual.geometry import Offset
from textual.timer import Timer
from textual.worker import WorkerError

from tui.actions import decide, find, look, point
from tui.clipboard import copied
from tui.commands import LEDGER, LIST, Command
from tui.desk import Desk
from tui.render import bars
from tui.render.channels import NONE, SIXTEEN, TRUE
from tui.render.strip import strip, strip_key
from tui.shelf import Shelf
from tui.stories import StoryList
from tui.study import Study
from tui.terminal import lasting
from tui.theme import THEME
from tui.typeahead import TypeAhead, pressed
from tui.widgets.bar import Bar
from tui.widgets.ground import DeskScreen, Row
from tui.widgets.listing import Listing
from tui.widgets.pane import ArticlePane
from tui.wishes import (
    AskNote,
    AskSearch,
    AskStoryName,
    Copy,
    Leave,
    NextStory,
    OpenStory,
    Quit,
    Redraw,
    ShowLedger,
    ShowSearch,
    ShowStories,
    Suspend,
    TypeFilter,
    Wish,
)

RETRY = 1.0  # seconds between attempts to write what is held
RESUME = 0.1  # seconds after which a terminal that was taken again is ready to be drawn on
PAUSE = 0.4  # seconds after the last key until a story on which something was decided is compared again
REST = 2.0  # seconds after the last key until the place is written


@dataclass(frozen=True, slots=True)
class Options:
    """What the app needs beside the desk: the commands for help and palette, and whether colours are wanted.

    `at_list` says to begin with the list of stories.
    """

    commands: tuple[Command[Any], ...]
    colour: bool = True
    at_list: bool = False


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
        self.colours = self._colours()
        self.animation_level = "none"
        self.register_theme(THEME)
        self.theme = THEME.name if self.colours == TRUE else "ansi-dark"
        self._header = Bar(lambda: bars.header(desk), self.colours)
        self._inspector = Bar(lambda: bars.inspector(desk), self.colours)
        self._label_bar = Bar(lambda: bars.label_bar(desk), self.colours)
        self._strip = Listing(lambda width, _height: strip(desk, width), self.colours)
        self._strip_key: object = None
        self._panes: list[ArticlePane] = []
        self._row = Row()
        self.ahead = TypeAhead(self, self.on_event)
        self._rest: Timer | None = None
        self._pause: Timer | None = None
        self._retry: Timer | None = None

    def _colours(self) -> str:
        if not self.options.colour:
            return NONE
        return {"truecolor": TRUE, "256": TRUE}.get(str(self.console.color_system), SIXTEEN)

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
        yield self._header
        yield self._row
        yield self._strip
        yield self._inspector
        yield self._label_bar

    async def on_mount(self) -> None:
        """Put the panes up, and see to the rest once they are painted."""
        self.desk.resize(*self.size)
        await self._arrange()
        if self.options.at_list:
            self._shelf.grant(ShowStories())
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """What must not delay the first paint: making the project, and having the articles read."""
        # Not a coroutine that is made already: one that is cancelled before it began would be complained about.
        study: Callable[[], Awaitable[None]] = self._study
        self.run_worker(study, exclusive=True, group="study")

    async def _study(self) -> None:
        async for _ in self.study.go_on():
            self.draw()
        self.draw()

    async def _compare(self) -> None:
        async for _ in self.study.compare():
            self.draw()

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
        await self._leave()

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Keys go straight to the desk while nothing lies over it; everything else takes Textual's way."""
        if isinstance(event, events.Key):
            if self.ahead.keeps(event):
                return
            if len(self.screen_stack) == 1:
                self._act(partial(self.desk.press, pressed(event)))
                return
            if self._shelf.takes(pressed(event)) or self._ledger_takes(event):
                return
            if not event.is_forwarded and event.key in getattr(self.screen, "LEFT_BY", ()):
                self.ahead.close()
        await super().on_event(event)

    def _ledger_takes(self, event: events.Key) -> bool:
        """Whether the ledger lies on top and takes a key."""
        takes: Callable[[str], bool] | None = getattr(self.screen, "takes", None)
        return takes is not None and takes(pressed(event))

    async def on_stays(self) -> None:
        """A dialog goes on, and what was typed is for it."""
        await self.ahead.open()

    def perform(self, command: Callable[[Desk], None]) -> None:
        """Carry out a command of the desk."""
        self._act(partial(self.desk.run, command))

    def _act(self, act: Callable[[], list[Wish]]) -> None:
        wishes = act()
        self.draw()
        for wish in wishes:
            self.grant(wish)
        self._rest_soon()
        self._compare_soon()

    def grant(self, wish: Wish) -> None:
        """See to what the desk asks for."""
        match wish:
            case Quit():
                self.run_worker(self._leave(), group="leave", exclusive=True)
            case Suspend():
                self._suspend()
            case Redraw():
                self.refresh(repaint=True, layout=True)
            case Copy(text):
                self.run_worker(self._copy(text), group="copy", exclusive=True)
            case OpenStory() | NextStory() | ShowStories() | ShowSearch() | TypeFilter() | Leave():
                self._shelf.grant(wish)
            case ShowLedger():
                self._show_ledger()
            case _:
                self._lay_over(wish)

    def _show_ledger(self) -> None:
        from tui.screens.ledger import LedgerScreen, ledger_of  # noqa: PLC0415 (loaded when it is first wanted)

        async def answered(command: Callable[[Desk], None] | None) -> None:
            if command is not None:
                self.perform(command)
            await self.ahead.open()

        self.push_screen(
            LedgerScreen(ledger_of(self.desk, self.options.commands), self.ahead.close, self.colours), answered
        )

    def _suspend(self) -> None:
        """Go to the background with the whole job, whoever started it; draw everything when it comes back."""
        try:
            with self.suspend():
                os.kill(0, signal.SIGTSTP)
        except SuspendNotSupported:
            self.desk.message = "this terminal cannot send programs to the background"
            self.draw()
            return
        self.set_timer(RESUME, partial(self.perform, look.redraw))

    def _lay_over(self, wish: Wish) -> None:
        from tui.screens import opened  # noqa: PLC0415 (dialogs are not needed for the first paint)

        async def answered(answer: Any) -> None:
            match wish:
                case _ if answer is None:
                    pass
                case AskNote():
                    self.perform(lambda desk: decide.give_note(desk, answer))
                case AskSearch():
                    self.perform(lambda desk: find.search(desk, answer))
                case AskStoryName(named):
                    self._shelf.name(named, answer)
                case _:
                    self.perform(answer)
            await self.ahead.open()

        commands = [one for one in self.options.commands if one.scope != LEDGER]
        commands = [one for one in commands if (one.scope == LIST) is self._shelf.on_top]
        self.push_screen(opened(wish, self.desk, commands), answered)

    def study_anew(self) -> None:
        """Have read what is on the desk now."""
        self._begin()

    def say(self, message: str) -> None:
        """A word for the reviewer."""
        self.desk.message = message
        self.draw()

    async def _leave(self) -> None:
        if not self.study.asked_to_leave and not await self.study.saved():
            self.study.asked_to_leave = True
            self.desk.message = "not everything is saved; q once more leaves without it"
            self.draw()
            return
        self._stop(0)

    async def _copy(self, text: str) -> None:
        self.desk.message = await copied(text, self.copy_to_clipboard)
        self.draw()

    # Drawing

    async def on_resize(self, event: events.Resize) -> None:
        """Divide the screen anew."""
        if self.desk.resize(event.size.width, event.size.height):
            await self._arrange()

    async def _arrange(self) -> None:
        """Have as many panes as fit, each with its article, and draw everything."""
        shape, shown = self.desk.geometry, self.desk.shown
        # Between the awaits, what was read in the meantime is drawn: the list has to be right all the time.
        surplus, self._panes = self._panes[len(shown) :], self._panes[: len(shown)]
        for pane in surplus:
            await pane.remove()
        fresh = [ArticlePane(self.desk, index, self.colours) for index in shown[len(self._panes) :]]
        self._panes += fresh
        await self._row.mount_all(fresh)
        for pane, index in zip(self._panes, shown, strict=True):
            pane.styles.width = "1fr" if index == shown[-1] else shape.pane_width
        self.desk.dirt.everything = True
        self.draw()

    def draw(self) -> None:
        """Draw what has changed on the desk."""
        if not self.is_running or not self.screen_stack:
            return
        if len(self._panes) != len(self.desk.shown):
            self.call_next(self._arrange)
            return
        dirt = self.desk.drain()
        for pane, index in zip(self._panes, self.desk.shown, strict=True):
            if dirt.everything:
                pane.show(index)
            elif index in dirt.panes:
                pane.update_all()
            else:
                stretches = {(start, end) for article, start, end in dirt.stretches if article == index}
                pane.update_stretches(stretches, with_title=dirt.titles)
        self._update_bars()
        self._follow()
        if self.desk.workspace.trouble and self._retry is None:
            self._retry = self.set_timer(RETRY, self._try_again)

    def _follow(self) -> None:
        """Have the terminal's own cursor at the selection, for those who read by it."""
        for pane in self._panes:
            if pane.index == self.desk.active and pane.is_attached:
                self.cursor_position = Offset(*pane.cursor_cell())

    def _update_bars(self) -> None:
        for bar in (self._header, self._inspector, self._label_bar):
            if bar.is_attached and bar.size.width:
                bar.update()
        rows = self.desk.geometry.strip
        if self._strip.styles.height is None or self._strip.styles.height.value != rows:
            self._strip.styles.height = rows
        key = strip_key(self.desk)
        if rows and key != self._strip_key and self._strip.is_attached:
            self._strip_key = key
            self._strip.update()

    # The mouse

    def on_article_pane_clicked(self, message: ArticlePane.Clicked) -> None:
        """A click into an article."""
        self.perform(point.click(message.index, message.offset, clicks=message.clicks))

    def on_article_pane_dragged(self, message: ArticlePane.Dragged) -> None:
        """A drag in an article."""
        self.perform(point.drag(message.index, message.origin, message.offset))

    def on_article_pane_wheeled(self, message: ArticlePane.Wheeled) -> None:
        """The wheel over an article."""
        self.desk.scroll(message.index, message.rows)
        self.draw()

    # Saving

    def _rest_soon(self) -> None:
        if self._rest is None:
            self._rest = self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        self._rest = None
        self.desk.workspace.save_place()

    def _compare_soon(self) -> None:
        """Have the story compared again when something was decided and no key came for a moment."""
        if self.desk.workspace.decided:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, self._paused)

    def _paused(self) -> None:
        self._pause = None
        self.desk.workspace.decided = False
        compare: Callable[[], Awaitable[None]] = self._compare
        self.run_worker(compare, group="compare")

    async def _try_again(self) -> None:
        self._retry = None
        if await self.study.saved():
            self.study.asked_to_leave = False  # what hinders next is another matter, and asked about again
        self.draw()
