"""JSON lines, the format that loses nothing: one article a line, with every decision on it.

A reader that knows only `text` and `spans` gets right data: offsets are code points, end-exclusive, and each span
carries its own text. `origin` is null for a span marked by hand: columns of one type are what table readers need.
The articles of a story stand one after the other; what lies between them is on the line of the one where it begins.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import EVERYTHING, How, LeftOut, check_surfaces
from annotations.formats.json_shape import SPAN_KEYS, Line
from annotations.formats.shared.json_text import json_line, whole
from annotations.formats.shared.story_lines import stories as stories_of
from annotations.gold import Cluster, GoldArticle, GoldStory
from annotations.model import Annotation, Connection, Proposal, Relation, Statement
from corpus.offsets import Unit
from corpus.span import Span

VERSION: Final = "variorum-jsonl/1"
OURS: Final = "variorum-"
_OURS: Final = re.compile(rf'"format"\s*:\s*"{OURS}'.encode())


class JsonLines:
    """The project's own format."""

    name = "jsonl"
    suffix = ".jsonl"
    title = "JSON lines: one article a line with every decision, for scripts and data frames"
    carries = EVERYTHING
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 (the bytes say it)
        """Whether the first line says that it is ours, of any version."""
        return _OURS.search(head[:200]) is not None

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one line for each article; nothing is ever left out.

        Raises ExportError when a surface is not what stands at its span.
        """
        with out.open("wb") as stream:
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    stream.write(json_line(record(story, article)) + b"\n")
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:  # noqa: ARG002 (it says itself who and which unit)
        """Read line by line; lines of one story that follow each other are one story."""
        yield from stories_of(_lines(path))


JSONL: Final = JsonLines()


def _lines(path: Path) -> Iterator[Line]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield Line(number, _ours(whole(json.loads(line), line.decode()), f"{path}, line {number}"))
            except (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
                raise ReadError(
                    f"not an article of {VERSION}", where=f"{path}, line {number}", todo="write it again with export"
                ) from error


def _ours(line: Any, where: str) -> Any:
    """Raises ReadError for a line of a version that nobody here knows, ValueError for one of no version of ours."""
    said = line["format"]
    if said != VERSION:
        if isinstance(said, str) and said.startswith(OURS):
            what = f"not an article of {VERSION} but of {said[:60]!r}, which is not known here"
            raise ReadError(what, where=where, todo="take it in with the release of Variorum that wrote it")
        raise ValueError(said)
    return line


def record(story: GoldStory, article: GoldArticle) -> dict[str, Any]:
    """The line of an article as an object, its keys in the order in which they are written."""
    source = article.article
    line: dict[str, Any] = {
        "format": VERSION,
        "id": source.id,
        "name": source.name,
        "sha256": source.sha256,
        "story": story.title,
        "story_id": story.id,
        "lang": article.lang,
        "about": _about(article),
        "text": source.text,
        "finished_by": list(article.finished_by),
    }
    for key, verdict in SPAN_KEYS.items():
        line[key] = [_span(annotation) for annotation in article.annotations if annotation.verdict is verdict]
    line["boilerplate"] = [_span(one) | {"verdict": one.verdict.value} for one in article.boilerplate]
    line["statements"] = [_statement(one) for one in article.statements]
    line["relations"] = [_relation(one) for one in article.connections]
    line["ties"] = [_tie(one) for one in story.ties if one.article_id == source.id]
    own = {one.id for one in article.annotations}
    line["clusters"] = [_cluster(one, own) for one in story.clusters if not own.isdisjoint(one.members)]
    line["proposals"] = [_proposal(one.proposal) | {"score": one.score} for one in article.offers]
    return line


def _about(article: GoldArticle) -> dict[str, str]:
    return {"title": article.article.title, **article.article.metadata.known()}


def _statement(one: Statement) -> dict[str, Any]:
    start, end = (one.span.start, one.span.end) if one.span is not None else (None, None)
    said = {"field": one.field, "value": one.value, "reviewer": one.reviewer, "decided": one.decided}
    return {"about": one.about.value, "start": start, "end": end, "text": one.surface, "story": one.story, **said}


def _relation(one: Connection) -> dict[str, Any]:
    ends = {"type": one.kind, "source": one.source, "article": one.other_id, "target": one.target}
    return {**ends, "reviewer": one.reviewer, "decided": one.decided}


def _tie(one: Relation) -> dict[str, Any]:
    here = {"tie": one.tie.value, "start": one.span.start, "end": one.span.end, "text": one.surface}
    there = {"start": one.other_span.start, "end": one.other_span.end, "text": one.other_surface}
    said = {"verdict": one.verdict.value, "reviewer": one.reviewer, "decided": one.decided}
    return {**here, "other": {"article": one.other_id, **there}, **said}


def _cluster(one: Cluster, own: set[str]) -> dict[str, Any]:
    members = [each for each in one.members if each in own]
    return {"id": one.id, "name": one.name, "external_id": one.external_id, "spans": members}


def _span(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "text": annotation.surface,
        "label": annotation.label,
        "reviewer": annotation.reviewer,
        "created": annotation.created,
        "decided": annotation.decided,
        "origin": annotation.origin and _proposal(annotation.origin),
        "note": annotation.note,
        "via": annotation.via,
        "parts": [_place(part) for part in annotation.parts],
        "attributes": [{"name": name, "value": value} for name, value in annotation.attributes],
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {"model": proposal.model, **_place(proposal.span), "label": proposal.label}


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
