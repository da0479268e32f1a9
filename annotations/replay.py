"""From events to state: which annotations a reviewer's log amounts to, and what undo and redo would touch.

State is a fold over the live events of an article. An event is live unless the last undo or redo that names its step
says otherwise, so no inverse operations exist that could go wrong. An event about something that is no longer there
changes nothing: two windows of one reviewer may interleave.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from annotations.events import (
    Deleted,
    Event,
    Finished,
    Judged,
    Moved,
    Named,
    Noted,
    Redone,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Step,
    Undone,
    Unrelated,
)
from annotations.model import Annotation, Relation, Tie
from corpus.span import Span

TieKey = tuple[Tie, Span, str, Span]
"""What tells a tie of an article from the others: its kind, the span, and the other article's id and span."""


@dataclass(slots=True)
class ArticleState:
    """What one reviewer decided on one article: `annotations` by id, and when it was `finished` (empty: it is not).

    `relations` are the ties that were decided on, with the article as the first of the two. Grown by `apply`, in
    constant time an event; an undo makes a new one.
    """

    annotations: dict[str, Annotation] = field(default_factory=dict)
    finished: str = ""
    relations: dict[TieKey, Relation] = field(default_factory=dict)
    _places: dict[tuple[Span, str], str] = field(default_factory=dict)

    def same(self, span: Span, label: str) -> Annotation | None:
        """The annotation with just this span and label."""
        identity = self._places.get((span, label))
        return None if identity is None else self.annotations[identity]

    def apply(self, event: Event) -> None:
        """Take one more live event in."""
        match event.change:
            case Finished():
                self.finished = event.at
            case Reopened():
                self.finished = ""
            case Undone() | Redone() | Moved() | Named():
                pass
            case Related() as change:
                self.relations[_key(change)] = _relation(event, change)
            case Unrelated() as change:
                self.relations.pop(_key(change), None)
            case Judged(annotation_id=identity):
                if identity not in self.annotations:
                    self._put(_created(event, event.change))
            case change if change.annotation_id in self.annotations:
                annotation = self.annotations[change.annotation_id]
                if isinstance(change, Deleted):
                    self._drop(annotation)
                else:
                    self._put(_changed(annotation, event.at, change))
            case _:
                pass

    def _put(self, annotation: Annotation) -> None:
        """Put `annotation` in, unless another one has its span and label already."""
        same = self.same(annotation.span, annotation.label)
        if same is not None and same.id != annotation.id:
            return
        if annotation.id in self.annotations:
            self._drop(self.annotations[annotation.id])
        self.annotations[annotation.id] = annotation
        self._places[annotation.span, annotation.label] = annotation.id

    def _drop(self, annotation: Annotation) -> None:
        del self.annotations[annotation.id]
        del self._places[annotation.span, annotation.label]


def folded(events: Iterable[Event]) -> ArticleState:
    """The state that live events of one article and one reviewer amount to."""
    state = ArticleState()
    for event in events:
        state.apply(event)
    return state


@dataclass(slots=True)
class Delta:
    """What some events changed: the annotations they touched (None: it is gone), and when articles were finished.

    `stories` says that articles may lie in other stories now, or stories have other names. `relations` are the ties
    that were decided on (None: open again), by the id of their first article and their key.
    """

    annotations: dict[str, Annotation | None] = field(default_factory=dict)
    finished: dict[str, str] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    stories: bool = False
    relations: dict[tuple[str, TieKey], Relation | None] = field(default_factory=dict)


def _key(change: Related | Unrelated) -> TieKey:
    return change.tie, change.span, change.other, change.other_span


def _relation(event: Event, change: Related) -> Relation:
    here = (change.tie, event.article_id, change.span, change.surface)
    there = (change.other, change.other_span, change.other_surface)
    return Relation(*here, *there, change.verdict, event.reviewer, event.at)


def _created(event: Event, change: Judged) -> Annotation:
    return Annotation(
        id=change.annotation_id,
        article_id=event.article_id,
        span=change.span,
        surface=change.surface,
        label=change.label,
        verdict=change.verdict,
        origin=change.origin,
        reviewer=event.reviewer,
        created=event.at,
        decided=event.at,
    )


def _changed(annotation: Annotation, at: str, change: Rejudged | Relabelled | Resized | Noted) -> Annotation:
    match change:
        case Rejudged():
            return replace(annotation, verdict=change.verdict, decided=at)
        case Relabelled():
            return replace(annotation, label=change.label, decided=at)
        case Resized():
            return replace(annotation, span=change.span, surface=change.surface, decided=at)
        case Noted():
            return replace(annotation, note=change.note, decided=at)


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
        state = self.states.setdefault(event.article_id, ArticleState())
        state.apply(event)
        delta.articles.add(event.article_id)
        delta.finished[event.article_id] = state.finished
        match event.change:
            case Moved() | Named():
                delta.stories = True
            case Finished() | Reopened() | Undone() | Redone():
                pass
            case Related() | Unrelated() as change:
                key = _key(change)
                delta.relations[event.article_id, key] = state.relations.get(key)
            case change:
                delta.annotations[change.annotation_id] = state.annotations.get(change.annotation_id)

    def _refold(self, article_id: str, delta: Delta) -> None:
        old = self.states[article_id]
        before = old.annotations
        live = (event for event in self._of_article[article_id] if event.step not in self._off)
        state = self.states[article_id] = folded(live)
        after = state.annotations
        delta.articles.add(article_id)
        delta.finished[article_id] = state.finished
        for identity in before.keys() | after.keys():
            if before.get(identity) != after.get(identity):
                delta.annotations[identity] = after.get(identity)
        for key in old.relations.keys() | state.relations.keys():
            if old.relations.get(key) != state.relations.get(key):
                delta.relations[article_id, key] = state.relations.get(key)


def _move(step: Step, source: list[Step], target: list[Step]) -> None:
    if source and source[-1] == step:
        source.pop()
    elif step in source:
        source.remove(step)
    target.append(step)
