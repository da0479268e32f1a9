"""What a figure counts, by where the small words stand: no word's class is known but theirs."""

from typing import Final, NamedTuple

from corpus.claims import vocabulary as words
from corpus.claims.clause import Clause
from corpus.claims.families import COUNTS, PREDICATIVE

_EXTRA: Final = frozenset("more other additional further extra different separate such or so".split())
_LONGEST: Final = 7  # words of a noun phrase
_AFTER_OF: Final = frozenset("the his her its their our my your these those all this that them whom which us".split())
_OPENING: Final = frozenset(("(", "[", '"', "“", "‘", "'"))


class Phrase(NamedTuple):
    """Words `first` to `last` (its head), both included."""

    first: int
    last: int


def phrase_behind(clause: Clause, at: int) -> Phrase | None:
    """The noun phrase that word `at`, a figure, counts: "two of his fighters", "10 others", "13 loaded magazines"."""
    first = at + 1
    lower = clause.lower
    while first < len(lower) and lower[first] in _EXTRA and phrase_at(clause, first + 1):
        first += 1
    if first < len(lower) and lower[first] in ("other", "others", "more"):
        return Phrase(first, first)
    if first < len(lower) and lower[first] == "of":
        first += 1
        while first < len(lower) and lower[first] in _AFTER_OF:
            first += 1
        return phrase_at(clause, first) or phrase_of_owner(clause, first)
    return phrase_at(clause, first)


def phrase_of_owner(clause: Clause, at: int) -> Phrase | None:
    """The head behind an owner's name: "of Wagner's forces" counts forces."""
    owned = next((index for index in range(at, min(at + 4, len(clause.lower))) if clause.lower[index] == "'s"), None)
    return None if owned is None else phrase_at(clause, owned + 1)


def phrase_at(clause: Clause, at: int) -> Phrase | None:
    """The noun phrase that begins with word `at`; None where a word stands there that begins none."""
    lower = clause.lower
    last = at
    while last < len(lower) and last - at < _LONGEST:
        word = lower[last]
        if word == "'s" and last > at:  # what follows an owner is the head
            last += 1
            continue
        if ends_phrase(clause, last, started=last > at):
            break
        last += 1
    while last > at and lower[last - 1] == "'s":
        last -= 1
    return Phrase(at, last - 1) if last > at else None


def ends_phrase(clause: Clause, at: int, *, started: bool) -> bool:
    """Whether word `at` is no part of a noun phrase; `started` where words of it stand before."""
    word = clause.lower[at]
    if word in words.PREPOSITIONS or word in words.CONJUNCTIONS or word in words.AUXILIARIES or word == "#":
        return True
    if not word[0].isalnum() or word in words.PRONOUNS or word in words.RELATIVES or word in words.TIMES:
        return True
    if word in words.DETERMINERS or word in words.ADVERBS or (word.endswith("ly") and word not in ("family", "only")):
        return True
    if word in words.ATTRIBUTIVE or word in PREDICATIVE or words.is_verb(word):
        if clause.is_capital(at) and at and not started:
            return False
        return started or not _noun_follows(clause, at)
    return False


def _noun_follows(clause: Clause, at: int) -> bool:
    following = at + 1
    if following >= len(clause.lower) or clause.lower[at].endswith("ing"):
        return False
    return not clause.is_capital(following) and not ends_phrase(clause, following, started=True)


def phrase_before(clause: Clause, at: int) -> Phrase | None:
    """The noun phrase that ends with word `at`."""
    first = at
    while first >= 0 and at - first < _LONGEST:
        word = clause.lower[first]
        plain = word in words.ATTRIBUTIVE or not words.is_verb(word)
        small = word in words.PREPOSITIONS or word in words.CONJUNCTIONS or word in words.DETERMINERS or word == "#"
        if small or not plain or not word[0].isalnum() or word in words.PRONOUNS or word in words.RELATIVES:
            break
        if word in words.ADVERBS or word in words.TIMES:
            break
        first -= 1
    return Phrase(first + 1, at) if first < at else None


def counts_events(noun: str) -> bool:
    """Whether a noun in the singular counts what was done to people: "deaths", "arrests"."""
    return noun in COUNTS
