"""Letters that name places on the screen, so that any of them is one or two keys away. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.span import Span

ALPHABET: Final = "fjdkslaghrueiwoqptyvnmcxbz"
"""The letters in the order in which they are given out: those under the fingers first."""
_CAPITAL: Final = r"[^\W\d_a-z][\w’'-]*"
_NAMES: Final = rf"\b{_CAPITAL}(?:[ \u00a0](?:of |the |de |al |van |von |bin )?{_CAPITAL})*|\b\d[\d.,]*\b"


def labels(count: int, alphabet: str = ALPHABET) -> list[str]:
    """Labels for `count` places, no one of which begins another: as many single letters as can be, those first.

    Of two letters there are only so many; places for which none is left get no label, and the list is shorter.
    """
    size = len(alphabet)
    prefixes = next((number for number in range(size + 1) if size - number + number * size >= count), size)
    single, first = alphabet[: size - prefixes], alphabet[size - prefixes :]
    pairs = (one + other for one in first for other in alphabet)
    return [*single, *pairs][:count]


def unmarked(text: str, start: int, end: int, marked: Iterable[Span]) -> list[Span]:
    """What may be a name or a number in a stretch of a text and is not marked: capitalised words, digits."""
    taken = list(marked)
    found = (Span(*match.span()) for match in re.compile(_NAMES).finditer(text, start, end))
    return [span for span in found if not any(span.overlaps(one) for one in taken)]


def ranked(places: Sequence[tuple[int, int, Span]], here: tuple[int, int]) -> list[tuple[int, Span]]:
    """Places (rank, article, span) as (article, span), the likely ones first.

    Those of a lower rank come first, among them those of the article `here` is in, then the nearer ones.
    """
    article, offset = here

    def key(place: tuple[int, int, Span]) -> tuple[int, bool, int, int]:
        rank, index, span = place
        return rank, index != article, abs(span.start - offset) if index == article else index, span.start

    return [(index, span) for _, index, span in sorted(places, key=key)]
