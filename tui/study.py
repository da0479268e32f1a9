"""What goes on behind the desk after the first paint: the project is made, articles are read, the story is compared."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import ProjectError
from annotations.making import made
from annotations.model import Proposal
from annotations.store import Store
from corpus.analysis import Analysis, ModelId, joined
from corpus.comparing import ComparingProcess, NotComparedError
from corpus.label_map import BOILERPLATE
from corpus.models import ModelChoice
from corpus.reading import PartRead, ReadFailed, ReadingProcess, Ready
from tui.desk import Desk
from tui.library import read_first
from tui.marks import Mark

if TYPE_CHECKING:
    from annotations.material import Gathered

AT_ONCE = 200_000  # code points that are searched for boilerplate between two keys
OFTEN = 4  # the first parts of a long article are shown as they come, then every so many


class Study:
    """The work that needs no key.

    `asked_to_leave` says that the reviewer was told of unsaved decisions. What the libraries of the reading process say
    goes to the file `log`.
    """

    def __init__(
        self,
        desk: Desk,
        project: Path,
        choice: ModelChoice,
        label_map: Mapping[str, str],
        *,
        new: bool,
        log: Path | None = None,
    ) -> None:
        self.asked_to_leave = False
        self._desk = desk
        self._project = project
        self._choice = choice
        self._new = new
        self._process = ReadingProcess(choice, label_map, log)
        self._comparing = ComparingProcess(log)
        self._in_turn = asyncio.Lock()  # who asks later knows more
        self._gathering: asyncio.Future[Gathered] | None = None
        self._parts: dict[int, list[Analysis]] = {}
        self._making: asyncio.Future[None] | None = None

    @property
    def model(self) -> ModelId:
        """Which model reads."""
        return self._choice.id

    async def go_on(self) -> AsyncIterator[None]:
        """Make the project, then read what nobody has read; yields whenever there is something new to see."""
        if self._fold():
            yield
        await self.save()
        yield
        async for _ in self._read():
            yield
        async for _ in self.compare():
            yield

    def _fold(self) -> bool:
        """Fold what is plainly boilerplate before anybody has read on; returns whether anything looks different."""
        desk = self._desk
        if desk.compared is not None or sum(len(view.text) for view in desk.views) > AT_ONCE:
            return False
        from corpus.boilerplate.find import regions  # noqa: PLC0415 (not needed for the first paint)
        from corpus.first_reading import FIRST  # noqa: PLC0415

        for view in desk.views:
            spans = [region.span for region in regions(view.text)]
            view.marks.set_regions(Mark(span, BOILERPLATE, Proposal(span, BOILERPLATE, str(FIRST))) for span in spans)
        desk.refold()
        return True

    async def compare(self) -> AsyncIterator[None]:
        """Have the story on the desk compared, where that was not done with all that is known and decided now."""
        desk, workspace = self._desk, self._desk.workspace
        try:
            async with self._in_turn:
                story = workspace.story
                gathered = await self._gather()
            if gathered is None or gathered.basis == workspace.basis:
                return
            comparison = await self._comparing.compare(gathered.made_from)
        except (ProjectError, NotComparedError) as error:
            desk.reading = str(error)
            yield
            return
        if story.id == workspace.story.id:
            workspace.basis = gathered.basis
            desk.compare(comparison)
            workspace.keep_comparison(gathered.basis, comparison)
            yield

    async def _gather(self) -> "Gathered | None":
        """What the story on the desk is compared from, put together in a thread; None where not all of it is read."""
        desk, workspace = self._desk, self._desk.workspace
        analyses = [view.reading for view in desk.views if view.reading is not None]
        if len(analyses) < len(desk.views):
            return None
        from annotations.material import gathered  # noqa: PLC0415 (not needed for the first paint)

        articles = [view.article for view in desk.views]
        states = [workspace.state(article.id).copy() for article in articles]
        project = workspace.store.path if workspace.store is not None else None
        loop = asyncio.get_running_loop()
        self._gathering = loop.run_in_executor(None, gathered, articles, analyses, states, project)
        return await asyncio.shield(self._gathering)  # it goes on, whoever has lost interest

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
        """End the reading process, and wait for the project if it is being made."""
        await self._process.close()
        await self._comparing.close()
        if self._making is not None:
            await self._making
        if self._gathering is not None:
            await asyncio.wait([self._gathering])  # it has the project open

    async def _make(self) -> None:
        try:
            self._attach(await made(self._project))
        except ProjectError as error:
            self._desk.workspace.trouble = error.brief
        finally:
            self._making = None

    def finish(self) -> None:
        """The same when nothing else goes on any more, for those who decided something and left at once."""
        workspace = self._desk.workspace
        if self._new and workspace.held:
            try:
                self._attach(Store(self._project))
            except ProjectError as error:
                workspace.trouble = error.brief

    def _attach(self, store: Store) -> None:
        self._new = False
        self._desk.workspace.attach(store)

    async def _read(self) -> AsyncIterator[None]:
        """Have read what nobody has read of the story on the desk, what is on screen first."""
        desk = self._desk
        self._parts.clear()
        unread = [index for index, view in enumerate(desk.views) if view.reading is None]
        unread.sort(key=lambda index: index not in desk.shown)
        desk.reading = self._choice.notice
        if not unread:
            return
        self._say_how_far()
        yield
        articles = [(str(index), desk.views[index].text) for index in unread]
        failed, notice = "", self._choice.notice
        async with aclosing(self._process.read(articles)) as readings:
            async for reading in readings:
                if isinstance(reading, ReadFailed):
                    failed = reading.message
                elif isinstance(reading, Ready):
                    notice = reading.notice
                elif self._take(reading):
                    self._say_how_far()
                    yield
        desk.reading = f"not read: {failed}" if failed else notice
        for index, view in enumerate(desk.views):
            if view.reading is None:
                read_first(desk, index, whole=True)  # the story is compared without what could not be read
        yield

    def _take(self, reading: PartRead) -> bool:
        """Take a part of an article in; returns whether it is shown yet."""
        index = int(reading.article_id)
        parts = self._parts.setdefault(index, [])
        parts.append(reading.analysis)
        last = reading.part + 1 == reading.parts
        if not last and len(parts) >= OFTEN and len(parts) % (OFTEN * OFTEN):
            return False
        whole = joined(parts)
        self._desk.read(index, whole, whole=last)
        if last:
            self._desk.workspace.keep_reading(self._desk.views[index].article.sha256, whole)
            del self._parts[index]
        return True

    def _say_how_far(self) -> None:
        done = sum(view.reading is not None for view in self._desk.views)
        self._desk.reading = f"reading {done}/{len(self._desk.views)}"
