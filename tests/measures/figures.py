"""Figures: exact span, and among those found the share whose value, bounds and modifier are right."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from tests.measures.ratio import ratio
from tests.measures.rows import Row, allowed, both, optional
from tests.measures.spans import counts, neutral, place

TIMES: Final = ("date", "time")  # they say an interval, which these files do not hold, and no value
THIRD_PLACE: Final = Decimal("0.001")


def measured(gold: Path, system: Path) -> dict[str, Decimal]:
    """`precision`, `recall`, `f1` over spans; of those found `right`, and `values`, `modifiers`, `units`, `kinds`.

    Nothing where one side has no figures.
    """
    sides = both(gold, system, "figures")
    if sides is None:
        return {}
    right, found = sides
    by_place = {place(row): row for row in found}
    pairs = [(row, by_place[place(row)]) for row in right if not optional(row) and place(row) in by_place]
    result = counts(right, found, neutral(gold, right), place).named()
    result["right"] = ratio(sum(value_right(*pair) and _modifier_right(*pair) for pair in pairs), len(pairs))
    result["values"] = ratio(sum(value_right(*pair) for pair in pairs), len(pairs))
    result["modifiers"] = ratio(sum(_modifier_right(*pair) for pair in pairs), len(pairs))
    result["units"] = ratio(sum((one["unit"] or "") == (two["unit"] or "") for one, two in pairs), len(pairs))
    result["kinds"] = ratio(sum(one["kind"] == two["kind"] for one, two in pairs), len(pairs))
    return result


def value_right(gold: Row, found: Row) -> bool:
    """Whether value and bounds are those of the gold.

    A vague figure is right when it has no value and no upper bound, whatever the least is that it says. A date or a
    time has none to compare, or that of a distance in time ("nine years ago").
    """
    value, low, high = (number(found[key]) for key in ("value", "low", "high"))
    if gold["kind"] in TIMES:
        return found["kind"] in TIMES or value in [number(one) for one in allowed(gold, "value")]
    if gold.get("vague"):
        return value is None and high is None
    values = [number(one) for one in allowed(gold, "value")]
    bounds = _same(low, number(gold["low"])) and _same(high, number(gold["high"]))
    return bounds and any(_same(value, one) for one in values)


def _same(found: Decimal | None, gold: Decimal | None) -> bool:
    """Whether two numbers are equal, to three places where they are no whole ones: two-thirds is .667 and .6667."""
    if found is None or gold is None:
        return found is gold
    return found == gold or (gold % 1 != 0 and abs(found - gold) < THIRD_PLACE)


def _modifier_right(gold: Row, found: Row) -> bool:
    return gold["kind"] in TIMES or found["modifier"] in allowed(gold, "modifier")


def number(value: Any) -> Decimal | None:
    """A JSON number, or digits in a string, as a decimal; None of what is neither."""
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
