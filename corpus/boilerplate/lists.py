"""Other articles in this one: lists of headlines, and headlines that stand alone between its paragraphs."""

import re
from collections.abc import Sequence
from typing import Final

from corpus.boilerplate import headlines
from corpus.boilerplate.kinds import CHROME, RELATED, TEASER
from corpus.boilerplate.lines import Line
from corpus.boilerplate.rule import compiled
from corpus.boilerplate.structure import Marks, beside, body
from corpus.boilerplate.wordlists import ASKING

KICKER: Final = 2  # words that may stand over a headline
_RUN: Final = 3  # headlines that make a list
_AVERAGE: Final = 5  # words of a line in it
_NEAR: Final = 0.34  # share of a subheading's words that the text below it takes up
_SUBHEAD: Final = 8  # words of a subheading in an article that has them
_SUBHEADS: Final = 2  # short lines between paragraphs that show that it has
_FIGURES: Final = 3  # numbers in a headline
_LABELLED: Final = 22  # words of a teaser with a label
_SHOUTED: Final = 40  # words of one with a label in capitals
_LABEL: Final = 24  # code points of a label
_STOPPED: Final = 12  # words of such a teaser that ends with a full stop
_NO_HEADLINE: Final = ("@", "http", ".com/", "(")
_ARROWS: Final = ("►", "▶", "▸", "→", "»")
_READ_ON: Final = frozenset(
    ("read more", "read the rest", "continue reading", "read more »", "read full story", "read article", "full story")
)
_LABELS: Final = (
    r"[^\w\"'(]{0,4}(?:fact ?box|explainer|explained|analysis|opinion|comment|timeline|in depth|profile|live|exclusive|"
    r"interview|(?:raw |live |new |full )?videos?|(?:photo|picture|image)s?(?: gallery)?|galler(?:y|ies)|slideshow|"
    r"in pictures|in pics|watch|listen|background|interactive|podcast|quiz|poll|map|graphic|next|previously|"
    r"earlier|read|see)\s?[:：|►»]+ ?\S"
)
_RUN_INTO: Final = r"[^.!?:()@/\"“]{4,60}[a-z]:[A-Z][^:]{15,}$"  # a label and a headline without a space between
_PUBLISHED: Final = re.compile(r"\((?:published|updated) [^()]{4,50}\)$")


def mark_videos(lines: Sequence[Line], marks: Marks) -> None:
    """The title of another video and its caption, which ends with the day on which it was published."""
    for number in range(2, len(lines)):
        line, title = lines[number], lines[number - 1]
        if marks[number] is None and _PUBLISHED.search(line.low, max(0, len(line.low) - 60)):
            marks[number] = (TEASER, "caption of another video")
            if marks[number - 1] is None and headlines.headline_like(title):
                marks[number - 1] = (TEASER, "title of another video")


def mark_joined(lines: Sequence[Line], marks: Marks) -> None:
    """Headlines that run into their summaries, where there are several or one stands beside furniture."""
    found = [number for number, line in enumerate(lines) if marks[number] is None and headlines.joined(line)]
    for number in found:
        if len(found) > 1 or (0 < number < len(lines) - 1 and beside(marks, number)):
            marks[number] = (TEASER, "a headline and its summary")


def mark_labels(lines: Sequence[Line], marks: Marks) -> None:
    """Teasers whose label may also stand over an article: only below the first headline."""
    headed = False
    for number, line in enumerate(lines):
        if marks[number] is None:
            if headed and _labelled(line):
                marks[number] = (TEASER, "a label and a headline")
            headed = headed or len(line.words) > KICKER


def _labelled(line: Line) -> bool:
    label, colon, _ = line.text[:_LABEL].partition(":")
    most = _SHOUTED if colon and label.isupper() else _STOPPED if line.text.endswith(".") else _LABELLED
    if len(line.words) >= most:
        return False
    if compiled(_RUN_INTO).match(line.text):
        return True
    return compiled(_LABELS).match(line.low) is not None or (line.text.startswith(_ARROWS) and not line.ended)


def mark_lists(lines: Sequence[Line], marks: Marks) -> None:
    """What stands under "Related stories" and the like, down to the next sentence; and over "Read more"."""
    under = False
    for number, line in enumerate(lines):
        mark = marks[number]
        if mark is not None:
            under = mark[0] == RELATED or (under and mark[0] in {TEASER, CHROME})
        elif _over_link(lines, marks, number):
            marks[number] = (TEASER, "a headline over its link")
        elif under and (headlines.open_ended(line) or headlines.timed(line) or headlines.glued(line)):
            marks[number] = (RELATED, "in a list of other articles")
        else:
            under = False


def _over_link(lines: Sequence[Line], marks: Marks, number: int) -> bool:
    if number + 1 == len(lines) or marks[number + 1] is None:
        return False
    return lines[number + 1].low in _READ_ON and headlines.headline_like(lines[number])


def mark_runs(lines: Sequence[Line], marks: Marks) -> None:
    """Three or more headlines in a row: behind the text, or wherever they are written as headlines are."""
    first, last = body(lines, marks)
    number = 0
    while number < len(lines):
        run = _run(lines, marks, number)
        if run and _is_list(lines, marks, run, tail=number > last >= 0, head=number < first):
            for found in run:
                marks[found] = (RELATED, "in a run of headlines")
        number = run[-1] + 1 if run else number + 1


def _run(lines: Sequence[Line], marks: Marks, start: int) -> list[int]:
    """The numbers of headline-like lines from `start` on, with marked lines among them passed over."""
    found: list[int] = []
    for number in range(start, len(lines)):
        if marks[number] is not None:
            if not found:
                break
        elif headlines.headline_like(lines[number]):
            found.append(number)
        else:
            break
    return found


def _is_list(lines: Sequence[Line], marks: Marks, run: Sequence[int], *, tail: bool, head: bool) -> bool:
    some = [lines[number] for number in run]
    if sum(headlines.timed(line) for line in some) >= min(len(some), 2):
        return len(some) > 1
    if head or len(some) < _RUN or _announced(lines, marks, run[0]):
        return False
    written = sum(line.cut or headlines.titled(line) or headlines.clipped(line) for line in some)
    return written >= (0.5 if tail else 0.75) * len(some) and sum(len(line.words) for line in some) >= _AVERAGE * len(
        some
    )


def _announced(lines: Sequence[Line], marks: Marks, number: int) -> bool:
    """Whether the line before announces a list of the report."""
    return number > 0 and marks[number - 1] is None and lines[number - 1].text.endswith((":", ";"))


def mark_lone(lines: Sequence[Line], marks: Marks) -> None:
    """Headlines of other articles, alone between the paragraphs or behind them."""
    first, last = body(lines, marks)
    inner = [lines[number] for number in range(first + 1, last) if marks[number] is None]
    short = sum(len(line.words) < headlines.LEAST for line in inner if not line.closed)
    for number in range(first + 1, len(lines) if last >= 0 else 0):
        tail = number > last
        subhead = not tail and short >= _SUBHEADS and len(lines[number].words) <= _SUBHEAD
        if marks[number] is None and not subhead and _lone(lines, marks, number, tail=tail):
            marks[number] = (TEASER, "a headline behind the text" if tail else "a headline between paragraphs")


def _lone(lines: Sequence[Line], marks: Marks, number: int, *, tail: bool) -> bool:
    line = lines[number]
    if not headlines.lone_headline(line) or line.words[0] in ASKING or line.text.count(",") > 2:
        return False
    if sum(word[0].isdigit() for word in line.words) > _FIGURES or any(mark in line.low for mark in _NO_HEADLINE):
        return False
    above = _neighbour(lines, marks, number, -1)
    below = _neighbour(lines, marks, number, 1)
    if above is not None and above.text.endswith(":"):
        return False
    between = (above is None or above.closed) and (below is None or below.closed)
    return tail or (between and not _taken_up(line, lines[number + 1]))


def _neighbour(lines: Sequence[Line], marks: Marks, number: int, step: int) -> Line | None:
    """The next line in that direction that is not marked."""
    number += step
    while 0 <= number < len(lines):
        if marks[number] is None:
            return lines[number]
        number += step
    return None


def _taken_up(line: Line, below: Line) -> bool:
    """Whether what follows speaks of what the line says, as it does below a subheading."""
    stems = {word[:5] for word in line.words if len(word) > 3}
    told = {word[:5] for word in below.words}
    return bool(stems) and len(stems & told) >= _NEAR * len(stems)
