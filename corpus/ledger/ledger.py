"""Groups of figures that a reviewer would hold side by side."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.span import Span


class Verdict(StrEnum):
    """`AGREE`: the same value; `COMPATIBLE`: differ in precision, bound or scope; `CONFLICT`: cannot both be right."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of a group: article (index in the story), span, and who says so: a cluster's number, a name or ""."""

    article: int
    span: Span
    claimant: int | None
    said_by: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The verdict on two entries of a group, by index, with its reason in a few words."""

    a: int
    b: int
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that count the same thing. `about` says what in a few words ("killed, fighters").

    `verdict` is the worst of its pairs'; a group of one entry agrees. `remarks` are sentences such as "adds up: 20
    percent of 50,000 is 10,000" or "the same person says 70 and 2".
    """

    about: str
    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]
    verdict: Verdict
    remarks: tuple[str, ...] = ()
