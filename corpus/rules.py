"""Mentions without a model: figures, dates, and names for which the text itself gives evidence.

Less than a model finds, but there at once and on any machine. No rule names a person or an organisation.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.analysis import Mention
from corpus.figures.find import figures
from corpus.figures.labels import label_of
from corpus.label_map import FIGURE_LABELS
from corpus.name_patterns import NAMES, NO_NAMES
from corpus.span import Span
from corpus.trim import tidied

_REPEATED: Final = 200  # names whose further occurrences are looked for
_SHORTEST: Final = 4  # code points of a surname that stands for its person
LABELS: Final = frozenset(label for label, _ in NAMES) | FIGURE_LABELS
"""The labels of what may be found."""
_FIRST_WORD: Final = re.compile(r"\w+")


def mentions(text: str, start: int, end: int) -> list[Mention]:
    """The mentions in `text[start:end]`, by start, none overlapping: of two that do the longer one stays."""
    names = _longest(_names(text, start, end))
    names = _longest([*names, *_again(text, start, end, names)])
    return _longest([*names, *_figures(text, start, end)])


def _figures(text: str, start: int, end: int) -> Iterator[Mention]:
    for figure in figures(text, start, end):
        yield Mention(figure.span, label_of(figure))


def _names(text: str, start: int, end: int) -> list[Mention]:
    found: list[Mention] = []
    for label, pattern in NAMES:
        group = "name" if "name" in pattern.groupindex else 0
        for match in pattern.finditer(text, start, end):
            low = _after_common_words(text, match.start(group), match.end(group))
            if low < match.end(group):
                found.append(Mention(Span(low, match.end(group)), label))
    return tidied(text, found)


def _after_common_words(text: str, start: int, end: int) -> int:
    """Where the name begins in a run that began with the first word of a sentence; `end` where none is left."""
    word = _FIRST_WORD.match(text, start, end)
    while word and word.group() in NO_NAMES:
        start = word.end()
        while start < end and not text[start].isalnum():
            start += 1
        word = _FIRST_WORD.match(text, start, end)
    return start


def _again(text: str, start: int, end: int, names: Iterable[Mention]) -> Iterator[Mention]:
    """Further occurrences of the names found: those of organisations in full, those of persons also by last word."""
    labels: dict[str, str] = {}
    for mention in names:
        surface = mention.span.surface(text)
        if mention.label in ("ORG", "PERSON"):
            labels.setdefault(surface, mention.label)
        last = surface.split()[-1]
        if mention.label == "PERSON" and len(last) >= _SHORTEST:
            labels.setdefault(last, mention.label)
    known = sorted(labels, key=len, reverse=True)[:_REPEATED]
    if not known:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    for match in pattern.finditer(text, start, end):
        yield Mention(Span(*match.span()), labels[match.group()])


def _longest(found: Iterable[Mention]) -> list[Mention]:
    """The longest of those that overlap, the first found of equal ones; the rest stays as it is, sorted by start."""
    kept: dict[int, Mention] = {}
    taken: set[int] = set()
    for mention in sorted(found, key=lambda mention: -len(mention.span)):
        places = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept[mention.span.start] = mention
    return [kept[start] for start in sorted(kept)]
