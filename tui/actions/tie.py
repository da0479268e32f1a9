"""Deciding on ties: conflicts of figures, links of names, passages that say the same."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.model import FIGURE_TIES, Tie, Verdict
from tui.actions.follow import look_at_name, look_at_pair, mark_on, to_spot
from tui.compared import ROW, Compared, Spot, conflicting, spot_of
from tui.lights import thing_here
from tui.render.tie_words import SIGN_OF
from tui.ties import Focus

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]


def conflict(step: int) -> Action:
    """To the next (or previous) row of the ledger whose figures cannot all be right, at its first one."""

    def move(desk: "Desk") -> None:
        compared = compared_of(desk)
        rows = [number for number in compared.conflicts if number in desk.ties.live]
        if not rows:
            message = "no figures are in conflict"
            raise RefusedError(message)
        thing = thing_here(desk)
        if thing is not None and thing[0] == ROW and thing[1] in rows:
            at = (rows.index(int(thing[1])) + step) % len(rows)
        else:
            spots = [_first(compared, number) for number in rows]
            here = Spot(desk.active, desk.view.selection.start, desk.view.selection.end)
            at = (bisect_right(spots, here) if step > 0 else bisect_left(spots, here) - 1) % len(rows)
        to_conflict(desk, rows[at])

    return move


def to_conflict(desk: "Desk", number: int) -> None:
    """To the first pair of a row that cannot both be right and was not decided on, else to the first pair."""
    row = compared_of(desk).row(number)
    pairs = conflicting(row)
    open_ones = (
        pair
        for pair in pairs
        if not desk.ties.verdict(Tie.CONFLICT, spot_of(row.entries[pair.a]), spot_of(row.entries[pair.b]))
    )
    pair = next(open_ones, pairs[0])
    to_spot(desk, spot_of(row.entries[pair.a]))
    look_at_pair(desk, row, pair.a, pair.b)


def settle(desk: "Desk", focus: Focus, verdict: Verdict) -> None:
    """Decide on the tie in focus, and go on to the next of its kind that nobody has decided on."""
    told = f"{verdict.value}: {_told(desk, focus)}"
    try:
        desk.relate(decide.set_tie(focus.tie, verdict, desk.ties.end(focus.one), desk.ties.end(focus.other)))
    except RefusedError as refusal:
        told = str(refusal)
    goes_on = {Tie.CONFLICT: _next_conflict, Tie.SAME: _next_name, Tie.ALIGNED: _nowhere}
    desk.message = (
        told if goes_on.get(focus.tie, _nowhere)(desk, focus) else f"{told}; nothing else of that kind is open here"
    )


def take_back(desk: "Desk", focus: Focus) -> None:
    """Take back what was decided on the tie in focus."""
    said = desk.ties.between(focus.one, focus.other) if focus.tie in FIGURE_TIES else None
    tie = said.tie if said is not None else focus.tie
    desk.relate(decide.untie(tie, desk.ties.end(focus.one), desk.ties.end(focus.other)))
    desk.message = f"open again: {_told(desk, focus)}"


def _nowhere(_desk: "Desk", _focus: Focus) -> bool:
    return False


def _next_conflict(desk: "Desk", focus: Focus) -> bool:
    compared = desk.compared
    """To the next row on which nothing was decided; where there is none, to one with a pair that is open."""
    rows = [number for number in compared.conflicts if number in desk.ties.live] if compared is not None else []
    rows = [number for number in rows if not desk.ties.row_verdict(number)]
    rows = [number for number in rows if not any(desk.ties.row_verdicts(number))] or rows
    if compared is None or not rows:
        return False
    at = bisect_right([_first(compared, number) for number in rows], focus.one)
    to_conflict(desk, rows[at % len(rows)])
    return True


def _next_name(desk: "Desk", focus: Focus) -> bool:
    """To the first mention of another form of the name whose link with the title is open."""
    compared = desk.compared
    cluster = compared.cluster_at(focus.one) if compared is not None else -1
    if compared is None or cluster < 0:
        return False
    decided = {compared.name(focus.one), compared.name(focus.other)}
    for variant in compared.variants(cluster):
        spots = [spot for spot in compared.members(cluster) if compared.name(spot) == variant.name]
        if variant.name in decided or any(desk.ties.verdict(Tie.SAME, focus.one, spot) for spot in spots):
            continue
        spot = next((spot for spot in spots if mark_on(desk, spot)), None)
        if spot is not None:
            to_spot(desk, spot)
            look_at_name(desk, compared, cluster)
            return True
    return False


def _first(compared: Compared, number: int) -> Spot:
    row = compared.row(number)
    return spot_of(row.entries[conflicting(row)[0].a])


def _told(desk: "Desk", focus: Focus) -> str:
    surfaces = [" ".join(spot.span.surface(desk.views[spot.article].text).split()) for spot in (focus.one, focus.other)]
    if focus.tie in FIGURE_TIES:
        return f"{surfaces[0]} {SIGN_OF[focus.tie]} {surfaces[1]}"
    return f"{surfaces[1]} = {surfaces[0]}" if focus.tie is Tie.SAME else "the passages say the same"


def compared_of(desk: "Desk") -> Compared:
    """What names and figures are part of. Raises RefusedError where there is nothing yet."""
    if desk.compared is None:
        message = "the story has not been compared yet"
        raise RefusedError(message)
    return desk.compared
