"""What goes on behind the desk after the first paint: the project file is made, and the articles are read."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from annotations.errors import ProjectError
from annotations.store import Store
from corpus.analysis import Analysis, joined
from corpus.models import ModelChoice
from corpus.reading import PartRead, ReadFailed, read_all
from tui.desk import Desk

OFTEN = 4  # the first parts of a long article are shown as they come, then every so many


class Study:
    """The work that needs no key.

    `notices` are lines to show on leaving; `asked_to_leave` says that the reviewer was told of unsaved decisions.
    """

    def __init__(self, desk: Desk, project: Path, choice: ModelChoice, label_map: Mapping[str, str], *, new: bool) -> None:
        self.notices: list[str] = []
        self.asked_to_leave = False
        self._desk = desk
        self._project = project
        self._choice = choice
        self._label_map = label_map
        self._new = new

    async def go_on(self) -> AsyncIterator[None]:
        """Make the project, then read what nobody has read; yields whenever there is something new to see."""
        workspace = self._desk.workspace
        if self._new:
            try:
                workspace.attach(await asyncio.to_thread(Store, self._project))
            except ProjectError as error:
                workspace.trouble = str(error)
        else:
            workspace.flush()
        yield
        async for _ in self._read():
            yield

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
