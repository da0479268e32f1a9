"""What of the story is on the screen: how it is divided, which articles it shows, and which rows of them."""

from typing import TYPE_CHECKING

from tui.compared import ROW
from tui.dirt import Sight
from tui.geometry import Geometry, geometry, strip_rows
from tui.marks import Mark
from tui.view import View

if TYPE_CHECKING:
    from tui.desk import Desk

UNKNOWN = (0, 0)  # the size of the screen before it has said it


class Frame:
    """The screen before a desk: `first` is the first article that it shows, `zoomed` says that it shows one alone.

    `strip` says that rows of the ledger are wanted below the articles; `several` is the first of the articles that
    stood side by side before one was shown alone. Over several sizes of the screen the first one stays in mind.
    """

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._size = UNKNOWN
        self._geometry: Geometry | None = None
        self.first = 0
        self.several = 0
        self._wanted = self._fitted = 0  # the first article before the screen took other sizes, and after that
        self.zoomed = False
        self.strip = True

    def begin(self) -> None:
        """Begin with the first article of another story."""
        self.first = self.several = self._wanted = self._fitted = 0
        self.zoomed = False
        self.forget()

    def forget(self) -> None:
        """Have the screen divided anew when that is next asked for."""
        self._geometry = None

    def refit(self) -> None:
        """Have the screen divided anew; at once where its size is known."""
        self.forget()
        if self._size != UNKNOWN:
            self.regroup()

    @property
    def geometry(self) -> Geometry:
        """How the screen is divided now."""
        if self._geometry is None:
            desk, (width, height) = self._desk, self._size
            digits = len(str(max(view.text.count("\n") for view in desk.views) + 1))
            digits = max(2, min(digits, 5))
            strip = strip_rows(height, len(desk.compared.rows) if desk.compared is not None and self.strip else 0)
            self._geometry = geometry(
                width, height, len(desk.views), zoomed=self.zoomed, digits=digits, strip=strip, most=desk.lenses.most
            )
        return self._geometry

    @property
    def ledger_rows(self) -> list[int]:
        """The rows of the ledger that the strip shows: that of the figure under the cursor first, then by weight."""
        compared, room, glow = self._desk.compared, self.geometry.strip, self._desk.glow
        if compared is None or not room:
            return []
        here = [int(glow[1])] if glow is not None and glow[0] == ROW else []
        return [*here, *(number for number in compared.rows[: room + 1] if number not in here)][:room]

    @property
    def shown(self) -> range:
        """The indices of the articles on screen."""
        panes = self.geometry.panes
        return range(self.first, min(self.first + panes, len(self._desk.views)))

    def zoom(self, alone: bool) -> None:  # noqa: FBT001 (it is the whole of what is said)
        """Show one article alone, or the articles that stood side by side before."""
        if alone != self.zoomed:
            self.zoomed = alone
            self.first, self.several = (self.first, self.first) if alone else (self.several, self.several)
        self.regroup()

    def resize(self, width: int, height: int) -> bool:
        """Take the size of the screen, in cells; returns whether it is another."""
        if (width, height) == self._size:
            return False
        self._size = (width, height)
        if self.first != self._fitted:
            self._wanted = self.first
        self.first = self._wanted
        self.regroup()
        self._fitted = self.first
        return True

    def regroup(self) -> None:
        """Divide the screen anew, with the active article on it and every selection where it was."""
        self._geometry = None
        self._desk.dirt.everything = True
        self._fit()

    def look_again(self) -> None:
        """Divide the screen anew where the story makes that necessary; else any row may look different now."""
        before = self._geometry
        self.forget()
        if self._size == UNKNOWN or self.geometry != before:
            self._desk.dirt.everything = True
            self.refit()
        else:
            self._desk.dirt.different = True
            self._fit()

    def _fit(self) -> None:
        for view in self._desk.views:
            view.resume(self.geometry.columns)
        self.settle()
        for index in self.shown:
            self._desk.views[index].clamp(self.geometry.columns, self.geometry.rows)

    def rows_changed(self) -> None:
        """Make room for as many rows of the ledger as there are now."""
        before, self._geometry = self._geometry, None
        if self._size != UNKNOWN and before is not None and self.geometry.strip != before.strip:
            self.regroup()

    def settle(self) -> None:
        """Have the active article on screen, and its selection in sight."""
        desk, panes = self._desk, self.geometry.panes
        self._close_found()
        if not self.first <= desk.active < self.first + panes:
            self.first = desk.active if desk.active < self.first else desk.active - panes + 1
            desk.dirt.everything = True
        self.first = max(0, min(self.first, len(desk.views) - panes))
        view = desk.view
        if view.hidden(view.moving_edge()) or view.hidden(view.selection.start):
            fold = view.fold_here()
            if fold is not None and view.matches:
                view.found_in.append(fold)
            desk.open_fold(view)  # something was found in what is folded
        view.reveal(self.geometry.columns, self.geometry.rows)

    def _close_found(self) -> None:
        """Fold again what a search has opened, once it is over and the selection is elsewhere."""
        for index, view in enumerate(self._desk.views):
            if not view.found_in or view.matches:
                continue
            selection = view.selection
            here = [fold for fold in view.found_in if fold[0] <= selection.end and selection.start <= fold[1]]
            gone = [fold for fold in view.found_in if fold not in here]
            view.found_in = here
            view.opened.difference_update(start for start, _ in gone)
            if gone and view.refold():
                self._desk.dirt.panes.add(index)

    def scroll(self, index: int, rows: int) -> None:
        """Scroll a pane without moving its selection (the wheel)."""
        view = self._desk.views[index]
        top = view.top
        view.top += rows
        view.clamp(self.geometry.columns, self.geometry.rows)
        if view.top != top:
            self._desk.dirt.panes.add(index)

    def sight(self) -> Sight:
        """What is in sight now."""
        views = self._desk.views
        selections, tops = tuple(view.selection for view in views), tuple(view.top for view in views)
        return Sight(self._desk.active, self.first, self.zoomed, selections, tops)

    def marks_in_sight(self, view: View) -> list[Mark]:
        """The marks on the rows that a pane shows."""
        rows = view.rows(self.geometry.columns)
        last = min(view.top + self.geometry.rows, len(rows)) - 1
        return view.marks.between(rows.bounds(min(view.top, last))[0], rows.bounds(last)[1])
