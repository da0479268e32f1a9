"""The name of an organisation taken apart: what it is, of which country, and what is its own."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.clusters import vocabulary
from corpus.clusters.form import Form
from corpus.clusters.nations import national


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation's name: its `words` in order, small ones and companies' endings left out, as they are compared.

    `nation` is the country in it, "" for none; `heads` the words that say what it is, `own` all others but the country;
    `headed` is for one that begins with what it is: "Ministry of …".
    """

    words: tuple[str, ...]
    nation: str
    heads: frozenset[str]
    own: frozenset[str]
    headed: bool

    @property
    def all(self) -> frozenset[str]:
        """The words without their order."""
        return self.heads | self.own

    @property
    def generic(self) -> bool:
        """Whether nothing in the name but a country says which of its sort it is."""
        return bool(self.heads) and self.own <= generic_words()


@lru_cache(maxsize=1)
def generic_words() -> frozenset[str]:
    """The words that any country's bodies have in their names."""
    return frozenset(_plain_word(word) for word in vocabulary.GENERIC)


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(_plain_word(word) for word in vocabulary.ORGANISATION_HEADS)


@lru_cache(maxsize=1)
def press_words() -> frozenset[str]:
    """The words by which papers and stations are known."""
    return frozenset(_plain_word(word) for word in vocabulary.PRESS)


@lru_cache(maxsize=1)
def team_words() -> frozenset[str]:
    """The words by which teams are known."""
    return frozenset(_plain_word(word) for word in vocabulary.TEAMS)


@lru_cache(maxsize=65536)
def _plain_word(word: str) -> str:
    table = vocabulary.synonyms()
    return table.get(word) or table.get(word.removesuffix("s")) or (word.removesuffix("s") if len(word) > 4 else word)


@lru_cache(maxsize=65536)
def body_of(form: Form) -> Body:
    """The parts of an organisation's name."""
    words = list(form.words)
    while (
        len(words) > 1
        and words[-1] in vocabulary.COMPANY
        and not {words[-2]} & (vocabulary.ORGANISATION_HEADS | vocabulary.GENERIC)
    ):
        words = words[:-1]
    kept = [word for word in words if word not in vocabulary.LEFT_OUT] or words
    countries = national(kept)
    plain = tuple(_plain_word(word) for at, word in enumerate(kept) if at not in countries)
    heads = frozenset(word for word in plain if word in _heads())
    return Body(plain, next(iter(countries.values()), ""), heads, frozenset(plain) - heads, words[1:2] == ["of"])


def is_generic(form: Form) -> bool:
    """Whether a name may be of a body in any country: "Defence Ministry", "Navy"."""
    return body_of(form).generic
