"""What the texts of a story say beside the names of its persons and things: nouns that describe them, "he" or "she".

All places of a name count, whether or not anything is marked there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from corpus.clusters.folding import folded
from corpus.clusters.nouns import DETERMINERS

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,.;:!?()\n]")
_REACH: Final = 7  # words around a name in which its description is looked for
_AFTER: Final = 28  # words after a name in which "he" or "she" is looked for
_HE: Final = frozenset("he his him himself mr".split())
_SHE: Final = frozenset("she her hers herself mrs ms miss".split())
_BE: Final = frozenset("is was as named called became".split())
_ARTICLES: Final = frozenset("a an the his her its their who former".split())
_STOPS: Final = frozenset(". ; : ! ? ( ) \n".split(" "))


class Evidence:
    """Counts by entity: how often a noun stands where it describes it, and how often "he" and "she" follow it."""

    def __init__(
        self, texts: Sequence[str], entities: Mapping[str, int], persons: AbstractSet[str], heads: AbstractSet[str]
    ) -> None:
        """`entities` are the last words of names, folded, by what they name; `persons` those of persons.

        `heads` are the nouns that are asked for.
        """
        self._persons = persons
        self.described: dict[str, Counter[int]] = defaultdict(Counter)
        self.gender: dict[int, Counter[str]] = defaultdict(Counter)
        for text in texts:
            raw = [match.group() for match in _WORD.finditer(text)]
            self._read(raw, [folded(word) or word for word in raw], entities, heads)

    def _read(
        self, raw: Sequence[str], words: Sequence[str], entities: Mapping[str, int], heads: AbstractSet[str]
    ) -> None:
        for at, word in enumerate(words):
            entity = entities.get(word)
            if entity is None or not raw[at][0].isupper():
                continue
            self._before(raw, words, at, entity, heads)
            self._after(words, at, entity, heads)
            if word in self._persons:
                self._pronoun(words, at, entity, entities)

    def _before(self, raw: Sequence[str], words: Sequence[str], at: int, entity: int, heads: AbstractSet[str]) -> None:
        """Counts what stands before a name: "driver X", "the driver, X", "the driver was identified as X"."""
        start = at
        while start > 0 and at - start < 4 and raw[start - 1][0].isupper() and words[start - 1] not in heads:
            start -= 1
        if start > 1 and words[start - 1] == "," and not DETERMINERS.isdisjoint(words[max(0, start - 5) : start - 2]):
            start -= 1
        if start and words[start - 1] in heads:
            self.described[words[start - 1]][entity] += 2
        elif start and words[start - 1] == "as":
            left = words[max(0, start - _REACH) : start - 1]
            if "identified" in left or "named" in left:
                for word in reversed(left):
                    if word in heads:
                        self.described[word][entity] += 2
                        break

    def _after(self, words: Sequence[str], at: int, entity: int, heads: AbstractSet[str]) -> None:
        """Counts what stands after a name: "X, 59, a grandmother", "X is the host"."""
        following = words[at + 1 : at + 1 + _REACH]
        if not following or (following[0] not in _BE and following[0] != ","):
            return
        seen = False
        for number, word in enumerate(following[1:], 1):
            if word in _STOPS:
                return
            seen = seen or word in _ARTICLES
            if seen and word in heads:
                self.described[word][entity] += 1
                return
            if word == "," and number > 2:
                return

    def _pronoun(self, words: Sequence[str], at: int, entity: int, entities: Mapping[str, int]) -> None:
        for word in words[at + 1 : at + _AFTER]:
            if word in self._persons and entities[word] != entity:
                return
            if word in _HE or word in _SHE:
                self.gender[entity]["m" if word in _HE else "f"] += 1
                return

    def gender_of(self, entity: int) -> str:
        """Whether "he" or "she" clearly follows the names of an entity; "" where neither does."""
        count = self.gender[entity]
        he, she = count["m"], count["f"]
        return "m" if he >= 2 and he > 2 * she else "f" if she >= 2 and she > 2 * he else ""
