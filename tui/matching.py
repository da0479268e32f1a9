"""How well typed words fit a row of a narrowing list: by the words of title, other names and sentence. Pure."""

import re
from collections.abc import Sequence
from typing import Final

NONE: Final = 0
WITHIN: Final = 1  # letters within one word of the title
SENTENCE: Final = 3
NAMED: Final = 5  # another word for it
TITLE: Final = 7
"""How well one typed word fits; a whole word is worth one more than how it begins."""
SURE: Final = SENTENCE + 1
"""From which fit on a row may be offered that cannot be run by mistake."""
_WORDS: Final = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, case folded."""
    return _WORDS.findall(text.casefold())


def fit(typed: str, title: str, names: str = "", sentence: str = "") -> tuple[int, ...]:
    """How well each typed word fits, the worst one first; (NONE,) where one does not fit at all."""
    places = ((TITLE, words_of(title)), (NAMED, words_of(names)), (SENTENCE, words_of(sentence)))
    found = sorted(_fit(word, places) for word in words_of(typed) or [typed.casefold().strip()])
    return tuple(found) if found[0] else (NONE,)


def best_first(fits: Sequence[tuple[int, ...]]) -> list[int]:
    """The indices of the rows that fit, the best first; those that fit only within words where there are no others."""
    found = [index for index, one in enumerate(fits) if one[0] > NONE]
    clear = [index for index in found if fits[index][0] > WITHIN + 1]
    return sorted(clear or found, key=lambda index: fits[index], reverse=True)


def _fit(word: str, places: Sequence[tuple[int, list[str]]]) -> int:
    found = [worth + (one == word) for worth, words in places for one in words if one.startswith(word)]
    if found:
        return max(found)
    title = places[0][1]
    if any(word in one for one in title):
        return WITHIN + 1
    return WITHIN if any(_scattered(word, one) for one in title) else NONE


def _scattered(word: str, within: str) -> bool:
    """Whether a word begins like another, and has the rest of its letters there in order."""
    rest = iter(within)
    return word[:1] == within[:1] and all(char in rest for char in word)
