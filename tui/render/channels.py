"""Channels: how each meaning looks, in true colour, in sixteen colours, and without colour.

Channels do not mix: hue says what kind of thing, underline or tint says who decided, a solid block says that it is the
name under the cursor, a white block says that it is selected, vermilion says that figures are in conflict. Every one
has a form without colour; that of a conflict is bold, with a mark in the gutter.
"""

from functools import lru_cache
from typing import Final

from rich.style import Style

from tui.render.paint import Look

INK, PAPER, DIM, BRIGHT = "#C9D1D9", "#11151A", "#6B7580", "#F0F3F6"
HUES: Final = {
    "blue": "#56B4E9",
    "orange": "#E69F00",
    "green": "#3FC69B",
    "pink": "#CC79A7",
    "yellow": "#F0E442",
    "grey": "#A3ADBD",
}
TINTS: Final = {  # the hues at 24 per cent over the paper
    "blue": "#223B4C",
    "orange": "#443615",
    "green": "#1C3F39",
    "pink": "#3E2D3C",
    "yellow": "#474724",
    "grey": "#343A42",
}
ANSI: Final = {
    "blue": "bright_blue",
    "orange": "bright_red",
    "green": "green",
    "pink": "magenta",
    "yellow": "yellow",
    "grey": "cyan",
}
ALERT: Final = "#FF6A3D"
CONFLICT: Final = "red"  # in sixteen colours, of which bright red is a hue
MATCH: Final = "#4A3A5E"
HINT: Final = "#8E2C6B"

TRUE, SIXTEEN, NONE = "true", "sixteen", "none"


@lru_cache(maxsize=4096)
def style_of(look: Look, colours: str) -> Style:
    """The style of a run of text."""
    return {TRUE: _true, SIXTEEN: _sixteen, NONE: _none}[colours](look)


def _true(look: Look) -> Style:
    if look.selected:
        return Style(color="#11151A", bgcolor="#F0F3F6", underline=look.state == "proposed")
    hue = HUES.get(look.hue, INK)
    paper = MATCH if look.match else TINTS[look.tint] if look.tint else PAPER
    if look.glow:
        solid = ALERT if look.alert else HUES.get(look.hue, BRIGHT)
        return Style(color=PAPER, bgcolor=solid, underline=look.state != "accepted")
    if look.alert:
        return Style(color=ALERT, bgcolor=paper, underline=look.state == "proposed")
    if look.state == "unsure":
        return Style(color=DIM, bgcolor=paper, underline=True)
    if look.faint:
        return Style(color=DIM, bgcolor=paper, underline=look.state == "proposed")
    return Style(color=hue if look.state else INK, bgcolor=paper, underline=look.state == "proposed")


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
    if look.state == "unsure" or look.faint:
        return _dimmed(look)
    return Style(color=colour, bold=bool(look.tint) or None, underline=proposed)


def _none(look: Look) -> Style:
    if look.selected:
        return Style(reverse=True)
    if look.glow:
        return Style(bold=True, italic=None if look.alert else True, underline=True)
    if look.match:
        return Style(italic=True, underline=True)
    if look.alert:
        return Style(bold=True)
    if look.state == "unsure" or look.faint:
        return _dimmed(look)
    return Style(bold=bool(look.tint) or None, underline=look.state == "proposed" or None)


def _dimmed(look: Look) -> Style:
    return Style(dim=True, underline=look.state in {"unsure", "proposed"} or None)


@lru_cache(maxsize=256)
def role_of(role: str, colours: str) -> Style:
    """The style of a word in the lines around the texts."""
    if colours == TRUE:
        plain = {
            "plain": Style(color=INK, bgcolor=PAPER),
            "dim": Style(color=DIM, bgcolor=PAPER),
            "strong": Style(color=BRIGHT, bgcolor=PAPER, bold=True),
            "active": Style(color=PAPER, bgcolor=BRIGHT, bold=True),
            "key": Style(color=BRIGHT, bgcolor=PAPER, bold=True),
            "bar": Style(color=BRIGHT, bgcolor=PAPER),
            "alert": Style(color=PAPER, bgcolor=ALERT, bold=True),
            "conflict": Style(color=ALERT, bgcolor=PAPER, bold=True),
            "hint": Style(color=BRIGHT, bgcolor=HINT, bold=True),
        }
        return plain.get(role) or Style(color=HUES.get(role, INK), bgcolor=PAPER)
    simple = {
        "plain": Style(),
        "dim": Style(dim=True),
        "strong": Style(bold=True),
        "active": Style(reverse=True, bold=True),
        "key": Style(bold=True),
        "bar": Style(bold=True),
        "alert": Style(color="bright_red" if colours == SIXTEEN else None, reverse=True, bold=True),
        "conflict": Style(color=CONFLICT if colours == SIXTEEN else None, bold=True),
        "hint": Style(color="bright_magenta" if colours == SIXTEEN else None, bold=True, underline=colours == NONE),
    }
    return simple.get(role) or Style(color=ANSI.get(role) if colours == SIXTEEN else None)
