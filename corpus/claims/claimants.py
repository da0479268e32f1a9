"""Which mention a claimant is."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final

from corpus.analysis import Mention
from corpus.claims.claim import Claim
from corpus.quotations.quotation import Quotation
from corpus.quotations.speakers import mentions_of
from corpus.span import Span

_PERSON: Final = "PERSON"
_ORGANISATION: Final = "ORG"
_WORD: Final = re.compile(r"[^\W_]+")
# What speaks for an organisation, by the last word of its description: "a Labour Ministry report".
_VOICES: Final = frozenset(
    "release releases statement statements report reports data figure figures statistics records document documents "
    "spokesman spokeswoman spokesperson spokespeople official officials office survey poll forecast count claim "
    "claims estimate estimates toll tally sources television newspaper channel network agency website magazine "
    "radio bulletin".split()
)
_BELONGING: Final = frozenset("for of from by at with".split())  # "a spokesman for the Labour Ministry"
_FIRMS: Final = frozenset(
    "company firm group club airline bank operator manufacturer retailer carrier union party charity".split()
)
_REACH: Final = 200  # names before and behind a description that are asked
_PAPERS: Final = frozenset("statement release report document".split())
_DETERMINERS: Final = frozenset("the a an its their".split())


def claimants(
    text: str, claims: Sequence[Claim], quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> list[int | None]:
    """For each claim the index of the mention, sorted by start, that is or names its claimant; None where none does."""
    spans = [claim.claimant for claim in claims]
    voices = _Voices(text, mentions)
    known = {span: voices.of(span) for span in sorted(span for span in set(spans) if span)}
    left = [None if span is None or known[span] is not None else span for span in spans]
    found = mentions_of(text, left, quotations, mentions)
    return [found[index] if span is None or known[span] is None else known[span] for index, span in enumerate(spans)]


class _Voices:
    """Descriptions that name an organisation or end with a person's name; asked in the order of the text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._before: int | None = None  # for whom a paper spoke last

    def of(self, span: Span) -> int | None:
        """The mention that a description contains or repeats, None where it does neither."""
        words = [word.lower() for word in _WORD.findall(self._text, span.start, span.end)]
        if not words:
            return None
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        within = [index for index in range(first, last) if self._mentions[index].span.end <= span.end]
        if within and self._mentions[within[-1]].label == _PERSON and self._mentions[within[-1]].span.end == span.end:
            return within[-1]
        found = self._voiced(span, within, words)
        if found is None and not within and words[0] in _DETERMINERS:
            found = self._before if words[-1] in _PAPERS else self._repeated(span, words[1:])
            if found is None and len(words) == 2 and words[1] in _FIRMS:
                found = self._foremost(span)
        if found is not None and words[-1] in _PAPERS:
            self._before = found
        return found

    def _voiced(self, span: Span, within: Sequence[int], words: Sequence[str]) -> int | None:
        """The organisation for which the one described speaks, where no person is named."""
        if any(self._mentions[index].label == _PERSON for index in within):
            return None
        for index in within:
            mention = self._mentions[index]
            if mention.label != _ORGANISATION:
                continue
            before = [word.lower() for word in _WORD.findall(self._text, span.start, mention.span.start)]
            behind = _WORD.findall(self._text, mention.span.end, span.end)
            if words[-1] in _VOICES and (not before or _BELONGING.isdisjoint(before)) and len(behind) < 4:
                return index
            if before and not _BELONGING.isdisjoint(before[-2:]) and not _VOICES.isdisjoint(before):
                return index
        return None

    def _foremost(self, span: Span) -> int | None:
        """The organisation that the text has named most often before, for "the company"."""
        middle = bisect_left(self._starts, span.start)
        before = [index for index in range(max(0, middle - _REACH), middle) if self._is_organisation(index)]
        often = Counter(self._mentions[index].span.surface(self._text) for index in before)
        if not before:
            return None
        return max(before, key=lambda index: (often[self._mentions[index].span.surface(self._text)], index))

    def _is_organisation(self, index: int) -> bool:
        return self._mentions[index].label == _ORGANISATION

    def _repeated(self, span: Span, words: Sequence[str]) -> int | None:
        """The organisation before it, else behind it, whose name ends with a description: "the coastguard"."""
        ending = "".join(words)
        if len(ending) < 4:
            return None
        middle = bisect_left(self._starts, span.start)
        containing: int | None = None
        last = min(len(self._mentions), middle + _REACH)
        for index in chain(range(middle - 1, max(-1, middle - _REACH), -1), range(middle, last)):
            if self._is_organisation(index):
                name = "".join(_WORD.findall(self._mentions[index].span.surface(self._text))).lower()
                if name.endswith(ending):
                    return index
                if ending in name and containing is None:
                    containing = index
        return containing
