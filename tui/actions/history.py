"""Undo and redo: back to where it happened, with a word about what it was."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.events import (
    Attributed,
    Change,
    Connected,
    Deleted,
    Disconnected,
    Event,
    Finished,
    Judged,
    Moved,
    Named,
    Noted,
    Parted,
    Rejudged,
    Relabelled,
    Related,
    Reopened,
    Resized,
    Stated,
    Step,
    Unrelated,
)
from annotations.model import Annotation, Proposal, Tie
from annotations.replay import Delta
from corpus.span import Span
from tui.actions.follow import to_spot
from tui.compared import Spot
from tui.render.cells import cut
from tui.taking_in import take_in
from tui.ties import Focus
from tui.view import View

if TYPE_CHECKING:
    from tui.desk import Desk

LONGEST = 30  # cells of a span in the word about it
_TIES = {
    Tie.SAME: "the same,",
    Tie.ALIGNED: "saying the same,",
    Tie.CONFLICT: "in conflict,",
    Tie.AGREEMENT: "in agreement,",
    Tie.REFINEMENT: "a refinement,",
    Tie.SCOPE: "counting other things,",
}
_PLAIN: dict[type[Change], str] = {
    Resized: "the edges of",
    Parted: "the pieces of",
    Noted: "the note on",
    Deleted: "deleting",
    Finished: "finishing the article",
    Reopened: "reopening the article",
    Moved: "moving an article to another story",
    Unrelated: "taking a decision back",
}


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
    # What was taken back to make room for another word tells less than that word.
    events = sorted(desk.workspace.layer.events_of(step), key=lambda event: isinstance(event.change, Unrelated))
    views = {view.article.id: view for view in desk.views}
    before = [_annotation(views.get(event.article_id), event.change) for event in events]
    more = count(events) - 1
    rest = f" and {more} more" if more > 0 else ""
    take_in(desk, delta)
    for event, annotation in zip(events, before, strict=True):
        view = views.get(event.article_id)
        of = annotation or _annotation(view, event.change)
        told_of = told(event.change, of.surface if of is not None else "", _target(desk, event.change))
        words = f"{word}: {told_of}{rest}"
        if view is None:
            desk.message = words if delta.stories else f"{words}, in an article that is not on the desk"
            continue
        desk.message = words
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


def thing(event: Event) -> tuple[object, ...] | None:
    """What an event is about, so that all changes of one annotation or one tie count once; None for other events."""
    change = event.change
    if isinstance(change, Related | Unrelated):
        return event.article_id, change.tie, change.span, change.other, change.other_span
    identity: str | None = getattr(change, "annotation_id", None)
    return (event.article_id, identity) if identity is not None else None


def count(events: Iterable[Event]) -> int:
    """How many annotations and ties the events of a step are about."""
    return len({thing(event) for event in events} - {None})


def _annotation(view: View | None, change: Change) -> Annotation | None:
    identity = getattr(change, "annotation_id", getattr(change, "source", ""))
    return view.marks.annotation(identity) if view is not None else None


def _target(desk: "Desk", change: Change) -> str:
    """The words of the mark that a relation leads to; empty where it is gone, and for other changes."""
    if not isinstance(change, Connected | Disconnected):
        return ""
    found = desk.workspace.state(change.other).annotations.get(change.target)
    return found.surface if found is not None else ""


def _place(view: View, change: Change, before: Annotation | None) -> Span | None:
    """Where a change happened: its annotation as it is now, else the proposal it judged, else where it was."""
    now = _annotation(view, change)
    if now is not None:
        return now.span
    if isinstance(change, Judged):
        return change.origin.span if isinstance(change.origin, Proposal) else change.span
    if isinstance(change, Related | Unrelated | Stated):
        return change.span
    return before.span if before is not None else None


def told(change: Change, surface: str, target: str = "") -> str:
    """A change in words; `surface` is the text of the annotation that it is about, `target` of one it leads to."""
    surface, own = _short(surface), _short(getattr(change, "surface", ""))
    match change:
        case Judged(label=label, verdict=verdict):
            words = f"{verdict.value} {label} {own}"
        case Related(tie=tie, verdict=verdict, other_surface=other):
            words = f"{verdict.value}: {_TIES[tie]} {own} – {_short(other)}"
        case Rejudged(verdict=verdict):
            words = f"{verdict.value} {surface}"
        case Relabelled(label=label):
            words = f"{label} for {surface}"
        case Attributed(name=name, value=value):
            words = f"{name} {_short(value) or 'not set'} for {surface}"
        case Stated(field=field, value=value, about=about):
            words = f"{field} {_short(value) or 'not set'} for {own or f'the {about.value}'}"
        case Named(title=title):
            words = f"the name {title}"
        case Connected(kind=kind) | Disconnected(kind=kind):
            words = f"{'no longer ' if isinstance(change, Disconnected) else ''}{kind}: {surface}"
            words += f" → {_short(target)}" if target else ""
        case _:
            about_mark = f" {surface}" if hasattr(change, "annotation_id") else ""
            words = _PLAIN.get(type(change), "") + about_mark
    return words.removesuffix(": ")


def _short(text: str) -> str:
    return cut(" ".join(text.split()), LONGEST)
