"""Texts with the spans in them and nothing else: what scripts, notebooks and small tools write.

Written: JSON Lines, `{"id", "text", "spans": [{"start", "end", "label"}]}`. Read: that, also with `entities` or `ents`;
spaCy's training data, `{"text", "entities": [[start, end, label]]}` or `["text", {"entities": […]}]`; all of it one a
line or as one array, or as the `annotations` of one object. Offsets are code points, end-exclusive. A span that is an
object may have a `score` or a `confidence`.
Source: https://spacy.io/api/data-formats#dict-input and https://spacy.io/api/doc#to_json
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How, LeftOut, Part, check_surfaces
from annotations.formats.json_shape import Line
from annotations.formats.shared.gold_rows import Row, gold_line, placed, shape
from annotations.formats.shared.json_files import Record, first_values, records
from annotations.formats.shared.json_text import json_line
from annotations.formats.shared.scores import scored
from annotations.formats.shared.story_lines import stories
from annotations.gold import GoldStory
from corpus.offsets import Unit

KEYS: Final = ("spans", "entities", "ents")
_KNOWN: Final = frozenset((*KEYS, "id", "name", "text"))
_SPAN: Final = itemgetter("start", "end", "label")
WHAT: Final = 'not a text with spans: {"text", "spans": [{"start", "end", "label"}]}'


class Spans:
    """The plainest format."""

    name = "spans"
    suffix = ".jsonl"
    title = "Texts with spans: one article a line with start, end and label, and nothing else"
    carries: frozenset[Part] = frozenset()
    unit = Unit.CODE_POINTS
    extra = ""

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether each of the first records is a text with a list of spans, and the first span has all it needs."""
        found = [_record(one) for one in first_values(path, head, _all(path))]
        spans = [span for _, given in found for span in given]
        return bool(spans) and all(text is not None for text, _ in found) and _is_span(spans[0])

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write one line for each article. Raises ExportError when a surface is not what stands at its span."""
        with out.open("wb") as stream:
            for story in stories:
                for article in story.articles:
                    check_surfaces(article)
                    marks = [
                        {"start": one.span.start, "end": one.span.end, "label": one.label}
                        for one in article.annotations
                    ]
                    row = {"id": article.article.name, "text": article.article.text, "spans": marks}
                    stream.write(json_line(row) + b"\n")
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:
        """Read record by record; an `id` or `name` is the name of an article, else file and number are."""
        yield from stories(_lines(path, how))


SPANS: Final = Spans()


def _lines(path: Path, how: How) -> Iterator[Line]:
    for one in _all(path):
        with shape(one.where, WHAT):
            yield _line(one, path, how)


def _all(path: Path) -> Iterator[Record]:
    """Every record; of one object with `annotations` these."""
    for record in records(path):
        value = record.value
        if isinstance(value, dict) and "text" not in value and isinstance(value.get("annotations"), list):
            for number, one in enumerate(value["annotations"], 1):
                yield Record(number, one, f"{path}, record {number}")
        else:
            yield record


def _record(value: object) -> tuple[str | None, list[Any]]:
    """The text of a record and its spans; no text where it is none."""
    if isinstance(value, list) and len(value) == 2 and isinstance(value[1], dict):
        value = {**value[1], "text": value[0]}
    if isinstance(value, Mapping) and isinstance(value.get("text"), str):
        given = next((value[key] for key in KEYS if key in value), None)
        if isinstance(given, list):
            return value["text"], given
    return None, []


def _is_span(one: object) -> bool:
    if isinstance(one, Mapping):
        one = [one.get("start"), one.get("end"), one.get("label")]
    return isinstance(one, list) and list(map(type, one[:3])) == [int, int, str]


def _line(record: Record, path: Path, how: How) -> Line:
    text, given = _record(record.value)
    if text is None:
        raise ReadError(WHAT, where=record.where)
    place = placed(text, how.unit or Unit.CODE_POINTS)
    about = record.value if isinstance(record.value, dict) else {}
    name = about.get("id", about.get("name"))
    for key in about.keys() - _KNOWN:
        how.tell(f"fields called {key[:60]!r}")
    rows: list[Row] = []
    for at, one in enumerate(given):
        is_object = isinstance(one, dict)
        start, end, label = _SPAN(one) if is_object else one[:3]
        row = place(start, end, label=label)
        row["id"], row["label"], row["reviewer"] = f"{record.number}.{at}", label, how.reviewer
        row["text"] = one.get("text", "") if is_object else ""
        row |= scored(one, how.tell) if is_object else {}
        rows.append(row)
    title = str(name) if isinstance(name, str | int) else f"{path.name}:{record.number}"
    return gold_line(record.number, {"name": title, "text": text, "spans": rows})
