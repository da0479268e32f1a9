"""What of a model's mentions is no concern of ours: other scripts, other languages, labels of a person's own."""

from collections.abc import Iterable, Sequence
from typing import Final

from corpus.analysis import Mention
from corpus.label_map import FIGURE_LABELS, ontonotes
from corpus.mentions.judged import Judged, Read
from corpus.mentions.page import Page
from corpus.span import Span, trimmed

NAMES: Final = frozenset(("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"))
"""The labels of names that the guidelines know."""
_GUESSES: Final = frozenset(("LANGUAGE", "MISC"))  # labels that no name keeps
_ENGLISH: Final = ("the", "of", "and", "to", "in", "a")
_SHORTEST: Final = 40  # words of a text whose language can be told
_LEAST: Final = 0.05  # share of those words in any English text
_SCORE: Final = 70
_REASON: Final = "the model"


def is_english(page: Page) -> bool:
    """Whether the words of a page may be English; of few words nothing else is said."""
    return len(page) < _SHORTEST or sum(map(page.words.count, _ENGLISH)) >= _LEAST * len(page)


def names(article: Read) -> list[Mention]:
    """The mentions that we have a say in, under the labels of OntoNotes, by start, none overlapping."""
    found = (Mention(one.span, ontonotes(one.label)) for one in article.mentions)
    return _apart(one for one in found if one.label in NAMES | _GUESSES and not _is_caseless(article.text, one.span))


def untouched(article: Read, page: Page, *, english: bool) -> list[Judged]:
    """The mentions that stay as they are, by start, none overlapping."""
    text = article.text
    kept = _apart(
        one
        for one in article.mentions
        if one.label not in FIGURE_LABELS
        and ontonotes(one.label) not in _GUESSES
        and (not english or ontonotes(one.label) not in NAMES or _is_caseless(text, one.span))
        and not page.folded(one.span.start, one.span.end)
    )
    spans = ((one, trimmed(text, one.span.start, one.span.end)) for one in kept)
    return [Judged(span, ontonotes(one.label), _SCORE, _REASON) for one, span in spans if span is not None]


def together(found: Sequence[Judged], kept: Sequence[Judged]) -> list[Judged]:
    """Both by start, without those found that overlap what is kept."""
    if not kept:
        return list(found)
    ends = [one.span.end for one in kept]
    at, clear = 0, []
    for one in found:
        while at < len(kept) and ends[at] <= one.span.start:
            at += 1
        if at == len(kept) or not kept[at].span.overlaps(one.span):
            clear.append(one)
    return sorted([*clear, *kept], key=lambda one: one.span)


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    result: list[Mention] = []
    for one in sorted(mentions, key=lambda mention: (mention.span, mention.label)):
        if not result or result[-1].span.end <= one.span.start:
            result.append(one)
    return result


def _is_caseless(text: str, span: Span) -> bool:
    """Whether a name is written in a script without capitals."""
    surface = span.surface(text)
    return surface.lower() == surface.upper() and any(map(str.isalpha, surface))
