"""Chains of mentions as brackets in a column of tokens: `(3` opens a mention of chain 3, `3)` closes one, `|` parts.

That is the last column of CoNLL-2011 and 2012 (https://conll.cemantix.org/2012/data.html). A bracket closes the last
one of its chain that is open, so mentions of one chain may lie in each other, and may not cross.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_BRACKET: Final = re.compile(r"\((?P<one>[^()|\s]+)\)|\((?P<open>[^()|\s]+)|(?P<close>[^()|\s]+)\)|\|")
NOTHING: Final = frozenset(("-", "_", "*"))


class Mention(NamedTuple):
    """A mention: its first and its last token, and its chain."""

    first: int
    last: int
    chain: str


def brackets(mentions: Iterable[Mention], size: int) -> list[str]:
    """The column of `size` tokens; `-` where nothing begins or ends."""
    cells: defaultdict[int, list[str]] = defaultdict(list)
    given = list(mentions)
    for one in sorted(given, key=lambda one: (one.first, -one.last, one.chain)):
        cells[one.first].append(f"({one.chain})" if one.first == one.last else f"({one.chain}")
    for one in sorted(given, key=lambda one: (-one.first, one.last, one.chain)):
        if one.first != one.last:
            cells[one.last].append(f"{one.chain})")
    return ["|".join(cells[at]) if at in cells else "-" for at in range(size)]


def crossing(mentions: Sequence[Mention]) -> set[Mention]:
    """Those that would have to go, so that no two of one chain cross."""
    inside: defaultdict[str, list[int]] = defaultdict(list)
    found: set[Mention] = set()
    for one in sorted(set(mentions), key=lambda one: (one.first, -one.last, one.chain)):
        open_ones = inside[one.chain]
        while open_ones and open_ones[-1] < one.first:
            open_ones.pop()
        if open_ones and open_ones[-1] < one.last:
            found.add(one)
        else:
            open_ones.append(one.last)
    return found


class Brackets:
    """The column, read token by token; `mentions` are those that are closed, `chains` all as they are met first."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.chains: dict[str, None] = {}
        self._open: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, at: int, cell: str) -> None:
        """Read the cell of token number `at`. Raises ValueError for what are no brackets, or close nothing."""
        if cell in NOTHING:
            return
        found = list(_BRACKET.finditer(cell))
        if "".join(one.group() for one in found) != cell:
            raise ValueError(f"{cell[:60]!r} are no brackets of chains")
        self.mentions += [Mention(at, at, one["one"]) for one in found if one["one"]]
        self.chains |= dict.fromkeys(one["one"] or one["open"] for one in found if one["one"] or one["open"])
        for one in found:
            if one["open"]:
                self._open[one["open"]].append(at)
        for one in found:
            if chain := one["close"]:
                if not self._open[chain]:
                    raise ValueError(f"chain {chain[:60]!r} is closed where it is not open")
                self.mentions.append(Mention(self._open[chain].pop(), at, chain))

    def left_open(self) -> str:
        """A chain that was opened and never closed; empty for none."""
        return next((chain for chain, starts in self._open.items() if starts), "")
