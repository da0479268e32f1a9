"""What one reviewer said of one article, as the lines of a .ann file. Pure.

A T line for each accepted annotation, with its A, # and N lines after it; then `* Equiv` for mentions of one thing,
then R lines. What a line cannot hold exactly (a label with a dot, a note of two lines) stands in `exact` under its id,
with the line as it was written: who reads it sees whether somebody changed the line since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotations.formats.base import LeftOut
from annotations.formats.brat_names import fragments, one_line, plain, reference, storage, whole
from annotations.formats.shared.gold_rows import Row
from annotations.gold import Cluster, GoldArticle
from annotations.model import Annotation, Connection, Verdict
from corpus.span import Span


@dataclass(slots=True)
class Sheet:
    """A pair of files: `path` without suffix, below the folder of the dataset. `ids` gives the T of an annotation."""

    path: str
    reviewer: str
    lines: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    exact: dict[str, Row] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)


def fill(sheet: Sheet, article: GoldArticle, clusters: Sequence[Cluster]) -> None:
    """Write down what the reviewer of `sheet` said of `article`."""
    said = [one for one in article.annotations if one.verdict is Verdict.ACCEPTED]
    own = [one for one in said if one.reviewer == sheet.reviewer]
    writer = _Writer(sheet, plain(article.article.text), article)
    for one in own:
        writer.annotation(one)
    for cluster in clusters:
        writer.cluster(cluster)
    writer.relations(article.connections)


class _Writer:
    """Adds lines to a sheet, numbered by kind. `_text` is the text as brat's file has it."""

    def __init__(self, sheet: Sheet, text: str, article: GoldArticle) -> None:
        self._sheet = sheet
        self._text = text
        self._article = article
        self._last: dict[str, int] = {}

    def annotation(self, one: Annotation) -> None:
        """The lines of an annotation."""
        text = self._article.article.text
        pieces = fragments(text, one.span, one.parts)
        if not pieces:
            self._sheet.left_out.append(
                LeftOut.of(self._article, one, "it holds only line ends, which brat does not mark")
            )
            return
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        surface = " ".join(piece.surface(self._text) for piece in pieces)
        same = storage(one.label) == one.label and whole(text, pieces) == (one.span, one.parts)
        parts = [_pair(part) for part in one.parts]
        told = {"label": one.label, "span": _pair(one.span), "parts": parts}
        identity = self._add("T", f"{storage(one.label)} {places}\t{surface}", {} if same else told)
        self._sheet.ids[one.id] = identity
        for name, value in one.attributes:
            kept = storage(name) == name and one_line(value) == value and bool(value)
            exact = {} if kept else {"name": name, "value": value}
            self._add("A", f"{storage(name)} {identity} {one_line(value)}", exact)
        if one.note:
            exact = {} if one_line(one.note) == one.note else {"note": one.note}
            self._add("#", f"AnnotatorNotes {identity}\t{one_line(one.note)}", exact)

    def cluster(self, one: Cluster) -> None:
        """What of a cluster lies in this sheet."""
        own = [self._sheet.ids[each] for each in one.members if each in self._sheet.ids]
        if one.external_id:
            for each in own:
                self._add("N", f"Reference {each} {reference(one.external_id)}\t{one_line(one.name)}", {})
        if len(own) > 1:
            self._sheet.lines.append(f"*\tEquiv {' '.join(own)}")

    def relations(self, given: Iterable[Connection]) -> None:
        """The relations that this reviewer drew between own annotations."""
        for one in given:
            if not drawn(one, self._sheet):
                continue
            ends = f"Arg1:{self._sheet.ids[one.source]} Arg2:{self._sheet.ids[one.target]}"
            exact = {} if storage(one.kind) == one.kind else {"kind": one.kind}
            self._add("R", f"{storage(one.kind)} {ends}", exact)

    def _add(self, kind: str, rest: str, exact: Row) -> str:
        self._last[kind] = self._last.get(kind, 0) + 1
        identity = f"{kind}{self._last[kind]}"
        self._sheet.lines.append(f"{identity}\t{rest}")
        if exact:
            self._sheet.exact[identity] = {"line": rest, **exact}
        return identity


def drawn(one: Connection, sheet: Sheet) -> bool:
    """Whether a relation is an R line of `sheet`."""
    return one.reviewer == sheet.reviewer and one.source in sheet.ids and one.target in sheet.ids


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
