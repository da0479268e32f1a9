"""The ledger over the whole screen: moving in it, deciding on conflicts, going to a figure on the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations import decide
from annotations.decide import RefusedError
from annotations.model import Verdict
from tui.actions import history
from tui.actions.follow import look_at_pair, to_spot
from tui.compared import entry_at, spot_of
from tui.ledger import Ledger
from tui.ties import Focus

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[[Ledger], None]


def by_line(step: int) -> Action:
    """Down that many lines."""

    def move(ledger: Ledger) -> None:
        ledger.at += step

    return move


def by_group(step: int) -> Action:
    """To the next (or previous) group."""

    def move(ledger: Ledger) -> None:
        heads = [index for index, line in enumerate(ledger.lines) if line.entry < 0]
        ahead = [index for index in heads if (index > ledger.at if step > 0 else index < ledger.at)]
        if ahead:
            ledger.at = ahead[0] if step > 0 else ahead[-1]

    return move


def by_page(step: int) -> Action:
    """Down that many pages."""

    def move(ledger: Ledger) -> None:
        ledger.at += step * max(1, ledger.height // 2)

    return move


def first(ledger: Ledger) -> None:
    """To the top."""
    ledger.at = 0


def last(ledger: Ledger) -> None:
    """To the end."""
    ledger.at = len(ledger.lines) - 1


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
        desk.ties.leave_from_here()
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


def take_back(ledger: Ledger) -> None:
    """Take back what was decided on the two figures."""
    pair = _decided_pair(ledger)
    ledger.on_desk(lambda desk: desk.relate(decide.untie(pair.tie, desk.ties.end(pair.one), desk.ties.end(pair.other))))
    ledger.message = ledger.message or f"open again: {_told(ledger, pair)}"


def undo(ledger: Ledger) -> None:
    """Take the last step back."""
    ledger.on_desk(history.undo)


def redo(ledger: Ledger) -> None:
    """Do it again."""
    ledger.on_desk(history.redo)


def show_help(ledger: Ledger) -> None:
    """Show all keys."""
    ledger.asks_for_help = True


def leave(ledger: Ledger) -> None:
    """Go back to the desk."""
    ledger.leave()


def _pair(ledger: Ledger) -> Focus:
    pair = ledger.pair()
    if pair is None:
        message = "there are no two values to decide on"
        raise RefusedError(message)
    return pair


def _decided_pair(ledger: Ledger) -> Focus:
    """The pair under the cursor that was decided on, where there is one."""
    ties = ledger.desk.ties
    found = [pair for pair in ledger.pairs() if ties.verdict(pair.tie, pair.one, pair.other)]
    return found[0] if found else _pair(ledger)


def _told(ledger: Ledger, pair: Focus) -> str:
    return " ≠ ".join(ledger.compared.surface(spot) for spot in (pair.one, pair.other))
