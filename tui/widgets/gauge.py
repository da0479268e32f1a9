"""The ruler of a pane, a column of its own over the pane: what changes on it leaves the cells of the text alone."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.desk import Desk
from tui.render.channels import role_of
from tui.render.ruler import BLANK, Cells, Ruler, column
from tui.render.words import Words
from tui.widgets.fitting import fit_of
from tui.widgets.pane import ArticlePane
from tui.widgets.strips import cropped


class Gauge(Widget, can_focus=False):
    """A cell for each row of the pane of that `number`; blank beside an article that is not active or all in sight.

    What the mouse does to it, it does to the pane.
    """

    DEFAULT_CSS = "Gauge { layer: above; position: absolute; width: 1; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, desk: Desk, pane: ArticlePane, number: int) -> None:
        super().__init__()
        self._desk = desk
        self._pane = pane
        self._number = number
        self._ruler = Ruler()
        self._shown: Cells = ()
        self._strips: dict[Words, Strip] = {}

    def place(self) -> None:
        """Stand behind the text of the pane, as the screen is divided now."""
        desk, shape = self._desk, self._desk.geometry
        left = self._number * shape.pane_width
        behind = column(shape, shape.width - left if self._number + 1 == len(desk.shown) else shape.pane_width)
        self.display = behind >= 0
        self.styles.offset = (left + behind, 1)

    def follow(self) -> None:
        """Draw the cells that have changed."""
        before, self._shown = self._shown, self._ruler.cells(self._desk, self._pane.index)
        if self._shown is not before and (runs := list(_changed(before, self._shown))):
            self.refresh(*runs)

    def recolour(self) -> None:
        """Draw anew, in another theme."""
        self._strips.clear()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The cells, without Textual's styles, borders and filters: they bring their own."""
        shown, count = self._shown, len(self._shown)
        return cropped([self._strip(shown[y] if y < count else BLANK) for y in crop.line_range], crop, 1)

    def _strip(self, words: Words) -> Strip:
        strip = self._strips.get(words)
        if strip is None:
            text, role = words
            strip = self._strips[words] = Strip(
                [Segment(fit_of(self).words(text), role_of(role, self._pane.colours))], 1
            )
        return strip

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor at the end of the row."""
        if event.button == 1:
            at = self._pane.region
            self._pane.press(event.screen_x - at.x, event.screen_y - at.y)

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.post_message(self._pane.Wheeled(self._pane.index, 3))

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.post_message(self._pane.Wheeled(self._pane.index, -3))


def _changed(before: Cells, after: Cells) -> Iterator[Region]:
    """The runs of cells that look different."""
    start = -1
    pairs = [*zip_longest(before, after, fillvalue=BLANK), (BLANK, BLANK)]
    for y, (one, other) in enumerate(pairs):
        alike = one == other or one[0] == other[0] == " "
        if alike and start >= 0:
            yield Region(0, start, 1, y - start)
            start = -1
        elif not alike and start < 0:
            start = y
