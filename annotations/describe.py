"""From an intention to describe something to the events that do it, or to a refusal that says why not. Pure.

Attributes and pieces of annotations, what is said of articles, stories, names and figures, relations, what figures are
to each other.
"""

from collections.abc import Iterable, Iterator

from annotations.article_state import ArticleState
from annotations.decide import End, RefusedError, still_there
from annotations.events import (
    Attributed,
    Change,
    Connected,
    Disconnected,
    Parted,
    Related,
    Stated,
    Unrelated,
)
from annotations.model import FIGURE_TIES, About, Annotation, Relation, Tie, Verdict
from corpus.span import Span


def attribute(target: Annotation, name: str, value: str) -> tuple[Change, ...]:
    """Give an attribute of an annotation a value; the empty one takes it away. Raises RefusedError for the same."""
    if dict(target.attributes).get(name, "") == value:
        message = f"{name} is {value or 'not set'} already"
        raise RefusedError(message)
    return (Attributed(target.id, name, value),)


def add_part(state: ArticleState, text: str, target: Annotation, span: Span) -> tuple[Change, ...]:
    """Add a piece to an annotation, which then has gaps, or has them filled. Raises RefusedError where it cannot be."""
    target = still_there(state, target)
    parts = merged([*(target.parts or (target.span,)), span])
    if parts == (target.parts or (target.span,)):
        message = "that is a part of it already"
        raise RefusedError(message)
    whole = Span(parts[0].start, parts[-1].end)
    if not span.surface(text).strip() or whole.end > len(text):
        message = "nothing to add here"
        raise RefusedError(message)
    same = state.same(whole, target.label)
    if same is not None and same.id != target.id:
        message = f"already marked {target.label} from end to end"
        raise RefusedError(message)
    return (Parted(target.id, parts if len(parts) > 1 else (whole,), whole.surface(text)),)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans by place, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def state_of(
    state: ArticleState, about: About, field: str, value: str, *, place: tuple[Span, str] | None = None, story: str = ""
) -> tuple[Change, ...]:
    """Say something of an article, of a `story` (its id), or of the name or figure at `place` (span and surface).

    The empty value takes it back. Raises RefusedError where it is said already.
    """
    span, surface = place if place is not None else (None, "")
    known = state.statements.get((about, span, story, field))
    if (known.value if known is not None else "") == value:
        message = f"{field} is {value or 'not set'} already"
        raise RefusedError(message)
    return (Stated(about, span, surface, field, value, story),)


def connect(
    state: ArticleState, kind: str, source: Annotation, target: Annotation
) -> tuple[tuple[str, Connected | Disconnected], ...]:
    """Relate two annotations, or take the relation away where it is there; with the article whose log it belongs to.

    Raises RefusedError for an annotation and itself.
    """
    if source.id == target.id:
        message = "that is one and the same mark"
        raise RefusedError(message)
    ends = (kind, source.id, target.article_id, target.id)
    change = Disconnected(*ends) if ends in state.connections else Connected(*ends)
    return ((source.article_id, change),)


def compare_figures(tie: Tie, one: End, other: End) -> tuple[tuple[str, Change], ...]:
    """Say what two figures are to each other: one of FIGURE_TIES, accepted; what was said before is taken back.

    A refinement is `one` of `other`. Each change comes with the id of the article whose log it belongs to. Raises
    RefusedError for a figure and itself, and where it is said already.
    """
    if (one.article_id, one.span) == (other.article_id, other.span):
        message = "that is one and the same figure"
        raise RefusedError(message)
    changes: list[tuple[str, Change]] = []
    for relation, first, second in _said(one, other):
        same = relation.tie is tie and (tie is not Tie.REFINEMENT or first is one)
        if same and relation.verdict is Verdict.ACCEPTED:
            message = f"{tie.value} is said already"
            raise RefusedError(message)
        changes.append((first.article_id, Unrelated(relation.tie, first.span, second.article_id, second.span)))
    here = (tie, one.span, one.span.surface(one.text))
    there = (other.article_id, other.span, other.span.surface(other.text))
    return (*changes, (one.article_id, Related(*here, *there, Verdict.ACCEPTED)))


def _said(one: End, other: End) -> Iterator[tuple[Relation, End, End]]:
    """What was said of two figures, and in which direction."""
    for first, second in ((one, other), (other, one)):
        for tie in FIGURE_TIES:
            relation = first.state.relations.get((tie, first.span, second.article_id, second.span))
            if relation is not None:
                yield relation, first, second


def figure_tie(one: End, other: End) -> tuple[Tie, Verdict] | None:
    """What was said of two figures last; None where nothing was."""
    last = max((relation for relation, _, _ in _said(one, other)), key=lambda one: one.decided, default=None)
    return (last.tie, last.verdict) if last is not None else None
