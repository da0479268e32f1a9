"""What a dataset format is: a name, what it carries, and functions that write a file and read it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from annotations.errors import ExportError
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.offsets import Unit
from corpus.span import Span


class Part(StrEnum):
    """What a format may carry beside texts, and the spans and labels of what was accepted; each in words."""

    REJECTED = "rejected proposals"
    UNSURE = "what is unsure"
    GAPS = "spans with gaps"
    NOTES = "notes"
    ATTRIBUTES = "attributes"
    BOILERPLATE = "boilerplate"
    RELATIONS = "relations"
    LINKS = "relations and clusters across articles"
    CLUSTERS = "clusters"
    TIES = "verdicts on names, alignments and figures"
    STATEMENTS = "labels of articles and stories, names, corrected figures"
    FINISHED = "who finished an article"
    REVIEWERS = "who decided"
    TIMES = "when it was decided"
    WAYS = "decisions on many at once"
    ORIGINS = "what was proposed"
    OFFERS = "open proposals"
    STORIES = "stories"
    METADATA = "outlet, day, address and language"


EVERYTHING = frozenset(Part)


class Place(NamedTuple):
    """Where a decided span stands in a file: `start` and `end` in code points, end-exclusive."""

    start: int
    end: int
    label: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a format cannot carry of an article: which, whose, and why.

    `article` is the article's name, `kind` a Part or "spans". `partly` says that the file still holds the span, but not
    everywhere it should. What has no place of its own has no `span`.
    """

    article_id: str
    article: str
    span: Span | None
    surface: str
    label: str
    reviewer: str
    reason: str
    partly: bool = False
    kind: str = "spans"

    @classmethod
    def of(cls, article: GoldArticle, annotation: Annotation, reason: str, *, partly: bool = False) -> "LeftOut":
        """`annotation` of `article`, left out for `reason`."""
        source, span, surface = article.article, annotation.span, annotation.surface
        return cls(source.id, source.name, span, surface, annotation.label, annotation.reviewer, reason, partly)

    @property
    def place(self) -> Place | None:
        """Where the span stands."""
        return Place(self.span.start, self.span.end, self.label, self.reviewer) if self.span else None


def unheard(what: str) -> None:
    """Does nothing with what a reader tells."""


@dataclass(frozen=True, slots=True)
class How:
    """How a file is read: the `unit` of its offsets where it is another than the format's own, and who reviewed.

    `reviewer` is whose decisions they are where the file does not say. `encoding` is what a file of plain text is
    written in where that is not UTF-8 (`corpus.decode.SPEC`); formats that are always UTF-8 pass over it. `tell` is
    called for each thing in a file of others that is somebody's work and has no place in gold, with what kind of thing
    it is, as a plural in words.
    """

    unit: Unit | None = None
    reviewer: str = ""
    encoding: str = ""
    tell: Callable[[str], None] = unheard


@runtime_checkable
class Format(Protocol):
    """One dataset format.

    `name` is what a person types, `suffix` ends its files (empty: it is a folder), `title` says in one line what it is
    for, `carries` what it can hold, `unit` what its offsets count, `extra` the optional dependency that it
    needs (empty: none).

    What is written was reduced to `carries` before (`annotations.formats.reduced`), so a writer never meets anything
    else, and a reader gives exactly that back.
    """

    name: str
    suffix: str
    title: str
    carries: frozenset[Part]
    unit: Unit
    extra: str

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether a file or folder that begins with `head` (4 KiB; of a folder nothing) looks like this format."""
        ...

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write `stories` to the file `out`, or into the new folder `out`; more files may be laid beside it.

        A file beside it has the name of `out` with something added. Returns what of the spans does not fit the format.
        """
        ...

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read a file or folder story by story, in the order in which they stand in it.

        Offsets are code points whatever the file has, and are not compared with the text: `Annotation.surface` is what
        the file says stands there, or empty where it says nothing. Annotations have ids that are unique in the file.
        Raises ReadError for what is not of this format, with file and line or record.
        """
        ...


@runtime_checkable
class Numbering(Protocol):
    """A format that writes numbers in the place of labels."""

    def numbered(self, labels: Sequence[str]) -> Format:
        """The same format with the numbers that follow from `labels`, so that several files have the same."""
        ...


def numbered(fmt: Format, labels: Sequence[str]) -> Format:
    """A format as it is for several files with these labels."""
    return fmt.numbered(labels) if isinstance(fmt, Numbering) else fmt


def check_surface(name: str, text: str, span: Span, surface: str) -> None:
    """Raises ExportError when `surface` is not what stands at `span` in the `text` of the article `name`."""
    if span.end > len(text) or span.surface(text) != surface:
        there = span.surface(text)
        raise ExportError(
            f"{surface[:60]!r} was marked at {span.start} to {span.end}, where {there[:60]!r} stands",
            where=name,
            todo="the data is damaged, mark this span again",
        )


def check_surfaces(article: GoldArticle) -> None:
    """Raises ExportError when the surface of an annotation is not what stands at its span."""
    name, text = article.article.name, article.article.text
    for one in (*article.annotations, *article.boilerplate):
        if one.span.end > len(text) or text[one.span.start : one.span.end] != one.surface:
            check_surface(name, text, one.span, one.surface)
