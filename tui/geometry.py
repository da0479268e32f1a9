"""How the screen is divided: how many articles stand side by side, and how wide their text is. All in cells."""

from dataclasses import dataclass
from typing import Final

NARROWEST: Final = 38  # a pane with its gutter
WIDEST_TEXT: Final = 72
SINGLE_BELOW: Final = 76
HEADER: Final = 1
TITLE: Final = 1
FOOTER: Final = 2
STRIP: Final = 4  # rows of the ledger at the most
LOW: Final = 30  # rows of a screen below which the ledger takes half of that
LOWEST: Final = 16  # rows of a screen below which there is none


@dataclass(frozen=True, slots=True)
class Geometry:
    """A screen of `width` by `height` cells with `panes` panes; paragraph numbers have `digits` digits.

    `strip` is how many rows of the ledger stand below the panes.
    """

    width: int
    height: int
    panes: int
    digits: int = 2
    strip: int = 0

    @property
    def pane_width(self) -> int:
        """The width of a pane, with gutter and the blank cell at its right; the last one takes what is over."""
        return max(1, self.width // self.panes)

    @property
    def gutter(self) -> int:
        """The width of the paragraph numbers and the state mark before the text."""
        return self.digits + 2

    @property
    def columns(self) -> int:
        """The width of the text."""
        return max(1, min(WIDEST_TEXT, self.pane_width - self.gutter - 1))

    @property
    def indent(self) -> int:
        """Blank cells left of a pane's gutter, so that a single wide pane stands in the middle."""
        return max(0, (self.pane_width - self.gutter - self.columns - 1) // 2) if self.panes == 1 else 0

    @property
    def rows(self) -> int:
        """How many rows of text a pane shows."""
        return max(1, self.height - HEADER - TITLE - self.strip - FOOTER)


def geometry(  # noqa: PLR0913 (each is named)
    width: int, height: int, articles: int, *, zoomed: bool, digits: int = 2, strip: int = 0, most: int = 0
) -> Geometry:
    """How `articles` articles stand on a screen of that size; `zoomed`: one alone; `strip`: rows of the ledger.

    `most` is how many stand side by side at the most; 0: as many as fit.
    """
    single = zoomed or width < SINGLE_BELOW
    panes = 1 if single else max(1, min(articles, width // NARROWEST, most or articles))
    return Geometry(max(1, width), max(1, height), panes, digits, strip)


def strip_rows(height: int, rows: int) -> int:
    """How many of that many rows of the ledger there is room for on a screen of that height."""
    return min(rows, STRIP if height >= LOW else STRIP // 2 if height >= LOWEST else 0)
