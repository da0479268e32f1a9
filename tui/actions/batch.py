"""Deciding in batches: many proposals, or all places of the same words, in one step that one undo takes back."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.events import Change
from annotations.model import Annotation, Proposal, Verdict
from corpus.label_map import BOILERPLATE
from corpus.span import Span
from tui.actions.queue import next_open
from tui.marks import Mark
from tui.view import View
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk

_BATCH, _REPEAT = "batch", "repeat"


def paragraph(desk: "Desk") -> None:
    """Accept the open proposals from the selection to the end of its paragraph, and go to the next one."""
    view = desk.view
    edge = view.moving_edge()
    unit = view.units.paragraph_at(max(edge, view.selection.end - 1))
    found = view.marks.between(min(edge, view.selection.start), unit.end) if unit is not None else []
    _accept(desk, found, "no open proposal in the rest of the paragraph")


def screen(desk: "Desk") -> None:
    """Accept the open proposals on the rows that the active pane shows, and go to the next one."""
    _accept(desk, desk.frame.marks_in_sight(desk.view), "no open proposal in sight")


def everywhere(desk: "Desk") -> None:
    """Give the label of the annotation here to the same words in all articles, wherever they do not have it yet."""
    source = _source(desk)
    if not _is_labelled(desk, source.label):
        message = f"{source.label} is not a label to give to other places"
        raise RefusedError(message)
    changes: list[tuple[str, Change]] = []
    places = 0
    open_ones = [view for view in desk.views if not desk.workspace.state(view.article.id).finished]
    for view in open_ones:
        for span in _places(view, source):
            given = _repeated(desk, view, span, source.label)
            changes += [(view.article.id, change) for change in given]
            places += bool(given)
    if not changes:
        message = "the same words stand nowhere else unmarked"
        raise RefusedError(message)
    desk.ties.look_at(None)
    desk.relate(changes)
    desk.message = f"labelled {places} more; u takes {_them(places)} back"


def _accept(desk: "Desk", marks: Iterable[Mark], otherwise: str) -> None:
    """Accept those of the marks that are open and in sight as one step. Raises RefusedError with `otherwise`."""
    view = desk.view
    state = desk.workspace.state(view.article.id)
    changes: list[Change] = []
    count = 0
    for proposal in _open(desk, marks):
        span, name = proposal.span, proposal.label
        try:
            changes += decide.label_span(state, view.text, span, name, target=proposal, new_id=new_id(), via=_BATCH)
        except RefusedError:
            continue
        count += 1
    if not changes:
        raise RefusedError(otherwise)
    desk.decide(view, *changes)
    view.target = None
    next_open(desk)
    plural = "" if count == 1 else "s"
    desk.message = f"accepted {count} proposal{plural}; u takes {_them(count)} back"


def _open(desk: "Desk", marks: Iterable[Mark]) -> Iterator[Proposal]:
    """The open proposals among marks, one a span (a decision on it closes the others); what is folded is left out."""
    seen: set[Span] = set()
    for mark in marks:
        if not isinstance(mark.of, Proposal) or mark.span in seen:
            continue
        if _is_labelled(desk, mark.label) and desk.view.fold_around(mark.span) is None:
            seen.add(mark.span)
            yield mark.of


def _repeated(desk: "Desk", view: View, span: Span, name: str) -> tuple[Change, ...]:
    """What gives a place the label; nothing where it is refused. An open proposal of just that place is its origin."""
    target = _proposal(view, span, name)
    state = desk.workspace.state(view.article.id)
    same = state.same(span, name)
    if same is not None and same.verdict is Verdict.REJECTED:
        return ()  # somebody looked here, and said no
    try:
        return decide.label_span(state, view.text, span, name, target=target, new_id=new_id(), via=_REPEAT)
    except RefusedError:
        return ()


def _proposal(view: View, span: Span, name: str) -> Proposal | None:
    """The open proposal of just that span; of several, the one with that label before the others."""
    marks = view.marks.between(span.start, span.end)
    found = [mark.of for mark in marks if mark.span == span and isinstance(mark.of, Proposal)]
    return min(found, key=lambda one: one.label != name, default=None)


def _places(view: View, source: Annotation) -> Iterator[Span]:
    """Where exactly the words of an annotation stand as whole words; its own place is left out."""
    for match in re.finditer(rf"(?<!\w){re.escape(source.surface)}(?!\w)", view.text):
        span = Span(*match.span())
        if view.article.id != source.article_id or not span.overlaps(source.span):
            yield span


def _source(desk: "Desk") -> Annotation:
    """The accepted annotation that was gone to, else the innermost one that holds the selection."""
    view = desk.view
    if isinstance(view.target, Annotation) and view.target.verdict is Verdict.ACCEPTED:
        return view.target
    for mark in view.marks.covering(view.selection.start, view.selection.end):
        if isinstance(mark.of, Annotation) and mark.of.verdict is Verdict.ACCEPTED:
            return mark.of
    here = view.mark_at()
    message = "nothing is accepted here"
    if here is not None and isinstance(here.of, Proposal):
        accept, repeat = (" ".join(desk.keys.shortest(one)) for one in ("decide.accept", "decide.everywhere"))
        message = f"only proposed so far: accept it first ({accept}), then {repeat}"
    raise RefusedError(message)


def _is_labelled(desk: "Desk", name: str) -> bool:
    """Whether a label is one of the label set that names something."""
    return name != BOILERPLATE and desk.label_named(name) is not None


def _them(count: int) -> str:
    return "it" if count == 1 else "them"
