"""Following: to the next mention of a name, to the other side of a figure, into what is folded, and back again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from annotations.model import Tie
from corpus.comparison import Row
from tui.actions.find import to_mark
from tui.compared import CLUSTER, ROW, Compared, Spot, entry_at, pair_of, spot_of
from tui.lights import thing_here, thing_of
from tui.marks import Mark
from tui.ties import Focus
from tui.trail import Visit, here

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
NOWHERE = "no other mention of it"


def follow(desk: "Desk") -> None:
    """Open what is folded here; else to the other side of the figure, or to the next mention of the name."""
    if desk.view.fold_here() is not None:
        desk.open_fold(desk.view)
        return
    thing = thing_here(desk)
    is_figure = thing is not None and thing[0] == ROW
    left = here(desk)
    (to_other_side if is_figure else same_name(1))(desk)
    desk.trail.leave(left)


def back(desk: "Desk") -> None:
    """Back to where one came from; from nowhere, to the mention of the name before."""
    visit = desk.trail.back(here(desk))
    if visit is None:
        same_name(-1)(desk)
    else:
        _return(desk, visit)


def forth(desk: "Desk") -> None:
    """Forth again to where one went back from."""
    visit = desk.trail.forth(here(desk))
    if visit is None:
        message = "there is nothing to go forth to"
        raise RefusedError(message)
    _return(desk, visit)


def _return(desk: "Desk", visit: Visit) -> None:
    desk.activate(visit.article)
    desk.view.select(visit.selection)
    mark = desk.view.mark_at()
    desk.view.target = mark.of if mark is not None and mark.span == visit.selection.span else None
    desk.ties.look_at(visit.focus)


def same_name(step: int) -> Action:
    """To the next (or previous) mention of what is under the cursor, in any article."""

    def move(desk: "Desk") -> None:
        thing, compared = thing_here(desk), desk.compared
        if thing is None:
            message = "no name is marked here"
            raise RefusedError(message)
        kind, what = thing
        if compared is not None and kind == CLUSTER:
            to_next(desk, compared.members(int(what)), step)
            look_at_name(desk, compared, int(what))
        elif compared is not None and kind == ROW:
            to_next(desk, sorted(map(spot_of, compared.row(int(what)).entries)), step)
        else:
            indices = {id(view): index for index, view in enumerate(desk.views)}
            to_mark(desk, step, lambda view, mark: thing_of(desk, indices[id(view)], mark) == thing, NOWHERE)

    return move


def to_next(desk: "Desk", spots: Sequence[Spot], step: int) -> None:
    """To the next of places that are sorted, from the selection on and around; those whose marks are gone are left."""
    here = _here(desk)
    ahead = [spot for spot in spots if spot > here] if step > 0 else [spot for spot in spots[::-1] if spot < here]
    behind = [spot for spot in spots[::step] if spot not in ahead and spot != here]
    for spot in (*ahead, *behind):
        mark = mark_on(desk, spot)
        if mark is not None:
            desk.go(desk.views[spot.article], mark.span, target=mark.of)
            return
    raise RefusedError(NOWHERE)


def to_spot(desk: "Desk", spot: Spot) -> None:
    """To a place, and to the mark there if there is one."""
    mark = mark_on(desk, spot)
    desk.go(desk.views[spot.article], mark.span if mark else spot.span, target=mark.of if mark else None)


def mark_on(desk: "Desk", spot: Spot) -> Mark | None:
    """The mark at a place, or the one whose edges were there when it was proposed; rejected ones are passed over."""
    for mark in desk.views[spot.article].marks.between(spot.start, spot.end):
        origin = getattr(mark.of, "origin", None)
        if spot.span in {mark.span, origin.span if origin is not None else None}:
            return mark
    return None


def look_at_name(desk: "Desk", compared: Compared, cluster: int) -> None:
    """Have the verbs be about whether a mention in another form names what the title of its cluster names."""
    title, here = compared.title_mention(cluster), _here(desk)
    if title is None or compared.name(title) == compared.name(here):
        return
    mark = desk.view.mark_here()
    marked = compared.marked(desk.active, mark) if mark is not None else None
    desk.ties.look_at(Focus(Tie.SAME, title, here, marked.why if marked is not None else ""))


def to_other_side(desk: "Desk") -> None:
    """To the next figure of the row that has another value, around the end; where all agree, to the next one."""
    compared, mark = desk.compared, desk.view.mark_here()
    number = compared.row_of(desk.active, mark) if compared is not None and mark is not None else -1
    if compared is None or mark is None or number < 0:
        raise RefusedError(NOWHERE)
    row = compared.row(number)
    at = next((index for index, entry in enumerate(row.entries) if mark == mark_on(desk, spot_of(entry))), -1)
    at = at if at >= 0 else entry_at(row, _here(desk))
    others = [(at + step) % len(row.entries) for step in range(1, len(row.entries))]
    unlike = [other for other in others if row.entries[other].value != row.entries[at].value]
    if not others:
        raise RefusedError(NOWHERE)
    other = (unlike or others)[0]
    to_spot(desk, spot_of(row.entries[other]))
    if unlike:
        look_at_pair(desk, row, at, other)


def look_at_pair(desk: "Desk", row: Row, one: int, other: int) -> None:
    """Have the verbs be about whether two figures of a row cannot both be right."""
    pair = pair_of(row, one, other)
    show_beside(desk, spot_of(row.entries[other]))
    one, other = sorted((one, other))
    spots = spot_of(row.entries[one]), spot_of(row.entries[other])
    desk.ties.look_at(Focus(Tie.CONFLICT, *spots, pair.reason if pair is not None else ""))


def show_beside(desk: "Desk", spot: Spot) -> None:
    """Have a place in sight in its own pane, if that is on the screen and not the active one."""
    if spot.article == desk.active or spot.article not in desk.shown:
        return
    view, height = desk.views[spot.article], desk.geometry.rows
    row = view.rows(desk.geometry.columns).row_of(spot.start)
    if not view.top <= row < view.top + height:
        view.top = row - height // 3
        view.clamp(desk.geometry.columns, height)


def _here(desk: "Desk") -> Spot:
    """The mark under the cursor as a place, else the selection."""
    mark, selection = desk.view.mark_here(), desk.view.selection
    start, end = (mark.span.start, mark.span.end) if mark is not None else (selection.start, selection.end)
    return Spot(desk.active, start, end)
