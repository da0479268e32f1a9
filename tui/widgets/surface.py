"""What the desk looks like: lines around the articles, their panes side by side, rows of the ledger below."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.widget import Widget

from tui.desk import Desk
from tui.render import bars
from tui.render.strip import strip, strip_key
from tui.widgets.bar import Bar
from tui.widgets.ground import Row
from tui.widgets.listing import Listing
from tui.widgets.pane import ArticlePane

if TYPE_CHECKING:
    from tui.widgets.gauge import Gauge


class Surface:
    """The widgets of a desk, which draw what has changed on it."""

    def __init__(self, desk: Desk, colours: str) -> None:
        self._desk = desk
        self._header = Bar(lambda: bars.header(desk), colours)
        self._inspector = Bar(lambda: bars.inspector(desk), colours)
        self._label_bar = Bar(lambda: bars.label_bar(desk), colours)
        self._strip = Listing(lambda width, _height: strip(desk, width), colours)
        self._strip_key: object = None
        self._panes: list[ArticlePane] = []
        self._gauges: list[Gauge] = []
        self._begun = False
        self._row = Row()

    def widgets(self) -> Iterator[Widget]:
        """The lines around the panes, and the panes' row, from above."""
        yield self._header
        yield self._row
        yield self._strip
        yield self._inspector
        yield self._label_bar

    @property
    def complete(self) -> bool:
        """Whether there is a pane for each article that is shown."""
        return len(self._panes) == len(self._desk.shown)

    async def arrange(self, colours: str) -> None:
        """Have as many panes as fit, each with its article, and everything to be drawn."""
        shape, shown = self._desk.geometry, self._desk.shown
        # Between the awaits, what was read in the meantime is drawn: the list has to be right all the time.
        surplus, self._panes = self._panes[len(shown) :], self._panes[: len(shown)]
        surplus_gauges, self._gauges = self._gauges[len(shown) :], self._gauges[: len(shown)]
        for widget in (*surplus, *surplus_gauges):
            await widget.remove()
        fresh = [ArticlePane(self._desk, index, colours) for index in shown[len(self._panes) :]]
        self._panes += fresh
        await self._row.mount_all(fresh)
        for pane, index in zip(self._panes, shown, strict=True):
            pane.styles.width = "1fr" if index == shown[-1] else shape.pane_width
        self._desk.dirt.everything = True

    def begin(self) -> None:
        """See to what may come after the first paint: the rulers."""
        self._begun = True
        self._rule()

    def _rule(self) -> None:
        """Have a ruler behind the text of each pane, once any article that is shown is longer than its pane."""
        desk, shape = self._desk, self._desk.geometry
        lacking = self._panes[len(self._gauges) :] if self._begun else []
        if lacking and any(len(desk.views[index].rows(shape.columns)) > shape.rows for index in desk.shown):
            from tui.widgets.gauge import Gauge  # noqa: PLC0415 (not needed for the first paint)

            fresh = [Gauge(desk, pane, number) for number, pane in enumerate(lacking, len(self._gauges))]
            self._gauges += fresh
            self._row.mount_all(fresh)
        for gauge in self._gauges:
            gauge.place()
            gauge.follow()

    def recolour_rulers(self) -> None:
        """Draw the rulers anew, in the theme that the panes have now."""
        for gauge in self._gauges:
            gauge.recolour()

    def draw(self) -> None:
        """Draw what has changed on the desk; only where it is complete."""
        dirt = self._desk.drain()
        for pane, index in zip(self._panes, self._desk.shown, strict=True):
            if dirt.everything:
                pane.show(index)
            elif index in dirt.panes:
                pane.update_rows()
            elif dirt.different:
                pane.update_different()
            else:
                stretches = {(start, end) for article, start, end in dirt.stretches if article == index}
                pane.update_stretches(stretches, with_title=dirt.titles)
        if dirt.everything or dirt.different:
            self._rule()
        for gauge in self._gauges:
            gauge.follow()
        self._update_bars()

    def cursor(self) -> Offset | None:
        """Where on the screen the selection is, for those who read by the terminal's own cursor."""
        active = (pane for pane in self._panes if pane.index == self._desk.active and pane.is_attached)
        return next((Offset(*pane.cursor_cell()) for pane in active), None)

    def _update_bars(self) -> None:
        for bar in (self._header, self._inspector, self._label_bar):
            if bar.is_attached and bar.size.width:
                bar.update()
        rows = self._desk.geometry.strip
        if self._strip.styles.height is None or self._strip.styles.height.value != rows:
            self._strip.styles.height = rows
        key = strip_key(self._desk)
        if rows and key != self._strip_key and self._strip.is_attached:
            self._strip_key = key
            self._strip.update()
