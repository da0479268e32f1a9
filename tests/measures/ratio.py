"""Precision, recall and F1 from counts, as decimals of four places."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

PLACES: Final = Decimal("0.0001")


def ratio(part: int | Decimal, whole: int | Decimal) -> Decimal:
    """`part` of `whole`; 1 of nothing."""
    return (Decimal(part) / Decimal(whole) if whole else Decimal(1)).quantize(PLACES)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found and is right, what was found and is not, what was not found."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> Decimal:
        """The share of the found that is right; 1 where nothing was found."""
        return ratio(self.right, self.right + self.false)

    @property
    def recall(self) -> Decimal:
        """The share of the gold that was found; 1 where there is none."""
        return ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> Decimal:
        """The harmonic mean of both; 1 where there is nothing to find and nothing was found."""
        return ratio(2 * self.right, 2 * self.right + self.false + self.missed)

    def named(self, prefix: str = "") -> dict[str, Decimal]:
        """The three numbers, by name."""
        return {f"{prefix}precision": self.precision, f"{prefix}recall": self.recall, f"{prefix}f1": self.f1}
