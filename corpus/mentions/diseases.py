"""Diseases and what causes them: words with a capital that the guidelines have no label for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.mentions.gazetteer import world
from corpus.mentions.page import Page
from corpus.mentions.place import Place
from corpus.mentions.words import words

_DISEASES: Final = words("bacteria bacterium disease fever infection infections parasite syndrome virus viruses")
"""What only a disease or its cause stands in front of."""
_SPREADS: Final = words(
    "carrier carriers case cases diagnosis epidemic outbreak outbreaks pandemic patient patients strain strains "
    "symptoms test tests vaccination vaccine vaccines"
)
"""What is said of a disease, but of places and firms too."""
_HEADS: Final = words("Bacteria Disease Fever Flu Infection Influenza Syndrome Virus")
_GAPS: Final = frozenset((" ", "\u00a0", "'s ", "’s ", "' ", "’ "))
"""What stands between a disease's name and such a noun."""


def diseases(rows: Iterable[tuple[Page, Sequence[Place]]]) -> Iterator[str]:
    """The names that are mostly those of diseases in a story, where at least one place says so for certain."""
    spoken: Counter[str] = Counter()
    sure: set[str] = set()
    seen: Counter[str] = Counter()
    for page, places in rows:
        for piece, name, _ in places:
            if name in world():
                continue
            seen[name] += 1
            noun = _noun(page, piece.last)
            if noun in _DISEASES:
                sure.add(name)
            if noun in _DISEASES or noun in _SPREADS:
                spoken[name] += 1
            if piece.last - piece.first > 1 and page.words[piece.last - 1] in _HEADS:
                sure.add(name)
                spoken[name] += 1
    for name in sorted(sure):
        if 2 * spoken[name] >= seen[name]:
            yield name


def _noun(page: Page, index: int) -> str:
    """The word behind a name, a possessive ending passed over; "" beyond the clause."""
    return page.lower(index) if page.gap(index) in _GAPS else ""
