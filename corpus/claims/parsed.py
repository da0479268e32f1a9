"""What a figure counts and what is said of it by the parse of its sentence, where the words alone leave it open."""

from collections.abc import Sequence
from typing import Final

from corpus.claims.clause import Clause
from corpus.claims.families import OF_PEOPLE, family_of, is_person, of_people
from corpus.claims.lemmas import lemma, singular
from corpus.claims.parse import Parse
from corpus.claims.phrase import Phrase
from corpus.claims.predicate import Predicate
from corpus.claims.reading import Reading
from corpus.claims.reporting import is_reporting

_MODIFIES: Final = frozenset(("nummod", "quantmod", "amod", "compound", "nmod", "npadvmod"))
_HEADS_NOUN: Final = frozenset(("nsubj", "nsubjpass", "dobj", "obj", "attr", "pobj", "oprd", "conj", "dative", "appos"))
_OF_VERB: Final = frozenset(("nsubj", "nsubjpass", "dobj", "obj", "attr", "oprd", "dative"))
_SAID_OF: Final = frozenset(("acl", "relcl"))
_STEPS: Final = 6  # from a noun up to its verb
_AUXILIARY: Final = frozenset("be am is are was were been being have has had do does did there".split())
_PERSON: Final = "person"


def mended(read: Reading, clause: Clause, at: int, parse: Parse) -> Reading:
    """`read`, the reading of the figure at word `at`, with what the parse says where the words left it open."""
    if read.sure or not parse:
        return read
    top = _top(clause, at, parse)
    if top is None:
        return read
    noun = _counted(parse, top)
    counted, name = read.counted, read.noun
    if noun is not None and not (counted and name):
        word = clause.word_at(parse[noun].start)
        if word < len(clause.lower) and clause.lower[word][0].isalpha():
            counted, name = Phrase(word, word), singular(clause.lower[word])
    predicate = read.predicate
    if predicate is None or not predicate.sure:
        predicate = _predicate(clause, parse, top if noun is None else noun) or predicate
    if predicate and is_person(name):
        predicate = predicate._replace(base=of_people(predicate.base))
    if not name and predicate and predicate.base in OF_PEOPLE:
        name = _PERSON
    return Reading(name, counted, predicate, sure=False)


def _top(clause: Clause, at: int, parse: Parse) -> int | None:
    """The word of the figure that hangs on a word outside it, or on nothing."""
    start, end = clause.starts[at], clause.ends[at]
    inside = [index for index, word in enumerate(parse) if word.start < end and word.end > start]
    outside = (index for index in inside if parse[index].head not in inside or parse[index].head == index)
    return next(outside, None)


def _counted(parse: Parse, top: int) -> int | None:
    """The noun that a figure modifies, or what stands behind its "of"; None where it stands for itself."""
    if parse[top].dep in _MODIFIES and parse[top].head != top:
        return parse[top].head
    for preposition in _children(parse, top, ("prep",)):
        behind = _children(parse, preposition, ("pobj",))
        if behind and parse[preposition].start > parse[top].start:
            return behind[0]
    return None


def _predicate(clause: Clause, parse: Parse, noun: int) -> Predicate | None:
    """What is said of a noun: the verb it belongs to, or a participle behind it; none that only reports."""
    for child in _children(parse, noun, tuple(sorted(_SAID_OF))):
        if found := _verb(clause, parse, child):
            return found
    at = noun
    for _ in range(_STEPS):
        word = parse[at]
        if word.head == at:
            return None
        if word.dep in _OF_VERB and (found := _verb(clause, parse, word.head)):
            return found
        if word.dep not in _HEADS_NOUN and word.dep not in {"prep", *_MODIFIES}:
            return None
        at = word.head
    return None


def _verb(clause: Clause, parse: Parse, index: int) -> Predicate | None:
    word = clause.word_at(parse[index].start)
    if word >= len(clause.lower) or not clause.lower[word][0].isalpha():
        return None
    lower = clause.lower[word]
    if lower in _AUXILIARY or is_reporting(lower):
        return None
    return Predicate(word, family_of(lower) or lemma(lower), sure=False)


def _children(parse: Parse, head: int, deps: Sequence[str]) -> list[int]:
    return [index for index, word in enumerate(parse) if word.head == head and index != head and word.dep in deps]
