"""Corrections of a model's mentions to the guidelines: no leading article, no possessive, nothing at the edges."""

import re
from collections.abc import Iterable
from typing import Final

from corpus.analysis import Mention
from corpus.span import Span, trimmed

READING: Final = 2  # revision of what Variorum adds to any model; part of every model's version

NAMES: Final = frozenset(
    ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "MISC")
)

_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_OFFICIAL: Final = re.compile(
    r"The\s+(?:(?:\w+\s+){0,3}(?:Post|Times|Guardian|Telegraph|Independent|Economist|Hague|Gambia|Bahamas|Sun|Atlantic"
    r"|Intercept|Observer|Herald|Hill|Mirror|Beatles|Verge|Globe))\b"
)
_POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
_CLOSING: Final = ",;: "
_QUOTES: Final = "\"“”„«»‘’'"
_TITLE: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Rev|President|Governor|Senator|Chancellor"
    r"|Prime\s+Minister|Minister|Mayor|Sir)\.?\s+(?=[^\W\d_])"
)


def tidied(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """`mentions` as the guidelines want them, in the same order; those of which nothing remains are left out.

    A mention ends with its first line, and with no comma or colon. Names lose quotation marks at their edges, a leading
    "the", "a" or "an" (but for official ones, such as "The Washington Post"), a possessive "'s", and persons a title.
    """
    tidy = (_tidy(text, mention) for mention in mentions)
    return [mention for mention in tidy if mention is not None]


def _tidy(text: str, mention: Mention) -> Mention | None:
    span = trimmed(text, mention.span.start, mention.span.end)
    if span is None:
        return None
    start, end = span.start, span.end
    line_end = text.find("\n", start, end)
    end = _without_last(text, start, end if line_end < 0 else line_end, _CLOSING)
    if mention.label in NAMES:
        end = _without_last(text, start, end, _CLOSING + _QUOTES)
        if text.endswith(_POSSESSIVE, start, end):
            end = _without_last(text, start, end - len("'s"), _CLOSING + _QUOTES)
        while start < end and text[start] in _QUOTES:
            start += 1
        article = _ARTICLE.match(text, start, end)
        if article and not _OFFICIAL.match(text, start, end):
            start = article.end()
        title = _TITLE.match(text, start, end) if mention.label == "PERSON" else None
        start = title.end() if title else start
    span = trimmed(text, start, end)
    return None if span is None else Mention(Span(span.start, span.end), mention.label)


def _without_last(text: str, start: int, end: int, chars: str) -> int:
    while end > start and text[end - 1] in chars:
        end -= 1
    return end
