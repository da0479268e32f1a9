"""The pop-up with the keys that can follow: over the panes, just above the lines below them."""

from tui.desk import Desk
from tui.render.which_key import which_key
from tui.widgets.listing import Listing


class WhichKey(Listing):
    """Rows of words that lie over the panes, as many as there are; it takes no room from them."""

    DEFAULT_CSS = """
    WhichKey { layer: above; dock: bottom; width: 100%; margin-bottom: 2; display: none; }
    """

    def __init__(self, desk: Desk, colours: str) -> None:
        super().__init__(lambda _width, _height: which_key(desk), colours)
        self._desk = desk

    def rise(self) -> None:
        """Show the keys that can follow those that are pending now."""
        rows = len(which_key(self._desk))
        self.styles.height = rows
        self.display = bool(rows)
        self._drawn = []
        self.refresh()

    def go(self) -> None:
        """Leave the panes to be seen."""
        self.display = False
