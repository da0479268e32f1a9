"""Annotations as the project keeps them: the rows of their table, a projection of the log."""

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from annotations.model import Annotation, Proposal, Verdict
from corpus.span import Span

if TYPE_CHECKING:
    from annotations.replay import Delta

COLUMNS: Final = (
    'id, article, reviewer, start, "end", surface, label, verdict, note, origin_model, origin_start, origin_end,'
    " origin_label, created, decided, parts, attributes, via"
)

_VERDICTS: Final = {one.value: one for one in Verdict}  # asking the class itself takes five times as long


def put_annotations(connection: sqlite3.Connection, delta: "Delta") -> None:
    """Write what a step changed of annotations; belongs into the transaction that writes the step."""
    touched = json.dumps(list(delta.annotations))
    connection.execute("DELETE FROM annotation WHERE id IN (SELECT value FROM json_each(?))", [touched])
    connection.executemany(
        f"INSERT INTO annotation ({COLUMNS}) VALUES ({', '.join('?' * 18)})",
        [_row(annotation) for annotation in delta.annotations.values() if annotation is not None],
    )


def _row(one: Annotation) -> tuple[object, ...]:
    span, origin = one.span, one.origin
    came = (origin.model, origin.span.start, origin.span.end, origin.label) if origin else (None, None, None, None)
    head = (one.id, one.article_id, one.reviewer, span.start, span.end, one.surface, one.label, one.verdict.value)
    parts = json.dumps([[part.start, part.end] for part in one.parts]) if one.parts else ""
    attributes = json.dumps(dict(one.attributes), ensure_ascii=False) if one.attributes else ""
    return (*head, one.note, *came, one.created, one.decided, parts, attributes, one.via)


def annotation_of(row: Sequence[Any]) -> Annotation:
    """The annotation that a row of COLUMNS says. Raises TypeError or ValueError for one that makes no sense."""
    identity, article_id, reviewer, start, end, surface, label, said, note, model, *came = row
    origin_start, origin_end, origin_label, created, decided, parts, attributes, via = came
    verdict = _VERDICTS.get(said) or Verdict(said)
    origin = Proposal(Span(origin_start, origin_end), origin_label, model) if model is not None else None
    pieces = tuple(Span(*pair) for pair in json.loads(parts)) if parts else ()
    values = tuple(sorted(json.loads(attributes).items())) if attributes else ()
    return Annotation(
        identity, article_id, Span(start, end), surface, label, verdict, origin, reviewer, created, decided, note,
        pieces, values, via,
    )  # fmt: skip
