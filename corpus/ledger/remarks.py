"""What is worth saying of a group beside its verdicts: sums that come out, and who says two things."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from corpus.figures.figure import Kind
from corpus.ledger.counted import Counted
from corpus.ledger.item import Item
from corpus.ledger.ledger import Pair, Verdict

_PARTS: Final = 3  # parts of which a total is made at most
_REACH: Final = 40  # code points between a count and the share of it
_OF_THEM: Final = ("of them", "of those", "of these", "of the ", "of whom", "of which", "of all")
_HUNDRED: Final = Decimal(100)
_SMALLEST: Final = 4  # smaller totals come out by chance


def two_values(members: Sequence[Item], pairs: Sequence[Pair], texts: Sequence[Counted]) -> list[str]:
    """That the same claimant, or the same article in its own voice, gives values that cannot both be right."""
    said: dict[str, None] = {}
    for pair in pairs:
        a, b = members[pair.a], members[pair.b]
        if pair.verdict is not Verdict.CONFLICT:
            continue
        if a.claimant is not None and a.claimant == b.claimant:
            said[f"the same source says {a.surface} and {b.surface}"] = None
        elif a.article == b.article and _is_own(a, texts) and _is_own(b, texts):
            said[f"one article says {a.surface} and {b.surface}"] = None
    return list(said)


def _is_own(item: Item, texts: Sequence[Counted]) -> bool:
    """Whether an article says a figure in its own voice."""
    return item.claimant is None and texts[item.article].claims[item.number].claimant is None


def sums(items: Sequence[Item], texts: Sequence[Counted]) -> Iterator[tuple[Item, str]]:
    """Figures of one article that add up, each with the sentence that says so; `items` are in the order of the text."""
    for index, item in enumerate(items):
        if item.dimension == "percent":
            share = _share(items, index, texts)
            if share:
                yield item, share
        elif item.dimension == "count" and _exact(item):
            total = _total(items, index)
            if total:
                yield item, total


def _exact(item: Item) -> bool:
    plain = item.figure.kind is Kind.CARDINAL and not item.figure.vague
    return plain and item.amount is not None and item.amount.exact


def _share(items: Sequence[Item], index: int, texts: Sequence[Counted]) -> str | None:
    """As in "20 percent of 50,000 is 10,000": of the count before it in the sentence, or of the one right behind it."""
    item = items[index]
    text = texts[item.article].text
    behind = text[item.figure.span.end : item.figure.span.end + _REACH].lower().lstrip()
    whole = None
    if (
        behind.startswith("of ")
        and index + 1 < len(items)
        and items[index + 1].figure.span.start - item.figure.span.end < len("of the ")
    ):
        whole = items[index + 1]
    elif behind.startswith(_OF_THEM):
        before = [
            one for one in items[max(0, index - 3) : index] if one.article == item.article and one.dimension == "count"
        ]
        whole = before[-1] if before and before[-1].setting.sentence == item.setting.sentence else None
    if (
        whole is None
        or whole.article != item.article
        or whole.dimension != "count"
        or not whole.amount
        or not item.amount
    ):
        return None
    part = whole.amount.said * item.amount.said / _HUNDRED
    return f"{item.surface} of {whole.surface} is {_shown(part)}"


def _total(items: Sequence[Item], index: int) -> str | None:
    """As in "two and two make four": parts that follow their total, or come right before it, in one sentence."""
    item = items[index]
    if item.amount is None or item.amount.said < _SMALLEST:
        return None
    for step in (1, -1):
        parts: list[Item] = []
        rest = item.amount.said
        at = index + step
        while 0 <= at < len(items) and len(parts) < _PARTS and _with(items[at], item) and items[at].amount is not None:
            amount = items[at].amount
            if amount is None or amount.said >= item.amount.said or amount.said <= 0:
                break
            parts.append(items[at])
            rest -= amount.said
            if rest <= 0:
                break
            at += step
        if rest == 0 and len(parts) > 1:
            return f"adds up: {' + '.join(part.surface for part in parts[::step])} = {item.surface}"
    return None


def _with(part: Item, item: Item) -> bool:
    same = part.article == item.article and part.setting.sentence == item.setting.sentence
    return same and part.dimension == item.dimension and _exact(part)


def _shown(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{number:,.0f}" if whole else f"{number.normalize():,f}"
