"""The strip of the ledger: a row a group of figures, equal values together, those that cannot both be right apart."""

from typing import Final

from annotations.model import Verdict
from corpus.comparison import Row
from corpus.display import shown_line
from tui.compared import CONFLICT, ROW, Shape, Spot, entry_at, spot_of
from tui.desk import Desk
from tui.render.cells import cut, width
from tui.render.tie_words import SIGNS, place
from tui.render.words import Words

_VERDICTS: Final = {CONFLICT: "≠", "compatible": "≈", "agree": "="}
_CLAIMANT: Final = 20  # cells of who says it
_ABOUT: Final = 28  # cells of what is counted
_SHORTEST: Final = 5  # cells of an entry at the least


def strip_key(desk: Desk) -> object:
    """What the strip looks like depends on; where it is the same, so is the strip."""
    mark = desk.view.mark_here() if desk.glow is not None and desk.glow[0] == ROW else None
    here = (desk.active, mark.span) if mark is not None else None
    return desk.compared, desk.ties.revision, tuple(desk.frame.ledger_rows), desk.glow if here else None, here


def strip(desk: Desk, cells: int) -> list[list[Words]]:
    """The rows of the strip, `cells` wide at the most where they can be."""
    return [ledger_row(desk, number, cells) for number in desk.frame.ledger_rows]


def ledger_row(desk: Desk, number: int, cells: int) -> list[Words]:
    """One row: verdict, what is counted, each value with who says it where, or its articles where room is short."""
    compared = desk.compared
    if compared is None:
        return []
    row, shape = compared.row(number), compared.shape(number)
    words = [*_verdict(desk, number, row), (cut(shown_line(row.about), min(_ABOUT, cells // 3)), "plain")]
    room = cells - sum(width(text) for text, _ in words)
    here = _entry_here(desk, row)
    entries = _wide(desk, row, shape, here, room) if len(row.entries) * _SHORTEST < room else None
    return words + (_narrow(desk, row, shape, here, room) if entries is None else entries)


def _verdict(desk: Desk, number: int, row: Row) -> list[Words]:
    decided = desk.ties.row_verdict(number)
    role = "dim"
    if row.verdict == CONFLICT and decided != Verdict.REJECTED:
        role = "alert" if desk.glow == (ROW, number) else "conflict"
    sign = SIGNS[decided] if decided else " "
    return [(" ", "plain"), (_VERDICTS.get(row.verdict, " "), role), (f"{sign} ", "strong")]


def _entry_here(desk: Desk, row: Row) -> int:
    """The entry of a row under the cursor; -1 for none."""
    mark = desk.view.mark_here()
    return entry_at(row, Spot(desk.active, mark.span.start, mark.span.end)) if mark is not None else -1


def _parted(shape: Shape, number: int) -> str:
    """What stands before a group: a line where it cannot be right beside one before it."""
    return " │ " if shape.torn[number] else " · " if number else "  "


def _wide(desk: Desk, row: Row, shape: Shape, here: int, room: int) -> list[Words] | None:
    """Every entry by itself; None where there is no room for that."""
    words: list[Words] = []
    for number, group in enumerate(shape.groups):
        for at, index in enumerate(group):
            entry = [(_parted(shape, number) if not at else "  ", "dim")]
            entry += _entry(desk, row, shape, index, index == here)
            room -= sum(width(text) for text, _ in entry)
            if room < 0:
                return None
            words += entry
    return words


def _narrow(desk: Desk, row: Row, shape: Shape, here: int, room: int) -> list[Words]:
    """The values with their articles, as many as there is room for."""
    words: list[Words] = []
    for number, group in enumerate(shape.groups):
        if sum(len(text) for text, _ in words) > room:
            break
        words.append((_parted(shape, number), "dim"))
        shown = here if here in group else group[0]
        entry = _entry(desk, row, shape, shown, shown == here)
        if len(group) > 1:
            letters = dict.fromkeys(desk.views[row.entries[index].article].letter for index in group)
            entry = [entry[0], (f" {'·'.join(letters)}", "dim")]
        words += entry
    return words


def _entry(desk: Desk, row: Row, shape: Shape, index: int, here: bool) -> list[Words]:  # noqa: FBT001 (one of five)
    """A value, who says it, and where."""
    entry = row.entries[index]
    role = "active" if here else "conflict" if index in shape.conflicting else "strong"
    words: list[Words] = [(shown_line(entry.value), role)]
    said_by = desk.compared.claimant(entry) if desk.compared is not None else ""
    words.append((f" {cut(shown_line(said_by), _CLAIMANT)}" if said_by else "", "plain"))
    return [*words, (f" {place(desk, spot_of(entry))}", "dim")]
