"""What one figure counts and what is said of it, by the kind of the figure and the words around it."""

from typing import Final, NamedTuple

from corpus.claims import vocabulary as words
from corpus.claims.clause import Clause
from corpus.claims.families import APART, OF_PEOPLE, PREDICATIVE, family_of, is_person, of_people
from corpus.claims.lemmas import lemma, singular
from corpus.claims.phrase import Phrase, counts_events, phrase_at, phrase_before, phrase_behind
from corpus.claims.predicate import Predicate, predicate_of
from corpus.claims.reporting import is_reporting
from corpus.figures.figure import Figure, Kind

_COUNTS: Final = (Kind.CARDINAL, Kind.RANGE, Kind.ORDINAL)
_CLOCK: Final = (Kind.DATE, Kind.TIME)
_LEFT: Final = 14
_PERSON: Final = "person"
_OTHER: Final = frozenset(("other", "more"))


class Reading(NamedTuple):
    """The head noun in the singular, its phrase and the predicate; `sure` where the words leave nothing open."""

    noun: str
    counted: Phrase | None
    predicate: Predicate | None
    sure: bool


def reading(clause: Clause, at: int, figure: Figure) -> Reading:
    """The reading of the figure that word `at` of the clause stands for."""
    if figure.kind in _CLOCK:
        return Reading("", None, predicate_of(clause, at, None), sure=True)
    if figure.kind in _COUNTS or _leads(clause, at, figure):
        return _of_count(clause, at, figure)
    return _of_measure(clause, at)


def _leads(clause: Clause, at: int, figure: Figure) -> bool:
    """Whether a measure stands before what it measures: "7 percent of votes", "a three-hour standoff", "$5 fine"."""
    if at + 1 >= len(clause.lower):
        return False
    if clause.lower[at + 1] == "of":
        return True
    surface = figure.span.surface(clause.text)
    joined = "-" in surface or figure.kind is Kind.MONEY or figure.kind is Kind.PERCENT
    return joined and phrase_at(clause, at + 1) is not None


def _of_count(clause: Clause, at: int, figure: Figure) -> Reading:
    counted = phrase_behind(clause, at)
    noun = singular(clause.lower[counted.last]) if counted else ""
    if noun in _OTHER:
        noun = ""
    if counted and _says_all(noun):
        return Reading(_PERSON, counted, Predicate(counted.last, family_of(noun), sure=True), sure=True)
    if not counted and figure.kind is not Kind.ORDINAL and (topic := _label_before(clause, at)):
        return topic
    predicate = predicate_of(clause, at, counted)
    state = _state(clause, counted)
    if state and (predicate is None or predicate.base not in APART):
        predicate = state
    if predicate and is_person(noun):
        predicate = predicate._replace(base=of_people(predicate.base))
    if not noun and predicate and predicate.base in OF_PEOPLE and figure.kind in _COUNTS:
        noun = _PERSON
    return Reading(noun, counted, predicate, sure=bool(noun) and predicate is not None and predicate.sure)


def _says_all(noun: str) -> bool:
    """Whether a noun names people by what became of them: "deaths", "the dead", "a toll"."""
    return counts_events(noun) or (noun in PREDICATIVE and family_of(noun) in APART)


def _state(clause: Clause, counted: Phrase | None) -> Predicate | None:
    """As in "two injured civilians": what became of people, said before their noun."""
    if counted is None:
        return None
    for at in range(counted.first, counted.last):
        base = family_of(clause.lower[at]) if clause.lower[at] in PREDICATIVE else ""
        if base in APART:
            return Predicate(at, base, sure=True)
    return None


def _label_before(clause: Clause, at: int) -> Reading | None:
    """As in "a magnitude 7.6 quake", "a turnout of 86": a number with no noun behind it is of the one before it."""
    index = at - 1
    while index >= 0 and clause.lower[index] in ("of", "at", "was", "is", "were", "(", ":", "a", "about"):
        index -= 1
    if index < 0 or (index == at - 1 and clause.lower[index] == "'s"):
        return None
    before = phrase_before(clause, index)
    if (
        before is None
        or is_reporting(clause.lower[index])
        or words.is_verb(clause.lower[index])
        or (clause.is_capital(index) and index)
    ):
        return None
    noun = singular(clause.lower[before.last])
    if _says_all(noun):
        return Reading(_PERSON, before, Predicate(before.last, family_of(noun), sure=True), sure=True)
    return Reading(noun, before, predicate_of(clause, at, None), sure=True)


def _of_measure(clause: Clause, at: int) -> Reading:
    predicate = predicate_of(clause, at, None)
    subject = _subject(clause, at)
    noun = singular(clause.lower[subject.last]) if subject else ""
    return Reading(noun, subject, predicate, sure=subject is not None)


def _subject(clause: Clause, at: int) -> Phrase | None:
    """The noun phrase before the verb whose measure word `at` is, else the one right before: "speed of 26 km/h"."""
    index = at - 1
    while index >= 0 and (clause.lower[index] in words.PREPOSITIONS or clause.lower[index] in words.DETERMINERS):
        index -= 1
    verb: int | None = None
    low = max(-1, at - _LEFT)
    at_once = index if index < at - 1 or index == at - 1 else None
    while index > low:
        word = clause.lower[index]
        if word in ".;:—–":
            break
        if verb is None and (words.is_verb(word) or word in words.AUXILIARIES):
            verb = index
        elif verb is not None and not words.is_verb(word) and word not in words.ADVERBS:
            found = phrase_before(clause, index)
            if found:
                return _head(clause, found)
            break
        index -= 1
    return phrase_before(clause, at_once) if at_once is not None and verb is None else None


def _head(clause: Clause, found: Phrase) -> Phrase:
    """The phrase before "of", "in" and the like, whose head the phrase only belongs to: "the limit in the channel"."""
    index = found.first - 1
    while index >= 0 and clause.lower[index] in words.DETERMINERS:
        index -= 1
    if index > 0 and clause.lower[index] in ("of", "in", "for", "on", "at"):
        return phrase_before(clause, index - 1) or found
    return found


def qualifiers(clause: Clause, counted: Phrase | None) -> tuple[str, ...]:
    """The words of a phrase that narrow its head."""
    if counted is None:
        return ()
    return tuple(word for word in clause.lower[counted.first : counted.last] if word[0].isalnum())


def context(clause: Clause, at: int, counted: Phrase | None, reach: int = 12) -> tuple[str, ...]:
    """The base forms of the content words around word `at`, without what it counts, in the order of the text."""
    taken = range(counted.first, counted.last + 1) if counted else range(0)
    found = []
    for index in range(max(0, at - reach), min(len(clause.lower), at + reach + 1)):
        word = clause.lower[index]
        if len(word) > 2 and index not in taken and not _is_small(word):
            found.append(lemma(word))
    return tuple(dict.fromkeys(found))


def _is_small(word: str) -> bool:
    small = word in words.DETERMINERS or word in words.PREPOSITIONS or word in words.AUXILIARIES
    return small or word in words.PRONOUNS or word in words.CONJUNCTIONS or word in words.ADVERBS
