"""The gutter before a row: the paragraph's number, a mark for figures in conflict, a bar beside what is selected."""

from rich.style import Style

from tui.desk import Desk
from tui.marks import Mark
from tui.render.channels import role_of, style_of
from tui.render.kinds import beginnings, kind_look, letters_of
from tui.render.paint import PLAIN

Parts = list[tuple[str, Style]]


def gutter(desk: Desk, index: int, row: int, colours: str) -> Parts:
    """The cells before a row of an article."""
    view, shape, blank = desk.views[index], desk.geometry, style_of(PLAIN, colours)
    rows = view.rows(shape.columns)
    start, end = rows.bounds(row)
    number = rows.numbers[row] if desk.lenses.numbers else 0
    label = str(number)[-shape.digits :].rjust(shape.digits) if number > 0 else " " * shape.digits
    alert = row not in rows.folded and desk.ties.alert_between(index, start, end)
    here = _is_here(desk, index, row)
    numbered = [(label, role_of("strong" if number > 0 and _is_open(desk, index, row) else "dim", colours))]
    bar = ("▎", role_of("bar", colours)) if here else (" ", blank)
    loose = unplaced(desk, index, row) if desk.lenses.letters else []
    if loose and loose[0].span.start == start and not here:
        bar = _letter(desk, loose.pop(0), colours)
    if loose:
        numbered = _with_letters(desk, label, numbered[0][1], loose, colours)
    return [
        (" " * shape.indent, blank),
        *numbered,
        ("≠" if alert else " ", role_of("conflict", colours) if alert else blank),
        bar,
    ]


def unplaced(desk: Desk, index: int, row: int) -> list[Mark]:
    """The marks that begin on a row and have no blank before them in which their letter could stand."""
    view = desk.views[index]
    rows = view.rows(desk.geometry.columns)
    start, end = rows.bounds(row)
    return beginnings(view.text, start, end, painted(desk, index, row))[1]


def painted(desk: Desk, index: int, row: int) -> list[Mark]:
    """The marks that are painted on a row: those that the lens shows, and none where it is folded or blank."""
    view = desk.views[index]
    rows = view.rows(desk.geometry.columns)
    if row in rows.folded or rows.is_blank(row):
        return []
    return [mark for mark in view.marks.between(*rows.bounds(row), rejected=True) if desk.lenses.shows(mark)]


def _with_letters(desk: Desk, label: str, style: Style, marks: list[Mark], colours: str) -> Parts:
    """A number with letters in the blank cells before it, as many as there is room for."""
    room = len(label) - len(label.lstrip())
    letters = [_letter(desk, mark, colours) for mark in marks[:room]]
    return [(" " * (room - len(letters)), style), *letters, (label[room:], style)]


def _letter(desk: Desk, mark: Mark, colours: str) -> tuple[str, Style]:
    letter = letters_of(desk.workspace.labels.labels).get(mark.label, "?")
    return letter, style_of(kind_look(desk.hue_of(mark.label), PLAIN), colours)


def _is_here(desk: Desk, index: int, row: int) -> bool:
    """Whether something of the selection is on a row, or of the passage that stands beside it."""
    view = desk.views[index]
    rows = view.rows(desk.geometry.columns)
    start, end = rows.bounds(row)
    selection = view.selection
    here = index == desk.active and rows.row_of(selection.start) <= row <= rows.row_of(view.moving_edge())
    if selection.head < selection.anchor:
        here = index == desk.active and selection.start < end and selection.end > start
    partner = desk.beside.partners.get(index)
    if partner is not None and partner.paragraph is not None:
        here = here or (partner.paragraph.start < end and partner.paragraph.end > start)
    return here


def _is_open(desk: Desk, index: int, row: int) -> bool:
    """Whether the paragraph that begins on a row holds an open proposal."""
    view = desk.views[index]
    rows = view.rows(desk.geometry.columns)
    mark = view.marks.open_after(rows.starts[row])
    if mark is None:
        return False
    return rows.paragraph_of(rows.row_of(mark.span.start)) == rows.numbers[row]
