"""Deciding from afar: letters stay before the open proposals of the screen, and the selection stays where it is."""

from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.model import Annotation, Verdict
from corpus.span import Span
from tui.actions import batch, boundaries
from tui.actions import decide as deciding
from tui.actions.hints import Hinting, marks_in_sight
from tui.hints import ranked
from tui.marks import Mark
from tui.render.words import Words
from tui.selection import over
from tui.view import View
from tui.workspace import new_id

if TYPE_CHECKING:
    from tui.desk import Desk


def judge(desk: "Desk") -> None:
    """Have letters stand before the open proposals: typing them rejects one, behind `=` it gets its likely edges."""
    places = [
        (0, index, mark.span)
        for index in desk.shown
        for mark in marks_in_sight(desk, desk.views[index])
        if mark.state == "proposed"
    ]
    if not places:
        message = "no open proposal is on the screen"
        raise RefusedError(message)
    desk.mode = Judging(desk, ranked(places, (desk.active, desk.view.selection.start)))


class Judging(Hinting):
    """Rejects what is typed, or behind `=` accepts it with its next likely edges; `A` accepts what is left."""

    def __init__(self, desk: "Desk", places: list[tuple[int, Span]]) -> None:
        self._edging = False
        super().__init__(desk, "JUDGE", places, self._judge)

    def press(self, desk: "Desk", key: str) -> None:
        """Letters; `=` before them; `A`; escape or space leave."""
        if key == "=" and not self._typed:
            self._edging = not self._edging
        elif key == "A" and not self._typed:
            self._leave(desk)
            batch.screen(desk)
        elif key == "tab" and not self._typed:
            self.turn(desk)
        elif key in {"escape", "backspace", "space"}:
            self._leave(desk)
        else:
            place = self.typed(desk, key)
            if place is not None:
                self._judge(desk, *place)
            elif not self._typed:
                message = f"no place has the letter {key}"
                raise RefusedError(message)

    def _leave(self, desk: "Desk") -> None:
        desk.mode = None
        desk.dirt.panes.update(desk.shown)

    def _judge(self, desk: "Desk", index: int, span: Span) -> None:
        edging, self._edging = self._edging, False
        before = desk.active, desk.view.selection, desk.view.target, [view.top for view in desk.views]
        desk.activate(index)
        try:
            (_edge if edging else _reject)(desk, desk.view, span)
        finally:
            active, selection, target, tops = before
            desk.activate(active)
            desk.view.select(selection, target=target)
            for view, top in zip(desk.views, tops, strict=True):
                view.top = top
            desk.dirt.panes.update(desk.shown)

    def words(self, desk: "Desk") -> list[Words]:  # noqa: ARG002 (every mode is asked so)
        """What the letters do now."""
        does = "type the letters of a proposal for its likely edges" if self._edging else "type letters to reject"
        return [(f" {does}", "plain"), ("  = ", "key"), ("likely edges", "plain"), ("  A ", "key"),
                ("accept the rest of the pane", "plain"), ("  Esc ", "key"), ("leave", "plain")]  # fmt: skip


def _reject(desk: "Desk", view: View, span: Span) -> None:
    mark = _mark(view, span)
    state = desk.workspace.state(view.article.id)
    desk.decide(view, *decide.set_verdict(state, view.text, Verdict.REJECTED, target=mark.of, new_id=new_id()))
    desk.message = f"rejected {mark.label} {' '.join(span.surface(view.text).split())}"


def _edge(desk: "Desk", view: View, span: Span) -> None:
    """Accept a proposal with its likely edges; what has some already gets the next ones."""
    mark = _mark(view, span)
    view.select(over(mark.span), target=mark.of)
    boundaries.likely(desk)
    if not isinstance(mark.of, Annotation):
        deciding.accept(desk)
    edges = _mark(view, span).span
    desk.message = f"{mark.label} {' '.join(edges.surface(view.text).split())}"


def _mark(view: View, span: Span) -> Mark:
    """The mark that was proposed at a span. Raises RefusedError where there is none."""
    for mark in view.marks.between(span.start, span.end):
        origin = mark.of.origin if isinstance(mark.of, Annotation) else None
        if span in {mark.span, origin.span if origin is not None else None}:
            return mark
    message = "the proposal is gone"
    raise RefusedError(message)
