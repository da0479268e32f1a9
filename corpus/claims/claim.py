"""What one figure is about."""

from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What a figure counts, what is said of it, and who says so; the spans are None where the text does not tell.

    `counted` is the singular of the head noun ("fighter"), `qualifiers` the words that narrow it ("ukrainian"),
    `predicate` the base form of what is said of it ("kill"), `scope` the lower-case words of place, time and event that
    go with it. `claimant` is the noun phrase or name in the text to which the figure is attributed; None for the
    article's own voice. Of an age, `counted_at` is the name or description of whom it is of. `said_by` are the words
    of a reviewer for who says so, which go before the place.
    """

    counted: str = ""
    counted_at: Span | None = None
    qualifiers: tuple[str, ...] = ()
    predicate: str = ""
    predicate_at: Span | None = None
    negated: bool = False
    scope: tuple[str, ...] = ()
    claimant: Span | None = None
    reason: str = ""
    said_by: str = ""
