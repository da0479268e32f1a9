"""What a dataset format is: a name, and a pair of functions that write a file and read it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from annotations.gold import GoldArticle
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A span that a format cannot carry: which, and why."""

    article: str
    span: Span
    surface: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a written file holds of one article: its text, and (start, end, label, reviewer) of each accepted span.

    `reviewer` is empty where the format does not carry it.
    """

    name: str
    text: str
    spans: tuple[tuple[int, int, str, str], ...]


class Format(Protocol):
    """One dataset format.

    `title` says in one line what it is for, `lossy` what it cannot carry (empty: nothing is lost).
    """

    name: str
    suffix: str
    title: str
    lossy: str

    def write(self, articles: Iterable[GoldArticle], stream: BinaryIO) -> list[LeftOut]:
        """Write `articles` to `stream`; returns the spans that the format cannot carry."""
        ...

    def read(self, stream: BinaryIO) -> Iterator[ReadBack]:
        """Read a written file back, article by article, in the order in which they were written."""
        ...

    def expected(self, article: GoldArticle, left_out: list[LeftOut]) -> ReadBack:
        """What `read` has to give for `article` when `left_out` could not be carried."""
        ...
