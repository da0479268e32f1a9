"""One region of an article that is not the article."""

from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Region:
    """A line or a piece of one: its `kind` (see `corpus.boilerplate.kinds`), and why it was taken for that."""

    span: Span
    kind: str
    reason: str
