"""The words of judgement: annotation, verdict, origin, reviewer, sitting."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.span import Span


class Verdict(StrEnum):
    """What a reviewer said of a span."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a machine offered for judgement: `span`, `label`, and the `model` (name and version) that read it."""

    span: Span
    label: str
    model: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A span on which a reviewer decided.

    `id` is unique over all projects. `surface` is the text of `span`. `origin` is the proposal that was judged, None
    for a span marked by hand. `created` and `decided` are times of the first and the last decision, ISO 8601 in UTC.
    """

    id: str
    article_id: str
    span: Span
    surface: str
    label: str
    verdict: Verdict
    origin: Proposal | None
    reviewer: str
    created: str
    decided: str
    note: str = ""


class Tie(StrEnum):
    """What two places may have to do with each other: name the `SAME` thing, be `ALIGNED`, or be in `CONFLICT`."""

    SAME = "same"
    ALIGNED = "aligned"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Relation:
    """Two places, each in an article, on whose tie a reviewer decided: an accepted one holds, a rejected one does not.

    `surface` and `other_surface` are the texts of the two spans; `decided` is a time, ISO 8601 in UTC.
    """

    tie: Tie
    article_id: str
    span: Span
    surface: str
    other_id: str
    other_span: Span
    other_surface: str
    verdict: Verdict
    reviewer: str
    decided: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One stretch of work of one reviewer: every event carries the sitting it was made in."""

    id: str
    reviewer: str
    started: str
    program: str
    labels_sha256: str
