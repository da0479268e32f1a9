"""Quotation attribution: a row an article, each quotation with the words that name its speaker, and who that is."""

from collections.abc import Iterator
from typing import Final

from annotations.tasks.base import MODEL, Row, Task, Told


def _rows(told: Told) -> Iterator[Row]:
    for index in told.wanted:
        one = told.read.reading.articles[index]
        found: list[Row] = []
        for said, speaker in zip(one.quotations, one.speakers, strict=True):
            named = None if said.speaker is None else told.place(index, said.speaker)
            who = {"cluster": None, "name": None} if speaker is None else {
                "cluster": told.ids[speaker], "name": told.names[speaker]
            }  # fmt: skip
            found.append({**told.place(index, said.span), "speaker": named, **who, "by": MODEL})
        yield {**told.head(index), "quotations": found}


QUOTATIONS: Final = Task("quotations", "quotations with the words that name their speakers, and who those are", _rows)
