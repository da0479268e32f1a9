"""Boilerplate: a row an article, with the regions that belong to the page and not to the report.

What a reviewer marked has the kind of the region that a machine found there, and none where it found nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from annotations.model import Annotation
from annotations.tasks.base import MODEL, Row, Task, Told
from corpus.boilerplate.find import regions
from corpus.boilerplate.region import Region
from corpus.label_map import BOILERPLATE as BOILERPLATE_LABEL
from corpus.span import Span
from corpus.ties import DECIDED


def _rows(told: Told) -> Iterator[Row]:
    for index in told.wanted:
        there = told.read.reading.articles[index].regions
        marked = [one for one in told.accepted(index).values() if one.label == BOILERPLATE_LABEL]
        drawn = any(one.reason == DECIDED for one in there)
        found = regions(told.text(index), told.read.material.furniture) if drawn else ()
        rows = [
            {**told.place(index, one.span), "kind": _kind(one, found), "by": _by(one.span, marked)} for one in there
        ]
        yield {**told.head(index), "finished": told.finished(index), "boilerplate": rows}


def _kind(region: Region, found: Sequence[Region]) -> str | None:
    """The kind of a region; of one that a reviewer drew, that of what was `found` in most of it."""
    if region.reason != DECIDED:
        return region.kind
    shared = {one: _shared(one.span, region.span) for one in found if one.span.overlaps(region.span)}
    return max(shared, key=lambda one: shared[one]).kind if shared else None


def _shared(one: Span, other: Span) -> int:
    """How many code points two spans that overlap have in common."""
    return min(one.end, other.end) - max(one.start, other.start)


def _by(span: Span, marked: Sequence[Annotation]) -> str:
    """Who marked a region, or the first piece of it: pieces that overlap are one region."""
    return next((one.reviewer for one in sorted(marked, key=lambda one: one.span) if span.contains(one.span)), MODEL)


BOILERPLATE: Final = Task("boilerplate", "what belongs to the page and not to the report, a row an article", _rows)
