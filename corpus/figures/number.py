"""A number as it stands in the text."""

from decimal import Decimal
from typing import NamedTuple


class Number(NamedTuple):
    """Tokens `start` to `end` (exclusive) that are a number, what it says, and how.

    `raw` is the value before its scale ("1.5" of "1.5 million"), `scale` that scale, 1 where there is none, and `last`
    the scale of the last word, 1 behind "million and two". A vague number ("dozens") has the least it says as value.
    `digits` tells whether it is written in digits, and `role` is "fraction" for a part of a whole.
    """

    start: int
    end: int
    value: Decimal
    raw: Decimal
    scale: int = 1
    vague: bool = False
    digits: bool = False
    role: str = ""
    last: int = 1
