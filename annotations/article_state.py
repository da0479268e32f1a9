"""What one reviewer decided on one article, grown event by event: a fold over the live events of the article.

An event about something that is no longer there changes nothing: two windows of one reviewer may interleave.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from annotations.events import (
    Attributed,
    Connected,
    Deleted,
    Disconnected,
    Event,
    Finished,
    Judged,
    Moved,
    Named,
    Noted,
    OfConnections,
    OfSpans,
    OfTies,
    Parted,
    Redone,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Stated,
    Undone,
    Unrelated,
)
from annotations.model import About, Annotation, Connection, Relation, Statement, Tie
from corpus.span import Span

TieKey = tuple[Tie, Span, str, Span]
"""What tells a tie of an article from the others: its kind, the span, and the other article's id and span."""
StatementKey = tuple[About, Span | None, str, str]
"""What tells a statement in an article from the others: what it is about, the span, the story's id, and the field."""
ConnectionKey = tuple[str, str, str, str]
"""What tells a connection of an article from the others: its kind, the source, the other article's id, the target."""


@dataclass(slots=True)
class ArticleState:
    """What one reviewer decided on one article: `annotations` by id, and when it was `finished` (empty: it is not).

    `relations` are the ties that were decided on, with the article as the first of the two; `statements` what was said
    in it, `connections` what its annotations were related to. Grown by `apply`, in constant time an event; an undo
    makes a new one.
    """

    annotations: dict[str, Annotation] = field(default_factory=dict)
    finished: str = ""
    relations: dict[TieKey, Relation] = field(default_factory=dict)
    statements: dict[StatementKey, Statement] = field(default_factory=dict)
    connections: dict[ConnectionKey, Connection] = field(default_factory=dict)
    _places: dict[tuple[Span, str], str] = field(default_factory=dict)

    def copy(self) -> "ArticleState":
        """What was decided by now, which later events leave as it is."""
        ties, said, related = self.relations.copy(), self.statements.copy(), self.connections.copy()
        return ArticleState(self.annotations.copy(), self.finished, ties, said, related, self._places.copy())

    def same(self, span: Span, label: str) -> Annotation | None:
        """The annotation with just this span and label."""
        identity = self._places.get((span, label))
        return None if identity is None else self.annotations[identity]

    def apply(self, event: Event) -> None:
        """Take one more live event in."""
        if isinstance(event.change, Judged):  # what most events of a large import are
            self._judge(event, event.change)
            return
        match event.change:
            case Finished():
                self.finished = event.at
            case Reopened():
                self.finished = ""
            case Related() | Unrelated() | Connected() | Disconnected() as change:
                self._tie(event, change)
            case Stated() as change:
                self._state(event, change)
            case Undone() | Redone() | Moved() | Named():
                pass
            case change:
                self._judge(event, change)

    def _judge(self, event: Event, change: OfSpans) -> None:
        annotation = self.annotations.get(change.annotation_id)
        if isinstance(change, Judged):
            if annotation is None:
                self.put(_created(event, change))
        elif annotation is None:
            return
        elif isinstance(change, Deleted):
            self._drop(annotation)
        else:
            self.put(_changed(annotation, event.at, change))

    def _tie(self, event: Event, change: OfTies | OfConnections) -> None:
        match change:
            case Related():
                self.relations[tie_key(change)] = _relation(event, change)
            case Unrelated():
                self.relations.pop(tie_key(change), None)
            case Connected():
                self.connections[connection_key(change)] = _connection(event, change)
            case Disconnected():
                self.connections.pop(connection_key(change), None)

    def _state(self, event: Event, change: Stated) -> None:
        if change.value:
            self.statements[statement_key(change)] = _statement(event, change)
        else:
            self.statements.pop(statement_key(change), None)

    def put(self, annotation: Annotation) -> None:
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


def statement_key(change: Stated) -> StatementKey:
    """What tells a statement from the others of its article."""
    return change.about, change.span, change.story, change.field


def _statement(event: Event, change: Stated) -> Statement:
    where = (change.about, event.article_id, change.story, change.span, change.surface)
    return Statement(*where, change.field, change.value, event.reviewer, event.at)


def connection_key(change: Connected | Disconnected) -> ConnectionKey:
    """What tells a connection from the others of its article."""
    return change.kind, change.source, change.other, change.target


def _connection(event: Event, change: Connected) -> Connection:
    here = (change.kind, event.article_id, change.source)
    return Connection(*here, change.other, change.target, event.reviewer, event.at)


def tie_key(change: Related | Unrelated) -> TieKey:
    """What tells a tie from the others of its article."""
    return change.tie, change.span, change.other, change.other_span


def _relation(event: Event, change: Related) -> Relation:
    here = (change.tie, event.article_id, change.span, change.surface)
    there = (change.other, change.other_span, change.other_surface)
    return Relation(*here, *there, change.verdict, event.reviewer, event.at)


def _created(event: Event, change: Judged) -> Annotation:
    return Annotation(
        change.annotation_id, event.article_id, change.span, change.surface, change.label, change.verdict,
        change.origin, event.reviewer, event.at, event.at, via=change.via,
    )  # fmt: skip


def _changed(
    annotation: Annotation, at: str, change: Rejudged | Relabelled | Resized | Noted | Parted | Attributed
) -> Annotation:
    match change:
        case Rejudged():
            return replace(annotation, verdict=change.verdict, decided=at, via=change.via)
        case Relabelled():
            return replace(annotation, label=change.label, decided=at)
        case Resized():
            return replace(annotation, span=change.span, surface=change.surface, decided=at, parts=())
        case Parted():
            whole = Span(change.parts[0].start, change.parts[-1].end)
            return replace(annotation, span=whole, surface=change.surface, decided=at, parts=change.parts)
        case Attributed():
            values = {**dict(annotation.attributes), change.name: change.value}
            kept = tuple(sorted((name, value) for name, value in values.items() if value))
            return replace(annotation, attributes=kept, decided=at)
        case Noted():
            return replace(annotation, note=change.note, decided=at)
