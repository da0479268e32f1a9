"""Named entities: a row an article, with its tokens, IOB2 tags and spans."""

from collections.abc import Iterator
from typing import Final

from annotations.formats.shared.sentences import split, tokens_of
from annotations.formats.shared.tokens import Mark, flattened
from annotations.model import Verdict
from annotations.tasks.base import Row, Task, Told, markers

UNKNOWN: Final = "?"


def _rows(told: Told) -> Iterator[Row]:
    for index in told.wanted:
        gold = told.decided.get(index)
        if gold is None:
            continue
        said = [one for one in gold.annotations if one.verdict is not Verdict.REJECTED]
        marks = [Mark(one.span, one.label) for one in said if one.verdict is Verdict.ACCEPTED and not one.parts]
        doubted = [Mark(one.span, "") for one in said if one.verdict is Verdict.UNSURE or one.parts]
        tokens = tokens_of(told.text(index), split(told.text(index), [one.span for one in said]))
        flat = flattened(tokens, marks, doubted)
        tags = ["O" if gold.finished_by else UNKNOWN] * len(tokens.starts)
        for at in flat.unknown:
            tags[at] = UNKNOWN
        for mark in flat.entities:
            touched = tokens.touched(mark.span)
            for at in touched:
                tags[at] = f"{'B' if at == touched[0] else 'I'}-{mark.label}"
        marked = markers((index, one) for one in said if one.verdict is Verdict.ACCEPTED)
        spans = [{**told.place(index, span), "label": label, "by": by} for (_, span, label), by in marked.items()]
        words = [tokens[at] for at in range(len(tokens.starts))]
        yield {**told.head(index), "finished": bool(gold.finished_by), "tokens": words, "tags": tags, "spans": spans}


NER: Final = Task("ner", "named entities: tokens, IOB2 tags (? is unknown) and spans, a row an article", _rows)
