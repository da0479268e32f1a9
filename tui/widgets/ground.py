"""What lies under the panes and is never seen: it is blank, and costs next to nothing to draw with every key."""

from textual.containers import Horizontal
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip


class Row(Horizontal, can_focus=False):
    """The row of panes."""

    DEFAULT_CSS = "Row { height: 1fr; width: 1fr; overflow: hidden; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank lines."""
        return [Strip.blank(crop.width)] * crop.height


class DeskScreen(Screen[None]):
    """The screen of the desk."""

    DEFAULT_CSS = "DeskScreen { overflow: hidden; layers: default above; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank lines."""
        return [Strip.blank(crop.width)] * crop.height
