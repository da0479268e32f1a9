"""Palettes: the colours of each theme that has its own, as values. `channels` says what they mean.

The hues are those of Okabe and Ito, lightened for the dark paper. On light paper, hues that are dark enough to be read
look alike to many eyes; there the letters stay ink, and the hue is in the tint below them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

Hues = Mapping[str, str]
_NONE: Final[Hues] = MappingProxyType({})


class Palette(NamedTuple):
    """Colours as `#RRGGBB`.

    `hues` are the kinds of things, `tints` the ground below what is accepted, `pales` the ground below what is proposed
    where letters have no hue (empty where they have one). `solid` is the ink on a ground that is a hue itself.
    `surface` and `panel` are the grounds of dialogs.
    """

    ink: str
    paper: str
    dim: str
    bright: str
    muted: str
    alert: str
    match: str
    hint: str
    on_hint: str
    solid: str
    surface: str
    panel: str
    hues: Hues
    tints: Hues
    pales: Hues = _NONE


_DARK: Final = Palette(
    ink="#C9D1D9",
    paper="#11151A",
    dim="#74808C",
    bright="#F0F3F6",
    muted="#8A949F",
    alert="#FF6A3D",
    match="#4A3A5E",
    hint="#8E2C6B",
    on_hint="#F0F3F6",
    solid="#11151A",
    surface="#1A2027",
    panel="#232B34",
    hues=MappingProxyType({"blue": "#56B4E9", "orange": "#E69F00", "green": "#3FC69B", "pink": "#CC79A7",
                           "yellow": "#F0E442", "grey": "#A3ADBD"}),
    tints=MappingProxyType({"blue": "#223B4C", "orange": "#443615", "green": "#1C3F39", "pink": "#3E2D3C",
                            "yellow": "#474724", "grey": "#343A42"}),  # the hues at 24 per cent over the paper
)  # fmt: skip
_LIGHT: Final = Palette(
    ink="#14181D",
    paper="#FCFCFA",
    dim="#454D56",
    bright="#000000",
    muted="#454D56",
    alert="#8F2300",
    match="#DCC8F8",
    hint="#8E2C6B",
    on_hint="#FFFFFF",
    solid="#14181D",
    surface="#F1F2F0",
    panel="#E4E7EA",
    hues=MappingProxyType({"blue": "#6D9CF5", "orange": "#F09000", "green": "#3FD98C", "pink": "#C98FB1",
                           "yellow": "#BFE83C", "grey": "#A9B0B8"}),
    tints=MappingProxyType({"blue": "#A6C3FC", "orange": "#FEB232", "green": "#97FEC4", "pink": "#D9BBCC",
                            "yellow": "#E0FE9B", "grey": "#D3D6DA"}),
    pales=MappingProxyType({"blue": "#D3E1FB", "orange": "#FDD99B", "green": "#CCFDE0", "pink": "#EBDDE4",
                            "yellow": "#EFFDCD", "grey": "#ECEDEF"}),  # half of the tints
)  # fmt: skip
_CONTRAST: Final = Palette(
    ink="#FFFFFF",
    paper="#000000",
    dim="#B4B4B4",
    bright="#FFFFFF",
    muted="#CCCCCC",
    alert="#FF9C80",
    match="#2E1650",
    hint="#7A1F5A",
    on_hint="#FFFFFF",
    solid="#000000",
    surface="#0A0A0A",
    panel="#1A1A1A",
    hues=MappingProxyType({"blue": "#8CBAFF", "orange": "#F7A542", "green": "#3DFFB0", "pink": "#D2A8C6",
                           "yellow": "#E8FF2E", "grey": "#C4CCD8"}),
    tints=MappingProxyType({"blue": "#161E29", "orange": "#281A0B", "green": "#0A291C", "pink": "#221B20",
                            "yellow": "#252907", "grey": "#1F2123"}),  # the hues at 16 per cent over the paper
)  # fmt: skip

DARK, LIGHT, CONTRAST, SIXTEEN, MONO = "dark", "light", "high-contrast", "sixteen", "mono"
THEMES: Final = (DARK, LIGHT, CONTRAST, SIXTEEN, MONO)
PALETTES: Final[Mapping[str, Palette]] = MappingProxyType({DARK: _DARK, LIGHT: _LIGHT, CONTRAST: _CONTRAST})
"""Those of the themes that do not use the terminal's own colours, or none."""


def possible(system: str | None, *, colour: bool) -> tuple[str, ...]:
    """The themes that a terminal can show, by what Rich calls its colours; `colour` says whether any are wanted."""
    if not colour:
        return (MONO,)
    return THEMES if system in {"truecolor", "256"} else (SIXTEEN, MONO)


def chosen(wanted: str, themes: tuple[str, ...]) -> str:
    """The theme that is wanted, or the first that the terminal can show."""
    return wanted if wanted in themes else themes[0]
