"""What the lines of a text are to each other: where the report begins and ends, and which lines are copies."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from corpus.boilerplate.kinds import CHROME, HEADLINE, REPEAT, STAMP
from corpus.boilerplate.lines import Line, line_of
from corpus.boilerplate.stamps import stamp

Mark = tuple[str, str]  # kind, reason
Marks = list[Mark | None]  # one for each line; None for what belongs to the article so far

PROSE: Final = 9  # words of a sentence that belongs to a report
_CUT_OFF: Final = 25  # words of a line without a mark at its end that is prose all the same
_SHORT: Final = 10  # words of a line that a report may hold twice
_OF_HEADLINE: Final = 5  # words of a line that may be the headline again
_SHARED: Final = 0.7  # share of them that are in the headline
_EARLY: Final = 10  # lines
_REFRAIN: Final = 3  # times
_CREDITED: Final = re.compile(r"(?:photo|photograph|picture|image):[^.:]{2,60}$")


def prose(line: Line) -> bool:
    """Whether the line holds a sentence of a report, as far as its shape tells."""
    return len(line.words) >= (PROSE if line.closed else _CUT_OFF)


def body(lines: Sequence[Line], marks: Marks) -> tuple[int, int]:
    """The numbers of the first and the last line of prose that are not marked; (0, -1) without any."""
    found = [number for number, line in enumerate(lines) if marks[number] is None and prose(line)]
    return (found[0], found[-1]) if found else (0, -1)


def beside(marks: Marks, number: int) -> bool:
    """Whether the line before or behind is furniture, or there is none."""
    return not 0 < number < len(marks) - 1 or marks[number - 1] is not None or marks[number + 1] is not None


def mark_dates(lines: Sequence[Line], marks: Marks) -> None:
    """A date or two among the first lines; three and more are subheadings."""
    dates = [
        number for number, line in enumerate(lines) if marks[number] is None and stamp(line, edge=True, headed=False)
    ]
    for number in dates if len(dates) < _REFRAIN else []:
        if number < _EARLY:
            marks[number] = (STAMP, "a date among the first lines")


def mark_refrains(lines: Sequence[Line], marks: Marks) -> None:
    """A few words without a full stop that stand on three lines or more."""
    counts = Counter(line.low for line in lines)
    for number, line in enumerate(lines):
        if marks[number] is None and counts[line.low] >= _REFRAIN and 2 < len(line.words) < PROSE and not line.closed:
            marks[number] = (CHROME, f"{counts[line.low]} times the same line")


def mark_copies(lines: Sequence[Line], marks: Marks) -> None:
    """The second copies of the headline, which is the first line that is not marked, and of other lines.

    A credit behind a caption makes no difference. Short lines may be said twice, unless one follows the other.
    """
    seen: dict[str, int] = {}
    headline = next((number for number, mark in enumerate(marks) if mark is None), -1)
    for number in range(headline + 1, body(lines, marks)[0]):
        if marks[number] is None and _repeats(lines[number], lines[headline]):
            marks[number] = (HEADLINE, "the headline in other words")
    for number, line in enumerate(lines):
        if len(line.words) < 3:
            continue
        before = seen.setdefault(_key(line), number)
        if before == number or marks[number] is not None:
            continue
        if before == headline and not line.ended:
            marks[number] = (HEADLINE, "the headline again")
        elif before == headline or len(line.words) >= _SHORT or marks[before] or number == before + 1:
            marks[number] = marks[before] or (REPEAT, "the same line before")


def _repeats(line: Line, headline: Line) -> bool:
    """Whether a line before the text holds little but the words of the headline."""
    if line.closed or len(line.words) < _OF_HEADLINE or "/" in headline.text:
        return False
    words = set(headline.words)
    return sum(word in words for word in line.words) >= _SHARED * len(line.words)


def _key(line: Line) -> str:
    credit = _CREDITED.search(line.low)
    return " ".join(line.words if credit is None else line_of(0, line.low[: credit.start()]).words)
