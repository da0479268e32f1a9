"""Channels: how each meaning looks in a palette, in sixteen colours, and without colour.

Channels do not mix: hue says what kind of thing, underline or tint says who decided, a solid block says that it is the
name under the cursor, a white block says that it is selected, vermilion says that figures are in conflict. Every one
has a form without colour; that of a conflict is bold, with a mark in the gutter, and reversed where it is in focus.
"""

from functools import lru_cache
from typing import Final

from rich.style import Style

from tui.render.paint import Look
from tui.render.palettes import MONO, PALETTES, SIXTEEN, Palette

ANSI: Final = {
    "blue": "bright_blue",
    "orange": "cyan",
    "green": "green",
    "pink": "magenta",
    "yellow": "yellow",
    "grey": "bright_cyan",
}
CONFLICT: Final = "red"  # in sixteen colours; no hue is red, or a brighter one
_DIM: Final = frozenset(("unsure", "muted", "rejected"))  # states, where colours are few


@lru_cache(maxsize=4096)
def style_of(look: Look, colours: str) -> Style:
    """The style of a run of text in a theme."""
    palette = PALETTES.get(colours)
    if palette is not None:
        return _painted(look, palette)
    return _sixteen(look) if colours == SIXTEEN else _mono(look)


def _painted(look: Look, palette: Palette) -> Style:
    proposed = look.state == "proposed"
    if look.selected:
        return Style(color=palette.paper, bgcolor=palette.bright, underline=proposed)
    if look.glow:
        solid = palette.alert if look.alert else palette.hues.get(look.hue, palette.bright)
        ink = palette.solid if solid == palette.hues.get(look.hue) else palette.paper
        return Style(color=ink, bgcolor=solid, underline=look.state != "accepted")
    judged = look.state in {"unsure", "rejected"} and not look.alert
    return Style(
        color=_letters(look, palette),
        bgcolor=_ground(look, palette),
        italic=look.state == "kind" or (judged and look.state == "rejected") or None,
        underline=proposed or judged,
    )


def _letters(look: Look, palette: Palette) -> str:
    if look.alert:
        return palette.alert
    if look.faint or look.state in {"unsure", "rejected"}:
        return palette.dim
    if look.state == "muted":
        return palette.muted
    return palette.hues.get(look.hue, palette.ink) if look.state and not palette.pales else palette.ink


def _ground(look: Look, palette: Palette) -> str:
    """What lies below the letters; where those have no hue, it says the kind of what is proposed too."""
    if look.match:
        return palette.match
    if palette.pales and not look.faint:
        if look.state == "proposed":
            return palette.pales[look.hue]
        if look.state == "kind":
            return palette.tints[look.hue]
    return palette.tints[look.tint] if look.tint else palette.paper


def _sixteen(look: Look) -> Style:
    colour = ANSI.get(look.hue)
    proposed = look.state == "proposed" or None
    if look.selected:
        return Style(reverse=True, bold=True, underline=bool(proposed))
    if look.glow:
        return Style(color=CONFLICT if look.alert else colour, reverse=True, underline=look.state != "accepted")
    if look.match:
        return Style(color=colour, bold=True, italic=True, underline=True)
    if look.alert:
        return Style(color=CONFLICT, bold=True, underline=proposed)
    if look.state in _DIM or look.faint:
        return _dimmed(look)
    kind = look.state == "kind" or None
    return Style(color=colour, bold=(bool(look.tint) and not kind) or None, italic=kind, underline=proposed)


def _mono(look: Look) -> Style:
    if look.selected:
        return Style(reverse=True)
    if look.glow:
        return Style(bold=True, italic=None if look.alert else True, underline=True, reverse=look.alert or None)
    if look.match:
        return Style(italic=True, underline=True)
    if look.alert:
        return Style(bold=True, underline=look.state == "proposed" or None)
    if look.state in _DIM or look.faint:
        return _dimmed(look)
    kind = look.state == "kind" or None
    return Style(bold=bool(look.tint) or kind, italic=kind, underline=look.state == "proposed" or None)


def _dimmed(look: Look) -> Style:
    rejected = look.state == "rejected" or None
    return Style(dim=True, italic=rejected, underline=rejected or look.state in {"unsure", "proposed"} or None)


@lru_cache(maxsize=256)
def role_of(role: str, colours: str) -> Style:
    """The style of a word in the lines around the texts, in a theme."""
    palette = PALETTES.get(colours)
    if palette is not None:
        return _painted_role(role, palette)
    simple = {
        "plain": Style(),
        "dim": Style(dim=True),
        "strong": Style(bold=True),
        "active": Style(reverse=True, bold=True),
        "key": Style(bold=True),
        "bar": Style(bold=True),
        "alert": Style(color="bright_red" if colours == SIXTEEN else None, reverse=True, bold=True),
        "conflict": Style(color=CONFLICT if colours == SIXTEEN else None, bold=True),
        "hint": Style(color="bright_magenta" if colours == SIXTEEN else None, bold=True, reverse=colours == MONO),
    }
    return simple.get(role) or Style(color=ANSI.get(role) if colours == SIXTEEN else None)


def _painted_role(role: str, palette: Palette) -> Style:
    if role in palette.hues:
        if palette.pales:
            return Style(color=palette.ink, bgcolor=palette.tints[role])
        return Style(color=palette.hues[role], bgcolor=palette.paper)
    color, ground, bold = {
        "dim": (palette.dim, palette.paper, None),
        "strong": (palette.bright, palette.paper, True),
        "active": (palette.paper, palette.bright, True),
        "key": (palette.bright, palette.paper, True),
        "bar": (palette.bright, palette.paper, None),
        "alert": (palette.paper, palette.alert, True),
        "conflict": (palette.alert, palette.paper, True),
        "hint": (palette.on_hint, palette.hint, True),
    }.get(role, (palette.ink, palette.paper, None))
    return Style(color=color, bgcolor=ground, bold=bold)
