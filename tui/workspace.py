"""The seam between the desk and the project file: decisions in, durable events out, undo and redo.

A decision is applied at once and written at once. What cannot be written (a full disk, a locked file, a project that
is still being made) is held in order and written later; nothing that was decided is ever given up.
"""

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from annotations.analyses import save_analysis
from annotations.article_state import ArticleState
from annotations.clock import now
from annotations.decide import RefusedError
from annotations.errors import ProjectError
from annotations.events import Change, Event, Redone, Step, Undone
from annotations.labels import LabelSet
from annotations.model import Sitting
from annotations.relations import save_comparison
from annotations.replay import Delta, Layer
from annotations.store import StaleError, Store
from corpus.analysis import Analysis
from corpus.article import Story

if TYPE_CHECKING:
    from corpus.comparison import Comparison


READ_ONLY: Final = "read only"


def new_id() -> str:
    """An identity that no other annotation or sitting in the world has: 16 hexadecimal digits."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class _Held:
    events: tuple[Event, ...]
    delta: Delta


class Workspace:
    """One reviewer's work on one project.

    `trouble` is why something could not be written, in one line; empty when all is saved. `reloaded` says that another
    window of the same reviewer had written, and that its decisions were taken in. `decided` is for others to reset.
    `basis` is what the comparison on the desk was made from, for others to set; empty where there is none.
    Where it is `read_only` every decision raises RefusedError, and nothing is written.
    """

    def __init__(self, reviewer: str, labels: LabelSet, program: str, story: Story, *, read_only: bool = False) -> None:
        self.layer = Layer(reviewer)
        self.read_only = read_only
        self.labels = labels
        self.story = story
        self.trouble = ""
        self.reloaded = False
        self.decided = False
        self.basis = ""
        self.place: Callable[[], Any] = dict
        self._sitting = Sitting(new_id(), reviewer, now(), program, labels.sha256)
        self._store: Store | None = None
        self._steps = 0
        self._held: list[_Held] = []
        self._begun = False
        self._readings: list[tuple[str, Analysis]] = []

    @property
    def reviewer(self) -> str:
        """Whose work it is."""
        return self.layer.reviewer

    @property
    def sitting(self) -> Sitting:
        """The sitting that the decisions are made in."""
        return self._sitting

    @property
    def store(self) -> Store | None:
        """The project, once there is one."""
        return self._store

    @property
    def held(self) -> int:
        """How many decisions are not yet written."""
        return len(self._held)

    def open(self, store: Store) -> None:
        """Take the log of an existing project in. Raises ProjectError."""
        self._store = store
        self._reload(store)
        self.reloaded = False

    def attach(self, store: Store) -> None:
        """Take a project that was just made, and write what was held for it."""
        self._store = store
        store.seen = 0
        self.flush()

    def state(self, article_id: str) -> ArticleState:
        """What the reviewer decided on an article."""
        return self.layer.state(article_id)

    def decide(self, article_id: str, *changes: Change) -> Delta:
        """Carry changes out as one step: at once in memory, and durably if the project can be written."""
        return self._step([(article_id, change) for change in changes])

    def decide_all(self, changes: Sequence[tuple[str, Change]]) -> Delta:
        """Carry out changes on several articles as one step."""
        return self._step(list(changes))

    def turn_to(self, story: Story) -> None:
        """Go on with another story of the project."""
        self.story = story
        self.basis = ""

    def undo(self) -> tuple[Step, Delta] | None:
        """Switch the last live step off; None where there is none."""
        if not self.layer.undoable:
            return None
        step = self.layer.undoable[-1]
        return step, self._step([(self.layer.events_of(step)[0].article_id, Undone(step))])

    def redo(self) -> tuple[Step, Delta] | None:
        """Switch the last undone step on again; None where there is none."""
        if not self.layer.redoable:
            return None
        step = self.layer.redoable[-1]
        return step, self._step([(self.layer.events_of(step)[0].article_id, Redone(step))])

    def keep_reading(self, text_sha256: str, analysis: Analysis) -> None:
        """Store what a model read."""
        self._readings.append((text_sha256, analysis))
        self.flush()

    def keep_comparison(self, basis: str, comparison: "Comparison") -> None:
        """Store what was made of the story; one that cannot be written is made again."""
        if self._store is not None and self._begun and self.story.id:
            with suppress(ProjectError):
                save_comparison(self._store, self.story.id, self.reviewer, basis, comparison.to_bytes())

    def flush(self) -> bool:
        """Write what is held; returns whether all is written now. `trouble` says why not."""
        store = self._store
        if self.read_only:
            self._readings.clear()
            return True
        if store is None:
            return False
        try:
            self._begin(store)
            while self._held:
                self._append_first(store)
                del self._held[0]
            while self._readings:
                save_analysis(store, *self._readings[0])
                del self._readings[0]
        except ProjectError as error:
            self.trouble = error.brief
            return False
        self.trouble = ""
        return True

    def save_place(self) -> None:
        """Write where the reviewer is; a place that cannot be written is no loss worth a word."""
        if self._store is not None and self._begun and not self._held:
            try:
                self._store.save_place(self.reviewer, self.place())
            except ProjectError:
                return

    def close(self) -> None:
        """Write what can be written, and close the file."""
        self.flush()
        self.save_place()
        if self._store is not None:
            self._store.close()
            self._store = None

    def unsaved(self) -> list[Event]:
        """The events that are held."""
        return [event for held in self._held for event in held.events]

    def _step(self, changes: list[tuple[str, Change]]) -> Delta:
        if self.read_only:
            raise RefusedError(READ_ONLY)
        self._steps += 1
        self.decided = True
        step = Step(self._sitting.id, self._steps)
        at = now()
        events = tuple(Event(step, at, self.reviewer, article_id, change) for article_id, change in changes)
        delta = self.layer.take(events)
        self._held.append(_Held(events, delta))
        self.flush()
        return delta

    def _begin(self, store: Store) -> None:
        if not self._begun:
            if not self.story.id:
                self.story = replace(self.story, id=store.add_story(self.story))
            store.begin(self._sitting, self.labels)
            self._begun = True

    def _append_first(self, store: Store) -> None:
        """Write the decision that was held first; what other windows wrote meanwhile is taken in before it."""
        while True:
            held = self._held[0]
            try:
                store.append(held.events, held.delta, place=self.place())
            except StaleError:
                self._reload(store)
            else:
                return

    def _reload(self, store: Store) -> None:
        """Read the log again, and put what is held on top of it."""
        self.reloaded = True
        self.layer = Layer(self.reviewer)
        self.layer.take(store.events(self.reviewer))
        self._held = [_Held(held.events, self.layer.take(held.events)) for held in self._held]
