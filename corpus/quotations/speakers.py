"""Which mention a speaker is: a name is its own, a pronoun and a description are of one that stands elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import Final

from corpus.analysis import Mention
from corpus.quotations import words
from corpus.quotations.attribution import BY_COLON
from corpus.quotations.quotation import Quotation
from corpus.span import Span

_PERSON: Final = "PERSON"
_ORGANISATION: Final = "ORG"
_NAMES: Final = frozenset((_PERSON, _ORGANISATION, "GPE", "NORP", "LOC", "FAC"))
_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))  # a place before a colon says where, not who
_POSSESSIVE: Final = re.compile(r"['’]s?(?!\w)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DESCRIBING: Final = re.compile(r"(?<!his )(?<!her )[^\W\d_]+(?!['’]\w)")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(\[]*[A-Z])|\n")
_FARTHEST: Final = 1200  # code points between a pronoun and its name
_CONTEXT: Final = 6000  # code points between a description and the name that it is of
_TITLE_WORDS: Final = 3  # words before a name that describe it
_NEAR: Final = 60  # code points between a name and what describes it
_BODIES: Final = frozenset(
    "company firm group union ministry agency airline club bank department organisation organization authority league "
    "party network newspaper charity hospital university team carrier operator manufacturer regulator court".split()
)
_CALLED: Final = frozenset(  # what a person who has a name already is called in sport, arts and politics
    "player striker midfielder defender goalkeeper forward coach manager captain skipper champion athlete star singer "
    "actor actress author director president minister senator governor mayor chancellor leader boss billionaire".split()
)
_HE: Final = frozenset(
    "mr sir lord father husband son brother uncle grandfather spokesman chairman businessman congressman councilman "
    "fireman policeman boyfriend king prince nephew grandson man actor pope".split()
)
_SHE: Final = frozenset(
    "mrs ms miss lady dame mother mum mom wife daughter sister aunt grandmother spokeswoman chairwoman businesswoman "
    "congresswoman councilwoman policewoman girlfriend queen princess niece granddaughter woman actress".split()
)


def resolve(text: str, quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> list[int | None]:
    """For each quotation the index of the mention that is or names its speaker; `mentions` are sorted by start."""
    found = mentions_of(text, [each.speaker for each in quotations], quotations, mentions)
    return [
        None if index is not None and each.reason == BY_COLON and mentions[index].label in _PLACES else index
        for index, each in zip(found, quotations, strict=True)
    ]


def mentions_of(
    text: str, spans: Sequence[Span | None], quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> list[int | None]:
    """For each span of a name, pronoun or description the index of the mention that it is or that names it."""
    search = _Search(text, quotations, mentions)
    known = {span: search.speaker(span) for span in spans if span}
    return [known[span] if span else None for span in spans]


class _Search:
    def __init__(self, text: str, quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> None:
        self._text = text
        self._quoted = [each.span for each in quotations]
        self._quoted_starts = [span.start for span in self._quoted]
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._by_word: dict[str, int] | None = None  # the first person with a last name

    def speaker(self, span: Span) -> int | None:
        named = self._named(span)
        if named is not None:
            return named
        surface = span.surface(self._text)
        lower = surface.lower()
        if lower in ("he", "she"):
            return self._person(span.start, lower)
        if lower in ("it", "they"):
            return self._organisation(span.start)
        if surface[0].isupper() and all(word[0].isupper() for word in surface.split()):
            return self._by_last_word(surface)
        return self._described(span)

    def _named(self, span: Span) -> int | None:
        """The mention within the speaker's span: a person, or another name where the span is little more."""
        at = max(0, bisect_left(self._starts, span.start) - 1)
        best: int | None = None
        while at < len(self._mentions) and self._starts[at] < span.end:
            mention = self._mentions[at]
            if mention.span.overlaps(span):
                free = not _POSSESSIVE.match(self._text, mention.span.end) and not self._after_preposition(
                    mention.span, span
                )
                if mention.label == _PERSON and (free or mention.span == span):
                    return at
                whole = mention.span.end >= span.end and mention.span.start - span.start <= len("The ")
                if mention.label in _NAMES and whole:
                    best = at
            at += 1
        return best

    def _after_preposition(self, span: Span, whole: Span) -> bool:
        """Whether a name is only what a description is about: "a spokesman for the mayor Ann Lee"."""
        before = [word.lower() for word in _WORD.findall(self._text, whole.start, span.start)]
        while before and before[-1] in words.TITLES:
            before.pop()
        return bool(before) and before[-1] in words.PREPOSITIONS

    def _person(self, offset: int, pronoun: str) -> int | None:
        """The first person of the latest sentence before `offset` that has one who is no possessor and fits."""
        sentence = -1
        found: int | None = None
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            mention = self._mentions[index]
            if offset - mention.span.end > _FARTHEST:
                break
            if (
                mention.label != _PERSON
                or self._is_quoted(mention.span)
                or _POSSESSIVE.match(self._text, mention.span.end)
            ):
                continue
            if pronoun and self._sex(mention.span) not in ("", pronoun):
                continue
            start = self._sentence_start(mention.span.start)
            if found is not None and start != sentence:
                break
            found, sentence = index, start
        return found

    def _organisation(self, offset: int) -> int | None:
        """The latest name that begins a sentence before `offset`, else the latest organisation."""
        found: int | None = None
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            mention = self._mentions[index]
            if offset - mention.span.end > _FARTHEST // 2:
                break
            if mention.label not in (_ORGANISATION, "GPE") or self._is_quoted(mention.span):
                continue
            if mention.span.start - self._sentence_start(mention.span.start) <= len("The "):
                return index
            if found is None and mention.label == _ORGANISATION:
                found = index
        return found

    def _described(self, span: Span) -> int | None:
        """The name beside which the head noun of "the commander" stands, the latest before it, else the next."""
        surface = [match.group().lower() for match in _WORD.finditer(self._text, span.start, span.end)]
        if len(surface) < 2 or surface[0] not in ("the", "its", "his", "her", "their"):
            return None
        head = next((index for index, word in enumerate(surface) if word in words.PREPOSITIONS), len(surface)) - 1
        noun = surface[head]
        label = _ORGANISATION if noun in _BODIES else _PERSON
        middle = bisect_left(self._starts, span.start)
        near = self._near(span.start, middle)
        for index in chain(range(middle - 1, near[0] - 1, -1), range(middle, near[1])):
            mention = self._mentions[index]
            if mention.label == label and any(word.startswith(noun) for word in self._beside(mention.span)):
                return index
        if noun in _BODIES:
            return self._organisation(span.start)
        return self._person(span.start, "") if noun in _CALLED or "year" in surface else None

    def _near(self, offset: int, middle: int) -> tuple[int, int]:
        """Which mentions stand near enough to be what a description means."""
        low, high = bisect_left(self._starts, offset - _CONTEXT), bisect_left(self._starts, offset + _CONTEXT)
        return min(low, middle), max(high, middle)

    def _by_last_word(self, surface: str) -> int | None:
        if self._by_word is None:
            self._by_word = {}
            for index, mention in enumerate(self._mentions):
                if mention.label == _PERSON:
                    self._by_word.setdefault(_last_word(mention.span.surface(self._text)), index)
        return self._by_word.get(_last_word(surface))

    def _beside(self, span: Span) -> list[str]:
        """The words that describe a name: those right before it, and those behind a comma before or after it."""
        low = max(span.start - _NEAR, self._sentence_start(span.start))
        before = self._text[low : span.start].rstrip(" ,").rpartition(",")[2]
        after = self._text[span.end : span.end + _NEAR]
        behind = after[1:].partition(",")[0].partition("\n")[0] if after[:1] in (",", "(") else ""
        near = " ".join(before.split()[-_TITLE_WORDS:])
        return [match.group().lower() for match in _DESCRIBING.finditer(f"{near} | {behind}")]

    def _sex(self, span: Span) -> str:
        """Either "he" or "she" where a title or a noun beside a name tells, else ""."""
        near = self._beside(span)
        for pronoun, nouns in (("he", _HE), ("she", _SHE)):
            if not nouns.isdisjoint(near):
                return pronoun
        return ""

    def _sentence_start(self, offset: int) -> int:
        start = max(0, offset - 300)
        for match in _SENTENCE_END.finditer(self._text, start, offset):
            start = match.end()
        return start

    def _is_quoted(self, span: Span) -> bool:
        index = bisect_left(self._quoted_starts, span.end) - 1
        return index >= 0 and self._quoted[index].contains(span)


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
