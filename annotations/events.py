"""The events of the log: what a reviewer did, one frozen value a kind.

The log is append-only. Undo and redo are events like the others: they name the step that they switch off or on.
"""

from dataclasses import dataclass

from annotations.model import About, Proposal, Tie, Verdict
from corpus.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """What one key press did, however many events it made: the sitting it was made in, and its number there."""

    sitting: str
    number: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A span got its first verdict: a proposal was judged, or a span was marked by hand (`origin` is None).

    `via` says how, where it was one of many in a step: "batch" for proposals that were accepted together, "repeat" for
    the places of the same words; it is empty for what was decided one by one.
    """

    annotation_id: str
    span: Span
    surface: str
    label: str
    verdict: Verdict
    origin: Proposal | None
    via: str = ""


@dataclass(frozen=True, slots=True)
class Rejudged:
    """An annotation got another verdict; `via` as in `Judged`."""

    annotation_id: str
    verdict: Verdict
    via: str = ""


@dataclass(frozen=True, slots=True)
class Relabelled:
    """An annotation got another label."""

    annotation_id: str
    label: str


@dataclass(frozen=True, slots=True)
class Resized:
    """An annotation got other edges."""

    annotation_id: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation got a note; the empty one takes it away."""

    annotation_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Parted:
    """An annotation got several pieces, by place and with gaps between them; `surface` is the text from end to end."""

    annotation_id: str
    parts: tuple[Span, ...]
    surface: str


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribute of an annotation got a value; the empty one takes it away."""

    annotation_id: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """An annotation was taken away; the proposal it came from is open again."""

    annotation_id: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The reviewer is done with the article: what is unmarked is nothing."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The reviewer is not done with the article after all."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The article was put into another story, of that id; a split and a merge move several in one step."""

    story: str


@dataclass(frozen=True, slots=True)
class Named:
    """The story of that id was given a name; the empty one gives it back the one it has by itself."""

    story: str
    title: str


@dataclass(frozen=True, slots=True)
class Related:
    """The tie of a span of the article with one of another article (or the same) got a verdict."""

    tie: Tie
    span: Span
    surface: str
    other: str
    other_span: Span
    other_surface: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Unrelated:
    """What was decided on a tie was taken away; it is open again."""

    tie: Tie
    span: Span
    other: str
    other_span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A field of what `about` and `span` (or, of a story, its id) point at got a value; the empty one takes it away."""

    about: About
    span: Span | None
    surface: str
    field: str
    value: str
    story: str = ""


@dataclass(frozen=True, slots=True)
class Connected:
    """An annotation of the article was given a relation to one of another article (or the same), by their ids."""

    kind: str
    source: str
    other: str
    target: str


@dataclass(frozen=True, slots=True)
class Disconnected:
    """A relation was taken away."""

    kind: str
    source: str
    other: str
    target: str


@dataclass(frozen=True, slots=True)
class Undone:
    """A step was switched off."""

    step: Step


@dataclass(frozen=True, slots=True)
class Redone:
    """A step was switched on again."""

    step: Step


OfStories = Moved | Named
OfTies = Related | Unrelated
OfSpans = Judged | Rejudged | Relabelled | Resized | Noted | Parted | Attributed | Deleted
OfConnections = Connected | Disconnected
Change = OfSpans | Finished | Reopened | OfStories | OfTies | Stated | OfConnections | Undone | Redone


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log: who (`reviewer`, through the sitting of `step`), when (`at`, ISO 8601, UTC), where, what."""

    step: Step
    at: str
    reviewer: str
    article_id: str
    change: Change
