"""What the desk shows of a story as a whole, in plain numbers and words, so that it travels and is kept as JSON.

Offsets are code points into the stored texts; articles are indices in the story; clusters are numbers, -1 for none.
"""

import json
from typing import Any, NamedTuple


class Folded(NamedTuple):
    """A region of boilerplate: where, of which kind, and why."""

    start: int
    end: int
    kind: str
    reason: str


class Marked(NamedTuple):
    """A mention or figure: its label, how sure it is (0 to 100) and why, its cluster and why it belongs there."""

    start: int
    end: int
    label: str
    score: int
    reason: str
    cluster: int = -1
    why: str = ""


class Counted(NamedTuple):
    """A figure: `value` in words ("more than 70"), what it counts, what is said of it, who says so, and its group.

    `claimant` is a cluster, `said_by` the words in the text; `group` an index in the ledger, -1 for none.
    """

    start: int
    end: int
    value: str
    counted: str
    predicate: str
    claimant: int
    said_by: str
    group: int


class Said(NamedTuple):
    """A quotation: where, the cluster of its speaker, the words that name them, and how they were found."""

    start: int
    end: int
    speaker: int
    said_by: str
    reason: str


class Aligned(NamedTuple):
    """Two sentences that say the same; `how` is verbatim or paraphrase, `score` 0 to 100."""

    a: int
    start_a: int
    end_a: int
    b: int
    start_b: int
    end_b: int
    how: str
    score: int
    reason: str


class Match(NamedTuple):
    """A passage of another article (`b`) that a sentence of article `a` may be read beside, for scrolling.

    They come sorted by `a` and `start_a`; of those to one article the best one first.
    """

    a: int
    start_a: int
    end_a: int
    b: int
    start_b: int
    end_b: int
    score: int
    reason: str


class Entry(NamedTuple):
    """One figure of a row of the ledger."""

    article: int
    start: int
    end: int
    value: str
    claimant: int
    said_by: str


class Pair(NamedTuple):
    """The verdict on two entries of a row, by their index in it."""

    a: int
    b: int
    verdict: str
    reason: str


class Row(NamedTuple):
    """A row of the ledger: what it counts, its verdict, remarks, its figures, and what their pairs amount to."""

    about: str
    verdict: str
    remarks: tuple[str, ...]
    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]


class Side(NamedTuple):
    """What was read in one article, as the story has it; each part by place."""

    folded: tuple[Folded, ...] = ()
    marked: tuple[Marked, ...] = ()
    counted: tuple[Counted, ...] = ()
    said: tuple[Said, ...] = ()


class Comparison(NamedTuple):
    """A story as a whole. `titles[c]` is the best name of cluster `c`."""

    sides: tuple[Side, ...] = ()
    titles: tuple[str, ...] = ()
    aligned: tuple[Aligned, ...] = ()
    matches: tuple[Match, ...] = ()
    ledger: tuple[Row, ...] = ()

    def to_bytes(self) -> bytes:
        """The comparison as JSON."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Comparison":
        """What `to_bytes` wrote. Raises ValueError for anything else."""
        try:
            sides, titles, aligned, matches, ledger = json.loads(data)
            return cls(
                tuple(map(_side, sides)),
                tuple(map(str, titles)),
                tuple(Aligned(*row) for row in aligned),
                tuple(Match(*row) for row in matches),
                tuple(map(_row, ledger)),
            )
        except (TypeError, ValueError) as error:
            message = "not a stored comparison"
            raise ValueError(message) from error


def _side(row: Any) -> Side:
    folded, marked, counted, said = row
    return Side(
        tuple(Folded(*one) for one in folded),
        tuple(Marked(*one) for one in marked),
        tuple(Counted(*one) for one in counted),
        tuple(Said(*one) for one in said),
    )


def _row(row: Any) -> Row:
    about, verdict, remarks, entries, pairs = row
    return Row(
        about, verdict, tuple(remarks), tuple(Entry(*one) for one in entries), tuple(Pair(*one) for one in pairs)
    )
