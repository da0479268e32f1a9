"""Deciding on ties: conflicts of figures, links of names, passages that say the same."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.events import Change
from annotations.model import Tie, Verdict
from tui.actions.follow import look_at_name, look_at_pair, mark_on, to_spot
from tui.compared import CLUSTER, ROW, Compared, Spot, conflicting, spot_of
from tui.lights import thing_here
from tui.ties import Focus
from tui.wishes import PickCluster

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]
_NOT_COMPARED = "the story has not been compared yet"


def conflict(step: int) -> Action:
    """To the next (or previous) row of the ledger whose figures cannot all be right, at its first one."""

    def move(desk: "Desk") -> None:
        compared = _compared(desk)
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
    row = _compared(desk).row(number)
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
    desk.message = told if goes_on[focus.tie](desk, focus) else f"{told}; nothing else of that kind is open here"


def take_back(desk: "Desk", focus: Focus) -> None:
    """Take back what was decided on the tie in focus."""
    desk.relate(decide.untie(focus.tie, desk.ties.end(focus.one), desk.ties.end(focus.other)))
    desk.message = f"open again: {_told(desk, focus)}"


def confirm_cluster(desk: "Desk") -> None:
    """Accept that all forms of the name that glows name the same, as one step."""
    compared = _compared(desk)
    cluster = _cluster(desk)
    title = compared.title_mention(cluster)
    changes: list[tuple[str, Change]] = []
    names: list[str] = []
    for variant in compared.variants(cluster):
        spot = next(spot for spot in compared.members(cluster) if compared.name(spot) == variant.name)
        if title is None or compared.name(title) == variant.name or desk.ties.verdict(Tie.SAME, title, spot):
            continue
        changes += decide.set_tie(Tie.SAME, Verdict.ACCEPTED, desk.ties.end(title), desk.ties.end(spot))
        names.append(variant.surface)
    if not changes:
        message = "it has no other form that is open"
        raise RefusedError(message)
    desk.relate(changes)
    desk.message = f"the same as {compared.title(cluster)}: {', '.join(names)}"


def pick_cluster(desk: "Desk") -> None:
    """Choose what the mention that is selected names."""
    _compared(desk)
    desk.wish(PickCluster(_mention(desk).span.surface(desk.view.text)))


def link(cluster: int) -> Action:
    """Say that the mention that is selected names what a cluster names, and not what its own has for a title."""

    def give(desk: "Desk") -> None:
        compared, spot = _compared(desk), _mention(desk)
        title = compared.title_mention(cluster)
        if title is None:
            message = "that name is gone"
            raise RefusedError(message)
        changes: list[tuple[str, Change]] = []
        own = _title_of_own(desk, compared, spot)
        if own is not None and desk.ties.verdict(Tie.SAME, own, spot) != Verdict.REJECTED:
            changes += decide.set_tie(Tie.SAME, Verdict.REJECTED, desk.ties.end(own), desk.ties.end(spot))
        changes += decide.set_tie(Tie.SAME, Verdict.ACCEPTED, desk.ties.end(title), desk.ties.end(spot))
        desk.relate(changes)
        desk.message = f"{compared.surface(spot)} is {compared.title(cluster)}"

    return give


def part(desk: "Desk") -> None:
    """Say that the mention that is selected does not name what the title of its cluster names."""
    compared, spot = _compared(desk), _mention(desk)
    title = compared.title_mention(_cluster(desk))
    if title is None or title == spot:
        message = "it stands for the others: go to one of them"
        raise RefusedError(message)
    desk.relate(decide.set_tie(Tie.SAME, Verdict.REJECTED, desk.ties.end(title), desk.ties.end(spot)))
    desk.message = f"{compared.surface(spot)} is not {compared.title(_cluster(desk))}"


def _title_of_own(desk: "Desk", compared: Compared, spot: Spot) -> Spot | None:
    """The title mention of the cluster that a mention is in under another name."""
    thing = thing_here(desk)
    title = compared.title_mention(int(thing[1])) if thing is not None and thing[0] == CLUSTER else None
    return title if title is not None and compared.name(title) != compared.name(spot) else None


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
    compared, thing = desk.compared, thing_here(desk)
    if compared is None or thing is None or thing[0] != CLUSTER:
        return False
    cluster = int(thing[1])
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
    if focus.tie is Tie.CONFLICT:
        return f"{surfaces[0]} ≠ {surfaces[1]}"
    return f"{surfaces[1]} = {surfaces[0]}" if focus.tie is Tie.SAME else "the passages say the same"


def _compared(desk: "Desk") -> Compared:
    if desk.compared is None:
        raise RefusedError(_NOT_COMPARED)
    return desk.compared


def _cluster(desk: "Desk") -> int:
    thing = thing_here(desk)
    if thing is None or thing[0] != CLUSTER:
        message = "no name is marked here"
        raise RefusedError(message)
    return int(thing[1])


def _mention(desk: "Desk") -> Spot:
    mark = desk.view.mark_here()
    if mark is None or mark.state == "rejected":
        message = "no name is marked here: give it a label first"
        raise RefusedError(message)
    return Spot(desk.active, mark.span.start, mark.span.end)
