"""What a person types for a figure: an amount, a unit, a bound. Pure."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from corpus.figures.figure import Figure, Modifier
from corpus.figures.find import figures
from corpus.figures.money import CODES

BOUNDS: Final = {
    "exact": Modifier.EXACT,
    "about": Modifier.APPROX,
    "at least": Modifier.AT_LEAST,
    "up to": Modifier.AT_MOST,
    "more than": Modifier.MORE_THAN,
    "less than": Modifier.LESS_THAN,
}
"""The bounds in the words that stand in the form."""
_OTHERS: Final = {
    "exactly": Modifier.EXACT,
    "around": Modifier.APPROX,
    "roughly": Modifier.APPROX,
    "approximately": Modifier.APPROX,
    "at most": Modifier.AT_MOST,
    "over": Modifier.MORE_THAN,
    "under": Modifier.LESS_THAN,
    "fewer than": Modifier.LESS_THAN,
    **{modifier.value: modifier for modifier in Modifier},
}
_THOUSAND: Final = Decimal(1000)


def typed_amount(words: str) -> Figure | None:
    """The number or range that words say, perhaps with its unit and its bound; None where they say none, or more.

    "1.2m" are millions here, and the first number of "15-16,000" is of thousands too.
    """
    for behind in (" people", ""):
        found = figures(words + behind)
        if len(found) == 1 and (found[0].span.start, found[0].span.end) == (0, len(words)):
            one = found[0]
            if one.value is not None or (one.low is not None and one.high is not None):
                return _evened(one)
    return None


def _evened(figure: Figure) -> Figure:
    low, high = figure.low, figure.high
    if low is None or high is None or high % _THOUSAND or not 0 < low < _THOUSAND or low * _THOUSAND >= high:
        return figure
    return replace(figure, low=low * _THOUSAND)


def typed_unit(words: str) -> str | None:
    """The unit that words name, as figures have it; other words as they are, None for what begins with a digit."""
    if words[:1].isdigit():
        return None
    if words.lower() in CODES:
        return words.upper()
    found = figures(f"5 {words}")
    whole = len(found) == 1 and found[0].span.end == len(words) + 2
    glued = figures(f"5{words}") if not whole else found
    return found[0].unit if whole and found[0].unit else glued[0].unit if glued and glued[0].unit else words


def typed_bound(words: str) -> Modifier | None:
    """The bound that words name, or begin to; None for others."""
    wanted = words.lower()
    known = BOUNDS.get(wanted) or _OTHERS.get(wanted)
    begun = {modifier for name, modifier in BOUNDS.items() if name.startswith(wanted)}
    return known or (begun.pop() if len(begun) == 1 else None)


def bound_words(modifier: Modifier) -> str:
    """A bound in the words of the form."""
    return next(name for name, one in BOUNDS.items() if one is modifier)
