"""Boilerplate: a row an article, with the regions that belong to the page and not to the report."""

from collections.abc import Iterator
from typing import Final

from annotations.tasks.base import MODEL, Row, Task, Told


def _rows(told: Told) -> Iterator[Row]:
    for index in told.wanted:
        accepted = told.accepted(index)
        regions = [
            {
                **told.place(index, region.span),
                "kind": region.kind,
                "by": accepted[region.span].reviewer if region.span in accepted else MODEL,
            }
            for region in told.read.reading.articles[index].regions
        ]
        yield {**told.head(index), "finished": told.finished(index), "boilerplate": regions}


BOILERPLATE: Final = Task("boilerplate", "what belongs to the page and not to the report, a row an article", _rows)
