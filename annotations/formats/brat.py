"""brat's standoff files: a folder for each reviewer, in it a .txt and a .ann for each article.

brat knows no reviewers: who compares two puts their files in two collections, so that is how they lie here. What was
rejected is in no .ann: an attribute that says so would leave the span an entity to everybody who does not know it. The
.txt is as long as the text, with line feeds alone. `articles.jsonl` holds, one line an article, what brat has no place
for: the text where it differs, the story, ties, what was rejected or is unsure, boilerplate, and what goes from one
sheet to another (clusters and relations).
Source: https://brat.nlplab.org/standoff.html and its annotation.py
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.brat_clusters import cluster_rows
from annotations.formats.brat_conf import Types
from annotations.formats.brat_foreign import SUFFIXES, foreign
from annotations.formats.brat_names import plain
from annotations.formats.brat_read import ReadSheet
from annotations.formats.brat_sheet import Sheet, drawn, fill
from annotations.formats.json_shape import Line
from annotations.formats.shared.article_rows import line_of, row_of
from annotations.formats.shared.file_names import FileNames
from annotations.formats.shared.gold_rows import Row, beside, gold_line, shape, told
from annotations.formats.shared.story_lines import stories
from annotations.formats.shared.text_files import text_of
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Verdict
from corpus.offsets import Unit

INDEX: Final = "articles.jsonl"
CONF: Final = "annotation.conf"
NOBODY: Final = "nobody"
VERSION: Final = "variorum-brat/1"
_REMEDY: Final = "export it again, or remove articles.jsonl to read the brat files alone"


class Brat:
    """A brat collection."""

    name = "brat"
    suffix = ""
    title = "brat standoff: a folder of .txt and .ann files for each reviewer, with an annotation.conf"
    carries: frozenset[Part] = frozenset(
        (
            Part.REJECTED,
            Part.UNSURE,
            Part.GAPS,
            Part.NOTES,
            Part.ATTRIBUTES,
            Part.BOILERPLATE,
            Part.RELATIONS,
            Part.LINKS,
            Part.CLUSTERS,
            Part.TIES,
            Part.STATEMENTS,
            Part.FINISHED,
            Part.REVIEWERS,
            Part.OFFERS,
            Part.STORIES,
            Part.METADATA,
        )
    )
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 (names say it)
        """Whether this is a .ann file beside a text, or a folder with one in it or in a folder of it."""
        if not path.is_dir():
            return path.suffix in SUFFIXES and path.with_suffix(".txt").is_file()
        found = (one for pattern in ("*", "*/*") for suffix in SUFFIXES for one in path.glob(f"{pattern}{suffix}"))
        return any(one.with_suffix(".txt").is_file() for one in found)

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write the folder `out`; returns the annotations that hold nothing but line ends."""
        out.mkdir(exist_ok=True)
        writer = _Writer(out)
        with (out / INDEX).open("wb") as index:
            for story in stories:
                for row in writer.story(story):
                    index.write(line_of(row))
        (out / CONF).write_bytes(writer.types.conf().encode())
        return writer.left_out

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read a folder that was written here, or one of others, with an article for each .ann. Raises ReadError."""
        if (path / INDEX).is_file():
            yield from stories(_ours(path, how))
        else:
            yield from stories(foreign(path, how))


BRAT: Final = Brat()


class _Writer:
    """Writes the sheets of stories, whose names are unique in the whole dataset."""

    def __init__(self, out: Path) -> None:
        self.types = Types()
        self.left_out: list[LeftOut] = []
        self._out = out
        self._articles = FileNames()
        self._folders = FileNames((INDEX, CONF))
        self._folder_of: dict[str, str] = {}

    def story(self, story: GoldStory) -> Iterator[Row]:
        """Write the sheets of a story; gives the line of each article."""
        sheets = [self._sheets(article, story.clusters) for article in story.articles]
        ids = {key: f"{one.path}#{value}" for own in sheets for one in own for key, value in one.ids.items()}
        undecided = (
            one for article in story.articles for one in article.annotations if one.verdict is not Verdict.ACCEPTED
        )
        ids.update((one.id, one.id) for one in undecided)
        for article, own in zip(story.articles, sheets, strict=True):
            yield _index_row(story, article, own, ids)

    def _sheets(self, article: GoldArticle, clusters: Sequence[Cluster]) -> list[Sheet]:
        check_surfaces(article)
        self.types.add(article)
        stem = self._articles.of(article.article.name)
        accepted = [one for one in article.annotations if one.verdict is Verdict.ACCEPTED]
        who = sorted({*article.finished_by, *(one.reviewer for one in accepted)}) or [""]
        found = [Sheet(f"{self._folder(reviewer)}/{stem}", reviewer) for reviewer in who]
        for sheet in found:
            fill(sheet, article, clusters)
            self.left_out += sheet.left_out
            base = self._out / sheet.path
            base.parent.mkdir(exist_ok=True)
            base.with_name(f"{stem}.txt").write_bytes(plain(article.article.text).encode())
            base.with_name(f"{stem}.ann").write_bytes("".join(f"{line}\n" for line in sheet.lines).encode())
        return found

    def _folder(self, reviewer: str) -> str:
        if reviewer not in self._folder_of:
            self._folder_of[reviewer] = self._folders.of(reviewer or NOBODY)
        return self._folder_of[reviewer]


def _index_row(story: GoldStory, article: GoldArticle, sheets: Sequence[Sheet], ids: dict[str, str]) -> Row:
    """What brat has no place for. A cluster is told by its first mention in each sheet: Equiv lines have the others."""
    source = article.article
    relations = [
        {
            "type": one.kind,
            "source": ids[one.source],
            "article": one.other_id,
            "target": ids[one.target],
            "reviewer": one.reviewer,
        }
        for one in article.connections
        if one.source in ids and one.target in ids and not any(drawn(one, sheet) for sheet in sheets)
    ]
    clusters: list[Row] = []
    for one in story.clusters:
        own = (next((each for each in one.members if each in sheet.ids), None) for sheet in sheets)
        if first := [ids[each] for each in own if each is not None]:
            clusters.append({"id": one.id, "name": one.name, "external_id": one.external_id, "spans": first})
    return {
        "format": VERSION,
        **beside(told(story, article), "spans", "relations", "clusters"),
        "name": source.name,
        "text": source.text if plain(source.text) != source.text else None,
        "sheets": [{"path": one.path, "reviewer": one.reviewer, "exact": one.exact} for one in sheets],
        "relations": relations,
        "clusters": clusters,
    }


def _ours(path: Path, how: How) -> Iterator[Line]:
    with (path / INDEX).open("rb") as index:
        for number, line in enumerate(index, 1):
            where = f"{path / INDEX}, line {number}"
            row = row_of(line, where)
            if row.get("format") != VERSION:
                raise ReadError(f"not an article of {VERSION}", where=where, todo=_REMEDY)
            with shape(where, "not an article of a brat folder of ours"):
                yield _our_line(path, number, row, where, how.encoding)


def _our_line(path: Path, number: int, row: dict[str, Any], where: str, encoding: str) -> Line:
    files = [_inside(path, one["path"], where) for one in row["sheets"]]
    texts = [text_of(one, encoding) for one in files]
    text = texts[0] if row["text"] is None else row["text"]
    if any(one != plain(text) for one in texts):
        raise ReadError("its texts are not the same in all folders", where=where, todo=_REMEDY)
    sheets: list[ReadSheet] = []
    for one, file in zip(row["sheets"], files, strict=True):
        sheets.append(ReadSheet(one["path"], text, How(reviewer=one["reviewer"], encoding=encoding), one["exact"]))
        sheets[-1].add(file.with_name(f"{file.stem}.ann"))
    every = {one["id"] for sheet in sheets for one in sheet.spans.values()}
    paths = {one["path"] for one in row["sheets"]}
    kept = [one for one in row["relations"] if all(_there(one[end], paths, every) for end in ("source", "target"))]
    spans = [one for sheet in sheets for one in sheet.spans.values()]
    relations = [*(one for sheet in sheets for one in sheet.relations), *kept]
    clusters = cluster_rows(row["name"], sheets, row["clusters"])
    return gold_line(number, {**row, "text": text, "spans": spans, "relations": relations, "clusters": clusters})


def _there(identity: str, paths: Iterable[str], every: Iterable[str]) -> bool:
    """Whether an annotation is still in its sheet, if that is one of these: somebody may have removed it in brat."""
    return identity in every or identity.rpartition("#")[0] not in paths


def _inside(path: Path, name: str, where: str) -> Path:
    """The .txt of a sheet. Raises ReadError for one that is not there, or outside of the folder."""
    file = path / f"{name}.txt"
    if (
        not file.resolve().is_relative_to(path.resolve())
        or not file.is_file()
        or not file.with_suffix(".ann").is_file()
    ):
        raise ReadError(f"{name} has no .txt and .ann in the folder", where=where, todo=_REMEDY)
    return file
