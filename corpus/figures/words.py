"""Figures in few words: for people, and as keys that are equal where two figures say the same."""

from decimal import Decimal
from typing import Final

from corpus.figures.figure import Figure, Modifier

_SIGNS: Final = {
    Modifier.EXACT: "",
    Modifier.APPROX: "~",
    Modifier.AT_LEAST: "≥",
    Modifier.AT_MOST: "≤",
    Modifier.MORE_THAN: ">",
    Modifier.LESS_THAN: "<",
}


def number_words(number: Decimal) -> str:
    """A number with commas between thousands and without trailing zeros: "1,200", "0.25"."""
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def in_words(figure: Figure, surface: str) -> str:
    """What a figure says: "≥30", "15,000–16,000", "~20 percent"; the `surface` where it has no number."""
    sign, unit = _SIGNS[figure.modifier], f" {figure.unit}" if figure.unit else ""
    if figure.value is not None:
        return f"{sign}{number_words(figure.value)}{unit}"
    if figure.low is not None and figure.high is not None:
        return f"{sign}{number_words(figure.low)}–{number_words(figure.high)}{unit}"
    return " ".join(surface.split())


def value_key(figure: Figure) -> str:
    """A key that is equal for figures of the same value and unit; "" for those without a number."""
    if figure.value is None and figure.low is None:
        return ""
    numbers = (figure.value, figure.low, figure.high)
    return "|".join("" if one is None else str(one.normalize()) for one in numbers) + f"|{figure.unit}"
