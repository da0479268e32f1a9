"""What an article is grouped by: its terms, names and figures as numbers, in about a kilobyte.

A hundred thousand texts are too much to read again because ten articles came in; their profiles are not. Features are
kept as hashes, since grouping only asks whether two articles share them, and beside the pieces of text (sentences and
lines) that they stand in, so that pieces which a site repeats on every page can be left out later.
"""

import re
import struct
import sys
from array import array
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from corpus.stories.features import Counts, features_of

if TYPE_CHECKING:
    Hashes = array[int]
    Values = array[float]
else:
    Hashes = Values = array  # cannot be subscripted before Python 3.12

PROFILE: Final = 1  # revision of what a profile holds; stored ones of another revision are made anew
LONGEST: Final = 8000  # code points of a text that are looked at: reports say first what they are about
MOST_FEATURES: Final = 144
MOST_PIECES: Final = 32
MOST_FIGURES: Final = 20
SCALE: Final = 16  # steps of a stored weight per unit

_LEAD: Final = 3  # pieces after the headline that count as much as one that speaks of the headline
_TWICE: Final = 2.0
_HEAD: Final = struct.Struct("<iHBB")
_NO_DAY: Final = -1

_PIECE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\s*[\r\n]\s*|[。！？]")
_HEADLINE_END: Final = re.compile(r"\s+[-|–—·»]+\s+")


def hashes() -> Hashes:
    """An empty array of 32-bit hashes."""
    return array("I")


def values() -> Values:
    """An empty array of single-precision numbers."""
    return array("f")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article is grouped by.

    `features` are the hashes of its terms, pairs of names and figures, piece after piece; `weights[i]` is how much
    feature `i` is spoken of in the article, 1 + ln of its weighted count, in steps of 1 / `SCALE`. Piece `i` of the
    text has the hash `pieces[i]` and the next `sizes[i]` features; piece 0 is the headline. `counted[i]` is the hash of
    a word that is counted and `numbers[i]` its number; ages, times and dates are left out there. `day` is the proleptic
    ordinal of the day of publication, or None.
    """

    features: Hashes = field(default_factory=hashes)
    weights: bytes = b""
    pieces: Hashes = field(default_factory=hashes)
    sizes: bytes = b""
    counted: Hashes = field(default_factory=hashes)
    numbers: Values = field(default_factory=values)
    day: int | None = None

    def to_bytes(self) -> bytes:
        """The profile in about a kilobyte, the same on every machine; `from_bytes` gives it back."""
        day = _NO_DAY if self.day is None else self.day
        head = _HEAD.pack(day, len(self.features), len(self.pieces), len(self.counted))
        columns = (_little(self.features), _little(self.pieces), _little(self.counted), _little(self.numbers))
        return b"".join((head, *columns, self.weights, self.sizes))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Profile":
        """The profile that `to_bytes` wrote. Raises ValueError for other bytes."""
        if len(data) < _HEAD.size:
            raise ValueError("these bytes are no profile: too few")
        day, features, pieces, counted = _HEAD.unpack_from(data)
        if len(data) != _HEAD.size + 5 * (features + pieces) + 8 * counted:
            raise ValueError("these bytes are no profile: another length than they say")
        at = _HEAD.size
        columns: list[Hashes] = []
        for count in (features, pieces, counted):
            columns.append(_read(hashes(), data[at : at + 4 * count]))
            at += 4 * count
        numbers = _read(values(), data[at : at + 4 * counted])
        at += 4 * counted
        weights, sizes = data[at : at + features], data[at + features :]
        return cls(columns[0], weights, columns[1], sizes, columns[2], numbers, None if day == _NO_DAY else day)


def profile_of(title: str, text: str, published: str) -> Profile:
    """The profile of an article; `published` is a day or a moment in ISO 8601, or empty. Never raises.

    Only the first `LONGEST` code points of the text count. Without a title its first line is the headline.
    """
    text = text[:LONGEST]
    headline = _headline(title.strip() or text.strip().partition("\n")[0])
    pieces = [headline, *(piece for piece in _PIECE_END.split(text) if piece)]
    figures: Counts = {}
    subjects = frozenset(features_of(headline, {}))
    counts: dict[int, float] = {}
    homes: dict[int, int] = {}
    anchored: set[int] = set()
    for number, piece in enumerate(pieces):
        features = features_of(piece, figures)
        speaks = not subjects.isdisjoint(features)
        weight = _TWICE if speaks or number <= _LEAD else 1.0
        if speaks:
            anchored.add(number)
        for feature in features:
            if feature not in counts:
                counts[feature] = weight
                homes[feature] = number
            else:
                counts[feature] += weight
                if speaks and homes[feature] not in anchored:
                    homes[feature] = number
    return _packed(pieces, counts, homes, figures, _ordinal(published))


def _packed(
    pieces: list[str],
    counts: dict[int, float],
    homes: dict[int, int],
    figures: Counts,
    day: int | None,
) -> Profile:
    """The strongest features, sorted by the piece they stand in."""
    kept = sorted(counts, key=counts.__getitem__, reverse=True)[:MOST_FEATURES]
    by_piece: dict[int, list[int]] = {0: []}
    for feature in sorted(kept, key=homes.__getitem__):
        by_piece.setdefault(min(homes[feature], MOST_PIECES - 1), []).append(feature)
    features = array("I", [feature for home in by_piece.values() for feature in home])
    sizes = bytes(len(home) for home in by_piece.values())
    weights = bytes([_step(counts[feature]) for feature in features])
    marks = array("I", [crc32(pieces[number].encode("utf-8", "surrogatepass")) for number in by_piece])
    told = list(figures)[:MOST_FIGURES]
    return Profile(
        features,
        weights,
        marks,
        sizes,
        array("I", [word for word, _ in told]),
        array("f", [number for _, number in told]),
        day,
    )


def _headline(title: str) -> str:
    """A headline without the name of the site, which follows a dash or a bar."""
    parts = _HEADLINE_END.split(title)
    return parts[0] if len(parts[0].split()) > 2 else max(parts, key=len)


@lru_cache(256)
def _step(count: float) -> int:
    return min(255, round(SCALE * (1 + log(count))))


def _ordinal(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _little(column: Hashes | Values) -> bytes:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column.tobytes()


def _read(column: "array[Any]", data: bytes) -> "array[Any]":
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column
