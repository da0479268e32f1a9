"""What to call a story: the title of the report that has most in common with the titles of the others."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_WORD: Final = re.compile(r"\w{3,}")
LONGEST: Final = 120  # code points


def headline(titles: Sequence[str]) -> str:
    """One of `titles`: that whose words the others share most, the first of several; "" for none."""
    titles = [title for title in titles if title.strip()]
    words = [set(_WORD.findall(title.casefold())) for title in titles]
    shared = Counter(word for one in words for word in one)
    best = max(range(len(titles)), key=lambda index: (_score(words[index], shared), -index), default=None)
    return "" if best is None else titles[best][:LONGEST]


def _score(words: set[str], shared: Counter[str]) -> float:
    """How often the words of a title stand in other titles, in the mean; short titles say too little."""
    return sum(shared[word] - 1 for word in words) / (len(words) + 3)
