"""How much a figure says, in units that can be compared: an interval of what it leaves open."""

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from corpus.figures.figure import Figure, Kind, Modifier
from corpus.figures.unit_names import SECONDS

_ZERO: Final = Decimal(0)
_SCALES: Final = {
    "length": "metre 1|kilometre 1000|centimetre 0.01|millimetre 0.001|mile 1609.344|nautical mile 1852|yard 0.9144|"
    "foot 0.3048|inch 0.0254",
    "speed": "kilometre per hour 1|mile per hour 1.609344|knot 1.852|metre per second 3.6",
    "mass": "kilogram 1|gram 0.001|milligram 0.000001|tonne 1000|kilotonne 1000000|ton 1000|pound 0.453592|"
    "ounce 0.0283495",
    "volume": "litre 1|millilitre 0.001|cubic metre 1000|gallon 3.785412|barrel 158.9873|pint 0.473176",
    "area": "square metre 1|square kilometre 1000000|hectare 10000|acre 4046.856|square mile 2589988|"
    "square foot 0.092903",
    "power": "watt 1|kilowatt 1000|megawatt 1000000|gigawatt 1000000000",
}
_CELSIUS: Final = frozenset(("degree Celsius", "degree", "degree centigrade"))
_TEMPERATURE: Final = "temperature"
_FAHRENHEIT: Final = "degree Fahrenheit"
_ROUGHLY: Final = (
    "almost",
    "nearly",
    "barely",
    "close to",
    "just under",
    "just over",
    "not quite",
    "some ",
    "almost",
    "around",
)
_TOLERANCE: Final = Decimal("0.1")
_HALF: Final = Decimal("0.5")
_HALVES: Final = Decimal("0.15")  # half a mile is not measured
_HUNDRED: Final = Decimal(100)
_PERCENT: Final = "percent"
_AGE: Final = "age"
_FRACTION: Final = "fraction"


class Amount(NamedTuple):
    """`low` to `high` in the base unit of its `dimension`, None for an open end.

    `said` is the number in that unit without its bounds, `written` as it stands in the text. `exact` amounts are
    points; `loose` is what an approximation leaves open on both sides.
    """

    dimension: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    exact: bool
    loose: Decimal
    said: Decimal
    written: Decimal


def amount_of(figure: Figure, surface: str) -> Amount | None:
    """The amount of a figure; None for a date, a time, and what has no number."""
    if figure.kind is Kind.DATE or figure.kind is Kind.TIME:
        return None
    first = figure.value if figure.value is not None else figure.low
    if first is None:
        return None
    dimension, scale, offset = _dimension(figure)
    last = figure.value if figure.value is not None else figure.high
    low = (first + offset) * scale
    high = None if last is None else (last + offset) * scale
    said = (first + offset) * scale
    loose = _ZERO
    modifier = figure.modifier
    roughly = modifier is Modifier.APPROX or (not figure.stated and surface.lower().startswith(_ROUGHLY))
    if roughly:
        loose = max(abs(low) * _TOLERANCE, _round_unit(first) * scale)
    elif first == _HALF and figure.unit:
        loose = abs(low) * _HALVES
    elif modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN) or figure.vague:
        return Amount(dimension, figure.unit, low, None, exact=False, loose=_ZERO, said=said, written=first)
    elif modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        return Amount(dimension, figure.unit, None, high, exact=False, loose=_ZERO, said=said, written=first)
    return Amount(
        dimension, figure.unit, low, high, exact=low == high and not roughly, loose=loose, said=said, written=first
    )


def _round_unit(value: Decimal) -> Decimal:
    """Ten for "almost 50": what a small round number is rounded to; nothing for others."""
    return Decimal(10) if 20 <= value < 100 and value % 10 == 0 else _ZERO


def _dimension(figure: Figure) -> tuple[str, Decimal, Decimal]:
    """The dimension, the factor to its base unit, and what is added before."""
    unit, kind = figure.unit, figure.kind
    name, scale, before = unit or "count", Decimal(1), _ZERO
    if figure.role == _AGE:
        name, scale = _AGE, Decimal(SECONDS.get(unit, SECONDS["year"]))
    elif figure.role == _FRACTION:
        name, scale = _PERCENT, _HUNDRED
    elif kind is Kind.ORDINAL or kind is Kind.MONEY:
        name = kind.value
    elif unit == _FAHRENHEIT:
        name, scale, before = _TEMPERATURE, Decimal(5) / Decimal(9), Decimal(-32)
    elif unit in _CELSIUS:
        name = _TEMPERATURE
    elif unit in SECONDS:
        name, scale = "duration", Decimal(SECONDS[unit])
    elif unit in (scales := _scales()):
        name, scale = scales[unit]
    return name, scale, before


@cache
def _scales() -> dict[str, tuple[str, Decimal]]:
    table = {}
    for dimension, row in _SCALES.items():
        for cell in row.split("|"):
            unit, _, factor = cell.rpartition(" ")
            table[unit] = (dimension, Decimal(factor))
    return table
