"""What the correction of a story's mentions takes and gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.analysis import Mention
from corpus.boilerplate.region import Region
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Read:
    """One article of a story as it was read: its text, and the sentences, mentions and regions of it, each by start.

    The mentions are of any pipeline, under the labels of OntoNotes; those of figures are passed over.
    """

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    regions: Sequence[Region]


@dataclass(frozen=True, slots=True)
class Judged:
    """A corrected mention: a name with its label, how sure we are (0 to 100), and why, in a few words."""

    span: Span
    label: str
    score: int
    reason: str
