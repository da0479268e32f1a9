"""Where sentences begin, and how much one is about what the story is about: by the words that its articles share."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SHARE: Final = 0.5  # of the articles: who has a word less often does not make it one of the topic
_COMMON: Final = frozenset(
    "the and for with was were are been has have had that this from would will said not but who which their "
    "there they them his her its she him you your our out into over after about also than then when what while "
    "more some such very just one two could can may might should did does being because".split()
)


_SENTENCE_END: Final = re.compile(r"[.!?][\"”’']{0,2}\s+(?=[\"“‘'`A-Z])|\n")


def sentence_starts(text: str) -> list[int]:
    """Where the sentences and lines of a text begin; the first at 0."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text))]


def words_in(sentence: str) -> set[str]:
    """The words of a sentence that tell something."""
    return set(_WORD.findall(sentence.casefold())) - _COMMON


class Topic:
    """The words of a story's topic: those of a good part of its articles, by how many have them."""

    def __init__(self, texts: Sequence[str]) -> None:
        count: Counter[str] = Counter()
        for text in texts:
            count.update(words_in(text))
        least = min(len(texts), max(2, len(texts) * _SHARE))
        self._weights = {word: number / len(texts) for word, number in count.items() if number >= least}

    def weight(self, sentence: str) -> float:
        """How much a sentence is about the topic: its words' weights summed, over the root of their number."""
        words = words_in(sentence)
        return sum(self._weights.get(word, 0.0) for word in words) / (math.sqrt(len(words)) + 1)
