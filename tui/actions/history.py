"""Undo and redo: back to where it happened, with a word about what it was."""

from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.events import (
    Change,
    Deleted,
    Event,
    Finished,
    Judged,
    Moved,
    Named,
    Noted,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Step,
    Unrelated,
)
from annotations.model import Annotation, Proposal, Tie
from annotations.replay import Delta
from corpus.span import Span
from tui.actions.follow import to_spot
from tui.compared import Spot
from tui.render.cells import cut
from tui.ties import Focus
from tui.view import View

if TYPE_CHECKING:
    from tui.desk import Desk

LONGEST = 30  # cells of a span in the word about it
_TIES = {Tie.SAME: "the same,", Tie.ALIGNED: "saying the same,", Tie.CONFLICT: "in conflict,"}


def undo(desk: "Desk") -> None:
    """Take the last step back, and go to where it happened."""
    _travel(desk, desk.workspace.undo(), "undone", "nothing to undo")


def redo(desk: "Desk") -> None:
    """Do the last undone step again, and go to where it happened."""
    _travel(desk, desk.workspace.redo(), "done again", "nothing to redo")


def _travel(desk: "Desk", done: tuple[Step, Delta] | None, word: str, otherwise: str) -> None:
    if done is None:
        raise RefusedError(otherwise)
    step, delta = done
    events = desk.workspace.layer.events_of(step)
    views = {view.article.id: view for view in desk.views}
    before = [_annotation(views.get(event.article_id), event.change) for event in events]
    more = len({_thing(event) for event in events} - {None}) - 1
    rest = f" and {more} more" if more > 0 else ""
    desk.absorb(delta)
    for event, annotation in zip(events, before, strict=True):
        view = views.get(event.article_id)
        told = f"{word}: {_told(event.change, annotation or _annotation(view, event.change))}{rest}"
        if view is None:
            desk.message = told if delta.stories else f"{told}, in an article that is not on the desk"
            continue
        desk.message = told
        desk.activate(desk.views.index(view))
        span = _place(view, event.change, annotation)
        if span is not None:
            desk.go(view, span)
            mark = view.mark_at()
            view.target = mark.of if mark is not None and mark.span == span else None
            if isinstance(event.change, Related | Unrelated):
                _look_again(desk, view, event.change)
            return


def _look_again(desk: "Desk", view: View, change: Related | Unrelated) -> None:
    """Have the verbs be about the tie again, if its other place is on the desk too; of names, at the one linked."""
    index = next((index for index, one in enumerate(desk.views) if one.article.id == change.other), -1)
    if index < 0:
        return
    one = Spot(desk.views.index(view), change.span.start, change.span.end)
    other = Spot(index, change.other_span.start, change.other_span.end)
    if change.tie is Tie.SAME:
        to_spot(desk, other)
    desk.ties.look_at(Focus(change.tie, one, other))


def _thing(event: Event) -> tuple[object, ...] | None:
    """What an event is about, so that all changes of one annotation or one tie count once; None for other events."""
    change = event.change
    if isinstance(change, Related | Unrelated):
        return event.article_id, change.tie, change.span, change.other, change.other_span
    identity: str | None = getattr(change, "annotation_id", None)
    return (event.article_id, identity) if identity is not None else None


def _annotation(view: View | None, change: Change) -> Annotation | None:
    return view.marks.annotation(getattr(change, "annotation_id", "")) if view is not None else None


def _place(view: View, change: Change, before: Annotation | None) -> Span | None:
    """Where a change happened: its annotation as it is now, else the proposal it judged, else where it was."""
    now = _annotation(view, change)
    if now is not None:
        return now.span
    if isinstance(change, Judged):
        return change.origin.span if isinstance(change.origin, Proposal) else change.span
    if isinstance(change, Related | Unrelated):
        return change.span
    return before.span if before is not None else None


def _told(change: Change, annotation: Annotation | None) -> str:
    """A change in words."""
    surface = cut(annotation.surface, LONGEST) if annotation is not None else ""
    told: dict[type[Change], str] = {
        Rejudged: f"{getattr(change, 'verdict', '')} {surface}",
        Relabelled: f"{getattr(change, 'label', '')} for {surface}",
        Resized: f"the edges of {surface}",
        Noted: f"the note on {surface}",
        Deleted: f"deleting {surface}",
        Finished: "finishing the article",
        Reopened: "reopening the article",
        Moved: "moving an article to another story",
        Named: f"the name {getattr(change, 'title', '')}",
        Unrelated: "taking a decision back",
    }
    if isinstance(change, Related):
        surfaces = " – ".join(cut(" ".join(one.split()), LONGEST) for one in (change.surface, change.other_surface))
        return f"{change.verdict.value}: {_TIES[change.tie]} {surfaces}"
    if isinstance(change, Judged):
        return f"{change.verdict.value} {change.label} {cut(change.surface, LONGEST)}"
    return told.get(type(change), "")
