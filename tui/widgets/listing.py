"""Rows of words, as many as there is room for: a list that is drawn row by row, and only where it changed."""

from collections.abc import Callable

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.render.channels import role_of
from tui.render.words import Words, fitted
from tui.widgets.fitting import fit_of
from tui.widgets.strips import cropped, differing, strip_of

Lines = list[list[Words]]


class Listing(Widget, can_focus=False):
    """The rows that `lines` gives for a width and a height, in cells."""

    DEFAULT_CSS = "Listing { height: 1fr; width: 1fr; }"
    ALLOW_SELECT = False

    class Clicked(Message):
        """The mouse clicked on row `y`, that many times."""

        def __init__(self, y: int, clicks: int) -> None:
            super().__init__()
            self.y = y
            self.clicks = clicks

    class Wheeled(Message):
        """The wheel turned by that many rows."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, lines: Callable[[int, int], Lines], colours: str) -> None:
        super().__init__()
        self._lines = lines
        self._colours = colours
        self._drawn: list[Strip] = []

    def update(self) -> None:
        """Draw what is different now."""
        before, self._drawn = self._drawn, self._strips()
        if len(before) != len(self._drawn) or (before and before[0].cell_length != self._drawn[0].cell_length):
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)):
            cells = differing(old, new)
            if cells is not None:
                self.refresh(Region(cells[0], y, cells[1] - cells[0], 1))

    def recolour(self, colours: str) -> None:
        """Draw anew, in another theme."""
        self._colours = colours
        self._drawn = []
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows, without Textual's styles, borders and filters: they bring their own."""
        if len(self._drawn) != self.size.height or any(one.cell_length != self.size.width for one in self._drawn[:1]):
            self._drawn = self._strips()
        return cropped([self._drawn[y] for y in crop.line_range], crop, self.size.width)

    def _strips(self) -> list[Strip]:
        width, height = self.size
        blank, fit = role_of("plain", self._colours), fit_of(self)
        rows = self._lines(width, height)[:height] if width and height else []
        rows += [[] for _ in range(height - len(rows))]
        styled = ([(text, role_of(role, self._colours)) for text, role in fitted(row, width)] for row in rows)
        return [strip_of(row, width, blank, fit) for row in styled]

    def on_click(self, event: events.Click) -> None:
        """Say where."""
        self.post_message(self.Clicked(event.y, event.chain))

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.post_message(self.Wheeled(3))

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.post_message(self.Wheeled(-3))
