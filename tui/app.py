"""The Textual application: hands keys to the desk, draws what the desk says has changed, and sees to its wishes."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.timer import Timer
from textual.worker import WorkerError

from tui.actions import decide, find, look, point
from tui.clipboard import copied
from tui.commands import ENTITIES, HISTORY, LEDGER, LIST, Command
from tui.copy_ways import AUTO, passed_through
from tui.desk import Desk
from tui.render import bars
from tui.render.fit import NATIVE, Fit
from tui.render.palettes import DARK, MONO, chosen, possible
from tui.render.strip import strip, strip_key
from tui.shelf import Shelf
from tui.stories import StoryList
from tui.study import Study
from tui.terminal import lasting
from tui.theme import ANSI, textual_theme
from tui.typeahead import TypeAhead, pressed
from tui.widgets.bar import Bar
from tui.widgets.fitting import filters_of
from tui.widgets.ground import DeskScreen, Row
from tui.widgets.listing import Listing
from tui.widgets.pane import ArticlePane
from tui.wishes import (
    AskNote,
    AskSearch,
    AskStoryName,
    AskWords,
    Copy,
    Leave,
    NextStory,
    NextTheme,
    OpenStory,
    Quit,
    Redraw,
    ShowHelp,
    ShowLedger,
    ShowPanel,
    ShowSearch,
    ShowStories,
    Suspend,
    TypeFilter,
    Wish,
)

if TYPE_CHECKING:
    from tui.widgets.which_key import WhichKey

RETRY = 1.0  # seconds between attempts to write what is held
RESUME = 0.1  # seconds after which a terminal that was taken again is ready to be drawn on
PAUSE = 0.4  # seconds after the last key until a story on which something was decided is compared again
EXPLAIN = 0.6  # seconds after a prefix until the keys that can follow are shown
REST = 2.0  # seconds after the last key until the place is written


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
        self._explain: Timer | None = None
        self._which_key: WhichKey | None = None

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
        yield self._header
        yield self._row
        yield self._strip
        yield self._inspector
        yield self._label_bar

    async def on_mount(self) -> None:
        """Put the panes up, and see to the rest once they are painted."""
        self.resize_desk(*self.size)
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
            redraw: Callable[[], None] | None = getattr(next(reversed(self.screen_stack), None), "draw", None)
            if redraw is not None:
                redraw()  # what lies over the desk shows the story as well

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
                self._act(partial(self.press_key, pressed(event)))
                return
            if self._shelf.takes(pressed(event)) or self._ledger_takes(event) or self._helps(event):
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
            self._compare_soon()
        return taken

    async def on_stays(self) -> None:
        """A dialog goes on, and what was typed is for it."""
        await self.ahead.open()

    def perform(self, command: Callable[[Desk], None]) -> None:
        """Carry out a command of the desk."""
        self._act(partial(self.desk.answer, command))

    def _act(self, act: Callable[[], list[Wish]]) -> None:
        wishes = act()
        self._explain_soon()
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
            case NextTheme():
                self._next_theme()
            case Copy(text, way):
                self.run_worker(self._copy(text, way), group="copy", exclusive=True)
            case OpenStory() | NextStory() | ShowStories() | ShowSearch() | TypeFilter() | Leave():
                self._shelf.grant(wish)
            case ShowLedger():
                self._show_whole(LEDGER)
            case ShowPanel("history" | "names" as scope):
                self._show_whole(scope)
            case ShowPanel(what):
                self._show_panel(what)
            case _:
                self._lay_over(wish)

    def _next_theme(self) -> None:
        """Show the desk in the next theme; the screens over it are made anew each time."""
        if len(self.themes) == 1:
            self.say("no colours are wanted, or there are none; see --no-color and NO_COLOR")
            return
        self.colours = self.themes[(self.themes.index(self.colours) + 1) % len(self.themes)]
        self._dress()
        desk = self.screen_stack[0]
        for widget in (*desk.query(Bar), *desk.query(Listing), *desk.query(ArticlePane)):
            widget.recolour(self.colours)
        if self.options.keep is not None:
            self.options.keep(self.colours)
        self.say(f"theme {self.colours}")

    def _show_whole(self, scope: str) -> None:
        """Show what takes the whole screen: the ledger, the history."""
        from tui.screens import whole_screen  # noqa: PLC0415 (loaded when it is first wanted)
        from tui.screens.whole import Around  # noqa: PLC0415

        async def answered(command: Callable[[Desk], None] | None) -> None:
            if command is not None:
                self.perform(command)
            else:
                self.draw()
            await self.ahead.open()

        around = Around(self.ahead.close, partial(self.show_help, scope), self.colours, self.grant)
        self.push_screen(whole_screen(scope, self.desk, self.options.commands, around), answered)

    def _show_panel(self, what: str) -> None:
        from tui.screens import panel  # noqa: PLC0415 (loaded when it is first wanted)

        async def answered(_answer: None) -> None:
            await self.ahead.open()

        self.push_screen(panel(what, self.desk, self.colours), answered)

    def _helps(self, event: events.Key) -> bool:
        """Whether a key asks for help in what lies on top; ? does where nothing is typed, f1 everywhere."""
        panel: str = getattr(self.screen, "PANEL", "")
        asks = event.key == "f1" or (event.character == "?" and self.focused is None)
        if panel and asks:
            self.show_help(panel)
        return bool(panel) and asks

    def show_help(self, panel: str) -> None:
        """Show the keys, those of a panel first."""
        from tui.panel_keys import sections  # noqa: PLC0415 (loaded when it is first wanted)
        from tui.screens.help import Help  # noqa: PLC0415

        async def answered(_answer: None) -> None:
            await self.ahead.open()

        self.ahead.close()  # what is typed before it is there waits for it
        self.push_screen(Help(sections(panel, self.desk, self.options.commands)), answered)

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
        if isinstance(wish, ShowHelp):
            self.show_help(LIST if self._shelf.on_top else "")
            return
        from tui.screens import opened  # noqa: PLC0415 (dialogs are not needed for the first paint)

        async def answered(answer: Any) -> None:
            match wish:
                case _ if answer is None:
                    pass
                case AskNote():
                    self.perform(lambda desk: decide.give_note(desk, answer))
                case AskWords(take=take):
                    self.perform(lambda desk: take(desk, answer))
                case AskSearch():
                    self.perform(lambda desk: find.search(desk, answer))
                case AskStoryName(named):
                    self._shelf.name(named, answer)
                case _:
                    self.perform(answer)
            await self.ahead.open()

        commands = [one for one in self.options.commands if one.scope not in {LEDGER, HISTORY, ENTITIES}]
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

    async def _copy(self, text: str, way: str) -> None:
        self.say(await copied(text, self._to_terminal, way or self.options.clipboard, web=self.is_web))

    def _to_terminal(self, text: str) -> None:
        """Ask the terminal to take text; inside tmux also in the wrapping that it may hand on."""
        self.copy_to_clipboard(text)
        if self._driver is not None and os.environ.get("TMUX") and not self.is_web:
            self._driver.write(passed_through(text))

    # What can follow a key

    def _explain_soon(self) -> None:
        """Take away what explains the keys that can follow; show it when some are pending and no other comes soon."""
        if self._explain is not None:
            self._explain.stop()
            self._explain = None
        if self._which_key is not None:
            self._which_key.go()
        if self.desk.pending:
            self._explain = self.set_timer(EXPLAIN, self._show_which_key)

    def _show_which_key(self) -> None:
        from tui.widgets.which_key import WhichKey  # noqa: PLC0415 (loaded when it is first wanted)

        self._explain = None
        if not self.desk.pending or len(self.screen_stack) > 1:
            return
        if self._which_key is None:
            self._which_key = WhichKey(self.desk, self.colours)
            self.screen.mount(self._which_key)
        self._which_key.rise()

    # Drawing

    async def on_resize(self, event: events.Resize) -> None:
        """Divide the screen anew."""
        if self.resize_desk(event.size.width, event.size.height):
            await self._arrange()
            if self._which_key is not None and self._which_key.display:
                self._which_key.rise()

    def resize_desk(self, width: int, height: int) -> bool:
        """Give the desk its part of the screen; returns whether that is another."""
        return self.desk.resize(width, height)

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
            pane.update_ruler()
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
