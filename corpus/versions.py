"""Whether a text is another version of one, or another article that happens to have the same name."""

import re
from collections import Counter
from typing import Final

RUN: Final = 3  # words in a row
LITTLE: Final = 20  # words: of shorter texts, single words are held against each other
ENOUGH: Final = 0.15  # the share of runs: unrelated reports of one language share next to none
ENOUGH_WORDS: Final = 0.3
_WORD: Final = re.compile(r"\w+")


def is_version(older: str, newer: str) -> bool:
    """Whether enough of the shorter text stands in the other: runs of words, or words where a text is very short."""
    ours, theirs = (_WORD.findall(text.casefold()) for text in (older, newer))
    if min(len(ours), len(theirs)) < LITTLE:
        shared = (Counter(ours) & Counter(theirs)).total()
        return shared >= ENOUGH_WORDS * max(1, min(len(ours), len(theirs)))
    one, other = _runs(ours), _runs(theirs)
    return len(one & other) >= ENOUGH * min(len(one), len(other))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))
