"""How colours look to an eye: WCAG contrast, distances in CIELAB, and eyes that lack one kind of cone."""

from typing import Final

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

SIGHTS: Final[dict[str, Matrix]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency, IEEE
    # Transactions on Visualization and Computer Graphics 15(6), 2009: the matrices of severity 1.0, for linear RGB.
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# IEC 61966-2-1: from linear sRGB to XYZ under D65, and that white.
_XYZ: Final[Matrix] = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750),
                       (0.0193339, 0.1191920, 0.9503041))  # fmt: skip
_WHITE: Final[Rgb] = (0.95047, 1.0, 1.08883)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB`, as WCAG 2.2 defines it: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    return sum(part * share for part, share in zip(_linear(colour), (0.2126, 0.7152, 0.0722), strict=True))


def distance(one: str, other: str, sight: str) -> float:
    """How far apart two colours are to eyes of that sight: ΔE*ab of CIE 1976."""
    pairs = zip(_lab(_seen(one, sight)), _lab(_seen(other, sight)), strict=True)
    return float(sum((first - second) ** 2 for first, second in pairs) ** 0.5)


def _linear(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _expanded(red), _expanded(green), _expanded(blue)


def _expanded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _seen(colour: str, sight: str) -> Rgb:
    red, green, blue = (min(1.0, max(0.0, part)) for part in _times(SIGHTS[sight], _linear(colour)))
    return red, green, blue


def _times(matrix: Matrix, rgb: Rgb) -> Rgb:
    first, second, third = (sum(share * part for share, part in zip(row, rgb, strict=True)) for row in matrix)
    return first, second, third


def _lab(rgb: Rgb) -> Rgb:
    x, y, z = (_root(part / white) for part, white in zip(_times(_XYZ, rgb), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
