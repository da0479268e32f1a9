"""Moving by character, line, token, marked name, sentence, paragraph, page and article, and extending by them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.graphemes import boundary_at, next_boundary, previous_boundary
from tui.selection import Selection, Units, backward, cursor, extend_backward, extend_forward, forward
from tui.view import View, text_units

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[["Desk"], None]


def _by_unit(units_of: Callable[[View], Units], *, ahead: bool, extend: bool) -> Action:
    def move(desk: "Desk") -> None:
        view = desk.view
        units = units_of(view)
        if extend or desk.extending:
            motion = extend_forward if ahead else extend_backward
            _extend(view, motion(units, view.selection).head)
        else:
            motion = forward if ahead else backward
            view.select(motion(units, view.selection))
            _past_folds(view, lambda: view.select(motion(units, view.selection)), ahead=ahead)

    return move


def by(kind: str, *, ahead: bool, extend: bool = False) -> Action:
    """To the next (`ahead`) or previous token, sentence or paragraph."""
    return _by_unit(lambda view: text_units(view, kind), ahead=ahead, extend=extend)


def by_entity(*, ahead: bool) -> Action:
    """To the next or previous marked name or figure, whatever its state, which becomes the target of verbs."""
    extended = _by_unit(lambda view: view.entity_units(), ahead=ahead, extend=True)
    moved = _by_unit(lambda view: view.entity_units(), ahead=ahead, extend=False)

    def move(desk: "Desk") -> None:
        if desk.extending:
            extended(desk)
            return
        moved(desk)
        mark = desk.view.mark_at()
        if mark is not None and mark.span == desk.view.selection.span:
            desk.view.target = mark.of

    return move


def by_character(*, ahead: bool, extend: bool = False) -> Action:
    """To the next or previous grapheme that is not a line break."""

    def move(desk: "Desk") -> None:
        view = desk.view
        selection, text = view.selection, view.text
        if extend or desk.extending:
            step = next_boundary if ahead else previous_boundary
            _extend(view, step(text, selection.head))
            return
        at = view.moving_edge()
        fold = view.fold_here()
        if fold is not None:
            at = fold[1] if ahead else fold[0]
        at = next_boundary(text, at) if ahead else previous_boundary(text, at)
        while 0 < at < len(text) and text[at] in "\r\n":
            at = next_boundary(text, at) if ahead else previous_boundary(text, at)
        if at < len(text) and text[at] not in "\r\n":
            hidden = view.hidden(at)
            view.select(cursor(hidden[0] if hidden else at))

    return move


def by_line(count: int, *, extend: bool = False) -> Action:
    """Down that many rows of the screen (up where negative), in the same cell column; blank rows are stepped over."""

    def move(desk: "Desk") -> None:
        _vertical(desk, count, extend=extend)

    return move


def by_page(share: int, *, ahead: bool) -> Action:
    """A page divided by `share` down or up; the text scrolls along."""

    def move(desk: "Desk") -> None:
        view, shape = desk.view, desk.geometry
        rows = max(1, shape.rows // share - (1 if share == 1 else 0)) * (1 if ahead else -1)
        view.top += rows
        view.clamp(shape.columns, shape.rows)
        _vertical(desk, rows, extend=False)

    return move


def _past_folds(view: View, again: Callable[[], None], *, ahead: bool) -> None:
    """Go on over what is folded; where nothing follows, stay on the fold."""
    while (fold := view.hidden(view.moving_edge()) or view.hidden(view.selection.start)) is not None:
        view.select(cursor(fold[1] if ahead else fold[0]))
        again()
        if not ahead and view.selection.start == fold[0]:
            again()  # backward from a place is first what begins there
        start, over = view.selection.start, bool(view.text[fold[1] :].strip())
        if (start < fold[1] or not over) if ahead else start >= fold[0]:
            view.select(cursor(fold[0]))
            return


def _vertical(desk: "Desk", count: int, *, extend: bool) -> None:
    view, columns = desk.view, desk.geometry.columns
    rows = view.rows(columns)
    edge = view.moving_edge()
    goal = view.goal if view.goal is not None else view.column_of(columns, edge)
    row = min(max(rows.row_of(edge) + count, 0), len(rows) - 1)
    step = 1 if count > 0 else -1
    while 0 < row < len(rows) - 1 and rows.is_blank(row):
        row += step
    if rows.is_blank(row):  # above the first paragraph, there is nothing to stand on
        row = min(row + 1, len(rows) - 1)
    _place(desk, view.offset_in(columns, row, goal), extend=extend)
    view.goal = goal


def line_start(desk: "Desk") -> None:
    """To the first character of the row."""
    view, columns = desk.view, desk.geometry.columns
    rows = view.rows(columns)
    _place(desk, rows.bounds(rows.row_of(view.moving_edge()))[0])


def line_end(desk: "Desk") -> None:
    """To the last character of the row."""
    view, columns = desk.view, desk.geometry.columns
    row = view.rows(columns).row_of(view.moving_edge())
    at = view.offset_in(columns, row, columns * 2)
    _place(desk, at)


def article_start(desk: "Desk") -> None:
    """To the top of the article."""
    first = desk.view.units.next_paragraph(0)
    _place(desk, first.start if first else 0)


def article_end(desk: "Desk") -> None:
    """To the last character of the article."""
    text = desk.view.text
    last = desk.view.units.previous_paragraph(len(text))
    end = last.end if last else len(text)
    _place(desk, previous_boundary(text, end))


def pane(step: int) -> Action:
    """To the article that many further right (left where negative), around the end."""

    def move(desk: "Desk") -> None:
        desk.activate(desk.active + step)

    return move


def to_article(number: int) -> Action:
    """To article number `number`, from 0."""

    def move(desk: "Desk") -> None:
        if number >= len(desk.views):
            desk.message = f"there is no article {number + 1}"
        else:
            desk.activate(number)

    return move


def _place(desk: "Desk", offset: int, *, extend: bool = False) -> None:
    """The cursor on the character at `offset`, or the selection as far as that character while extending."""
    view = desk.view
    offset = boundary_at(view.text, offset)
    if not (extend or desk.extending):
        view.select(cursor(offset))
        return
    anchor = view.selection.anchor
    _extend(view, next_boundary(view.text, offset) if offset >= anchor else offset)


def _extend(view: View, head: int) -> None:
    """Move the head; the character at the anchor stays selected when the head passes it."""
    before, text = view.selection, view.text
    anchor = before.anchor
    if before.head > anchor >= head:
        anchor, head = next_boundary(text, anchor), head if head < anchor else previous_boundary(text, anchor)
    elif before.head < anchor <= head:
        anchor, head = previous_boundary(text, anchor), head if head > anchor else next_boundary(text, anchor)
    view.select(Selection(anchor, head))
