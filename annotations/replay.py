"""From the log to what it amounts to: every article's state, and what undo and redo would touch.

An event is live unless the last undo or redo that names its step says otherwise, so no inverse operations exist that
could go wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from annotations.article_state import (
    ArticleState,
    ConnectionKey,
    StatementKey,
    TieKey,
    connection_key,
    folded,
    statement_key,
    tie_key,
)
from annotations.events import (
    Change,
    Connected,
    Disconnected,
    Event,
    Finished,
    Judged,
    Moved,
    Named,
    Redone,
    Related,
    Reopened,
    Stated,
    Step,
    Undone,
    Unrelated,
)
from annotations.model import Annotation, Connection, Relation, Statement


@dataclass(slots=True)
class Delta:
    """What some events changed: the annotations they touched (None: it is gone), and when articles were finished.

    `stories` says that articles may lie in other stories now, or stories have other names. `relations` are the ties
    that were decided on (None: open again), by the id of their first article and their key; `statements` and
    `connections` likewise.
    """

    annotations: dict[str, Annotation | None] = field(default_factory=dict)
    finished: dict[str, str] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    stories: bool = False
    relations: dict[tuple[str, TieKey], Relation | None] = field(default_factory=dict)
    statements: dict[tuple[str, StatementKey], Statement | None] = field(default_factory=dict)
    connections: dict[tuple[str, ConnectionKey], Connection | None] = field(default_factory=dict)


@dataclass(slots=True)
class Layer:
    """One reviewer's decisions over all articles, grown event by event; holds no I/O.

    `undoable` and `redoable` are stacks of steps, the next one last.
    """

    reviewer: str
    states: dict[str, ArticleState] = field(default_factory=dict)
    undoable: list[Step] = field(default_factory=list)
    redoable: list[Step] = field(default_factory=list)
    _of_article: dict[str, list[Event]] = field(default_factory=dict)
    _of_step: dict[Step, list[Event]] = field(default_factory=dict)
    _off: set[Step] = field(default_factory=set)

    def state(self, article_id: str) -> ArticleState:
        """What was decided on an article; an empty state where nothing was."""
        return self.states.get(article_id) or ArticleState()

    def events_of(self, step: Step) -> list[Event]:
        """The events of a step."""
        return self._of_step.get(step, [])

    def steps(self) -> list[Step]:
        """All steps in the order of the log, also those that are undone."""
        return list(self._of_step)

    def undone(self, step: Step) -> bool:
        """Whether a step is switched off."""
        return step in self._off

    @property
    def undone_count(self) -> int:
        """How many steps are switched off, also those that other decisions left behind."""
        return len(self._off)

    def take(self, events: Iterable[Event]) -> Delta:
        """Add events in the order of the log, those of a step together; returns what they changed.

        An article with undone or redone steps is folded anew once, at the end, however many they are.
        """
        delta = Delta()
        stale: set[str] = set()
        for event in events:
            match event.change:
                case Undone(step) if step not in self._off and step in self._of_step:
                    self._off.add(step)
                    _move(step, self.undoable, self.redoable)
                    self._restate(step, stale, delta)
                case Redone(step) if step in self._off:
                    self._off.discard(step)
                    _move(step, self.redoable, self.undoable)
                    self._restate(step, stale, delta)
                case Undone() | Redone():
                    pass
                case _:
                    self._decision(event, delta)
        for article_id in stale:
            self._refold(article_id, delta)
        return delta

    def _restate(self, step: Step, stale: set[str], delta: Delta) -> None:
        """Note what a step that was switched off or on changes."""
        for event in self._of_step[step]:
            stale.add(event.article_id)
            delta.stories |= isinstance(event.change, Moved | Named)

    def _decision(self, event: Event, delta: Delta) -> None:
        if event.step not in self._of_step:
            self.undoable.append(event.step)
            self.redoable.clear()
        self._of_step.setdefault(event.step, []).append(event)
        self._of_article.setdefault(event.article_id, []).append(event)
        state = self.states.get(event.article_id)
        if state is None:
            state = self.states[event.article_id] = ArticleState()
        state.apply(event)
        delta.articles.add(event.article_id)
        delta.finished[event.article_id] = state.finished
        _note(delta, event.article_id, state, event.change)

    def _refold(self, article_id: str, delta: Delta) -> None:
        old = self.states[article_id]
        live = (event for event in self._of_article[article_id] if event.step not in self._off)
        new = self.states[article_id] = folded(live)
        delta.articles.add(article_id)
        delta.finished[article_id] = new.finished
        delta.annotations |= _differing(old.annotations, new.annotations)
        for tie, relation in _differing(old.relations, new.relations).items():
            delta.relations[article_id, tie] = relation
        for subject, statement in _differing(old.statements, new.statements).items():
            delta.statements[article_id, subject] = statement
        for ends, connection in _differing(old.connections, new.connections).items():
            delta.connections[article_id, ends] = connection


def _note(delta: Delta, article_id: str, state: ArticleState, change: Change) -> None:
    """Note in a delta what a change of an article, whose state is with it now, has touched."""
    match change:
        case Judged():  # what most events of a large import are
            delta.annotations[change.annotation_id] = state.annotations.get(change.annotation_id)
        case Moved() | Named():
            delta.stories = True
        case Finished() | Reopened() | Undone() | Redone():
            pass
        case Related() | Unrelated():
            delta.relations[article_id, tie_key(change)] = state.relations.get(tie_key(change))
        case Stated():
            delta.statements[article_id, statement_key(change)] = state.statements.get(statement_key(change))
        case Connected() | Disconnected():
            delta.connections[article_id, connection_key(change)] = state.connections.get(connection_key(change))
        case _:
            delta.annotations[change.annotation_id] = state.annotations.get(change.annotation_id)


Key = TypeVar("Key")
Value = TypeVar("Value")


def _differing(old: Mapping[Key, Value], new: Mapping[Key, Value]) -> dict[Key, Value | None]:
    """What has another value in `new`; None for what is no longer there."""
    return {key: new.get(key) for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _move(step: Step, source: list[Step], target: list[Step]) -> None:
    if source and source[-1] == step:
        source.pop()
    elif step in source:
        source.remove(step)
    target.append(step)
