"""The words of judgement: annotation, verdict, origin, tie, statement, connection, reviewer, sitting."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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
    `parts` are the pieces of one with gaps, by place, of which `span` is the whole; empty where there is no gap.
    `attributes` are pairs of name and value, by name. `via` is how the verdict was given: "batch" or "repeat", empty
    for one by one.
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
    parts: tuple[Span, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    via: str = ""


class Tie(StrEnum):
    """What two places may have to do with each other: name the `SAME` thing, be `ALIGNED`; and figures.

    Of two figures that count the same, one may be in `CONFLICT` with the other, in `AGREEMENT`, or a `REFINEMENT` of
    it; `SCOPE` says that they count different things after all.
    """

    SAME = "same"
    ALIGNED = "aligned"
    CONFLICT = "conflict"
    AGREEMENT = "agreement"
    REFINEMENT = "refinement"
    SCOPE = "scope"


FIGURE_TIES: Final = (Tie.CONFLICT, Tie.AGREEMENT, Tie.REFINEMENT, Tie.SCOPE)
"""What two figures may be to each other; one of them excludes the others."""


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


class About(StrEnum):
    """What a statement is about: a whole article, a whole story, what a name stands for, or a figure."""

    ARTICLE = "article"
    STORY = "story"
    NAME = "name"
    FIGURE = "figure"


VERDICT: Final = "verdict"
"""The field of a statement that says what a reviewer makes of a whole article or story: the value is a Verdict."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a reviewer said of something that is no span of its own: a `field` has a `value`.

    A name or a figure is pointed at by a `span` and its `surface`; what is said of a name holds for all that its
    cluster names. An article has neither, and of a `story` the id is given; `article_id` then is one of its articles.
    """

    about: About
    article_id: str
    story: str
    span: Span | None
    surface: str
    field: str
    value: str
    reviewer: str
    decided: str


@dataclass(frozen=True, slots=True)
class Connection:
    """A relation of a `kind` of the label set from one annotation (`source`) to another (`target`), by their ids.

    The target lies in the article `other_id`, which may be the same.
    """

    kind: str
    article_id: str
    source: str
    other_id: str
    target: str
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
