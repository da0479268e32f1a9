"""A person's name taken apart, and whether two full names may be of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.clusters import vocabulary
from corpus.clusters.folding import alike, folded, nearly_alike, words_of
from corpus.clusters.form import Form
from corpus.clusters.given_names import are_others, stand_for_each_other

SAME: Final = "the same name as"
LONGER: Final = "with more or fewer names:"
TURNED: Final = "the other order of"
SPELLING: Final = "another spelling of"
GIVEN: Final = "another form of the given name of"
INITIALS: Final = "initials of"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name without titles: `given` and `family` are "" and the name itself where it is a single word."""

    words: tuple[str, ...]
    given: str
    middle: tuple[str, ...]
    family: str

    @property
    def full(self) -> bool:
        """Whether there is more than one word."""
        return len(self.words) > 1


@lru_cache(maxsize=65536)
def person_name(form: Form) -> PersonName:
    """The parts of a person's name; particles belong to the family's."""
    words = _person_words(form)
    while len(words) > 1 and words[0] in vocabulary.TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in vocabulary.SUFFIXES:
        words = words[:-1]
    if len(words) == 1:
        return PersonName(tuple(words), "", (), words[0])
    named = [word for word in words if word not in vocabulary.PARTICLES] or words
    if len(named) == 1:
        return PersonName(tuple(named), "", (), named[0])
    return PersonName(tuple(named), named[0], tuple(named[1:-1]), named[-1])


def _person_words(form: Form) -> list[str]:
    """The words with double names in one, and with particles apart."""
    words: list[str] = []
    for token in form.surface.replace(",", " ").split():
        pieces = [piece for piece in map(folded, words_of(token)) if piece]
        if (
            len(pieces) > 1
            and "-" in token
            and pieces[0] not in vocabulary.PARTICLES
            and pieces[-1] not in vocabulary.PARTICLES
        ):
            pieces = ["".join(pieces)]
        words += pieces
    return words or list(form.words)


def one_person(a: PersonName, b: PersonName) -> str:
    """Why two full names may be of one person, in words before the other's name; "" where they are not."""
    if a.words == b.words:
        return SAME
    if len(a.words) == len(b.words) == 2 and a.words == b.words[::-1]:
        return TURNED
    return _longer(*sorted((a, b), key=lambda name: len(name.words))) or _spelled(a, b)


def _longer(short: PersonName, long: PersonName) -> str:
    """Whether the one has names that the other leaves out."""
    size = len(short.words)
    ends = short.words in {long.words[:size], long.words[-size:]}
    outer = (short.given, short.family) == (long.given, long.family) and _among(short.middle, long.middle)
    if ends or outer:
        return LONGER
    begins = size < len(long.words) and short.words[1:] == long.words[1:size]
    return GIVEN if begins and _fit(short.given, long.given) else ""


def _spelled(a: PersonName, b: PersonName) -> str:
    """Whether the two are spellings of one name, or have forms of one given name."""
    spelled = alike(a.given, b.given) and not are_others(a.given, b.given)
    if not alike(a.family, b.family) and not (spelled and nearly_alike(a.family, b.family)):
        return ""
    if not all(_fit(one, other) for one, other in zip(a.middle, b.middle, strict=False)):
        return ""
    if spelled:
        return SPELLING
    if not _fit(a.given, b.given):
        return ""
    return INITIALS if 1 in {len(a.given), len(b.given)} else GIVEN


def _among(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the middle names of the one occur in the other's, or begin them, in order."""
    at = 0
    for name in short:
        while at < len(long) and not _fit(name, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _fit(a: str, b: str) -> bool:
    """Whether two given names may be one person's."""
    if 1 in {len(a), len(b)} or 2 in {len(a), len(b)}:
        short, long = sorted((a, b), key=len)
        return long.startswith(short[0]) and (len(short) == 1 or len(long) > 2 or a == b)
    return (alike(a, b) and not are_others(a, b)) or stand_for_each_other(a, b)
