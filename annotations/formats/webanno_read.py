"""WebAnno TSV read: the files of a folder as gold, ours with the names and stories of their side file.

Of span layers all count but those of linguistic analysis. The label is the feature `value`, else the first that is
given, else the name of the layer; the other features are attributes. Slots of other annotations are left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.shared.accepted import accepted, by_place
from annotations.formats.shared.file_names import document_and_reviewer
from annotations.formats.shared.layers import is_analysis, labelled, short
from annotations.formats.shared.side_texts import Document, read_known, side_of
from annotations.formats.webanno_sheet import Layer, Sheet, SheetRow, read_sheet
from annotations.formats.webanno_text import NONE, values
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation, Connection
from corpus.article import Article
from corpus.offsets import OffsetError, Unit, to_code_points
from corpus.span import Span

_NOTHING: Final = {NONE}


def read_tsv(path: Path, how: How) -> Iterator[GoldStory]:
    """The stories of a folder, or of one file. Raises ReadError with file and line."""
    unit = how.unit or Unit.UTF_16
    if path.is_dir() and side_of(path).is_file():
        for at, document in enumerate(read_known(side_of(path), how.reviewer)):
            yield _document(document, at, path, how, unit)
        return
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*.tsv") if one.is_file())
    for number, file in enumerate(files, 1):
        name, reviewer = document_and_reviewer(file, path, how.reviewer)
        sheet = read_sheet(file, unit)
        bare = GoldArticle(Article.of(name, sheet.text))
        gold, clusters = _Gold(sheet, file, f"{number}", replace(how, reviewer=reviewer)).on(bare)
        yield GoldStory("", "", (gold,), clusters=clusters)


def _document(document: Document, at: int, path: Path, how: How, unit: Unit) -> GoldStory:
    articles: list[GoldArticle] = []
    clusters: list[Cluster] = []
    for number, known in enumerate(document.articles):
        file = path / Path(str(known.more.get("file", ""))).name
        if not file.is_file():
            raise ReadError("a file of the dataset is missing", where=str(file), todo="write it again")
        sheet = read_sheet(file, unit)
        if sheet.text != known.article.article.text:
            raise ReadError("its text is not that of the side file", where=str(file), todo="write both again")
        gold, own = _Gold(sheet, file, f"{at}.{number}", how).on(known.article)
        articles.append(gold)
        clusters += own
    return GoldStory(document.id, document.title, tuple(articles), clusters=tuple(clusters))


@dataclass(slots=True)
class _Mark:
    """An annotation as it grows from row to row; offsets are those of the file."""

    layer: Layer
    begin: int
    end: int
    line: int
    features: dict[str, str] = field(default_factory=dict)


class _Gold:
    """Makes gold of one sheet."""

    def __init__(self, sheet: Sheet, file: Path, prefix: str, how: How) -> None:
        self._sheet, self._file, self._prefix, self._how = sheet, file, prefix, how
        self._convert = to_code_points(sheet.text, how.unit or Unit.UTF_16)
        self._marks: dict[tuple[object, ...], _Mark] = {}
        self._on_row: dict[tuple[str, str, int], _Mark] = {}
        self._links: dict[int, dict[int, _Mark]] = {}
        self._made: dict[int, Annotation] = {}

    def on(self, gold: GoldArticle) -> tuple[GoldArticle, tuple[Cluster, ...]]:
        """The article with what the sheet says of it, and the clusters. Raises ReadError."""
        layers, article = self._sheet.layers, gold.article
        spans_of = [one for one in layers if one.kind == "SP" and not is_analysis(one.name)]
        chains_of = [(one, *self._link_columns(one)) for one in layers if one.kind == "CH" and self._sheet.rows]
        for row in self._sheet.rows:
            if set(row.cells) == _NOTHING:
                continue
            for layer in spans_of:
                self._spans(layer, row)
            for columns in chains_of:
                self._chain(*columns, row)
        for number, mark in enumerate(self._marks.values(), 1):
            if (span := self._span(mark)) is not None:
                self._made[id(mark)] = self._annotation(mark, span, article, f"{self._prefix}.{number}")
        clusters = tuple(self._clusters(article))
        relations = (layer for layer in layers if layer.kind == "RL")
        links = [one for layer in relations for row in self._sheet.rows for one in self._relations(layer, row, article)]
        spans = sorted(self._made.values(), key=by_place)
        return replace(gold, annotations=tuple(spans), connections=tuple(links)), clusters

    def _spans(self, layer: Layer, row: SheetRow) -> None:
        for at, feature in enumerate(layer.features or ("",)):
            found = values(row.cells[layer.column + at])
            if feature.startswith("ROLE_") or "." in feature:
                for _ in found:
                    self._how.tell("slots that link annotations")
                continue
            for index, value in enumerate(found):
                key = (layer.name, value.first) if value.first else (layer.name, row.id, index)
                mark = self._marks.get(key)
                if mark is None:
                    mark = self._marks[key] = _Mark(layer, row.begin, row.end, row.line)
                mark.end = max(mark.end, row.end)
                self._on_row[layer.name, row.id, index] = mark
                if value.text:
                    mark.features[feature] = value.text

    def _link_columns(self, layer: Layer) -> tuple[int, int]:
        """Where the sheet has the links of a chain layer, and their types."""
        first = self._sheet.rows[0].line
        return self._column(layer, "referenceRelation", first), self._column(layer, "referenceType", first)

    def _chain(self, layer: Layer, relation: int, kind: int, row: SheetRow) -> None:
        kinds = [value.text for value in values(row.cells[kind])]
        for index, value in enumerate(values(row.cells[relation])):
            links = self._links.setdefault(value.first, {})
            mark = links.setdefault(value.second, _Mark(layer, row.begin, row.end, row.line))
            mark.end = max(mark.end, row.end)
            if index < len(kinds) and kinds[index]:
                mark.features["referenceType"] = kinds[index]

    def _column(self, layer: Layer, feature: str, line: int) -> int:
        if feature not in layer.features:
            raise self._wrong(f"the layer {layer.name} lacks {feature}", line)
        return layer.column + layer.features.index(feature)

    def _cell(self, layer: Layer, row: SheetRow, feature: str) -> str:
        return row.cells[self._column(layer, feature, row.line)]

    def _wrong(self, what: str, line: int) -> ReadError:
        return ReadError(what, where=f"{self._file}, line {line}", todo="export it again")

    def _span(self, mark: _Mark) -> Span | None:
        """None for a mark between two characters, which is no span."""
        if mark.begin == mark.end:
            self._how.tell("annotations between two characters")
            return None
        try:
            return Span(self._convert(mark.begin), self._convert(mark.end))
        except OffsetError as error:
            raise self._wrong(f"{mark.begin}-{mark.end} is no place in the text", mark.line) from error

    def _annotation(self, mark: _Mark, span: Span, article: Article, identity: str) -> Annotation:
        label, attributes = labelled(mark.layer.name, mark.features)
        return accepted(identity, article, (span,), label, self._how.reviewer, attributes)

    def _clusters(self, article: Article) -> Iterator[Cluster]:
        """A link is the annotation at its place with its type as the label, else one there, else becomes one."""
        exact = {(one.span, one.label): one.id for one in self._made.values()}
        there = {one.span: one.id for one in reversed(list(self._made.values()))}
        for chain, links in sorted(self._links.items()):
            members: list[str] = []
            for _, mark in sorted(links.items()):
                if (span := self._span(mark)) is None:
                    continue
                label, _ = labelled(mark.layer.name, mark.features)
                known = exact.get((span, label)) or there.get(span)
                if known is None:
                    known = there[span] = f"{self._prefix}.c{len(self._made)}"
                    self._made[id(mark)] = self._annotation(mark, span, article, known)
                members.append(known)
            if members:
                yield Cluster(f"{self._prefix}:{chain}", tuple(dict.fromkeys(members)))

    def _relations(self, layer: Layer, row: SheetRow, article: Article) -> Iterator[Connection]:
        """The relations that end on a row."""
        base = next((one for one in layer.features if one.startswith("BT_")), "")
        if not base:
            raise self._wrong(f"the layer {layer.name} does not say what it joins", row.line)
        named = [values(self._cell(layer, row, one)) for one in layer.features if one != base]
        kinds = [next(filter(None, (value.text for value in own)), "") for own in zip(*named, strict=False)]
        for index, value in enumerate(values(self._cell(layer, row, base))):
            target = self._end(base, row.id, value.second, row)
            source = self._end(base, value.text, value.first, row)
            if source is not None and target is not None:
                kind = kinds[index] if index < len(kinds) and kinds[index] else short(layer.name)
                yield Connection(kind, article.id, source.id, article.id, target.id, self._how.reviewer, "")

    def _end(self, base: str, row_id: str, number: int, row: SheetRow) -> Annotation | None:
        """The annotation at an end of a relation; None for one of a layer that does not count."""
        name = base.removeprefix("BT_")
        if is_analysis(name):
            return None
        mark = self._marks.get((name, number)) if number else self._on_row.get((name, row_id, 0))
        if mark is None:
            raise self._wrong(f"a relation begins or ends at {row_id}, where there is no {name}", row.line)
        return self._made.get(id(mark))
