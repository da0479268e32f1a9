"""Two passages that say the same."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.span import Span


class How(StrEnum):
    """`VERBATIM` where the same words are quoted, `PARAPHRASE` where both tell the same main fact."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The sentence `span_a` of article `a` says what `span_b` of article `b` says; `a` < `b` are indices in the story.

    `score` is 0 to 100; `reason` says in a few words what they share.
    """

    a: int
    span_a: Span
    b: int
    span_b: Span
    how: How
    score: int
    reason: str
