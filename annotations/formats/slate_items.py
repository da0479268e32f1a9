"""SLATE's way of naming places: by the number of a line, of a word in it, of a character in that; ends are included.

All numbers begin with 0. Words are runs of anything but white space; lines end as Python reads them (LF, CR or both).
A place is `12` or `(12)` (a line), `(12, 3)` (a word), `(12, 3, 0)` (a character), `()` (the whole text), or a pair of
the same kind.
Source: slate/data.py of https://github.com/jkkummerfeld/slate
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from corpus.span import Span

Position = tuple[int, ...]
PREFIX: Final = "label:"  # as older versions write labels
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_WORD: Final = re.compile(r"\S+")
_SIGN: Final = re.compile(r"\s*(\d{1,9}|[()\[\],])")
_CHARACTERS: Final = re.compile(r"\(\((\d{1,9}), (\d{1,9}), (\d{1,9})\), \((\d{1,9}), (\d{1,9}), (\d{1,9})\)\) ")
"""A pair of characters as it is written here, which needs no parser."""
_DEEPEST: Final = 3  # a list of pairs of places


class Item(NamedTuple):
    """What a line says: labels of the places from `places[0]` to `places[1]`. Several such pairs are a link."""

    places: tuple[tuple[Position, Position], ...]
    labels: tuple[str, ...]


def item(line: str) -> Item:
    """A line of an annotation file. Raises ValueError for one of another shape."""
    where, dash, labels = line.partition("-")
    if not dash:
        raise ValueError(line)
    if ours := _CHARACTERS.fullmatch(where):
        numbers = tuple(map(int, ours.groups()))
        return Item(((numbers[:3], numbers[3:]),), _labels(labels))
    value = _value(where) if where.lstrip()[:1] in {"(", "["} else [int(number) for number in where.split()]
    given = value if isinstance(value, list) else [value]
    return Item(tuple(map(_pair, given)), _labels(labels))


def _labels(written: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.removeprefix(PREFIX) for one in written.split()))


def _value(text: str) -> Any:
    """The tuple, list or number that a text is. Raises ValueError."""
    signs = [match[1] for match in _SIGN.finditer(text)]
    if "".join(signs) != re.sub(r"\s+", "", text):
        raise ValueError(text)
    rest = iter(signs)
    found = _nested(next(rest), rest, 0)
    if next(rest, None) is not None:
        raise ValueError(text)
    return found


def _nested(sign: str, rest: Iterator[str], depth: int) -> Any:
    if sign.isdecimal():
        return int(sign)
    if sign not in "([" or depth > _DEEPEST:
        raise ValueError(sign)
    close, values = {"(": ")", "[": "]"}[sign], list[Any]()
    while (sign := next(rest, "")) != close:
        if not sign:
            raise ValueError(sign)
        if sign != ",":
            values.append(_nested(sign, rest, depth + 1))
    return tuple(values) if close == ")" else values


def _pair(value: Any) -> tuple[Position, Position]:
    place = (value,) if isinstance(value, int) else value
    if not isinstance(place, tuple):
        raise ValueError(value)  # noqa: TRY004 (what was read is wrong, not who called)
    ends = place if place and isinstance(place[0], tuple) else (place, place)
    if len(ends) != 2 or not all(isinstance(number, int) for end in ends for number in end):
        raise ValueError(value)
    if len(ends[0]) != len(ends[1]) or len(ends[0]) > 3:
        raise ValueError(value)
    return ends[0], ends[1]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    `lines` has start and end of each, line by line; `starts` and `numbers` have all in one row: where each starts, and
    its line and number in it.
    """

    lines: tuple[tuple[tuple[int, int], ...], ...]
    starts: tuple[int, ...]
    numbers: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of `text`."""
        lines: list[tuple[tuple[int, int], ...]] = []
        at = 0
        for end in [*(match.span() for match in _LINE_END.finditer(text)), (len(text), len(text))]:
            lines.append(tuple([match.span() for match in _WORD.finditer(text, at, end[0])]))
            at = end[1]
        numbers = tuple((line, word) for line, words in enumerate(lines) for word in range(len(words)))
        return cls(tuple(lines), tuple([start for words in lines for start, _ in words]), numbers)

    def span(self, first: Position, last: Position) -> Span:
        """From the place `first` to the place `last`, both included. Raises IndexError or ValueError for none."""
        return Span(self._edge(first, last=False), self._edge(last, last=True) + 1)

    def places(self, span: Span) -> tuple[Position, Position]:
        """The first and the last character of a span that begins and ends in words."""
        return self._place(span.start), self._place(span.end - 1)

    def _edge(self, place: Position, *, last: bool) -> int:
        """The first or the last code point of a place."""
        if not place:
            words = [word for line in self.lines for word in line]
        elif len(place) == 1:
            words = list(self.lines[place[0]])
        else:
            words = [self.lines[place[0]][place[1]]]
        start, end = words[-1 if last else 0]
        if len(place) < 3:
            return end - 1 if last else start
        if start + place[2] >= end:
            raise IndexError(place)
        return start + place[2]

    def _place(self, at: int) -> Position:
        index = bisect_right(self.starts, at) - 1
        return *self.numbers[index], at - self.starts[index]
