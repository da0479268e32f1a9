"""The words of one row of an article, as the desk has them looked at: marks, lens, search, selection, folds."""

from rich.style import Style

from corpus.display import shown_line
from corpus.graphemes import next_boundary
from tui.desk import Desk
from tui.lights import thing_of
from tui.marks import Mark
from tui.render.cells import cut
from tui.render.channels import style_of
from tui.render.gutter import painted
from tui.render.kinds import beginnings, lettered, letters_of
from tui.render.paint import PLAIN, Run, runs

Parts = list[tuple[str, Style]]


def row_text(desk: Desk, index: int, row: int, colours: str) -> Parts:
    """What stands behind the gutter on a row."""
    view = desk.views[index]
    rows = view.rows(desk.geometry.columns)
    if rows.is_blank(row):
        return []
    if row in rows.folded:
        return [_fold(desk, index, row, colours)]
    start, after = rows.bounds(row)
    marks = painted(desk, index, row)
    found, text = _runs(desk, index, row, marks), view.text
    if not desk.lenses.letters:
        return [(shown_line(text[low:high]), style_of(look, colours)) for low, high, look in found]
    blanks = beginnings(text, start, after, marks)[0]
    letters = letters_of(desk.workspace.labels.labels)
    out: Parts = []
    for low, high, look in lettered(found, blanks, desk.hue_of):
        words = letters.get(blanks[low].label, "?") if look.state == "kind" else shown_line(text[low:high])
        out.append((words, style_of(look, colours)))
    return out


def _runs(desk: Desk, index: int, row: int, marks: list[Mark]) -> list[Run]:
    view, glow = desk.views[index], desk.glow
    start, after = view.rows(desk.geometry.columns).bounds(row)
    end = start + len(view.text[start:after].rstrip())
    low, high = _selected(desk, index)
    if low < after and high > end:
        end = min(after, max(end, high))
    dimmed = [(mark.span.start, mark.span.end) for mark in view.regions_between(start, end)]
    if desk.mode is not None and desk.mode.hints(index):
        dimmed.append((start, max(start, end)))
    return runs(
        start,
        max(start, end),
        marks,
        hue_of=desk.hue_of,
        glows=lambda mark: glow is not None and thing_of(desk, index, mark) == glow,
        alerts=lambda mark: desk.ties.is_alert(index, mark),
        mutes=lambda mark: desk.lenses.mutes(view, mark),
        matches=[*view.matches_between(start, end), *desk.ties.differences.get(index, ())],
        selection=(low, high),
        faint=dimmed,
    )


def _fold(desk: Desk, index: int, row: int, colours: str) -> tuple[str, Style]:
    """The row that stands for folded paragraphs: how many, or what the only one begins with."""
    view, columns = desk.views[index], desk.geometry.columns
    rows = view.rows(columns)
    start, after = rows.bounds(row)
    count = rows.folded[row]
    line = view.text[start:after].strip().partition("\n")[0]
    words = f"▸ {count} boilerplate lines" if count > 1 else f"▸ {shown_line(line)}"
    low, high = _selected(desk, index)
    look = PLAIN._replace(faint=True, selected=low < after and high > start)
    return cut(words, columns), style_of(look, colours)


def _selected(desk: Desk, index: int) -> tuple[int, int]:
    """What looks selected in an article: the selection, or the character that the cursor is on."""
    view = desk.views[index]
    if index != desk.active or not view.text:
        return -1, -1
    if not view.selection.empty:
        return view.selection.start, view.selection.end
    at = view.moving_edge()
    return at, next_boundary(view.text, at)
