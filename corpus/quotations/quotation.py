"""One quotation and its speaker."""

from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted: `span` runs from behind the opening mark to before the closing one.

    `speaker` is where the text names or describes who says it ("Vorn", "the spokeswoman", "she"), None where it does
    not. `reason` says in a few words how the speaker was found.
    """

    span: Span
    speaker: Span | None
    reason: str = ""
