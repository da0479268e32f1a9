"""A name as it is compared: its words without titles, articles and endings, and what its writing gives away."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.clusters import vocabulary
from corpus.clusters.folding import folded, words_of
from corpus.clusters.nouns import LEADING
from corpus.names import normal_name

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "@NordBank"
_LONGEST_ACRONYM: Final = 8


@dataclass(frozen=True, slots=True)
class Form:
    """A name taken apart.

    `words` are folded, without leading articles; `key` is `corpus.names.normal_name`. `letters` are those of an
    abbreviation in small letters, "" for anything else. `shouted` says that all its letters are capitals.
    """

    surface: str
    key: str
    words: tuple[str, ...]
    letters: str
    shouted: bool

    @property
    def joined(self) -> str:
        """The words in one."""
        return "".join(self.words)


@lru_cache(maxsize=65536)
def form_of(surface: str) -> Form:
    """The form of a name as it stands in a text; its words are never none."""
    raw = words_of(_CAMEL.sub(" ", surface) if surface[:1] in "@#" else surface)
    while len(raw) > 1 and raw[0] in LEADING:
        raw = raw[1:]
    words = [word for word in map(folded, raw) if word] or [normal_name(surface)]
    while len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    capitals = "".join(char for char in surface if char.isalnum())
    letters = _abbreviation(surface)
    words = [letters] if letters and "." in surface else words
    return Form(surface, normal_name(surface), tuple(words), letters, capitals.isupper() and len(capitals) > 1)


def _abbreviation(surface: str) -> str:
    """The letters of "FRL", "U.N.", "MoD" or "DVLA's"; "" for a word."""
    text = surface.strip().removesuffix("'s").removesuffix("’s")
    text = text.removeprefix("the ").removeprefix("The ")
    bare = text.replace(".", "").replace("-", "").replace("&", "")
    if not 2 <= len(bare) <= _LONGEST_ACRONYM or " " in bare or not bare.isalnum():
        return ""
    capitals = sum(map(str.isupper, bare))
    digits = sum(map(str.isdigit, bare))
    # "MoD" and "S3" are made of letters, "McGee" and "76ers" are not.
    return bare.casefold() if capitals and capitals + digits >= 2 and (capitals + digits) * 2 > len(bare) else ""


def initials(form: Form) -> frozenset[str]:
    """What a name of several words may be abbreviated to: its initials with and without small words."""
    parts = words_of(form.surface.replace("-", " "))
    found: set[str] = set()
    for kept in (
        parts,
        [part for part in parts if part.casefold() not in vocabulary.SMALL],
        [part for part in parts if part.casefold() not in vocabulary.SMALL | vocabulary.COMPANY | vocabulary.NUMBER],
    ):
        if len(kept) > 1:
            # A word that is an abbreviation itself gives all its letters: "AK Party" is the AKP.
            letters = "".join(
                folded(part) if part.isupper() and 1 < len(part) <= 3 else folded(part)[:1] for part in kept
            )
            # The police of a place are its department.
            found |= {letters, letters + "d"} if kept[-1].casefold() == "police" else {letters}
    return frozenset(found)
