"""Quotation marks paired, whatever their style: curly, straight, guillemets, single, „low“ and ``typewritten''.

Here is only found where a quotation begins and ends. An apostrophe, a possessive, a foot and an inch are no marks. The
outer marks of a nested quotation count. A mark that is never closed is closed by the end of its paragraph, which is the
end of its line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from corpus.span import Span, trimmed

_MARK: Final = re.compile(r"[\"“”„‟«»「」『』＂]|``|''|(?<!\w)['‘’‚‛`‹›]|['’›‹](?!\w)")
_ALWAYS_OPEN: Final = frozenset(("„", "``", "「", "『", "`", "‚"))
_ALWAYS_CLOSE: Final = frozenset("」』")
_SINGLE: Final = frozenset("'‘’‚‛`‹›")
_USUALLY_OPEN: Final = frozenset("“‟«‘‛‹")
_USUALLY_CLOSE: Final = frozenset(("”", "»", "''", "’", "›"))
_BEFORE_OPENING: Final = frozenset("([{—–-/…|>*•“‘\"'«„:")
_AFTER_CLOSING: Final = frozenset(".,;:!?)]}—–-/…|<*”’\"'»")
_ELISION: Final = re.compile(
    r"(?:\d0s|(?:s|d|m|ll|re|ve|t|em|til|till|tis|twas|cause|cuz|bout|round|neath|nuff|cos|fore)(?![\w’'])|n\b)",
    re.IGNORECASE,
)
_INCHES: Final = re.compile(r"\d+\s?['’]\s?\d+(?:\.\d+)?\Z")
_SENTENCE_END: Final = re.compile(r"[.!?…]\s")
_LONGEST_TAIL: Final = 1000  # code points of an unclosed quotation
_FARTHEST: Final = 1500  # code points between marks that stand on different lines


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: `span`, the marks' own edges `start` and `end`, and whether it was `closed`."""

    span: Span
    start: int
    end: int
    closed: bool


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    line: int  # number of the line, counted over lines with marks
    single: bool
    opens: bool
    closes: bool
    surface: str
    late: bool = False  # stands behind a space that belongs behind it, if it closes


def quoted(text: str) -> list[Quoted]:
    """What is quoted in `text`, by start, nothing inside of something else."""
    doubles: list[Quoted] = []
    singles: list[_Mark] = []
    pending: _Mark | None = None
    for _, marks in groupby(_marks(text), key=lambda mark: mark.line):
        line = list(marks)
        singles.extend(mark for mark in line if mark.single)
        line = [mark for mark in line if not mark.single]
        if not line:
            continue
        if (len(line) + bool(pending)) % 2 == 0:
            for mark in line:
                mark.closes = mark.closes or mark.late
        first = line[0]
        if pending and first.closes and (first.late or not first.opens) and first.start - pending.end <= _FARTHEST:
            _add(doubles, text, pending, first.start, first.end)
            line = line[1:]
        elif pending:
            _add_open(doubles, text, pending)
        pending = _pair(text, line, doubles)
    if pending:
        _add_open(doubles, text, pending)
    return _with_singles(text, doubles, singles) if singles else doubles


def _marks(text: str) -> Iterator[_Mark]:
    line, at = 0, 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        if text.find("\n", at, start) >= 0:
            line += 1
        at = end
        mark = _judged(text, start, end, match.group())
        if mark:
            mark.line = line
            yield mark


def _judged(text: str, start: int, end: int, surface: str) -> _Mark | None:
    """The mark with what it may do where it stands; None where it is none."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    free_left = before.isspace() or before in _BEFORE_OPENING
    free_right = after.isspace() or after in _AFTER_CLOSING
    single = surface in _SINGLE
    if surface in _ALWAYS_OPEN:
        opens, closes = True, False
    elif surface in _ALWAYS_CLOSE:
        opens, closes = False, True
    elif surface in _USUALLY_OPEN:
        opens = not free_right or (free_left and after not in _AFTER_CLOSING)
        closes = not opens
    elif surface in _USUALLY_CLOSE:
        opens = free_left and not free_right and not (single and before in _BEFORE_OPENING)
        closes = not opens
    else:
        opens, closes = _straight(before, after, free_left=free_left, free_right=free_right)
    if single:
        opens = opens and free_left and not after.isspace() and not _ELISION.match(text, end)
        closes = closes and not before.isspace()
    elif surface == '"' and before.isdigit() and _INCHES.search(text, max(0, start - 10), start):
        return None
    late = opens and surface in ('"', "``") and text[max(0, start - 2) : start] in (", ", ". ", "? ", "! ")
    return _Mark(start, end, 0, single, opens, closes, surface, late) if opens or closes else None


def _straight(before: str, after: str, *, free_left: bool, free_right: bool) -> tuple[bool, bool]:
    """Whether a straight mark may open and may close; both where only what stands open can tell."""
    if before.isspace() != after.isspace():
        return before.isspace(), after.isspace()
    if free_left != free_right:
        return free_left, free_right
    return not before.isalnum(), True


def _pair(text: str, line: Sequence[_Mark], found: list[Quoted]) -> _Mark | None:
    """Adds what the double marks of a line quote; returns the last mark where it is never closed in the line."""
    stack: list[_Mark] = []
    closed: dict[int, _Mark] = {}
    for mark in line:
        if stack and (mark.closes or mark.surface == stack[-1].surface == "``"):
            closed[stack.pop().start] = mark
        elif mark.opens:
            stack.append(mark)
    end = -1
    left = {mark.start for mark in stack}
    openers = [mark for mark in line if mark.start in closed or mark.start in left]
    for index, mark in enumerate(openers):
        if mark.start < end:
            continue
        close = closed.get(mark.start)
        if close:
            _add(found, text, mark, close.start, close.end)
            end = close.end
        elif index + 1 < len(openers):
            following = openers[index + 1].start
            _add(found, text, mark, following, following, closed=False)
        else:
            return mark
    return None


def _add(found: list[Quoted], text: str, mark: _Mark, low: int, end: int, *, closed: bool = True) -> None:
    span = trimmed(text, mark.end, low)
    if span and any(char.isalnum() for char in span.surface(text)):
        found.append(Quoted(span, mark.start, end, closed))


def _add_open(found: list[Quoted], text: str, mark: _Mark) -> None:
    end = text.find("\n", mark.end)
    end = len(text) if end < 0 else end
    if end - mark.end > _LONGEST_TAIL:
        match = _SENTENCE_END.search(text, mark.end, end)
        end = match.start() + 1 if match else mark.end + _LONGEST_TAIL
    _add(found, text, mark, end, end, closed=False)


def _with_singles(text: str, doubles: list[Quoted], singles: Sequence[_Mark]) -> list[Quoted]:
    """`doubles` and what single marks quote outside of them; what stands inside of single marks is left out."""
    starts = [each.start for each in doubles]
    outside = [mark for mark in singles if not _inside(doubles, starts, mark.start)]
    found: list[Quoted] = []
    for _, marks in groupby(outside, key=lambda mark: mark.line):
        _pair_singles(text, list(marks), found)
    if not found:
        return doubles
    outer = [each.start for each in found]
    kept = [each for each in doubles if not _inside(found, outer, each.start)]
    return sorted([*kept, *found], key=lambda each: each.start)


def _inside(quotations: Sequence[Quoted], starts: Sequence[int], offset: int) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < quotations[index].end


def _pair_singles(text: str, line: Sequence[_Mark], found: list[Quoted]) -> None:
    """A single mark that may be a possessive closes only where no better one follows before the next opening."""
    opener: _Mark | None = None
    weak: _Mark | None = None
    for mark in line:
        if opener is None:
            opener, weak = (mark, None) if mark.opens else (None, None)
        elif mark.closes and not mark.opens:
            if not _may_be_possessive(text, mark):
                _add(found, text, opener, mark.start, mark.end)
                opener = None
            else:
                weak = weak or mark
        elif mark.opens and weak:
            _add(found, text, opener, weak.start, weak.end)
            opener, weak = mark, None
    if opener and weak:
        _add(found, text, opener, weak.start, weak.end)
    elif opener and opener.surface == "‘" and _begins_speech(text, opener):
        _add_open(found, text, opener)


def _may_be_possessive(text: str, mark: _Mark) -> bool:
    return (
        text[mark.start - 1 : mark.start] in ("s", "S") and text[mark.end : mark.end + 2].strip("\n").strip().isalpha()
    )


def _begins_speech(text: str, mark: _Mark) -> bool:
    before = text[max(0, mark.start - 2) : mark.start].rstrip(" ")
    return text[mark.end : mark.end + 1].isupper() and (not before or before[-1] in "\n:,.")
