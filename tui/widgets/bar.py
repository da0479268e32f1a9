"""A line around the texts."""

from collections.abc import Callable

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.render.channels import role_of
from tui.render.words import Words, fitted
from tui.widgets.fitting import fit_of
from tui.widgets.strips import cropped, differing, strip_of


class Bar(Widget, can_focus=False):
    """One line of words; draws only the cells that changed."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, words: Callable[[], list[Words]], colours: str) -> None:
        super().__init__()
        self._words = words
        self._colours = colours
        self._shown: list[Words] = []
        self._drawn: Strip | None = None

    def update(self) -> None:
        """Draw what is different now."""
        words = self._words()
        if words == self._shown:
            return
        self._shown = words
        drawn, strip = self._drawn, self._strip()
        if drawn is None or drawn.cell_length != strip.cell_length:
            self._drawn = strip
            self.refresh()
        elif (cells := differing(drawn, strip)) is not None:
            self._drawn = strip
            self.refresh(Region(cells[0], 0, cells[1] - cells[0], 1))

    def recolour(self, colours: str) -> None:
        """Draw anew, in another theme."""
        self._colours = colours
        self._drawn = None
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line, without Textual's styles, borders and filters: it brings its own."""
        return cropped([self.render_line(0)], crop, self.size.width)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 (there is one line)
        """The line, as it was when it was last updated."""
        if self._drawn is None or self._drawn.cell_length != self.size.width:
            self._shown = self._words()
            self._drawn = self._strip()
        return self._drawn

    def _strip(self) -> Strip:
        blank = role_of("plain", self._colours)
        words = fitted(self._shown, self.size.width)
        parts = ((text, role_of(role, self._colours)) for text, role in words)
        return strip_of(parts, self.size.width, blank, fit_of(self))
