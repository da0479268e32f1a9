"""The ledger over the whole screen: moving in it, deciding on conflicts, going to a figure on the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.model import Tie, Verdict
from tui.actions import history
from tui.actions.copying import as_row
from tui.actions.follow import look_at_pair, to_spot
from tui.compared import Spot, entry_at, spot_of
from tui.ledger import Ledger
from tui.render.tie_words import SIGN_OF
from tui.ties import Focus
from tui.trail import here
from tui.wishes import Copy

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[[Ledger], None]


def by_group(step: int) -> Action:
    """To the next (or previous) group."""

    def move(ledger: Ledger) -> None:
        heads = [index for index, line in enumerate(ledger.lines) if line.entry < 0]
        ahead = [index for index in heads if (index > ledger.at if step > 0 else index < ledger.at)]
        if ahead:
            ledger.at = ahead[0] if step > 0 else ahead[-1]

    return move


def toggle_filter(ledger: Ledger) -> None:
    """Only conflicts, or every group."""
    ledger.all = not ledger.all
    ledger.load()


def open_place(ledger: Ledger) -> None:
    """To the figure on the desk; of a group, to the first that is in conflict."""
    line = ledger.here
    if line is None:
        message = "there is nothing to go to"
        raise RefusedError(message)
    row, pair = ledger.compared.row(line.row), ledger.pair()

    def go(desk: "Desk") -> None:
        desk.trail.leave(here(desk))
        entry = max(line.entry, 0)
        if pair is not None:
            ends = entry_at(row, pair.one), entry_at(row, pair.other)
            entry = line.entry if line.entry >= 0 else ends[0]
            to_spot(desk, spot_of(row.entries[entry]))
            look_at_pair(desk, row, *ends)
        else:
            to_spot(desk, spot_of(row.entries[entry]))

    ledger.leave(go)


def judge(verdict: Verdict) -> Action:
    """Decide whether the two figures are in conflict."""

    def give(ledger: Ledger) -> None:
        pair = _pair(ledger)
        ledger.on_desk(
            lambda desk: desk.relate(
                decide.set_tie(pair.tie, verdict, desk.ties.end(pair.one), desk.ties.end(pair.other))
            )
        )
        ledger.message = ledger.message or f"{verdict.value}: {_told(ledger, pair)}"

    return give


def compare(ledger: Ledger) -> None:
    """Mark the figure; with another one marked, ask what the two are to each other."""
    spot = ledger.spot_here()
    if spot is None:
        message = "go to a figure of the group first"
        raise RefusedError(message)
    if ledger.marked is None or ledger.marked == spot:
        ledger.marked = spot if ledger.marked is None else None
        key = " ".join(ledger.keys.shortest("ledger.compare"))
        told = f"{ledger.compared.surface(spot)} is marked; {key} on another figure asks what the two are"
        ledger.message = told if ledger.marked is not None else "no figure is marked"
        return
    ledger.asked = ledger.marked, spot


def relate(asked: tuple[Spot, Spot], key: str) -> Action:
    """Take the answer to what two figures are to each other."""

    def give(ledger: Ledger) -> None:
        from tui.actions.figures import TIE_KEYS, Subject, record  # noqa: PLC0415 (wanted for one key)

        one, other = asked
        if key in TIE_KEYS or key == "x":
            tie = TIE_KEYS.get(key, Tie.CONFLICT)
            verdict = Verdict.REJECTED if key == "x" else Verdict.ACCEPTED
            ledger.on_desk(lambda desk: record(desk, Subject(one), tie, verdict, other))
            ledger.marked = None
        elif key not in {"escape", "backspace"}:
            message = f"{key} is no answer; nothing was changed"
            raise RefusedError(message)

    return give


def take_back(ledger: Ledger) -> None:
    """Take back what was decided last on two figures of the row, or on the one under the cursor and another."""
    line, here, ties = ledger.here, ledger.spot_here(), ledger.desk.ties
    own = set(map(spot_of, ledger.compared.row(line.row).entries)) if line is not None else set[Spot]()
    decided = [each for each in ties.of_figures() if set(each[:2]) <= own and here in {None, *each[:2]}]
    if not decided:
        message = "nothing was decided on it"
        raise RefusedError(message)
    one, other, relation = decided[-1]
    ledger.on_desk(lambda desk: desk.relate(decide.untie(relation.tie, desk.ties.end(one), desk.ties.end(other))))
    ledger.message = ledger.message or f"open again: {_told(ledger, Focus(relation.tie, one, other))}"


def copy(ledger: Ledger) -> None:
    """Copy the group under the cursor."""
    line = ledger.here
    if line is None:
        message = "there is nothing to copy"
        raise RefusedError(message)
    ledger.on_desk(lambda desk: desk.wish(Copy(as_row(desk, line.row))))


def undo(ledger: Ledger) -> None:
    """Take the last step back."""
    ledger.on_desk(history.undo)


def redo(ledger: Ledger) -> None:
    """Do it again."""
    ledger.on_desk(history.redo)


def leave(ledger: Ledger) -> None:
    """Go back to the desk."""
    ledger.leave()


def _pair(ledger: Ledger) -> Focus:
    pair = ledger.pair()
    if pair is None:
        message = "there are no two values to decide on"
        raise RefusedError(message)
    return pair


def _told(ledger: Ledger, pair: Focus) -> str:
    return f" {SIGN_OF[pair.tie]} ".join(ledger.compared.surface(spot) for spot in (pair.one, pair.other))
