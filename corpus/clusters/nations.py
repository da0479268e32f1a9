"""Which words of a name are of a country, and which country a city is in."""

from collections.abc import Sequence
from functools import cache

from corpus.clusters.folding import folded, words_of
from corpus.countries import cities, nations


@cache
def _nations() -> dict[str, str]:
    return {"".join(map(folded, words_of(name))): nation for name, nation in nations().items()}


@cache
def _cities() -> dict[str, str]:
    return {"".join(map(folded, words_of(name))): nation for name, nation in cities().items()}


def national(words: Sequence[str]) -> dict[int, str]:
    """Which of the words are, alone or two together, of a country's name or its adjective: country by index."""
    table = _nations()
    found: dict[int, str] = {}
    for at, word in enumerate(words):
        both = table.get(word + words[at + 1]) if at + 1 < len(words) else None
        if both:
            found[at] = found[at + 1] = both
        elif word in table:
            found.setdefault(at, table[word])
    return found


def nation_of(words: Sequence[str]) -> str:
    """The first country that the words name or are the adjective of, "" for none."""
    return next(iter(national(words).values()), "")


def country_of_city(word: str) -> str:
    """The country of a capital or another well-known city, "" for none."""
    return _cities().get(word, "")
