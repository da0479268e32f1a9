"""The queue of open proposals: from one to the next, through all articles that are not finished, and around."""

from typing import TYPE_CHECKING

from tui.view import View

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.marks import Mark


def next_open(desk: "Desk") -> None:
    """To the next open proposal, in this article or a later one."""
    start = desk.view.selection.start
    _go(desk, 1, start if desk.view.selection.empty else start + 1)


def previous_open(desk: "Desk") -> None:
    """To the previous open proposal, in this article or an earlier one."""
    _go(desk, -1, desk.view.selection.start)


def _go(desk: "Desk", step: int, offset: int) -> None:
    count, here = len(desk.views), desk.active
    if _find(desk, desk.view, step, offset):
        return
    for distance in range(1, count + 1):
        index = (here + distance * step) % count
        view = desk.views[index]
        if _find(desk, view, step, 0 if step > 0 else len(view.text)):
            around = index <= here if step > 0 else index >= here
            desk.message = f"around the {'end' if step > 0 else 'start'}" if around else ""
            return
    desk.message = "no open proposal" + (" yet: still reading" if desk.reading else " is left")


def _find(desk: "Desk", view: View, step: int, offset: int) -> bool:
    """Go to the first open proposal of a view from `offset` on in the direction of `step`, if there is one."""
    if desk.workspace.state(view.article.id).finished:
        return False
    mark: Mark | None = view.marks.open_after(offset) if step > 0 else view.marks.open_before(offset)
    if mark is not None:
        desk.go(view, mark.span, target=mark.of)
    return mark is not None
