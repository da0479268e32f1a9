"""Selecting: extend mode, the other edge, growing and shrinking, and shifting either edge."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations import decide
from annotations.article_state import ArticleState
from annotations.decide import RefusedError
from annotations.model import Annotation
from corpus.graphemes import boundary_at, next_boundary, previous_boundary
from corpus.span import Span
from tui.selection import Selection, Units, cursor, left_edge, over, right_edge
from tui.view import View, text_units

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]


def extend_mode(desk: "Desk") -> None:
    """Have every motion extend the selection, until a verb or escape."""
    desk.extending = not desk.extending
    view = desk.view
    if desk.extending and view.selection.empty and view.text:
        at = view.moving_edge()
        view.selection = Selection(at, next_boundary(view.text, at))


def other_edge(desk: "Desk") -> None:
    """Make the other edge the one that moves."""
    desk.view.selection = desk.view.selection.swapped()


def leave(desk: "Desk") -> None:
    """Leave extend mode; else the tie in focus; else forget the search; else make the selection a cursor."""
    if desk.extending:
        desk.extending = False
    elif desk.ties.focus is not None:
        desk.ties.look_at(None)
    elif any(view.matches for view in desk.views):
        for view in desk.views:
            view.matches = []
        desk.dirt.panes.update(desk.shown)
    else:
        desk.view.select(cursor(desk.view.moving_edge()))


def grow(desk: "Desk") -> None:
    """To the next larger thing: token, mark, sentence, paragraph, article."""
    view = desk.view
    before = view.selection
    inner = before.span or Span(view.moving_edge(), view.moving_edge() + 1) if view.text else None
    larger = [span for span in _around(view) if inner and span.contains(inner) and span != before.span]
    if not larger:
        message = "nothing larger to select"
        raise RefusedError(message)
    trail = [*view.trail, before]
    view.select(over(min(larger, key=len)))
    _retarget(view)
    view.trail = trail


def shrink(desk: "Desk") -> None:
    """Back to what the selection grew from; else to the mark or token in it at its moving edge."""
    view = desk.view
    trail = view.trail[:]
    if trail:
        view.select(trail.pop())
        _retarget(view)
        view.trail = trail
        return
    span = view.selection.span
    smaller = [other for other in _around(view) if span and span.contains(other) and other != span]
    if not smaller:
        message = "nothing smaller to select"
        raise RefusedError(message)
    view.select(over(max(smaller, key=len)))
    _retarget(view)


def shift(*, right: bool, out: bool, character: bool = False) -> Action:
    """Move the right or the left edge one token (or character) out or in; an annotation changes with it."""
    edge = right_edge if right else left_edge

    def move(desk: "Desk") -> None:
        view = desk.view
        annotation = view.target if isinstance(view.target, Annotation) else None
        target = view.target
        span = view.selection.span or _span_at(view)
        if target is None and (mark := view.mark_at()) is not None and (view.selection.empty or mark.span == span):
            target, span = mark.of, mark.span
            annotation = target if isinstance(target, Annotation) else None
        units = _characters(view.text) if character else text_units(view, "token")
        shifted = edge(units, span, out=out)
        if shifted == span:
            message = "the edge cannot go further"
            raise RefusedError(message)
        if _leaves_paragraph(view, span, shifted):
            message = "what comes next is not in this paragraph"
            raise RefusedError(message)
        if annotation is not None:
            desk.decide(view, *decide.resize(_state(desk), view.text, annotation, shifted))
            target = view.marks.annotation(annotation.id)
        view.select(over(shifted) if right else over(shifted).swapped(), target=target)

    return move


def _leaves_paragraph(view: View, span: Span, shifted: Span) -> bool:
    """Whether a span that lies in one paragraph would reach into another one."""
    paragraph = view.units.paragraph_at(span.start)
    return paragraph is not None and paragraph.contains(span) and not paragraph.contains(shifted)


def _characters(text: str) -> Units:
    """The graphemes of a text as units."""

    def at(offset: int) -> Span | None:
        if not 0 <= offset < len(text):
            return None
        return Span(boundary_at(text, offset), next_boundary(text, offset))

    def after(offset: int) -> Span | None:
        start = boundary_at(text, offset)
        start = start if start >= offset else next_boundary(text, offset)
        return Span(start, next_boundary(text, start)) if start < len(text) else None

    def before(offset: int) -> Span | None:
        end = boundary_at(text, offset)
        return Span(previous_boundary(text, end), end) if end > 0 else None

    return Units(at, after, before)


def _around(view: View) -> list[Span]:
    """The token, marks, sentence, paragraph and whole text at the moving edge."""
    edge = view.moving_edge()
    found = [text_units(view, kind).at(edge) for kind in ("token", "sentence", "paragraph")]
    found += [mark.span for mark in view.marks.covering(edge, edge)]
    found.append(Span(0, len(view.text)) if view.text else None)
    return [span for span in found if span is not None]


def _span_at(view: View) -> Span:
    token = text_units(view, "token").at(view.moving_edge())
    if token is None:
        message = "nothing is selected"
        raise RefusedError(message)
    return token


def _retarget(view: View) -> None:
    mark = view.mark_at()
    view.target = mark.of if mark is not None and mark.span == view.selection.span else None


def _state(desk: "Desk") -> ArticleState:
    return desk.workspace.state(desk.view.article.id)
