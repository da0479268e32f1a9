"""All figures of a text: one look at every word, and readers at work only where a figure may begin."""

from typing import Final

from corpus.figures.drafts import Read
from corpus.figures.figure import Figure, Kind, Modifier
from corpus.figures.money import CODES, MARKS
from corpus.figures.numerals import WORDS
from corpus.figures.quantities import quantity
from corpus.figures.times import ALONE, BEGINNINGS, time
from corpus.figures.tokens import DIGITS, Tokens
from corpus.figures.vocabulary import ORDINALS
from corpus.span import Span

_BEGINNINGS: Final = frozenset((*WORDS, *ORDINALS, *MARKS, *BEGINNINGS, *CODES, "many"))
"""The words with which a figure, without its modifiers, may begin, but for digits."""

_TABLE: Final = 100  # places side by side at which a figure may begin: no sentence has as many
_SIDE_BY_SIDE: Final = 3  # tokens from one place to the next

_LEAST: Final = frozenset((Modifier.AT_LEAST, Modifier.MORE_THAN))
_MOST: Final = frozenset((Modifier.AT_MOST, Modifier.LESS_THAN))


def figures(text: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """The figures in `text[start:end]`, by start, none overlapping; spans count from the start of `text`.

    A hundred numbers and more with no words between them are a table, which is not read.
    """
    tokens = Tokens(text, start, len(text) if end is None else end)
    beginnings, digits = _BEGINNINGS, DIGITS
    hits = [place for place, word in enumerate(tokens.words[: tokens.size]) if word in beginnings or word[0] in digits]
    found: list[Figure] = []
    first = 0
    for place in _of_prose(hits):
        if place < first:
            continue
        read = _at(tokens, place, first)
        if read:
            _add(found, read.figure, text)
            first = max(read.end, place + 1)
    return found


def _of_prose(hits: list[int]) -> list[int]:
    """The places without those that are in a table."""
    if len(hits) < _TABLE:
        return hits
    kept: list[int] = []
    first = 0
    for index in range(1, len(hits) + 1):
        if index == len(hits) or hits[index] - hits[index - 1] > _SIDE_BY_SIDE:
            if index - first < _TABLE:
                kept += hits[first:index]
            first = index
    return kept


def _add(found: list[Figure], figure: Figure, text: str) -> None:
    """Append `figure`, or make one range of it and the last where both are bounds: "more than 10 but fewer than 20"."""
    last = found[-1] if found else None
    if last and last.value is not None and figure.value is not None and last.unit == figure.unit:
        ends = (last, figure) if last.modifier in _LEAST else (figure, last)
        joined = text[last.span.end : figure.span.start].strip() in {"and", "but", ", but"}
        low, high = ends[0].value, ends[1].value
        if joined and ends[0].modifier in _LEAST and ends[1].modifier in _MOST and low and high and low < high:
            kind = Kind.RANGE if figure.kind is Kind.CARDINAL else figure.kind
            found[-1] = Figure(Span(last.span.start, figure.span.end), kind, None, low, high, figure.unit)
            return
    found.append(figure)


def _at(tokens: Tokens, place: int, first: int) -> Read | None:
    """The figure that begins at token `place`, with what belongs to it from token `first` on."""
    timed = time(tokens, place, first)
    if timed is None:
        return None if tokens.words[place] in ALONE else quantity(tokens, place, first)
    reading = timed.reading
    span = Span(tokens.starts[reading.start], tokens.ends[reading.end - 1])
    if reading.kind is Kind.DURATION:
        ranged = reading.high is not None or reading.vague
        value, low = (None, reading.low) if ranged else (reading.low, None)
        figure = Figure(span, Kind.DURATION, value, low, reading.high, reading.moment.unit, timed.said, reading.vague)
        return Read(figure, reading.end)
    return Read(Figure(span, reading.kind, modifier=timed.said), reading.end)
