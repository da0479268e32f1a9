"""One article on the screen: its title and its rows, drawn cell by cell from what the desk knows.

A pane holds no state but what it drew. It never takes Textual's focus: which article is active is the desk's to say, so
that a change of pane restyles nothing.
"""

from collections.abc import Iterable

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.desk import Desk
from tui.render.article_row import row_text
from tui.render.bars import title
from tui.render.cells import width
from tui.render.channels import role_of, style_of
from tui.render.gutter import gutter
from tui.render.paint import PLAIN
from tui.render.ruler import column
from tui.view import View
from tui.widgets.fitting import fit_of
from tui.widgets.strips import cropped, differing, strip_of


class ArticlePane(Widget, can_focus=False):
    """The pane of one article of the desk; `index` says which."""

    DEFAULT_CSS = "ArticlePane { height: 1fr; }"
    ALLOW_SELECT = False

    class Clicked(Message):
        """The mouse clicked into an article at `offset` of its text, that many times in a row."""

        def __init__(self, index: int, offset: int, clicks: int) -> None:
            super().__init__()
            self.index = index
            self.offset = offset
            self.clicks = clicks

    class Dragged(Message):
        """The mouse was dragged in an article from one offset to another."""

        def __init__(self, index: int, origin: int, offset: int) -> None:
            super().__init__()
            self.index = index
            self.origin = origin
            self.offset = offset

    class Wheeled(Message):
        """The wheel turned over an article by that many rows."""

        def __init__(self, index: int, rows: int) -> None:
            super().__init__()
            self.index = index
            self.rows = rows

    def __init__(self, desk: Desk, index: int, colours: str) -> None:
        super().__init__()
        self.desk = desk
        self.index = index
        self.colours = colours
        self._drawn: dict[int, Strip] = {}
        self._cells = 0
        self._pressed: int | None = None

    @property
    def view(self) -> View:
        """The article."""
        return self.desk.views[self.index]

    # Drawing

    def show(self, index: int) -> None:
        """Show an article, drawn anew."""
        self.index = index
        self.update_all()

    def recolour(self, colours: str) -> None:
        """Draw the pane anew, in another theme."""
        self.colours = colours
        self.update_all()

    def update_all(self) -> None:
        """Draw the pane anew."""
        self._drawn.clear()
        self.refresh()

    def update_rows(self) -> None:
        """Draw the title and all rows anew, but nothing behind them: that is blank, or the ruler's."""
        self._drawn.clear()
        behind = column(self.desk.geometry, self._cells)
        if behind < 0:
            self.refresh()
        else:
            self.refresh(Region(0, 0, self._cells, 1), Region(0, 1, behind, self.size.height - 1))

    def update_different(self) -> None:
        """Draw what has changed, on whichever rows."""
        for y in range(self.size.height):
            self._update_line(y)

    def update_stretches(self, stretches: Iterable[tuple[int, int]], *, with_title: bool) -> None:
        """Draw what has changed on the rows of these stretches (offsets, both ends included), and on the title."""
        view, shape = self.view, self.desk.geometry
        rows = view.rows(shape.columns)
        lines = {0} if with_title else set()
        for start, end in stretches:
            first = max(rows.row_of(start), view.top)
            last = min(rows.row_of(end), view.top + shape.rows - 1)
            lines.update(range(first - view.top + 1, last - view.top + 2))
        for y in sorted(lines):
            self._update_line(y)

    def _update_line(self, y: int) -> None:
        drawn = self._drawn.get(y)
        if drawn is None:
            self.refresh(Region(0, y, self._cells, 1))
            return
        strip = self._strip(y)
        cells = differing(drawn, strip)
        if cells is not None:
            self._drawn[y] = strip
            self.refresh(Region(cells[0], y, cells[1] - cells[0], 1))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines, without Textual's styles, borders and filters: they bring their own."""
        cells, drawn = self.size.width, self._drawn
        if cells != self._cells:
            drawn.clear()
            self._cells = cells
        for y in crop.line_range:
            if y not in drawn:
                drawn[y] = self._strip(y)
        return cropped([drawn[y] for y in crop.line_range], crop, cells)

    def _strip(self, y: int) -> Strip:
        """Line `y` of the pane: the title, then rows of text."""
        cells, colours, fit = self._cells, self.colours, fit_of(self)
        blank = style_of(PLAIN, colours)
        if self.index >= len(self.desk.views):
            return strip_of((), cells, blank)  # another story is on the desk, and this pane is about to go
        if y == 0:
            words = title(self.desk, self.view, cells - 1)
            return strip_of(((text, role_of(role, colours)) for text, role in words), cells, blank, fit)
        rows = self.view.rows(self.desk.geometry.columns)
        row = self.view.top + y - 1
        if row >= len(rows):
            return strip_of((), cells, blank)
        ours, text = gutter(self.desk, self.index, row, colours), row_text(self.desk, self.index, row, colours)
        if row in rows.folded:
            ours, text = [*ours, *text], []
        strip = strip_of(ours, cells, blank, fit, text)
        if self.desk.mode is not None:
            strip = self._with_hints(strip, row)
        return strip

    def _with_hints(self, strip: Strip, row: int) -> Strip:
        """A row with the letters of hints before their places: in the blank there, or over the end of what precedes."""
        mode, view, shape = self.desk.mode, self.view, self.desk.geometry
        start, after = view.rows(shape.columns).bounds(row)
        hints = mode.hints(self.index) if mode is not None and row not in view.rows(shape.columns).folded else {}
        for offset, letters in hints.items():
            if start <= offset < after:
                column = shape.indent + shape.gutter + width(view.text[start:offset])
                label = Strip([Segment(letters, role_of("hint", self.colours))], len(letters))
                parts = (strip.crop(0, column - len(letters)), label, strip.crop(column, strip.cell_length))
                strip = Strip.join(parts)
        return strip

    def cursor_cell(self) -> tuple[int, int]:
        """Where on the screen the moving edge stands (x, y), for the terminal's own cursor."""
        view, shape = self.view, self.desk.geometry
        edge = view.moving_edge()
        row = view.rows(shape.columns).row_of(edge)
        x = shape.indent + shape.gutter + view.column_of(shape.columns, edge)
        return self.region.x + x, self.region.y + row - view.top + 1

    # The mouse

    def offset_under(self, x: int, y: int) -> int | None:
        """The offset under a cell of the pane; None on the title and below the text."""
        if self.index >= len(self.desk.views):
            return None
        view, shape = self.view, self.desk.geometry
        row = view.top + y - 1
        rows = view.rows(shape.columns)
        if y < 1 or row >= len(rows) or rows.is_blank(row):
            return None
        return view.offset_in(shape.columns, row, x - shape.indent - shape.gutter)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there, and begin to drag."""
        if event.button == 1:
            self.press(event.x, event.y)

    def press(self, x: int, y: int) -> None:
        """Put the cursor under a cell of the pane, and begin to drag."""
        offset = self.offset_under(x, y)
        if offset is not None:
            self._pressed = offset
            self.capture_mouse()
            self.post_message(self.Clicked(self.index, offset, 1))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is down."""
        offset = self.offset_under(event.x, event.y)
        if self._pressed is not None and offset is not None:
            self.post_message(self.Dragged(self.index, self._pressed, offset))

    def on_mouse_up(self) -> None:
        """End dragging."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the mark or token on the second click, the sentence on the third."""
        offset = self.offset_under(event.x, event.y)
        if offset is not None and event.chain > 1:
            self.post_message(self.Clicked(self.index, offset, event.chain))

    def on_mouse_scroll_down(self) -> None:
        """Scroll down."""
        self.post_message(self.Wheeled(self.index, 3))

    def on_mouse_scroll_up(self) -> None:
        """Scroll up."""
        self.post_message(self.Wheeled(self.index, -3))
