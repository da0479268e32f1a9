"""What a dataset format is: a name, and functions that write a file, read it back and say what it has to hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, NamedTuple, Protocol, runtime_checkable

from annotations.errors import ExportError
from annotations.gold import GoldArticle
from annotations.model import Annotation, Verdict
from corpus.span import Span


class Place(NamedTuple):
    """Where a decided span stands in a file: `start` and `end` in code points, end-exclusive.

    `reviewer` is empty where the format does not carry it.
    """

    start: int
    end: int
    label: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An accepted span that a format cannot carry: which, whose, and why.

    `article` is the article's name. `partly` says that the file still holds the span, but not everywhere it should.
    """

    article_id: str
    article: str
    span: Span
    surface: str
    label: str
    reviewer: str
    reason: str
    partly: bool = False

    @classmethod
    def of(cls, article: GoldArticle, annotation: Annotation, reason: str, *, partly: bool = False) -> "LeftOut":
        """`annotation` of `article`, left out for `reason`."""
        source, span, surface = article.article, annotation.span, annotation.surface
        return cls(source.id, source.name, span, surface, annotation.label, annotation.reviewer, reason, partly)

    @property
    def place(self) -> Place:
        """Where the span stands."""
        return Place(self.span.start, self.span.end, self.label, self.reviewer)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a written file holds of one article: its name and text, and the places of its spans, sorted.

    `spans` are the accepted ones; `rejected` and `unsure` are empty where the format does not carry them.
    """

    name: str
    text: str
    spans: tuple[Place, ...]
    rejected: tuple[Place, ...] = ()
    unsure: tuple[Place, ...] = ()


@runtime_checkable
class Format(Protocol):
    """One dataset format.

    `name` is what a person types, `suffix` ends its files, `title` says in one line what it is for, `lossy` what it
    cannot carry (empty: nothing is lost).
    """

    name: str
    suffix: str
    title: str
    lossy: str

    def write(self, articles: Iterable[GoldArticle], stream: IO[bytes]) -> list[LeftOut]:
        """Write `articles` to `stream`; returns the spans that the format cannot carry."""
        ...

    def read(self, stream: IO[bytes]) -> Iterator[ReadBack]:
        """Read a written file back, article by article, in the order in which they were written.

        Raises ExportError for anything that `write` does not write.
        """
        ...

    def expected(self, article: GoldArticle, left_out: Sequence[LeftOut]) -> ReadBack:
        """What `read` has to give for `article` when `left_out`, all of this article, could not be carried."""
        ...


def places(article: GoldArticle, verdict: Verdict) -> tuple[Place, ...]:
    """The places of the spans of `article` that were decided with `verdict`, sorted."""
    decided = (annotation for annotation in article.annotations if annotation.verdict is verdict)
    return tuple(sorted(Place(one.span.start, one.span.end, one.label, one.reviewer) for one in decided))


def carried(article: GoldArticle, left_out: Iterable[LeftOut]) -> tuple[Place, ...]:
    """The places of the accepted spans of `article` that a file holds when `left_out` could not be carried, sorted."""
    lost = {missed.place for missed in left_out if not missed.partly}
    return tuple(place for place in places(article, Verdict.ACCEPTED) if place not in lost)


def check_surfaces(article: GoldArticle) -> None:
    """Raises ExportError when the surface of an annotation is not what stands at its span."""
    for annotation in article.annotations:
        check_surface(article.article.name, article.article.text, annotation.span, annotation.surface)


def check_surface(name: str, text: str, span: Span, surface: str) -> None:
    """Raises ExportError when `surface` is not what stands at `span` in the `text` of the article `name`."""
    if span.end > len(text) or span.surface(text) != surface:
        there = span.surface(text)
        raise ExportError(
            f"{surface[:60]!r} was marked at {span.start} to {span.end}, where {there[:60]!r} stands",
            where=name,
            todo="the data is damaged, mark this span again",
        )
