"""One figure: where it stands and what it says, apart from what it counts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.span import Span


class Kind(StrEnum):
    """What sort of quantity; `RANGE` is a range of bare numbers, other ranges keep their kind and have low and high."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    RANGE = "range"


class Modifier(StrEnum):
    """How the value is meant: "around 20" is approx, "no fewer than 30" is at_least, "over 70" is more_than."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in the text.

    `value` for one number, `low` and `high` for a range, never both; a `vague` figure ("dozens", "several hundred") has
    the least it says as `low` and no `high`. A bound ("more than 70") is a value with a modifier. `unit` is "" for
    none, "percent", an ISO 4217 code or a name of a currency, or a singular English name ("kilometre", "day", "degree
    Celsius"). `role` is "age" for ages, "fraction" for parts of a whole ("two-thirds"), else "". Dates and times have
    no value of their own: see `corpus.figures.calendar`. Of a `stated` one a reviewer said what it says, whatever its
    words are.
    """

    span: Span
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    modifier: Modifier = Modifier.EXACT
    vague: bool = False
    role: str = ""
    stated: bool = False
