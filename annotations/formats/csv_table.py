"""CSV, for spreadsheets: a row a decision, and beside it a file with a row an article.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, which reading takes away again: what
OWASP calls CSV injection. Newlines stay in their quoted cells (RFC 4180), so there are
more lines than rows.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.csv_encoding import how_written, is_utf8, written
from annotations.formats.shared.article_rows import text
from annotations.formats.shared.json_text import parsed
from annotations.formats.shared.text_files import NAME_IT
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation, Proposal, Verdict
from corpus.article import Article, Metadata
from corpus.offsets import Unit
from corpus.span import Span

BESIDE: Final = ".articles.csv"
COLUMNS: Final = (
    "article_id article start end text label boilerplate verdict reviewer cluster cluster_name external_id note"
    " attributes parts created decided via origin_model origin_start origin_end origin_label"
).split()
ARTICLE: Final = "id name story_id story lang title finished_by about text".split()
_GUARDED: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
Row = Mapping[str, str]


class Csv:
    """Two tables: decisions, and the articles beside them."""

    name = "csv"
    suffix = ".csv"
    title = "CSV: a row a decision, with a table of the articles beside it, for spreadsheets"
    carries = frozenset(Part) - {Part.RELATIONS, Part.TIES, Part.STATEMENTS, Part.OFFERS}
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 (the first line says it)
        """Whether the first line has our columns, in whichever encoding a spreadsheet saved them."""
        return written(head, COLUMNS) is not None

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write both tables, row by row."""
        beside = out.with_name(out.name + BESIDE)
        with (
            out.open("w", encoding="utf-8", newline="") as spans,
            beside.open("w", encoding="utf-8", newline="") as texts,
        ):
            rows, articles = csv.writer(spans, lineterminator="\r\n"), csv.writer(texts, lineterminator="\r\n")
            rows.writerow(COLUMNS)
            articles.writerow(ARTICLE)
            for story in stories:
                clusters = {each: one for one in story.clusters for each in one.members}
                for article in story.articles:
                    check_surfaces(article)
                    articles.writerow(map(guarded, _article(story, article)))
                    for furniture, given in (("", article.annotations), ("yes", article.boilerplate)):
                        for one in given:
                            rows.writerow(map(guarded, _decision(article, one, furniture, clusters.get(one.id))))
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read both tables side by side: the decisions on an article stand together, in the order of the articles.

        Where an encoding is named, that of the articles may still be UTF-8.
        """
        beside = path.with_name(path.name + BESIDE)
        if not beside.exists():
            raise ReadError("the articles are missing", where=str(path), todo=f"lay {beside.name} beside it")
        decisions = _Together(_rows(path, COLUMNS, how.encoding), how)
        articles = enumerate(_rows(beside, ARTICLE, "" if is_utf8(beside, ARTICLE) else how.encoding), 2)
        for _, some in groupby(articles, key=lambda one: (one[1]["story_id"], one[0] * (not one[1]["story_id"]))):
            yield _story([row for _, row in some], decisions, beside)
        decisions.end(path)


CSV: Final = Csv()


def guarded(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(cell: str) -> str:
    """What was guarded."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


def _article(story: GoldStory, article: GoldArticle) -> list[str]:
    source = article.article
    known = source.metadata.known()
    finished = json.dumps(article.finished_by, ensure_ascii=False) if article.finished_by else ""
    more = json.dumps(known, ensure_ascii=False) if known else ""
    return [source.id, source.name, story.id, story.title, article.lang, source.title, finished, more, source.text]


def _decision(article: GoldArticle, one: Annotation, furniture: str, cluster: Cluster | None) -> list[object]:
    place = [one.article_id, article.article.name, one.span.start, one.span.end, one.surface]
    place += [one.label, furniture]
    named = [cluster.id, cluster.name, cluster.external_id] if cluster is not None else ["", "", ""]
    attributes = json.dumps(dict(one.attributes), ensure_ascii=False) if one.attributes else ""
    parts = json.dumps([[part.start, part.end] for part in one.parts]) if one.parts else ""
    origin = one.origin
    came = [origin.model, origin.span.start, origin.span.end, origin.label] if origin else ["", "", "", ""]
    said = [one.note, attributes, parts, one.created, one.decided, one.via]
    return [*place, one.verdict.value, one.reviewer, *named, *said, *came]


# Reading


def _rows(path: Path, wanted: Sequence[str], encoding: str) -> Iterator[Row]:
    """The rows of a table, without their guards. Raises ReadError with the line."""
    csv.field_size_limit(sys.maxsize)
    known, separator = how_written(path, wanted, encoding)
    with path.open(encoding=known.codec, errors=known.how, newline="") as stream:
        lines = (line if number else line.removeprefix("\ufeff") for number, line in enumerate(stream))
        reader = csv.reader(lines, strict=True, delimiter=separator)
        try:
            head = next(reader, [])
            if missing := [name for name in wanted if name not in head]:
                raise ReadError(f"there is no column {missing[0]}", where=f"{path}, line 1")
            for cells in reader:
                if len(cells) != len(head):
                    what = f"{len(cells)} cells in place of {len(head)}"
                    raise ReadError(what, where=f"{path}, line {reader.line_num}")
                yield dict(zip(head, map(unguarded, cells), strict=True))
        except (csv.Error, UnicodeError) as error:
            todo = NAME_IT if isinstance(error, UnicodeError) else ""
            what = f"not CSV in {known.codec.upper()} ({error})"
            raise ReadError(what, where=f"{path}, line {reader.line_num}", todo=todo) from error


class _Together:
    """The rows of decisions, taken article by article."""

    def __init__(self, rows: Iterator[Row], how: How) -> None:
        self._rows = rows
        self._how = how
        self._next: Row | None = next(rows, None)
        self._count = 0

    def of(self, article: Article) -> list[tuple[Annotation, Row]]:
        """Those of the next article. Raises KeyError, ValueError for a row that makes no sense."""
        found: list[tuple[Annotation, Row]] = []
        while self._next is not None and self._next["article_id"] == article.id:
            self._count += 1
            found.append((_annotation(self._next, f"{self._count}", article, self._how), self._next))
            self._next = next(self._rows, None)
        return found

    def end(self, path: Path) -> None:
        """Raises ReadError where a decision is left that belongs to none of the articles."""
        if self._next is not None:
            name = self._next["article"]
            raise ReadError("a decision on an article that does not come here", where=f"{path}, {name}")


def _story(rows: list[Row], decisions: _Together, beside: Path) -> GoldStory:
    articles: list[GoldArticle] = []
    clusters: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        try:
            article = Article.of(row["name"], row["text"], row["title"], Metadata(**_object(row["about"])))
            found = decisions.of(article)
            articles.append(_gold(article, row, found))
        except (AttributeError, KeyError, ReadError, TypeError, ValueError) as error:
            raise ReadError(f"a row makes no sense ({error})", where=f"{beside}, {row['name']}") from error
        if article.id != row["id"]:
            raise ReadError("the text is not the one it was written with", where=f"{beside}, {row['name']}")
        for one, said in found:
            if said["cluster"]:
                clusters[said["cluster"], said["cluster_name"], said["external_id"]].append(one.id)
    grouped = tuple(Cluster(key[0], tuple(own), *key[1:]) for key, own in clusters.items())
    return GoldStory(rows[0]["story_id"], rows[0]["story"], tuple(articles), (), grouped)


def _gold(article: Article, row: Row, found: list[tuple[Annotation, Row]]) -> GoldArticle:
    marks, furniture = (
        tuple(one for one, said in found if bool(said["boilerplate"]) is wanted) for wanted in (False, True)
    )
    finished = tuple(map(str, parsed(row["finished_by"], "finished_by"))) if row["finished_by"] else ()
    return GoldArticle(article, row["lang"], finished, marks, furniture)


def _annotation(row: Row, identity: str, article: Article, how: How) -> Annotation:
    span = Span(int(row["start"]), int(row["end"]))
    came = tuple(row[f"origin_{name}"] for name in ("model", "start", "end", "label"))
    origin = Proposal(Span(int(came[1]), int(came[2])), came[3], came[0]) if came[1] else None
    place = (identity, article.id, span, row["text"], row["label"], Verdict(row["verdict"]), origin)
    who = (row["reviewer"] or how.reviewer, row["created"], row["decided"], row["note"])
    parts = tuple(Span(*pair) for pair in parsed(row["parts"], "parts")) if row["parts"] else ()
    return Annotation(*place, *who, parts, tuple(sorted(_object(row["attributes"]).items())), row["via"])


def _object(cell: str) -> dict[str, str]:
    return {text(key): text(value) for key, value in parsed(cell, "an object").items()} if cell else {}
