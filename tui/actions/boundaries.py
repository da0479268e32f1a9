"""Boundaries: going round the likely edges of a name, joining two marks into one, and splitting one into two."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations import decide
from annotations.article_state import ArticleState
from annotations.decide import RefusedError
from annotations.model import Annotation, Proposal, Verdict
from corpus.span import Span, trimmed
from tui.actions.target import Target, target_here
from tui.boundaries import Remade, Round, halves, likely_edges, remade
from tui.marks import Mark
from tui.selection import over
from tui.view import View, text_units
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk


def likely(desk: "Desk") -> None:
    """Give the selection or the mark the next of its likely edges, after the last ones those that it had."""
    view = desk.view
    target, span = _edged(view)
    turn = _round(desk, target, span)
    ahead = turn.behind(span)
    if not ahead:
        message = "no other edges are likely here"
        raise RefusedError(message)
    edges = ahead[0]
    if isinstance(target, Annotation):
        desk.decide(view, *decide.resize(_state(desk), view.text, target, edges))
        target = view.marks.annotation(target.id)
    view.select(over(edges), target=target)
    view.trail = [turn]
    number = turn.spans.index(edges)
    desk.message = f"likely edges {number} of {len(turn.spans) - 1}" if number else "the edges as they were"


def join(desk: "Desk") -> None:
    """Make one accepted annotation of the mark here and the next one with its label."""
    view = desk.view
    first, span = _marked(desk)
    second = next((one for one in _later(view, first.label, span) if one.of != first), None)
    if second is None:
        message = f"no other {first.label} follows"
        raise RefusedError(message)
    paragraph = view.units.paragraph_at(span.start)
    hull = Span(span.start, second.span.end)
    if paragraph is None or not paragraph.contains(hull):
        message = f"the next {first.label} is not in this paragraph"
        raise RefusedError(message)
    _remake(desk, Remade((first, second.of), ((hull, new_id()),), first.label))
    desk.message = f"two {first.label} joined"


def split(desk: "Desk") -> None:
    """Make two annotations of the mark here; the second begins with the token under the moving edge."""
    view = desk.view
    target, span = _marked(desk)
    token = text_units(view, "token").at(view.moving_edge())
    if token is None:
        message = "no word here to split at"
        raise RefusedError(message)
    parts = halves(view.text, span, token.start)
    verdict = target.verdict if isinstance(target, Annotation) else Verdict.ACCEPTED
    _remake(desk, Remade((target,), tuple((part, new_id()) for part in parts), target.label, verdict))
    desk.message = f"{target.label} split in two"


def _round(desk: "Desk", target: Target | None, span: Span) -> Round:
    """The round that is under way, else a new one that sets out from `span`."""
    view = desk.view
    last = view.trail[-1] if view.trail else None
    if isinstance(last, Round) and span in last.spans:
        return last
    core = trimmed(view.text, span.start, span.end) or span
    offered = likely_edges(view.text, core, _names_elsewhere(desk, span))
    spans = [core, *offered] if core != span else offered
    free = [one for one in spans if not _is_taken(desk, target, one)]
    return Round(span.start, span.end, (span, *free))


def _names_elsewhere(desk: "Desk", span: Span) -> Iterator[str]:
    """The surfaces of the marks of all articles, but for those that share a code point with `span` of this one."""
    for view in desk.views:
        for mark in view.marks.onwards(0):
            if view is not desk.view or not mark.span.overlaps(span):
                yield mark.span.surface(view.text)


def _is_taken(desk: "Desk", target: Target | None, span: Span) -> bool:
    """Whether another annotation has the label of `target` there."""
    same = _state(desk).same(span, target.label) if target is not None else None
    return same is not None and not (isinstance(target, Annotation) and same.id == target.id)


def _edged(view: View) -> tuple[Target | None, Span]:
    """What has the edges: the mark that was gone to, the one that is selected or under the cursor, or just a span."""
    selected, mark = view.selection.span, view.mark_at()
    if view.target is not None:
        return view.target, selected or view.target.span
    if mark is not None and (selected is None or mark.span == selected):
        return mark.of, mark.span
    span = selected or text_units(view, "token").at(view.moving_edge())
    if span is None:
        message = "nothing is selected"
        raise RefusedError(message)
    return None, span


def _marked(desk: "Desk") -> tuple[Target, Span]:
    """The mark here as it stands, with the edges that it is to have; it is to be one that can be accepted."""
    view, target = desk.view, target_here(desk, "no name or figure is marked here")
    if desk.label_named(target.label) is None:
        message = f"{target.label} is not in the label set; give it a label instead"
        raise RefusedError(message)
    shifted = view.selection.span if view.target is not None else None
    return target, (trimmed(view.text, shifted.start, shifted.end) if shifted else None) or target.span


def _later(view: View, label: str, span: Span) -> Iterator[Mark]:
    """The marks of a label that begin in `span` or behind it, and end behind it."""
    onwards = view.marks.onwards(span.start + 1)
    return (one for one in onwards if one.label == label and one.span.end > span.end)


def _remake(desk: "Desk", wanted: Remade) -> None:
    """Carry it out as one step, and go to the last of the new annotations."""
    view = desk.view
    changes = remade(_state(desk), view.text, wanted, _proposals(view, wanted), new_id)
    desk.decide(view, *changes)
    span = wanted.new[-1][0]
    desk.go(view, span, target=_state(desk).same(span, wanted.label))


def _proposals(view: View, wanted: Remade) -> Iterator[Proposal]:
    """What the model offered where marks are made anew, whatever was decided on it."""
    analysis = view.marks.analysis
    if analysis is None:
        return
    spans = [one.span for one in wanted.old] + [span for span, _ in wanted.new]
    spans += [one.origin.span for one in wanted.old if isinstance(one, Annotation) and one.origin is not None]
    low = bisect_left(analysis.mention_starts, min(span.start for span in spans))
    high = bisect_left(analysis.mention_starts, max(span.end for span in spans))
    for mention in map(analysis.mention, range(low, high)):
        yield view.marks.proposal_of(mention)


def _state(desk: "Desk") -> ArticleState:
    return desk.workspace.state(desk.view.article.id)
