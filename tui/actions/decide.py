"""Deciding: label, accept, reject, leave unsure, delete, note, finish."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations import decide
from annotations.article_state import ArticleState
from annotations.decide import RefusedError
from annotations.events import Finished, Noted, Reopened
from annotations.model import Annotation, Proposal, Verdict
from corpus.label_map import BOILERPLATE
from corpus.span import Span, trimmed
from tui.actions import tie
from tui.actions.find import to_region
from tui.actions.queue import next_open
from tui.trail import here
from tui.view import View, text_units
from tui.wishes import AskNote, PickLabel
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
_NOTHING = "nothing is marked here"


def label(name: str) -> Action:
    """Give the selection that label."""

    def give(desk: "Desk") -> None:
        give_label(desk, name)

    return give


def give_label(desk: "Desk", name: str) -> None:
    """Label what is selected: the mark that was gone to, the one under the cursor, or the selected words."""
    view = desk.view
    target, span = _subject(view)
    text = view.text
    changes = decide.label_span(_state(desk), text, span, name, target=target, new_id=new_id())
    desk.last_label, desk.last_act = name, None
    desk.decide(view, *changes)
    _stay_on(desk, span, name)


def repeat(desk: "Desk") -> None:
    """Do again what was done last to a mark: give it the label, the attribute, the link."""
    if desk.last_act is not None:
        desk.last_act(desk)
    elif desk.last_label:
        give_label(desk, desk.last_label)
    else:
        message = "nothing was done yet that could be repeated"
        raise RefusedError(message)


def pick_label(desk: "Desk") -> None:
    """Choose a label from the list."""
    _subject(desk.view)
    desk.wish(PickLabel())


def accept(desk: "Desk") -> None:
    """Accept the tie in focus, else the mark with its label, at the edges that are selected; and go to the next one."""
    if desk.ties.focus is not None:
        tie.settle(desk, desk.ties.focus, Verdict.ACCEPTED)
        return
    view = desk.view
    target = _target(view)
    if desk.label_named(target.label) is None and target.label != BOILERPLATE:
        message = f"{target.label} is not in the label set; give it a label instead"
        raise RefusedError(message)
    shifted = view.selection.span if view.target is not None else None
    span = (trimmed(view.text, shifted.start, shifted.end) if shifted else None) or target.span
    if _is_already(target, Verdict.ACCEPTED) and span == target.span:
        _pass_over(desk, Verdict.ACCEPTED)
        return
    changes = decide.label_span(_state(desk), view.text, span, target.label, target=target, new_id=new_id())
    desk.decide(view, *changes)
    _go_on(desk, span, target.label)


def judge(verdict: Verdict) -> Action:
    """Reject the tie in focus, else the mark, or leave it unsure; and go to the next one."""

    def give(desk: "Desk") -> None:
        if desk.ties.focus is not None:
            tie.settle(desk, desk.ties.focus, verdict)
            return
        view = desk.view
        target = _target(view)
        if _is_already(target, verdict):
            _pass_over(desk, verdict)
            return
        desk.decide(view, *decide.set_verdict(_state(desk), view.text, verdict, target=target, new_id=new_id()))
        _go_on(desk, target.span, target.label)

    return give


def delete(desk: "Desk") -> None:
    """Take back what was decided on the tie in focus, else take the annotation away."""
    if desk.ties.focus is not None:
        tie.take_back(desk, desk.ties.focus)
        return
    annotation = _annotation(desk.view)
    desk.decide(desk.view, *decide.delete(annotation))
    desk.view.target = None
    desk.message = f"deleted {annotation.label}"


def ask_note(desk: "Desk") -> None:
    """Ask for the note of the mark."""
    target = _target(desk.view)
    desk.view.target = target
    words = target.note if isinstance(target, Annotation) else ""
    desk.wish(AskNote(words, target.span.surface(desk.view.text)))


def give_note(desk: "Desk", words: str) -> None:
    """Put a note on the mark; the empty one takes it away. An open proposal is thereby left unsure."""
    view = desk.view
    target, words = _target(view), " ".join(words.split())
    if isinstance(target, Annotation):
        desk.decide(view, *decide.note(target, words))
        view.target = view.marks.annotation(target.id)
    elif words:
        identity = new_id()
        unsure = decide.set_verdict(_state(desk), view.text, Verdict.UNSURE, target=target, new_id=identity)
        desk.decide(view, *unsure, Noted(identity, words))
        view.target = view.marks.annotation(identity)
        desk.message = "noted, and left unsure"


def finish(desk: "Desk") -> None:
    """Mark the article as finished, and go to the next one that is not."""
    view = desk.view
    if desk.workspace.state(view.article.id).finished:
        message = "finished already; Z o opens it again"
        raise RefusedError(message)
    desk.decide(view, Finished())
    _go_on_to_unfinished(desk, view)
    desk.finished = view.article.id, here(desk)


def _go_on_to_unfinished(desk: "Desk", view: View) -> None:
    count = len(desk.views)
    for index in (number % count for number in range(desk.active + 1, desk.active + count)):
        if not desk.workspace.state(desk.views[index].article.id).finished:
            desk.activate(index)
            desk.message = f"{view.letter} is finished{_left_open(view)}"
            return
    desk.message = f"every article is finished{_left_open(view)}"


def _left_open(view: View) -> str:
    count = view.marks.open_count
    return f", its {count} open proposals count as nothing" if count else ""


def reopen(desk: "Desk") -> None:
    """Take back that the article is finished; where one was finished just now, of that one, and go back to it."""
    last, place = desk.finished
    views = {view.article.id: index for index, view in enumerate(desk.views)}
    if last in views and place == here(desk) and desk.workspace.state(last).finished:
        desk.activate(views[last])
    if not desk.workspace.state(desk.view.article.id).finished:
        message = f"{desk.view.letter} is not finished"
        raise RefusedError(message)
    desk.decide(desk.view, Reopened())
    desk.message = f"{desk.view.letter} is open again"


def _is_already(target: Annotation | Proposal, verdict: Verdict) -> bool:
    return isinstance(target, Annotation) and target.verdict is verdict


def _pass_over(desk: "Desk", verdict: Verdict) -> None:
    """Nothing to decide here any more: go on, and say why."""
    next_open(desk)
    desk.message = "; ".join(filter(None, (f"already {verdict.value}", desk.message)))


def _subject(view: View) -> tuple[Annotation | Proposal | None, Span]:
    """What a label is for: a mark with the span it is to have, or no mark and the selected words."""
    selected = view.selection.span
    span = trimmed(view.text, selected.start, selected.end) if selected else None
    if view.target is not None and span is not None:
        return view.target, span
    mark = view.mark_at()
    if mark is not None and (selected is None or mark.span == span):
        return mark.of, mark.span
    span = span or text_units(view, "token").at(view.moving_edge())
    if span is None:
        message = "nothing to mark here"
        raise RefusedError(message)
    return None, span


def _target(view: View) -> Annotation | Proposal:
    if view.target is not None:
        return view.target
    fold = view.fold_here()
    mark = next(iter(view.regions_between(*fold)), None) if fold is not None else view.mark_at()
    if mark is None:
        raise RefusedError(_NOTHING)
    return mark.of


def _annotation(view: View) -> Annotation:
    if isinstance(view.target, Annotation):
        return view.target
    selection = view.selection
    for mark in view.marks.covering(selection.start, selection.end):
        if isinstance(mark.of, Annotation):
            return mark.of
    message = "only proposed so far: accept it first" if view.mark_at() else _NOTHING
    raise RefusedError(message)


def _go_on(desk: "Desk", span: Span, name: str) -> None:
    """To the next open proposal; where none is left, what was just decided is what verbs act on."""
    desk.view.target = _state(desk).same(span, name)
    if name != BOILERPLATE:
        next_open(desk)
    elif not to_region(desk, span.start, 1, undecided=True):
        desk.message = "no boilerplate is left open"


def _stay_on(desk: "Desk", span: Span, name: str) -> None:
    annotation = _state(desk).same(span, name)
    desk.extending = False
    desk.view.select(desk.view.selection, target=annotation)
    if annotation is not None:
        desk.go(desk.view, annotation.span, target=annotation)


def _state(desk: "Desk") -> ArticleState:
    return desk.workspace.state(desk.view.article.id)
