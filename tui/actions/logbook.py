"""The history over the whole screen: moving in it, going to where something was decided, undo and redo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.decide import RefusedError
from tui.actions import history
from tui.logbook import Logbook
from tui.wishes import OpenStory

if TYPE_CHECKING:
    from tui.desk import Desk

Action = Callable[[Logbook], None]


def open_place(logbook: Logbook) -> None:
    """To where it was decided: on the desk, or in the story that has to come on it first."""
    if logbook.here is None:
        message = "there is nothing to go to"
        raise RefusedError(message)
    entry, moved = logbook.entry(logbook.here), logbook.moved

    def go(desk: "Desk") -> None:
        view = next((one for one in desk.views if one.article.id == entry.article_id), None)
        if view is None or moved:
            desk.wish(OpenStory("", entry.article_id, entry.span))
        elif entry.span is None:
            desk.activate(desk.views.index(view))
        else:
            desk.go(view, entry.span)
            mark = view.mark_at()
            view.target = mark.of if mark is not None and mark.span == entry.span else None

    logbook.leave(go)


def undo(logbook: Logbook) -> None:
    """Take the last step back, and go to its line."""
    step = next(iter(logbook.layer.undoable[-1:]), None)
    logbook.on_desk(history.undo)
    logbook.go_to(step)


def redo(logbook: Logbook) -> None:
    """Do the step again that was undone last, and go to its line."""
    step = next(iter(logbook.layer.redoable[-1:]), None)
    logbook.on_desk(history.redo)
    logbook.go_to(step)


def leave(logbook: Logbook) -> None:
    """Go back to the desk."""
    logbook.leave()
