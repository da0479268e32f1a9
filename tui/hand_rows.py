"""The ledger with what the reviewer said of two figures just now, before the story is compared again. Pure."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from annotations.model import Tie
from corpus.comparison import Counted, Entry, Pair, Row

DECIDED: Final = "a reviewer says so"
AGREE, COMPATIBLE, CONFLICT = "agree", "compatible", "conflict"
_ORDER: Final = (AGREE, COMPATIBLE, CONFLICT)
_VERDICTS: Final = {
    Tie.CONFLICT: CONFLICT,
    Tie.AGREEMENT: AGREE,
    Tie.REFINEMENT: COMPATIBLE,
    Tie.SCOPE: COMPATIBLE,
}
Place = tuple[int, int, int]
"""Article, start, end."""


class Said(NamedTuple):
    """What two figures are to each other by the reviewer's word."""

    tie: Tie
    one: Place
    other: Place


def with_said(ledger: Sequence[Row], said: Iterable[Said], known: Callable[[Place], tuple[Entry, str]]) -> list[Row]:
    """The rows with the pairs as said, then new rows of two for figures that share none.

    `known` gives a figure as an entry, and what it counts. Figures that count different things get no row.
    """
    rows = list(ledger)
    for one in said:
        number = next(
            (at for at, row in enumerate(rows) if {one.one, one.other} <= set(map(place_of, row.entries))), -1
        )
        if number >= 0:
            places = list(map(place_of, rows[number].entries))
            low, high = sorted((places.index(one.one), places.index(one.other)))
            rows[number] = _with_pair(rows[number], Pair(low, high, _VERDICTS[one.tie], DECIDED))
        elif one.tie is not Tie.SCOPE:
            (first, about), (second, other) = map(known, sorted((one.one, one.other)))
            pair = Pair(0, 1, _VERDICTS[one.tie], DECIDED)
            rows.append(Row(about or other, pair.verdict, (), (first, second), (pair,)))
    return rows


def known_in(
    ledger: Sequence[Row], counted: Sequence[Iterable[Counted]], texts: Sequence[str]
) -> Callable[[Place], tuple[Entry, str]]:
    """What gives a figure as an entry, and what it counts: from the ledger, else its reading, else its words."""

    def known(place: Place) -> tuple[Entry, str]:
        index, start, end = place
        for row in ledger:
            for entry in row.entries:
                if place_of(entry) == place:
                    return entry, row.about
        for one in counted[index]:
            if (one.start, one.end) == (start, end):
                about = ", ".join(filter(None, (one.predicate, one.counted)))
                return Entry(*place, one.value, one.claimant, one.said_by), about
        return Entry(*place, " ".join(texts[index][start:end].split()), -1, ""), ""

    return known


def place_of(entry: Entry) -> Place:
    """Where an entry stands."""
    return entry.article, entry.start, entry.end


def _with_pair(row: Row, pair: Pair) -> Row:
    pairs = [one for one in row.pairs if (one.a, one.b) != (pair.a, pair.b)]
    pairs = sorted([*pairs, pair], key=lambda one: (one.a, one.b))
    return row._replace(pairs=tuple(pairs), verdict=max((one.verdict for one in pairs), key=_ORDER.index))
