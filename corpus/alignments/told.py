"""What one article tells, as alignment needs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Told:
    """`sentences` of `text` by start, boilerplate left out; `figures` with their normalised values as strings.

    `mentions` carry the number of their cluster in the story. Both are sorted by start.
    """

    text: str
    sentences: Sequence[Span]
    figures: Sequence[tuple[Span, str]]
    mentions: Sequence[tuple[Span, int]]
