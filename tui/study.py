"""What goes on behind the desk after the first paint: the project file is made, and the articles are read."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from annotations.errors import ProjectError
from annotations.making import made
from annotations.store import Store
from corpus.analysis import Analysis, joined
from corpus.models import ModelChoice
from corpus.reading import PartRead, ReadFailed, read_all
from tui.desk import Desk

OFTEN = 4  # the first parts of a long article are shown as they come, then every so many


class Study:
    """The work that needs no key.

    `asked_to_leave` says that the reviewer was told of unsaved decisions.
    """

    def __init__(
        self, desk: Desk, project: Path, choice: ModelChoice, label_map: Mapping[str, str], *, new: bool
    ) -> None:
        self.asked_to_leave = False
        self._desk = desk
        self._project = project
        self._choice = choice
        self._label_map = label_map
        self._new = new
        self._making: asyncio.Future[None] | None = None

    async def go_on(self) -> AsyncIterator[None]:
        """Make the project, then read what nobody has read; yields whenever there is something new to see."""
        await self.save()
        yield
        async for _ in self._read():
            yield

    async def saved(self) -> bool:
        """Write what is held; returns whether all is written."""
        await self.save()
        return not self._desk.workspace.held

    async def save(self) -> None:
        """Write what is held, and make the project first where there is none yet; the workspace says what hinders."""
        if not self._new:
            self._desk.workspace.flush()
            return
        if self._making is None:
            self._making = asyncio.ensure_future(self._make())
        await asyncio.shield(self._making)  # it goes on, whoever has lost interest

    async def end(self) -> None:
        """Wait for the project if it is being made."""
        if self._making is not None:
            await self._making

    async def _make(self) -> None:
        try:
            self._attach(await made(self._project))
        except ProjectError as error:
            self._desk.workspace.trouble = str(error)
        finally:
            self._making = None

    def finish(self) -> None:
        """The same when nothing else goes on any more, for those who decided something and left at once."""
        workspace = self._desk.workspace
        if self._new and workspace.held:
            try:
                self._attach(Store(self._project))
            except ProjectError as error:
                workspace.trouble = str(error)

    def _attach(self, store: Store) -> None:
        self._new = False
        self._desk.workspace.attach(store)

    async def _read(self) -> AsyncIterator[None]:
        desk = self._desk
        views = [view for view in desk.views if view.marks.analysis is None]
        # What is on screen comes first.
        views.sort(key=lambda view: desk.views.index(view) not in desk.shown)
        index_of = {view.article.id: desk.views.index(view) for view in views}
        parts: dict[str, list[Analysis]] = {}
        done = len(desk.views) - len(views)
        desk.reading = self._choice.notice
        if not views:
            return
        desk.reading = f"reading {done}/{len(desk.views)}"
        yield
        failed = ""
        async for read in read_all(self._choice, self._label_map, [(one.article.id, one.text) for one in views]):
            if isinstance(read, ReadFailed):
                failed = read.message
            if not isinstance(read, PartRead):
                continue
            so_far = parts.setdefault(read.article_id, [])
            so_far.append(read.analysis)
            last = read.part + 1 == read.parts
            if last or len(so_far) < OFTEN or len(so_far) % (OFTEN * OFTEN) == 0:
                whole = joined(so_far)
                desk.read(index_of[read.article_id], whole)
                if last:
                    done += 1
                    desk.workspace.keep_reading(desk.views[index_of[read.article_id]].article.sha256, whole)
                    del parts[read.article_id]
                desk.reading = f"reading {done}/{len(desk.views)}"
                yield
        desk.reading = f"not read: {failed}" if failed else self._choice.notice
        yield
