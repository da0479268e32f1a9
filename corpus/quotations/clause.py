"""The words around a quotation, with each name as one word, and the subjects of the verbs among them.

No word's class is known here but that of the names: subjects are found by where commas, prepositions and names stand.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from corpus.analysis import Mention
from corpus.quotations import words
from corpus.span import Span

_WORD: Final = re.compile(r"[^\W_](?:[\w.]*\w)?(?:-\w+)*|['’](?:s|S|d|m|ll|re|ve)?\b|['’]|[^\w\s]")
_PERSON: Final = "PERSON"
_NAMES: Final = frozenset(("ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"))
_OUTSIDE: Final = words.PREPOSITIONS | words.BREAKS | words.PRONOUNS | words.SAID  # of a noun phrase
_PERSONAL: Final = frozenset(("he", "she", "they", "i", "we"))
_CLAUSES: Final = frozenset(
    "who which that when while because but after before during whose whom until since if as".split()
)
_TIMES: Final = frozenset(("DATE", "TIME"))


class Kind(Enum):
    """What a word is: the name of a person, another name, a time, another word with a capital, any other, a mark."""

    PERSON = 1
    NAME = 2
    TIME = 3
    CAPITAL = 4
    WORD = 5
    MARK = 6


@dataclass(slots=True)
class Word:
    """A word, or a whole name: its kind, its lower-case surface, and where it stands."""

    kind: Kind
    lower: str
    start: int
    end: int


class Line:
    """An article's text with its names, to be cut into words where a quotation needs them."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        kinds = {_PERSON: Kind.PERSON, **dict.fromkeys(_NAMES, Kind.NAME), **dict.fromkeys(_TIMES, Kind.TIME)}
        self._names = [(m.span.start, m.span.end, kinds[m.label]) for m in mentions if m.label in kinds]
        self._starts = [start for start, _, _ in self._names]

    def words(self, start: int, end: int) -> list[Word]:
        """The words between two offsets, in order."""
        found: list[Word] = []
        at = start
        index = bisect_left(self._starts, start)
        while index < len(self._names) and self._names[index][0] < end:
            low, high, kind = self._names[index]
            index += 1
            if low >= at and high <= end:
                self._plain(at, low, found)
                found.append(Word(kind, self.text[low:high].lower(), low, high))
                at = high
        self._plain(at, end, found)
        return found

    def _plain(self, start: int, end: int, found: list[Word]) -> None:
        for match in _WORD.finditer(self.text, start, end):
            surface = match.group()
            first = surface[0]
            kind = Kind.CAPITAL if first.isupper() else Kind.WORD if first.isalnum() else Kind.MARK
            found.append(Word(kind, surface.lower(), *match.span()))


def before(line: Sequence[Word], low: int, verb: int) -> Span | None:
    """The subject of the verb at index `verb`, which stands before it and not before index `low`."""
    at = verb - 1
    while at >= low and (
        line[at].lower in words.ADVERBS or line[at].lower.endswith("ly") or line[at].kind is Kind.TIME
    ):
        at -= 1
        if at > low and line[at + 1].kind is Kind.TIME and line[at].lower in ("on", "in", "at", "late", "early"):
            at -= 1
    if at < low:
        return None
    word = line[at]
    if word.lower == "," or word.lower in ("who", "which", "that") or word.lower in ")—–-":
        return _before_comma(line, low, at)
    if word.kind is Kind.MARK or word.lower in words.PREPOSITIONS:
        return None
    return ending_at(line, low, at)


def _before_comma(line: Sequence[Word], low: int, at: int) -> Span | None:
    """The first person, else the first other name, before a mark: what stands after that only explains it."""
    best: Word | None = None
    for index in range(low, at + 1):
        word = line[index]
        following = line[index + 1] if index + 1 < len(line) else None
        if following and (following.lower in (",", "(", "—", "–", "-") or following.lower in ("who", "which")):
            if word.kind is Kind.PERSON:
                return _span(word)
            if word.kind is Kind.NAME and best is None:
                best = word
    subject = first_subject(line, low, at, persons_only=True)
    if subject or best:
        return subject or (_span(best) if best else None)
    comma = next((index for index in range(low, at) if line[index].lower == ","), at)
    return ending_at(line, low, comma - 1) if comma > low else None


def ending_at(line: Sequence[Word], low: int, at: int) -> Span | None:
    """The noun phrase that ends with the word at index `at`."""
    word = line[at]
    if word.lower in words.PRONOUNS and word.kind is not Kind.NAME:
        return _span(word)
    start = _start_of_phrase(line, low, at)
    if start > low + 1 and line[start - 1].lower == "and" and word.kind is not Kind.PERSON:
        start = _start_of_phrase(line, low, start - 1)
    if start > low + 1 and line[start - 1].lower in words.PREPOSITIONS:
        return _explained(line, low, start) or _around_preposition(line, low, start - 1, at)
    if word.kind in (Kind.PERSON, Kind.NAME):
        return _span(word)
    explained = _explained(line, low, start)
    if explained:
        return explained
    if word.kind is Kind.CAPITAL:
        first = at
        while first > start and line[first - 1].kind is Kind.CAPITAL:
            first -= 1
        return Span(line[first].start, word.end)
    return _description(line, start, at)


def _explained(line: Sequence[Word], low: int, high: int) -> Span | None:
    """The person before the comma in "Ann Lee, an official of the port said"."""
    for index in range(low, high - 1):
        if line[index].kind is Kind.PERSON and line[index + 1].lower == ",":
            between = {word.lower for word in line[index + 2 : high]}
            if not between.isdisjoint(_CLAUSES):
                return None
            return _span(line[index])
    return None


def _start_of_phrase(line: Sequence[Word], low: int, at: int) -> int:
    index = at
    while index > low and at - index < 8:
        previous = line[index - 1]
        if line[index].lower in words.DETERMINERS and previous.lower not in words.DETERMINERS:
            break
        if previous.kind is Kind.MARK and previous.lower not in ("'s", "’s", "'", "’"):
            break
        if previous.lower in _OUTSIDE:
            break
        index -= 1
    return index


def _around_preposition(line: Sequence[Word], low: int, preposition: int, at: int) -> Span | None:
    """The subject in "Ann Lee of the union said" (Ann Lee) and in "a spokesman for the union said" (all of it)."""
    start = _start_of_phrase(line, low, preposition - 1)
    if preposition > low and line[preposition - 1].kind is Kind.PERSON:
        return _span(line[preposition - 1])
    if line[preposition - 1].kind is Kind.MARK or line[preposition - 1].lower in words.BREAKS:
        return _span(line[at]) if line[at].kind in (Kind.PERSON, Kind.NAME) else None
    return _description(line, start, at)


def _description(line: Sequence[Word], first: int, last: int) -> Span | None:
    if first > last or first >= len(line) or (first == last and line[first].lower in words.DETERMINERS):
        return None
    if line[first].kind is not Kind.MARK and line[first].lower not in words.PREPOSITIONS:
        return Span(line[first].start, line[last].end)
    return None


def after(line: Sequence[Word], verb: int) -> Span | None:
    """The subject that stands behind the verb at index `verb`: "said Ann Lee", "said the mayor, Ann Lee"."""
    first = verb + 1
    while first < len(line) and (line[first].lower in words.ADVERBS or line[first].kind is Kind.TIME):
        first += 1
    name: int | None = None
    inside = False  # of a phrase that a preposition began
    at = first
    while at < len(line) and at - first < 14:
        word = line[at]
        following = line[at + 1].lower if at + 1 < len(line) else ""
        if word.kind is Kind.PERSON and not inside and following not in ("'s", "’s", "'", "’"):
            return _span(line[_last_person(line, at)])
        if word.kind is Kind.NAME and not inside:
            name = at
        if word.lower in (";", ":", "?", "!", "(", "—", "–") or (word.lower == "." and _ends(line, at)):
            break
        if word.lower == ",":
            inside = False
            if not _more_of_phrase(line, at + 1):
                break
        elif word.lower in ("of", "for", "with", "from", "by"):
            inside = True
        elif word.lower in words.BREAKS or (word.lower in words.reporting() and word.lower not in words.AMBIGUOUS):
            break
        at += 1
    return _behind(line, first, at, name)


def _last_person(line: Sequence[Word], at: int) -> int:
    """The index of the last person of an unbroken phrase: a place before a title is often taken for one."""
    best = at
    for index in range(at + 1, min(len(line), at + 5)):
        mark = line[index].kind is Kind.MARK and line[index].lower not in ("/", "-")
        if mark or line[index].lower in _OUTSIDE:
            break
        if line[index].kind is Kind.PERSON:
            best = index
    return best


def _more_of_phrase(line: Sequence[Word], at: int) -> bool:
    """Whether what follows a comma may still be the name of the one who was described before it."""
    for word in line[at : at + 6]:
        if word.kind is Kind.PERSON:
            return True
        if word.kind is Kind.MARK or word.lower in words.BREAKS or word.lower.endswith("ing"):
            return False
    return False


def _ends(line: Sequence[Word], at: int) -> bool:
    """Whether the full stop at index `at` ends a sentence and no abbreviation."""
    return at + 1 == len(line) or at == 0 or len(line[at - 1].lower) > 5


def _behind(line: Sequence[Word], first: int, end: int, name: int | None) -> Span | None:
    if first >= end:
        return None
    head = line[first]
    if head.lower in words.PRONOUNS:
        return _span(head)
    stop = first
    while stop < end and line[stop].lower not in (",", "of", "for", "with", "from", "to", "by"):
        stop += 1
    if name is not None and name == stop - 1:
        return _span(line[name])
    capitals = first
    while capitals < stop and line[capitals].kind is Kind.CAPITAL:
        capitals += 1
    if capitals == stop and stop > first:
        return Span(head.start, line[stop - 1].end)
    return _description(line, first, end - 1)


def first_subject(line: Sequence[Word], low: int, high: int, *, persons_only: bool = False) -> Span | None:
    """What most likely is the subject of the clause between two indices: the first person, pronoun or other name."""
    name: Span | None = None
    if low < high and line[low].lower in words.LEADING:
        low = next((at + 1 for at in range(low, high) if line[at].lower == ","), low)
    for at in range(low, high):
        word = line[at]
        following = line[at + 1].lower if at + 1 < len(line) else ""
        if following in ("'s", "’s", "'", "’") or (at > low and line[at - 1].lower in words.PREPOSITIONS):
            continue
        if word.kind is Kind.PERSON or (word.kind is not Kind.NAME and word.lower in _PERSONAL):
            return _span(word)
        if (
            word.kind is Kind.NAME
            and not persons_only
            and name is None
            and (at == low or line[at - 1].kind is Kind.MARK)
        ):
            name = _span(word)
    return name


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
