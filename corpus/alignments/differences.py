"""Where two aligned passages differ, word by word, for marking on the screen: marks and spaces never count."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from corpus.alignments.verbatim import plain, words
from corpus.span import Span

_MOST: Final = 300  # words of a passage that are compared; longer ones are compared at their ends only


def differences(text_a: str, span_a: Span, text_b: str, span_b: Span) -> tuple[list[Span], list[Span]]:
    """The runs of words in `span_a` that `span_b` has not at that place, and the other way round, each sorted."""
    places_a, words_a = _words(text_a, span_a)
    places_b, words_b = _words(text_b, span_b)
    head = _alike(words_a, words_b)
    tail = _alike(words_a[head:][::-1], words_b[head:][::-1])
    middle_a, middle_b = words_a[head : len(words_a) - tail], words_b[head : len(words_b) - tail]
    found: tuple[list[Span], list[Span]] = ([], [])
    for low_a, high_a, low_b, high_b in _changes(middle_a, middle_b):
        for places, low, high, side in ((places_a, low_a, high_a, 0), (places_b, low_b, high_b, 1)):
            if low < high:
                found[side].append(Span(places[head + low].start, places[head + high - 1].end))
    return found


def _words(text: str, span: Span) -> tuple[list[Span], list[str]]:
    matches = list(words(text, span.start, span.end))
    return [Span(*match.span()) for match in matches], [plain(match.group()) for match in matches]


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _changes(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int, int, int]]:
    if max(len(first), len(second)) > _MOST:
        return [(0, len(first), 0, len(second))]
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return [edges for tag, *edges in blocks if tag != "equal"]  # type: ignore[misc]
