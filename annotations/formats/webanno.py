"""WebAnno TSV 3.3, for INCEpTION and WebAnno: a folder with one file an article.

Accepted spans are named entities, clusters a chain layer, relations a layer between named entities; a file declares the
layers that it uses. Offsets count UTF-16. Beside the folder lies `NAME.texts.jsonl` with the names and exact texts of
the articles: the format has no place for a name, nor for what stands between two sentences. Nothing else is needed to
import the files. https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.cas_types import ENTITY, LINK
from annotations.formats.shared.file_names import beginning, numbered
from annotations.formats.shared.side_texts import side_of, write_known
from annotations.formats.webanno_read import read_tsv
from annotations.formats.webanno_rows import Layout, Row, layout
from annotations.formats.webanno_sheet import FORMAT
from annotations.formats.webanno_text import NONE, NULL, escaped_text, escaped_value
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation
from corpus.offsets import Unit, from_code_points
from corpus.span import Span

RELATION: Final = "webanno.custom.Relation"
_CARRIES: Final[frozenset[Part]] = frozenset(
    (Part.CLUSTERS, Part.RELATIONS, Part.FINISHED, Part.STORIES, Part.METADATA)
)
_Cells = Mapping[str, tuple[str, str]]
"""The two cells of one layer, by the id of a row."""


class WebAnnoTsv:
    """The tabular format that INCEpTION imports and exports."""

    name = "webanno"
    suffix = ""
    title = "WebAnno TSV 3.3: one file an article, for INCEpTION and WebAnno"
    carries = _CARRIES
    unit = Unit.UTF_16
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether it is a file whose first line says so, or a folder that has one."""
        head = beginning(path, ".tsv") if path.is_dir() else head
        return head.removeprefix(b"\xef\xbb\xbf").startswith(FORMAT.encode())

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one file for each article, numbered in their order; nothing is ever left out.

        Raises ExportError when a surface is not what stands at its span.
        """
        out.mkdir(exist_ok=True)
        number = 0
        with side_of(out).open("wb") as side:
            for at, story in enumerate(stories):
                for article in story.articles:
                    number += 1
                    check_surfaces(article)
                    name = numbered(number, article.article.name, ".tsv")
                    write_known(side, at, story, article, {"file": name})
                    with (out / name).open("w", encoding="utf-8", newline="\n") as stream:
                        stream.write("\n".join(_lines(story, article)) + "\n")
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read file by file, also what others wrote in versions 3.2 and 3.3."""
        return read_tsv(path, how)


WEBANNO: Final = WebAnnoTsv()


def _lines(story: GoldStory, gold: GoldArticle) -> Iterator[str]:
    text = gold.article.text
    known = layout(text, (one.span for one in gold.annotations))
    convert = from_code_points(text, Unit.UTF_16)
    numbers = _numbers(gold, known)
    layers = [(f"#T_SP={ENTITY}|identifier|value", _entities(gold, known, numbers))]
    if chains := _chains(story, gold, known):
        layers.append((f"#T_CH={LINK}|referenceRelation|referenceType", chains))
    if gold.connections:
        layers.append((f"#T_RL={RELATION}|label|BT_{ENTITY}", _relations(gold, known, numbers)))
    columns, nothing = _columns([cells for _, cells in layers])
    yield f"{FORMAT}3.3"
    yield from (header for header, _ in layers)
    yield ""
    for block in known.blocks:
        yield ""
        yield from (f"#Text={escaped_text(line)}" for line in block.text.split("\n"))
        for row in block.rows:
            place = f"{convert(row.span.start)}-{convert(row.span.end)}"
            yield f"{row.id}\t{place}\t{escaped_text(row.span.surface(text))}\t{columns.get(row.id, nothing)}\t"


def _columns(layers: Sequence[_Cells]) -> tuple[dict[str, str], str]:
    """The columns of the layers as they are written, by the id of a row, and those of a row without anything."""
    empty = (NONE, NONE)
    filled = dict.fromkeys(row for found in layers for row in found)
    columns = {row: "\t".join(cell for found in layers for cell in found.get(row, empty)) for row in filled}
    return columns, "\t".join(empty * len(layers))


def _numbers(gold: GoldArticle, known: Layout) -> dict[str, int]:
    """A number for each annotation that one row and its label alone do not tell from others."""
    stacked: defaultdict[str, int] = defaultdict(int)
    for one in gold.annotations:
        for row in known.rows_of[one.span]:
            stacked[row.id] += 1
    found: dict[str, int] = {}
    for one in gold.annotations:
        if len(known.rows_of[one.span]) > 1 or stacked[_first(one, known.rows_of).id] > 1:
            found[one.id] = len(found) + 1
    return found


def _entities(gold: GoldArticle, known: Layout, numbers: Mapping[str, int]) -> _Cells:
    """Both features of the layer that INCEpTION has: an identifier, which stays empty, and the label."""
    identifiers: defaultdict[str, list[str]] = defaultdict(list)
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for one in gold.annotations:
        number = f"[{numbers[one.id]}]" if one.id in numbers else ""
        for row in known.rows_of[one.span]:
            identifiers[row.id].append(NULL + number)
            labels[row.id].append(escaped_value(one.label) + number)
    return {row: ("|".join(own), "|".join(labels[row])) for row, own in identifiers.items()}


def _chains(story: GoldStory, gold: GoldArticle, known: Layout) -> _Cells:
    """A chain for each cluster, its links by place; the type of a link is the label of what it stands for."""
    by_id = {one.id: one for one in gold.annotations}
    relations: defaultdict[str, list[str]] = defaultdict(list)
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    number = 0
    for cluster in story.clusters:
        links = sorted({(by_id[each].span, by_id[each].label) for each in cluster.members if each in by_id})
        number += bool(links)
        for at, (span, label) in enumerate(links, 1):
            for row in known.rows_of[span]:
                relations[row.id].append(f"*->{number}-{at}")
                kinds[row.id].append(f"{escaped_value(label)}[{number}]")
    return {row: ("|".join(own), "|".join(kinds[row])) for row, own in relations.items()}


def _relations(gold: GoldArticle, known: Layout, numbers: Mapping[str, int]) -> _Cells:
    """A relation stands on the first row of its target, and names the first row of its source."""
    by_id = {one.id: one for one in gold.annotations}
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for one in gold.connections:
        source, target = (_first(by_id[end], known.rows_of) for end in (one.source, one.target))
        pair = numbers.get(one.source, 0), numbers.get(one.target, 0)
        kinds[target.id].append(escaped_value(one.kind))
        sources[target.id].append(source.id + (f"[{pair[0]}_{pair[1]}]" if any(pair) else ""))
    return {row: ("|".join(own), "|".join(sources[row])) for row, own in kinds.items()}


def _first(one: Annotation, rows_of: Mapping[Span, tuple[Row, ...]]) -> Row:
    return rows_of[one.span][0]
