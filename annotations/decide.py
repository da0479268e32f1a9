"""From an intention to the events that carry it out, or to a refusal that says why not. Pure."""

from typing import NamedTuple

from annotations.article_state import ArticleState
from annotations.events import Change, Deleted, Judged, Noted, Rejudged, Relabelled, Related, Resized, Unrelated
from annotations.model import FIGURE_TIES, Annotation, Proposal, Tie, Verdict
from corpus.span import Span


class RefusedError(Exception):
    """The intention makes no sense here; the message is one line for the reviewer."""


class End(NamedTuple):
    """One of the two places of a tie: a span of an article, with the article's text and what was decided on it."""

    article_id: str
    text: str
    span: Span
    state: ArticleState


def label_span(  # noqa: PLR0913 (each part of the intention is named)
    state: ArticleState,
    text: str,
    span: Span,
    label: str,
    *,
    target: Annotation | Proposal | None,
    new_id: str,
    via: str = "",
) -> tuple[Change, ...]:
    """Give `span` the label as accepted: a new annotation, or a changed one where `target` is an annotation.

    `via` goes into the events, as `Judged` explains it. Raises RefusedError where nothing would change.
    """
    _check(text, span)
    if isinstance(target, Annotation):
        return _changed(state, text, target, span, label, via)
    same = state.same(span, label)
    if same is None:
        return (Judged(new_id, span, span.surface(text), label, Verdict.ACCEPTED, target, via),)
    if same.verdict is Verdict.ACCEPTED:
        message = f"already marked {label}"
        raise RefusedError(message)
    return (Rejudged(same.id, Verdict.ACCEPTED, via),)


def _changed(
    state: ArticleState, text: str, target: Annotation, span: Span, label: str, via: str
) -> tuple[Change, ...]:
    target = still_there(state, target)
    same = state.same(span, label)
    if same is not None and (same.id != target.id or target.verdict is Verdict.ACCEPTED):
        message = f"already marked {label}"
        raise RefusedError(message)
    changes: list[Change] = []
    if span != target.span:
        changes.append(Resized(target.id, span, span.surface(text)))
    if label != target.label:
        changes.append(Relabelled(target.id, label))
    if len(changes) > 1 and state.same(span, target.label) is not None:
        # The edges cannot be changed first, because another annotation has them with the old label.
        if state.same(target.span, label) is not None:
            message = f"marked {target.label} there and {label} here already: delete one of them first"
            raise RefusedError(message)
        changes.reverse()
    if target.verdict is not Verdict.ACCEPTED:
        changes.append(Rejudged(target.id, Verdict.ACCEPTED, via))
    return tuple(changes)


def set_verdict(
    state: ArticleState, text: str, verdict: Verdict, *, target: Annotation | Proposal, new_id: str, via: str = ""
) -> tuple[Change, ...]:
    """Reject or leave unsure what a machine proposed, or what was decided of it before.

    `via` goes into the events, as `Judged` explains it. Raises RefusedError for a span marked by hand that is to be
    rejected, and where nothing would change.
    """
    if isinstance(target, Proposal):
        _check(text, target.span)
        same = state.same(target.span, target.label)
        if same is None:
            surface = target.span.surface(text)
            return (Judged(new_id, target.span, surface, target.label, verdict, target, via),)
        target = same
    target = still_there(state, target)
    if target.origin is None and verdict is Verdict.REJECTED:
        message = "marked by hand, not proposed: delete it instead"
        raise RefusedError(message)
    if target.verdict is verdict:
        message = f"already {verdict.value}"
        raise RefusedError(message)
    return (Rejudged(target.id, verdict, via),)


def resize(state: ArticleState, text: str, target: Annotation, span: Span) -> tuple[Change, ...]:
    """Give an annotation other edges. Raises RefusedError where another annotation has them with the same label."""
    _check(text, span)
    target = still_there(state, target)
    same = state.same(span, target.label)
    if same is not None:
        message = "the edges are those already" if same.id == target.id else f"already marked {target.label}"
        raise RefusedError(message)
    return (Resized(target.id, span, span.surface(text)),)


def note(target: Annotation, words: str) -> tuple[Change, ...]:
    """Put a note on an annotation; the empty one takes it away. Raises RefusedError where it is the same."""
    if words == target.note:
        message = "the note is the same"
        raise RefusedError(message)
    return (Noted(target.id, words),)


def delete(target: Annotation) -> tuple[Change, ...]:
    """Take an annotation away."""
    return (Deleted(target.id),)


def set_tie(tie: Tie, verdict: Verdict, one: End, other: End) -> tuple[tuple[str, Change], ...]:
    """Decide on the tie of two places; each change comes with the id of the article whose log it belongs to.

    A tie that was decided on with the places the other way round keeps its direction. Raises RefusedError for a place
    and itself, and where nothing would change. What two figures are to each other excludes what else was said of them.
    """
    if (one.article_id, one.span) == (other.article_id, other.span):
        message = "that is one and the same place"
        raise RefusedError(message)
    _check(one.text, one.span)
    _check(other.text, other.span)
    known = _directed(tie, one, other)
    if known is not None:
        one, other = known
        if one.state.relations[tie, one.span, other.article_id, other.span].verdict is verdict:
            message = f"already {verdict.value}"
            raise RefusedError(message)
    here = (tie, one.span, one.span.surface(one.text))
    there = (other.article_id, other.span, other.span.surface(other.text))
    excludes = tie in FIGURE_TIES and verdict is Verdict.ACCEPTED
    gone = [each for each in FIGURE_TIES if excludes and each is not tie and _directed(each, one, other) is not None]
    related = (one.article_id, Related(*here, *there, verdict))
    return (related, *(change for each in gone for change in untie(each, one, other)))


def untie(tie: Tie, one: End, other: End) -> tuple[tuple[str, Change], ...]:
    """Take back what was decided on the tie of two places. Raises RefusedError where nothing was."""
    known = _directed(tie, one, other)
    if known is None:
        message = "nothing was decided on it"
        raise RefusedError(message)
    one, other = known
    return ((one.article_id, Unrelated(tie, one.span, other.article_id, other.span)),)


def _directed(tie: Tie, one: End, other: End) -> tuple[End, End] | None:
    """The two places in the direction in which their tie was decided on; None where it was not."""
    for first, second in ((one, other), (other, one)):
        if (tie, first.span, second.article_id, second.span) in first.state.relations:
            return first, second
    return None


def still_there(state: ArticleState, target: Annotation) -> Annotation:
    """The annotation as it stands now: another window may have changed it, or taken it away."""
    current = state.annotations.get(target.id)
    if current is None:
        message = "that mark is gone"
        raise RefusedError(message)
    return current


def _check(text: str, span: Span) -> None:
    if span.end > len(text) or not span.surface(text).strip():
        message = "nothing to mark here"
        raise RefusedError(message)
