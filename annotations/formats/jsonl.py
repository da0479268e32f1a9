"""JSON lines, the format that loses nothing: one article a line, with every decision on it.

A reader that knows only `text` and `spans` gets right data: offsets are code points, end-exclusive, and each span
carries its own text. `origin` is null for a span marked by hand: columns of one type are what table readers need.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, Final

from annotations.errors import ExportError
from annotations.formats.base import LeftOut, Place, ReadBack, check_surface, check_surfaces, places
from annotations.gold import GoldArticle
from annotations.model import Annotation, Connection, Proposal, Statement, Verdict
from corpus.article import text_hash
from corpus.span import Span

VERSION: Final = "variorum-jsonl/1"
SPAN_KEYS: Final = {"spans": Verdict.ACCEPTED, "rejected": Verdict.REJECTED, "unsure": Verdict.UNSURE}
LINE_ENDS: Final = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Line ends to some readers, none to JSON: escaped, so that a line is a line for everyone."""


class JsonLines:
    """The project's own format."""

    name = "jsonl"
    suffix = ".jsonl"
    title = "JSON lines: one article a line with every decision, for scripts and data frames"
    lossy = ""

    def write(self, articles: Iterable[GoldArticle], stream: IO[bytes]) -> list[LeftOut]:
        """Write one line for each article; nothing is ever left out.

        Raises ExportError when a surface is not what stands at its span.
        """
        for article in articles:
            check_surfaces(article)
            line = json.dumps(record(article), ensure_ascii=False).translate(LINE_ENDS)
            stream.write(line.encode() + b"\n")
        return []

    def read(self, stream: IO[bytes]) -> Iterator[ReadBack]:
        """Read line by line. Raises ExportError for a line that `write` does not write."""
        for number, line in enumerate(stream, 1):
            try:
                yield _read_back(json.loads(line))
            except (KeyError, TypeError, ValueError) as error:
                message = f"line {number} is not an article of {VERSION}"
                raise ExportError(message, todo="write the file again with variorum export") from error

    def expected(self, article: GoldArticle, left_out: Sequence[LeftOut]) -> ReadBack:  # noqa: ARG002
        """Everything that was decided."""
        accepted, rejected, unsure = (places(article, verdict) for verdict in SPAN_KEYS.values())
        return ReadBack(article.article.name, article.article.text, accepted, rejected, unsure)


JSONL: Final = JsonLines()


def record(article: GoldArticle) -> dict[str, Any]:
    """The line of `article` as an object, its keys in the order in which they are written."""
    source = article.article
    line: dict[str, Any] = {
        "format": VERSION,
        "id": source.id,
        "name": source.name,
        "sha256": source.sha256,
        "story": article.story,
        "lang": article.lang,
        "text": source.text,
        "finished_by": list(article.finished_by),
    }
    for key, verdict in SPAN_KEYS.items():
        line[key] = [_span(annotation) for annotation in article.annotations if annotation.verdict is verdict]
    line["statements"] = [_statement(one) for one in article.statements]
    line["relations"] = [_relation(one) for one in article.connections]
    return line


def _statement(one: Statement) -> dict[str, Any]:
    start, end = (one.span.start, one.span.end) if one.span is not None else (None, None)
    said = {"field": one.field, "value": one.value, "reviewer": one.reviewer, "decided": one.decided}
    return {"about": one.about.value, "start": start, "end": end, "text": one.surface, "story": one.story, **said}


def _relation(one: Connection) -> dict[str, Any]:
    ends = {"type": one.kind, "source": one.source, "article": one.other_id, "target": one.target}
    return {**ends, "reviewer": one.reviewer, "decided": one.decided}


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
        "origin": annotation.origin and _origin(annotation.origin),
        "note": annotation.note,
        "via": annotation.via,
        "parts": [{"start": part.start, "end": part.end} for part in annotation.parts],
        "attributes": [{"name": name, "value": value} for name, value in annotation.attributes],
    }


def _origin(proposal: Proposal) -> dict[str, Any]:
    span = proposal.span
    return {"model": proposal.model, "start": span.start, "end": span.end, "label": proposal.label}


def _read_back(line: dict[str, Any]) -> ReadBack:
    """Raises KeyError, TypeError or ValueError for a line of another shape, ExportError for wrong offsets or text."""
    name, text = line["name"], line["text"]
    if line["format"] != VERSION or not isinstance(name, str):
        raise ValueError(line["format"])
    if text_hash(text) != line["sha256"]:
        raise ExportError("the text does not have the hash it was written with", where=name, todo="export it again")
    accepted, rejected, unsure = (_places(name, text, line[key]) for key in SPAN_KEYS)
    return ReadBack(name, text, accepted, rejected, unsure)


def _places(name: str, text: str, items: list[dict[str, Any]]) -> tuple[Place, ...]:
    found: list[Place] = []
    for item in items:
        place = Place(item["start"], item["end"], item["label"], item["reviewer"])
        check_surface(name, text, Span(place.start, place.end), item["text"])
        found.append(place)
    return tuple(sorted(found))
