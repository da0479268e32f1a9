"""Where words become cells: what this terminal can show of them, for our own widgets and for the dialogs."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, NoColor
from textual.widget import Widget

from tui.render.fit import NATIVE, Fit
from tui.render.palettes import MONO


class Fitted(LineFilter):
    """Fits what Textual draws to the terminal."""

    def __init__(self, fit: Fit) -> None:
        super().__init__()
        self._fit = fit

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's way)
        """The segments, fitted."""
        words = self._fit.words
        return [one if one.control else Segment(words(one.text), one.style) for one in segments]


def filters_of(theme: str, fit: Fit) -> Sequence[LineFilter]:
    """What dialogs pass: they have no colours where none are wanted, and only what the terminal can show."""
    return [*([NoColor()] if theme == MONO else []), *([Fitted(fit)] if fit.needed else [])]


def fit_of(widget: Widget) -> Fit:
    """The fit of the app that a widget belongs to."""
    fit: Fit = getattr(getattr(widget.app, "options", None), "fit", NATIVE)
    return fit
