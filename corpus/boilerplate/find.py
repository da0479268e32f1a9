"""Boilerplate in plain text: what of an article is not the article, by line and by piece.

Lines are judged by what they say (`phrases`, `vocabulary`), by what stands around them (`structure`, `lists`, `edges`)
and by what other articles tell (`known`). What that leaves is weighed by what it looks like (`model`), and what is
glued into a line of the report is cut out of it (`inline`). Doubt is for the text: a sentence of a report is only
marked where a phrase, a copy of it or other stories say so, or where it speaks to the reader and reports nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.boilerplate import edges, lists, structure
from corpus.boilerplate.inline import Piece, blurb, inside, signed
from corpus.boilerplate.known import NOTHING_KNOWN, Known, recurring
from corpus.boilerplate.lines import Line, lines_of
from corpus.boilerplate.model import mark_likely
from corpus.boilerplate.phrases import phrase_of, speaks
from corpus.boilerplate.region import Region
from corpus.boilerplate.structure import Mark, Marks
from corpus.boilerplate.vocabulary import made_of
from corpus.span import trimmed

_LONGEST: Final = 1200  # code points of a line that can be furniture as a whole


def regions(text: str, known: Known = NOTHING_KNOWN) -> list[Region]:
    """The regions of `text` that are not the article, by start, without overlaps; a line or a piece of one each.

    Never raises; time is linear in the length of the text.
    """
    lines = lines_of(text)
    marks: Marks = [_spoken(line) for line in lines]
    _mark_by_words(lines, marks)
    _mark_by_order(lines, marks)
    pieces = [(line.start, line.end, *mark) for line, mark in zip(lines, marks, strict=True) if mark is not None]
    pieces += _pieces(lines, marks, known)
    return list(_regions(text, pieces))


def _spoken(line: Line) -> Mark | None:
    """What a phrase says of the line as a whole: of a line of one sentence, or of a block that calls on the reader."""
    if len(line.text) > _LONGEST or not speaks(line):
        return None
    return phrase_of(line) or blurb(line)


def _mark_by_words(lines: Sequence[Line], marks: Marks) -> None:
    first, last = structure.body(lines, marks)
    headed = False
    for number, line in enumerate(lines):
        if marks[number] is None:
            marks[number] = made_of(line, edge=not first <= number <= last, headed=headed)
            headed = headed or (marks[number] is None and len(line.words) > lists.KICKER)


def _mark_by_order(lines: Sequence[Line], marks: Marks) -> None:
    """Each step sees what those before it marked."""
    for step in (
        edges.mark_menus,
        structure.mark_dates,
        structure.mark_refrains,
        structure.mark_copies,
        lists.mark_videos,
        lists.mark_joined,
        lists.mark_labels,
        lists.mark_lists,
        lists.mark_runs,
        lists.mark_lone,
        edges.mark_after_end,
        edges.mark_tail,
        edges.mark_calls,
        edges.mark_between,
        edges.mark_behind,
        edges.mark_names,
        mark_likely,
        edges.mark_authors,
    ):
        step(lines, marks)


def _pieces(lines: Sequence[Line], marks: Marks, known: Known) -> Iterator[Piece]:
    """What is furniture within the lines that are not."""
    left = [number for number, mark in enumerate(marks) if mark is None]
    for number in left:
        yield from inside(lines[number])
        if known.stories:
            headline = number == left[0]
            yield from recurring(lines[number], known, headline=headline, beside=structure.beside(marks, number))
    if left and (sign := signed(lines[left[-1]])):
        yield sign


def _regions(text: str, pieces: Sequence[Piece]) -> Iterator[Region]:
    end = 0
    for start, stop, kind, reason in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
        span = trimmed(text, max(start, end), stop) if stop > end else None
        if span is not None:
            yield Region(span, kind, reason)
            end = span.end
