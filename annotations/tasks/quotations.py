"""Quotation attribution: a row an article, each quotation with the words that name its speaker, and who that is."""

from collections.abc import Iterator
from typing import Final

from annotations.tasks.base import MODEL, Row, Task, Told
from corpus.span import Span


def _rows(told: Told) -> Iterator[Row]:
    for index in told.wanted:
        one = told.read.reading.articles[index]
        found: list[Row] = []
        for said, speaker in zip(one.quotations, one.speakers, strict=True):
            named = None if said.speaker is None else told.place(index, said.speaker)
            who = _who(told, index, speaker, said.speaker)
            found.append({**told.place(index, said.span), "speaker": named, **who, "by": MODEL})
        yield {**told.head(index), "quotations": found}


def _who(told: Told, index: int, speaker: int | None, place: Span | None) -> Row:
    """Who speaks: the cluster by its id in the dataset where it is in one, else by the one that it has everywhere."""
    if speaker is None:
        return dict.fromkeys(("cluster", "entity", "name"))
    known, entity = told.same.of(speaker, index, place), told.entities[speaker]
    if known is None:
        return {"cluster": entity, "entity": entity, "name": told.names[speaker]}
    return {"cluster": known.id, "entity": entity, "name": known.name or told.names[speaker]}


QUOTATIONS: Final = Task("quotations", "quotations with the words that name their speakers, and who those are", _rows)
