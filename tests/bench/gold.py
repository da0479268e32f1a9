"""Datasets in and out, beside what is raw: reading the rows and writing JSON, and spaCy's own DocBin."""

import json
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from tests.bench.inputs import text_with_mentions
from tests.bench.library import Cost, cost
from tests.bench.programs import variorum
from tui.console import LEFT_OUT

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

LABEL_STUDIO = 20.8
"""Seconds that Label Studio 1.23 took over HTTP for COMPARED documents with 124,071 spans, in (9.1) and out (11.7).

On two quiet cores, where the raw rows took 0.29 s; on a busy machine it took 48 s for 144,000 spans.
"""
COMPARED = 10_000
FORMATS = (
    ("jsonl", ".jsonl"),
    ("spacy", ".spacy"),
    ("iob2", ".conll"),
    ("prodigy", ".jsonl"),
    ("parquet", ".parquet"),
    ("cas-xmi", ""),
)
_NAMES = ("id", "start", "end", "text", "label", "reviewer", "created", "decided", "note", "via")


@dataclass(frozen=True, slots=True)
class Costs:
    """What each step took, and the floors in seconds; `idle` is the program that does nothing."""

    spans: int
    came_in: Cost
    went_out: dict[str, Cost]
    raw_json: float
    proven_json: float
    raw_docbin: float
    idle: Cost


def measured(folder: Path, articles: int, spans: int) -> Costs:
    """Import and export that many articles with that many spans each."""
    source = folder / "spans.jsonl"
    idle = cost([*variorum("--version")], folder)
    made = _write(source, articles, spans)
    project = folder / "gold.variorum"
    options = ("--no-stories", "--reviewer", "ada", "--project", str(project))
    _write(folder / "first.jsonl", 1, 1)
    cost([*variorum("import", str(folder / "first.jsonl"), *options)], folder)  # making a project is another matter
    came_in = cost([*variorum("import", str(source), *options)], folder)
    went_out = {}
    for name, suffix in FORMATS:
        out = folder / f"{name}{suffix}"
        export = variorum("export", "--project", str(project), "--format", name, "-o", str(out))
        went_out[name] = cost([*export], folder, may=LEFT_OUT)
    raw, proven = _raw_json(project, folder), _proven_json(project, folder)
    return Costs(made, came_in, went_out, raw, proven, _raw_docbin(folder / "spacy.spacy", folder), idle)


def _write(path: Path, articles: int, spans: int) -> int:
    """A file of articles with spans; returns how many spans it has."""
    made = 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            text, mentions = text_with_mentions(spans * 6, seed=number)
            rows = [{"start": one.span.start, "end": one.span.end, "label": one.label} for one in mentions[:spans]]
            made += len(rows)
            file.write(json.dumps({"id": f"article-{number}", "text": text, "spans": rows}) + "\n")
    return made


def _raw_json(project: Path, folder: Path) -> float:
    """Seconds to read the rows of all articles and annotations, and to write them as JSON by the fastest library."""
    began = time.perf_counter()
    connection = sqlite3.connect(project)
    with (folder / "raw.jsonl").open("wb") as out:
        rows = connection.execute(
            'SELECT article, start, "end", surface, label FROM annotation ORDER BY article, start'
        )
        row = rows.fetchone()
        for identity, text in connection.execute("SELECT id, text FROM article ORDER BY id"):
            found = []
            while row is not None and row[0] == identity:
                found.append({"start": row[1], "end": row[2], "text": row[3], "label": row[4]})
                row = rows.fetchone()
            out.write(orjson.dumps({"id": identity, "text": text, "spans": found}) + b"\n")
    connection.close()
    return time.perf_counter() - began


def _proven_json(project: Path, folder: Path) -> float:
    """Seconds to do that with all that our JSON Lines say of a span, and to read it back and compare every slice."""
    began = time.perf_counter()
    connection = sqlite3.connect(project)
    with (folder / "proven.jsonl").open("wb") as out:
        rows = connection.execute(
            'SELECT article, id, start, "end", surface, label, reviewer, created, decided, note, via FROM annotation'
            ' ORDER BY article, start, "end"'
        )
        row = rows.fetchone()
        for identity, text in connection.execute("SELECT id, text FROM article ORDER BY id"):
            found = []
            while row is not None and row[0] == identity:
                found.append({**dict(zip(_NAMES, row[1:], strict=True)), "origin": None, "parts": [], "attributes": []})
                row = rows.fetchone()
            out.write(orjson.dumps({"id": identity, "text": text, "spans": found}) + b"\n")
    connection.close()
    with (folder / "proven.jsonl").open("rb") as again:
        for line in again:
            one = orjson.loads(line)
            assert all(one["text"][each["start"] : each["end"]] == each["text"] for each in one["spans"])
    return time.perf_counter() - began


def _raw_docbin(made: Path, folder: Path) -> float:
    """Seconds that spaCy takes for the same Docs alone: tokens, entities, groups, packing, writing, reading."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    given = [
        (
            doc.text,
            [(one.start_char, one.end_char, one.label_) for one in doc.ents],
            {key: [(one.start_char, one.end_char, one.label_) for one in group] for key, group in doc.spans.items()},
        )
        for doc in DocBin().from_disk(made).get_docs(nlp.vocab)
    ]
    began = time.perf_counter()
    store = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for text, entities, groups in given:
        doc = nlp.make_doc(text)
        doc.set_ents(_spans(doc, entities))
        for key, group in groups.items():
            doc.spans[key] = _spans(doc, group)
        store.add(doc)
    store.to_disk(folder / "raw.spacy")
    for doc in DocBin().from_disk(folder / "raw.spacy").get_docs(nlp.vocab):
        _ = doc.ents
    return time.perf_counter() - began


def _spans(doc: "Doc", places: list[tuple[int, int, str]]) -> "list[DocSpan]":
    found = (doc.char_span(start, end, label=label) for start, end, label in places)
    return [span for span in found if span is not None]
