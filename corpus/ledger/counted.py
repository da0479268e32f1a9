"""What the ledger is made of: one article of the story with what was read in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.claims.claim import Claim
from corpus.figures.figure import Figure
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Counted:
    """An article: `published` is an ISO day or moment, or "".

    `claims` and `claimants` (numbers of clusters, None for the article's own voice) are parallel to `figures`;
    `mentions` are names with their label and cluster number, by start.
    """

    text: str
    published: str
    figures: Sequence[Figure]
    claims: Sequence[Claim]
    claimants: Sequence[int | None]
    sentences: Sequence[Span]
    mentions: Sequence[tuple[Span, str, int]]
