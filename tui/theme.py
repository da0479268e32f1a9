"""What Textual draws itself, the dialogs, in the colours of each theme."""

from textual.theme import Theme

from tui.render.palettes import LIGHT, PALETTES, Palette

ANSI = "ansi-dark"
"""Textual's theme for the terminal's own colours, and for none."""


def textual_theme(theme: str) -> Theme | None:
    """The theme of Textual's that goes with one of ours; None where that is Textual's own, called ANSI."""
    palette = PALETTES.get(theme)
    return None if palette is None else _made(theme, palette)


def _made(theme: str, palette: Palette) -> Theme:
    return Theme(
        name=f"variorum-{theme}",
        primary=palette.hues["blue"],
        secondary=palette.hues["green"],
        accent=palette.hues["orange"],
        foreground=palette.ink,
        background=palette.paper,
        surface=palette.surface,
        panel=palette.panel,
        dark=theme != LIGHT,
        variables={"input-cursor-background": palette.bright, "border": palette.dim},
    )
