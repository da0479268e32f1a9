"""Whether two figures of the same thing agree, are compatible, or cannot both be right."""

from decimal import Decimal
from typing import Final, NamedTuple

from corpus.ledger.amount import Amount
from corpus.ledger.clock import overlap, same_clock
from corpus.ledger.item import Item
from corpus.ledger.ledger import Verdict

_GROWING: Final = frozenset(("die", "injure", "infect", "arrest", "rescue", "displace", "evacuate"))
_CHANGING: Final = frozenset("rise rose reach climb grow increase pass top update already now remain fall drop".split())
_YEARS: Final = {"age", "duration"}
_LARGEST: Final = 18  # digits that are rounded away
_SHRINKING: Final = frozenset(("miss",))
_ROUNDING: Final = Decimal("0.07")
_CONVERTED: Final = Decimal("0.1")
_MONEY: Final = "money"


class Judgement(NamedTuple):
    """A verdict with its reason in a few words."""

    verdict: Verdict
    reason: str


_BOTH: Final = Judgement(Verdict.CONFLICT, "cannot both be right")


def judged(a: Item, b: Item, days: tuple[str, str]) -> Judgement:
    """The verdict on two figures of one group; `days` are the ISO days of their articles, "" where not known."""
    if a.clock is not None and b.clock is not None:
        return _clocks(a, b)
    if a.amount is None or b.amount is None:
        return Judgement(Verdict.COMPATIBLE, "not told in the same terms")
    found = _amounts(a.amount, b.amount)
    if found.verdict is not Verdict.CONFLICT:
        return found
    if a.setting.former != b.setting.former:
        return Judgement(Verdict.COMPATIBLE, "the one tells what was before")
    if _moved(a, b, days):
        return Judgement(Verdict.COMPATIBLE, "a later count")
    return found


def _clocks(a: Item, b: Item) -> Judgement:
    if a.clock is None or b.clock is None:
        return Judgement(Verdict.COMPATIBLE, "not told in the same terms")
    if same_clock(a.clock, b.clock):
        return Judgement(Verdict.AGREE, "the same time")
    if overlap(a.clock, b.clock):
        return Judgement(Verdict.COMPATIBLE, "the one leaves room for the other")
    return Judgement(Verdict.CONFLICT, "two times")


def _amounts(a: Amount, b: Amount) -> Judgement:
    if a.dimension != b.dimension and {a.dimension, b.dimension} != _YEARS:
        return Judgement(Verdict.COMPATIBLE, "other units")
    if a.dimension == _MONEY and a.unit != b.unit:
        return Judgement(Verdict.COMPATIBLE, "other currencies")
    return _of_one_unit(a, b)


def _of_one_unit(a: Amount, b: Amount) -> Judgement:
    if (a.low, a.high, a.loose) == (b.low, b.high, b.loose):
        return Judgement(Verdict.AGREE, "the same value")
    if _meet(a, b, Decimal(0)):
        return Judgement(Verdict.COMPATIBLE, "the one leaves room for the other")
    if _meet(a, b, a.loose + b.loose):
        return Judgement(Verdict.COMPATIBLE, "an approximation")
    if a.unit != b.unit:
        near = _meet(a, b, abs(a.said) * _CONVERTED)
        return Judgement(Verdict.COMPATIBLE, "rounded in other units") if near else _BOTH
    return Judgement(Verdict.COMPATIBLE, "rounded") if _rounds(a, b) or _rounds(b, a) else _BOTH


def _meet(a: Amount, b: Amount, slack: Decimal) -> bool:
    """Whether the intervals have a number in common, each widened by half of `slack`."""
    low = max((end for end in (a.low, b.low) if end is not None), default=None)
    high = min((end for end in (a.high, b.high) if end is not None), default=None)
    return low is None or high is None or low - slack <= high


def _rounds(coarse: Amount, fine: Amount) -> bool:
    """Whether `coarse` is `fine` with fewer digits, and not far from it; whole numbers below 1,000 are counted."""
    if not coarse.exact or not fine.exact or not fine.written:
        return False
    if abs(coarse.written - fine.written) > abs(fine.written) * _ROUNDING:
        return False
    exponent = coarse.written.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _LARGEST:
        return False
    if exponent < 2 and fine.written == fine.written.to_integral_value():
        return False
    return fine.written.quantize(Decimal(1).scaleb(exponent)) == coarse.written


def _moved(a: Item, b: Item, days: tuple[str, str]) -> bool:
    """Whether a count that only grows, or only shrinks, was told again on a later day, with a word of its changing."""
    first, second = days
    if not first or not second or first == second or a.amount is None or b.amount is None:
        return False
    earlier, later = (a, b) if first < second else (b, a)
    if _CHANGING.isdisjoint(later.claim.scope) or earlier.amount is None or later.amount is None:
        return False
    kind = later.claim.predicate or earlier.claim.predicate
    if kind in _SHRINKING:
        return earlier.amount.said >= later.amount.said
    return kind in _GROWING and earlier.amount.said <= later.amount.said
