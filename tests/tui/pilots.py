"""The application with a driver in memory: real project files, real keys, and the cells that it would draw."""

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot

from tui.app import DeskApp, Options
from tui.config import Config
from tui.opening import Request, open_desk
from tui.study import Study
from tui.widgets.pane import ArticlePane

PATIENCE = 30.0  # seconds


@dataclass(slots=True)
class Sitting:
    """A reviewer at the desk."""

    app: DeskApp
    pilot: Pilot[int]

    @property
    def text(self) -> str:
        """What lies on top: the desk, or the dialog over it. Without trailing blanks, one line a row."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def panes(self) -> list[ArticlePane]:
        """The panes, from left to right."""
        return list(self.app.query(ArticlePane))

    @property
    def selected(self) -> str:
        """The selected text."""
        view = self.app.desk.view
        return view.text[view.selection.start : view.selection.end]

    def cell(self, words: str) -> Offset:
        """The cell where words begin, as they are first found below the titles of the panes."""
        for y, line in enumerate(self.text.split("\n")):
            if y > 1 and words in line:
                return Offset(line.index(words), y)
        raise AssertionError(f"{words!r} is not to be seen:\n{self.text}")

    async def press(self, script: str) -> None:
        """Press keys, separated by blanks."""
        await self.pilot.press(*script.split())
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words."""
        await self.pilot.press(*("space" if char == " " else char for char in words))
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object]) -> None:
        """Go on until something holds. Raises AssertionError, with the screen, when it never does."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, self.text
            await self.pilot.pause(0.01)

    async def shows(self, words: str) -> None:
        """Go on until words are on the screen."""
        await self.until(lambda: words in self.text)

    async def read(self) -> None:
        """Go on until every article was read, the story compared, and the project is made."""
        desk = self.app.desk
        await self.until(lambda: all(view.reading for view in desk.views) and not desk.workspace._readings)
        await self.until(lambda: desk.compared is not None)
        await self.pilot.pause()


@asynccontextmanager
async def sitting(
    *paths: Path,
    project: Path,
    size: tuple[int, int] = (114, 30),
    reviewer: str = "ada",
    model: str = "blank:en",
    labels: Path | None = None,
    colour: bool = True,
    app_of: type[DeskApp] = DeskApp,
) -> AsyncGenerator[Sitting]:
    """A sitting at the desk, as the command line arranges it; what was decided is written when it ends."""
    request = Request(paths, project=project, reviewer=reviewer, model=model, labels=labels)
    opened = open_desk(request, Config(), "0")
    study = Study(opened.desk, opened.project, opened.choice, {}, new=opened.new)
    app = app_of(opened.desk, Options(opened.commands, colour, opened.at_list), study, opened.stories)
    try:
        async with app.run_test(size=size) as pilot:
            yield Sitting(app, pilot)
    finally:
        study.finish()
        opened.stories.library.close()
        opened.desk.workspace.close()
