"""What stands before and behind an article: menus, names, calls, comments, blocks of teasers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.boilerplate.kinds import BYLINE, CHROME, COMMENTS, NAVIGATION, PROMOTION, RELATED
from corpus.boilerplate.lines import Line
from corpus.boilerplate.lists import KICKER
from corpus.boilerplate.rule import compiled
from corpus.boilerplate.structure import PROSE, Mark, Marks, body, prose

IMPERATIVES: Final = frozenset(
    "get join try want never read support start discover receive don't be make sign subscribe follow help stay keep "
    "enjoy please give win".split()
)
_ITEM: Final = 5  # words of a menu's line
_ITEMS: Final = 5  # short lines that make a menu
_LABEL: Final = 8  # words before the colon in a block of labelled teasers
_LABELS: Final = 3  # lines that make such a block
_TAIL: Final = 0.3  # share of the lines before what may be the end of the article
_REST: Final = 4  # lines behind it that make a list
_TOLD: Final = 0.25  # share of sentences among them
_SUMMARY: Final = 40  # words of a summary under a headline
_WORD_OR_THREE: Final = 3
_ANSWERED: Final = ("says:", "reply")  # how reasons end where readers answer each other
_COUNTED: Final = r"\(?[1-9]\d{0,4}\)? (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{1,200}|\s?:)"
_AUTHOR: Final = (
    r"(?:[A-Z][\w.'’-]{0,20} ){1,4}(?:\([@\w.]{2,40}\) )?(?:is|are) (?:an? |the )?(?:[\w'’-]{1,20} ){0,5}(?:"
    r"writer|reporter|editor|correspondent|journalist|columnist|producer|anchor|intern|fellow|professor|freelancer)s?\b[^\"“]{0,400}$"
)


def mark_menus(lines: Sequence[Line], marks: Marks) -> None:
    """Many short lines before the headline or behind the text, and a word or two over the headline."""
    first, last = body(lines, marks)
    if last < 0:
        return
    for start, end in ((0, first), (last + 1, len(lines))):
        short = [number for number in range(start, end) if marks[number] is None and _item(lines[number])]
        for block in _blocks(short, marks):
            if len(block) >= _ITEMS:
                for number in block:
                    marks[number] = (NAVIGATION, "one of many short lines")
    for number, following in list(pairwise(number for number in range(first) if marks[number] is None))[:1]:
        kicker, headline = lines[number], lines[following]
        if len(kicker.words) <= KICKER and not kicker.closed and len(headline.words) > 4 and not headline.closed:
            marks[number] = (NAVIGATION, "over the headline")


def _item(line: Line) -> bool:
    open_end = not line.closed or line.text.endswith(",")
    return 0 < len(line.words) <= _ITEM and open_end and not any(word[0].isdigit() for word in line.words)


def _blocks(numbers: Sequence[int], marks: Marks) -> Iterator[list[int]]:
    """Runs of neighbours; what is marked between them is passed over."""
    block: list[int] = []
    for number in numbers:
        if block and any(marks[between] is None for between in range(block[-1] + 1, number)):
            yield block
            block = []
        block.append(number)
    if block:
        yield block


def mark_names(lines: Sequence[Line], marks: Marks) -> None:
    """A name alone between the headline and the first sentence."""
    headed = False
    for number in range(body(lines, marks)[0]):
        line = lines[number]
        if marks[number] is None:
            letters = line.text.replace(" ", "")
            if headed and 1 < len(line.words) <= _WORD_OR_THREE and letters.isalpha() and line.text.istitle():
                marks[number] = (BYLINE, "a name under the headline")
            headed = headed or (len(line.words) > 4 and not line.closed)


def mark_authors(lines: Sequence[Line], marks: Marks) -> None:
    """What is said of the author in the last lines of the text."""
    left = [number for number, mark in enumerate(marks) if mark is None]
    for number in left[-2:] if len(left) > 3 else []:
        if compiled(_AUTHOR).match(lines[number].text):
            marks[number] = (BYLINE, "about the author")


def mark_after_end(lines: Sequence[Line], marks: Marks) -> None:
    """Blocks of labelled teasers behind the line that says who contributed, and comments behind their heading."""
    behind = range(len(lines) // 2, len(lines))
    contributed = next((number for number in behind if _is(marks[number], BYLINE)), None)
    if contributed is not None:
        _mark_labelled(lines, marks, contributed + 1)
    heading = next((number for number in behind if _is(marks[number], COMMENTS)), len(lines))
    answered = any(mark is not None and mark[1].endswith(_ANSWERED) for mark in marks[heading + 1 :])
    if answered or (heading < len(lines) and compiled(_COUNTED).fullmatch(lines[heading].low)):
        for number in range(heading + 1, len(lines)):
            marks[number] = marks[number] or (COMMENTS, "below the heading of comments")


def _is(mark: Mark | None, *kinds: str) -> bool:
    return mark is not None and mark[0] in kinds


def _mark_labelled(lines: Sequence[Line], marks: Marks, start: int) -> None:
    block = [number for number in range(start, len(lines)) if marks[number] is None]
    labelled = [number for number in block if _label(lines[number])]
    if len(labelled) >= _LABELS:
        for number in block:
            if number in labelled or (number < labelled[-1] and not prose(lines[number])):
                marks[number] = (PROMOTION, "in a block of teasers behind the text")


def _label(line: Line) -> bool:
    label, colon, rest = line.text.partition(": ")
    return bool(colon and rest) and label[:1].isupper() and len(label.split()) <= _LABEL and len(rest) > len(label)


def mark_tail(lines: Sequence[Line], marks: Marks) -> None:
    """What follows a heading of related articles or of comments, where hardly a sentence follows any more."""
    end, rest, told, longest = len(lines), 0, 0, 0
    for number in range(len(lines) - 1, int(_TAIL * len(lines)) - 1, -1):
        if marks[number] is None:
            rest += 1
            if prose(lines[number]):
                told += 1
                longest = max(longest, len(lines[number].words))
        elif _is(marks[number], RELATED, COMMENTS):
            few = rest >= _REST and told <= _TOLD * rest and longest <= _SUMMARY
            if not told or few:
                end = number
    for number in range(end, len(lines)):
        marks[number] = marks[number] or (RELATED, "behind the end of the article")


def mark_calls(lines: Sequence[Line], marks: Marks) -> None:
    """What belongs to the furniture beside it: the title of a call, what stands between two, the rest of a line."""
    for number, line in enumerate(lines):
        if marks[number] is not None or not 0 < len(line.words) < 2 * PROSE or '"' in line.low:
            continue
        before = marks[number - 1] if number else None
        after = marks[number + 1] if number + 1 < len(lines) else None
        if _is(after, PROMOTION) and (_is(before, PROMOTION) or (not line.ended and line.words[0] in IMPERATIVES)):
            marks[number] = (PROMOTION, "part of the call beside it")
        elif before is not None and line.text[0].islower() and not lines[number - 1].ended:
            marks[number] = (before[0], "the rest of the line before")


def mark_between(lines: Sequence[Line], marks: Marks) -> None:
    """A word or three between two lines of furniture, or between one and the end."""
    for number in range(1, len(lines)):
        line, before = lines[number], marks[number - 1]
        if marks[number] is not None or before is None or line.ended or not 0 < len(line.words) <= _WORD_OR_THREE:
            continue
        if number + 1 == len(lines) or marks[number + 1] is not None:
            marks[number] = (before[0], "between furniture")


def mark_behind(lines: Sequence[Line], marks: Marks) -> None:
    """Short lines without a full stop behind the last sentence, but for what a colon announces."""
    last = body(lines, marks)[1]
    if last < 0 or lines[last].text.endswith(":"):
        return
    for number in range(last + 1, len(lines)):
        text = lines[number].text
        if marks[number] is None and _item(lines[number]) and ":" not in text and text[0] not in "\"“‘'":
            marks[number] = (CHROME, "behind the last sentence")
