"""Where lines stand: what is the headline, where the report is, which words it has, and what stands beside a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from corpus.boilerplate.lines import Line
from corpus.boilerplate.structure import Marks, body, prose
from corpus.boilerplate.wordclasses import FINITE, FUNCTION, PERSON, PRONOUN, READER, TOLD, classes

OVER, HEAD, UNDER, TOP, IN, END = "over", "head", "under", "top", "in", "end"  # the headline; the report

_HEADLINE: Final = range(4, 31)  # words of a headline
_OF_REPORT: Final = 0.34  # share of a headline's words that the report has too
_TELLING: Final = 3  # letters of a word that is too short to tell
_BARS: Final = frozenset("|·•")  # that no headline holds
_EMPTY: Final = FUNCTION | FINITE | PERSON | PRONOUN | READER | TOLD  # words that every report has


@dataclass(frozen=True)
class Places:
    """The lines of a text with what earlier steps marked, and the classes of the words of each line."""

    lines: Sequence[Line]
    marks: Marks
    bits: Sequence[Sequence[int]]

    @cached_property
    def sentences(self) -> list[bool]:
        """Whether each line is a sentence of the report, as far as its shape tells."""
        return [mark is None and prose(line) for line, mark in zip(self.lines, self.marks, strict=True)]

    @cached_property
    def body(self) -> tuple[int, int]:
        """The first and the last sentence of the report; behind the lines without any."""
        first, last = body(self.lines, self.marks)
        return (first, last) if last >= 0 else (len(self.lines), len(self.lines))

    @cached_property
    def _words(self) -> tuple[dict[str, int], set[str]]:
        """The line of the report that has a word first, and the words that others have too."""
        first: dict[str, int] = {}
        again: set[str] = set()
        for number, line in enumerate(self.lines):
            if self.sentences[number]:
                words = set(line.words)
                again |= words & first.keys()
                first |= dict.fromkeys(words - first.keys(), number)
        return first, again

    def shared(self, number: int) -> tuple[int, int]:
        """How many words of a line other lines of the report have, and how many it has that tell anything."""
        first, again = self._words
        telling = [
            word
            for word, bits in zip(self.lines[number].words, self.bits[number], strict=True)
            if len(word) > _TELLING and not bits & _EMPTY
        ]
        return sum(word in again or first.get(word, number) != number for word in telling), len(telling)

    @cached_property
    def headlines(self) -> tuple[int, int]:
        """The line before the report that shares most words with it, and the first one that shares a third; or -1."""
        best = (-1, -1)  # words shared, line
        early = -1
        for number in range(min(self.body[0], len(self.lines))):
            line = self.lines[number]
            if self.marks[number] is None and len(line.words) in _HEADLINE and not line.ended and _unbroken(line):
                shared, telling = self.shared(number)
                if early < 0 and shared and shared >= _OF_REPORT * telling:
                    early = number
                best = max(best, (shared, -number))
        return -best[1] if best[0] >= 0 else -1, early

    def zone(self, number: int) -> str:
        """Where the line stands."""
        first, last = self.body
        if first <= number <= last < len(self.lines):
            return IN
        if number > last:
            return END
        head = self.headlines[0]
        if head < 0:
            return TOP
        return HEAD if number == head else OVER if number < head else UNDER

    @cached_property
    def runs(self) -> list[int]:
        """How many lines without a sentence stand together with each line; 0 for a sentence."""
        found = [0] * len(self.lines)
        start = 0
        for number in range(len(self.lines) + 1):
            if number == len(self.lines) or self.sentences[number]:
                found[start:number] = [number - start] * (number - start)
                start = number + 1
        return found

    @cached_property
    def announced(self) -> list[bool]:
        """Whether a line that ends with a colon stands before the lines without a sentence that each line is among."""
        found: list[bool] = []
        for number in range(len(self.lines)):
            before = self.lines[number - 1] if number else None
            announced = before is not None and before.text[-1] == ":" and self.marks[number - 1] is None
            found.append(announced or (bool(found) and found[-1] and not self.sentences[number - 1]))
        return found


def places(lines: Sequence[Line], marks: Marks) -> Places:
    """The places of the lines of a text; linear in its words."""
    table = classes()
    return Places(lines, marks, [[table.get(word, 0) for word in line.words] for line in lines])


def _unbroken(line: Line) -> bool:
    return _BARS.isdisjoint(line.text)
