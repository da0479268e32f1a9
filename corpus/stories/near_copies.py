"""Which articles of a story are near-copies: the text of an agency or of another outlet, reprinted with small edits.

Two texts are compared by the runs of four words that both hold (shingles: Broder 1997, On the resemblance and
containment of documents). A reprint is often cut short, so what counts is the share of the shorter one that the other
holds. Reports that were written apart share names and quotations, and seldom a tenth of their shingles.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

RUN: Final = 4  # words
ENOUGH: Final = 0.6  # share of the shorter text's shingles

_WORD: Final = re.compile(r"\w+")


def near_copies(texts: Sequence[str]) -> list[int | None]:
    """For each text the index of the first earlier one that it is a near-copy of, or None.

    Texts are near-copies where at least `ENOUGH` of the shingles of the one that has fewer are in the other. Case,
    punctuation and spacing do not count. Texts of less than `RUN` words are copies where their words are equal; those
    without a word are copies of nothing.
    """
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    found: list[int | None] = []
    for index, text in enumerate(texts):
        shingles = _shingles(text)
        shared = Counter(earlier for shingle in shingles if shingle in holders for earlier in holders[shingle])
        copied = (one for one, count in shared.items() if count >= ENOUGH * min(len(shingles), sizes[one]))
        found.append(min(copied, default=None))
        for shingle in shingles:
            holders[shingle].append(index)
        sizes.append(len(shingles))
    return found


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    if len(words) < RUN:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))
