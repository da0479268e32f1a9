"""The way that the reviewer came by: places that were left for others far away, to go back to and forth again."""

from typing import TYPE_CHECKING, Final, NamedTuple

from tui.selection import Selection

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.ties import Focus

LONGEST: Final = 200  # places that can be gone back to


class Visit(NamedTuple):
    """Where the reviewer was, and what the verbs were about there."""

    article: int
    selection: Selection
    focus: "Focus | None"


class Trail:
    """The places behind and ahead of where the reviewer is now, the nearest one last."""

    def __init__(self) -> None:
        self.behind: list[Visit] = []
        self.ahead: list[Visit] = []

    def leave(self, visit: Visit) -> None:
        """Remember a place that is left for a new one."""
        if not self.behind or self.behind[-1] != visit:
            self.behind.append(visit)
            del self.behind[:-LONGEST]
        self.ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        """The place before, if there is one; `here` is then ahead."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forth(self, here: Visit) -> Visit | None:
        """The place that was gone back from, if there is one; `here` is then behind."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()


def here(desk: "Desk") -> Visit:
    """Where the reviewer is."""
    return Visit(desk.active, desk.view.selection, desk.ties.focus)


def is_far(desk: "Desk", before: Visit) -> bool:
    """Whether the reviewer has gone to another article since, or by more than a screenful."""
    shape = desk.geometry
    moved = abs(desk.view.selection.start - before.selection.start)
    return desk.active != before.article or moved > shape.rows * shape.columns // 2
