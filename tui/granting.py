"""The wishes of the desk are granted: a dialog, a whole screen, help, the clipboard, another theme, leaving."""

import os
import signal
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import SuspendNotSupported

from tui.actions import decide, find, look
from tui.clipboard import copied, written
from tui.commands.command import LIST
from tui.commands.whole import WHOLE
from tui.desk import Desk
from tui.places import picture_file
from tui.render.palettes import THEMES
from tui.shelf import Shelf
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
    Screenshot,
    ShowHelp,
    ShowPanel,
    ShowSearch,
    ShowStories,
    Suspend,
    TypeFilter,
    Wish,
)

if TYPE_CHECKING:
    from tui.app import DeskApp

RESUME = 0.1  # seconds after which a terminal that was taken again is ready to be drawn on


class Granting:
    """Sees to wishes for an app; those that have to do with stories are for its shelf."""

    def __init__(self, app: "DeskApp", shelf: Shelf) -> None:
        self._app = app
        self._shelf = shelf

    def grant(self, wish: Wish) -> None:
        """See to a wish."""
        app = self._app
        match wish:
            case Quit():
                app.run_worker(app.leave(), group="leave", exclusive=True)
            case Suspend() | Redraw() | Screenshot() | NextTheme():
                self._of_screen(wish)
            case Copy(text, way):
                app.run_worker(self._copy(text, way), group="copy", exclusive=True)
            case OpenStory() | NextStory() | ShowStories() | ShowSearch() | TypeFilter() | Leave():
                self._shelf.grant(wish)
            case ShowPanel(scope) if scope in WHOLE:
                self._show_whole(scope)
            case ShowPanel(what):
                self._show_panel(what)
            case _:
                self._lay_over(wish)

    # What lies over the desk

    def _show_whole(self, scope: str) -> None:
        """Show what takes the whole screen: the ledger, the history."""
        from tui.screens import whole_screen  # noqa: PLC0415 (loaded when it is first wanted)
        from tui.screens.whole import Around  # noqa: PLC0415

        app = self._app

        async def answered(command: Callable[[Desk], None] | None) -> None:
            if command is not None:
                app.perform(command)
            else:
                app.draw()
            await app.ahead.open()

        around = Around(app.ahead.close, partial(self.show_help, scope), app.colours, app.grant)
        app.push_screen(whole_screen(scope, app.desk, app.options.commands, around), answered)

    def _show_panel(self, what: str) -> None:
        from tui.screens import panel  # noqa: PLC0415 (loaded when it is first wanted)

        self._app.push_screen(panel(what, self._app.desk, self._app.colours), self._seen)

    async def _seen(self, _answer: None) -> None:
        """What only tells was left."""
        await self._app.ahead.open()

    def helps(self, event: events.Key) -> bool:
        """Whether a key asks for help in what lies on top; ? does where nothing is typed, f1 everywhere."""
        panel: str = getattr(self._app.screen, "PANEL", "")
        asks = event.key == "f1" or (event.character == "?" and self._app.focused is None)
        if panel and asks:
            self.show_help(panel)
        return bool(panel) and asks

    def show_help(self, panel: str) -> None:
        """Show the keys, those of a panel first."""
        from tui.panel_keys import sections  # noqa: PLC0415 (loaded when it is first wanted)
        from tui.screens.help import Help  # noqa: PLC0415

        app = self._app
        app.ahead.close()  # what is typed before it is there waits for it
        app.push_screen(Help(sections(panel, app.desk, app.options.commands)), self._seen)

    def _lay_over(self, wish: Wish) -> None:
        if isinstance(wish, ShowHelp):
            self.show_help(LIST if self._shelf.on_top else "")
            return
        from tui.screens import opened  # noqa: PLC0415 (dialogs are not needed for the first paint)

        app = self._app

        async def answered(answer: Any) -> None:
            if answer is not None:
                self._answer(wish, answer)
            await app.ahead.open()

        commands = [one for one in app.options.commands if one.scope not in WHOLE]
        commands = [one for one in commands if (one.scope == LIST) is self._shelf.on_top]
        app.push_screen(opened(wish, app.desk, commands), answered)

    def _answer(self, wish: Wish, answer: Any) -> None:
        """Carry out what a dialog was answered with."""
        app = self._app
        match wish:
            case AskNote():
                app.perform(lambda desk: decide.give_note(desk, answer))
            case AskWords(take=take):
                app.perform(lambda desk: take(desk, answer))
            case AskSearch():
                app.perform(lambda desk: find.search(desk, answer))
            case AskStoryName(named):
                self._shelf.name(named, answer)
            case _:
                app.perform(answer)

    # The terminal

    def _of_screen(self, wish: Suspend | Redraw | Screenshot | NextTheme) -> None:
        match wish:
            case Suspend():
                self._suspend()
            case Redraw():
                self._app.refresh(repaint=True, layout=True)
            case Screenshot():
                self._app.call_after_refresh(self._picture)  # when what lay over the desk is gone
            case NextTheme():
                self._next_theme()

    def _next_theme(self) -> None:
        """Show the desk in the next theme; the screens over it are made anew each time."""
        app = self._app
        if len(app.themes) == 1:
            app.say("no colours are wanted, or there are none; see --no-color and NO_COLOR")
            return
        app.recolour(app.themes[(app.themes.index(app.colours) + 1) % len(app.themes)])
        if app.themes != THEMES:  # one that a poorer terminal forces is no choice for others
            app.say(f"theme {app.colours}, for this sitting")
            return
        if app.options.keep is not None:
            app.options.keep(app.colours)
        app.say(f"theme {app.colours}")

    def _suspend(self) -> None:
        """Go to the background with the whole job, whoever started it; draw everything when it comes back."""
        app = self._app
        try:
            with app.suspend():
                os.kill(0, signal.SIGTSTP)
        except SuspendNotSupported:
            app.desk.message = "this terminal cannot send programs to the background"
            app.draw()
            return
        app.set_timer(RESUME, partial(app.perform, look.redraw))

    def _picture(self) -> None:
        """Write the screen to a file, and say which."""
        self._app.say(written(picture_file(), self._app.export_screenshot().encode()))

    async def _copy(self, text: str, way: str) -> None:
        app = self._app
        app.say(await copied(text, app.to_terminal, way or app.options.clipboard, web=app.is_web))
