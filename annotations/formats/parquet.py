"""Parquet, for data frames and Hugging Face datasets: a row an article, with everything that JSON Lines have.

Beside them are `tokens` and `ner_tags` for whoever trains on tags: IOB2 of the accepted spans that do not overlap, -100
(which training leaves out) where nobody knows. The labels of the tags are in the file's metadata as the
`datasets` library keeps them, so that it loads them as a ClassLabel.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, Final

from annotations.errors import ExportError, ReadError
from annotations.formats.base import EVERYTHING, How, LeftOut, check_surfaces
from annotations.formats.json_shape import Line
from annotations.formats.jsonl import VERSION, record
from annotations.formats.parquet_columns import batch
from annotations.formats.shared.sentences import sentences_of, tokens_of
from annotations.formats.shared.story_lines import stories as stories_of
from annotations.formats.shared.tokens import Flat, Mark, flattened
from annotations.gold import GoldArticle, GoldStory
from annotations.model import Verdict
from corpus.offsets import Unit

ROWS: Final = 512  # articles of a row group
BYTES: Final = 3 << 20  # of a row group as columns, at most about
HELD: Final = 32  # articles that are held at once as rows
LETTERS: Final = 1 << 20  # of the texts of these, at most about
BUFFER: Final = 1 << 16  # bytes of a column that are read and written at once
UNKNOWN: Final = -100
_WRITTEN: Final = {"compression": "zstd", "store_schema": False, "write_statistics": False, "data_page_size": BUFFER}
_TEXTS: Final = "format id name sha256 story story_id lang text".split()


@dataclass(frozen=True, slots=True)
class Parquet:
    """A table of articles. The tags of `labels` have the first numbers, others follow as they come."""

    labels: tuple[str, ...] = ()

    name = "parquet"
    suffix = ".parquet"
    title = "Parquet: a row an article with every decision, tokens and tags, for datasets and data frames"
    carries = EVERYTHING
    unit = Unit.CODE_POINTS
    extra = "parquet"

    def numbered(self, labels: Sequence[str]) -> "Parquet":
        """With the same numbers in every file."""
        return Parquet(tuple(labels))

    def begins(self, path: Path, head: bytes) -> bool:
        """Whether it is such a table, and one that we wrote: others hold articles, and are read as those."""
        if not head.startswith(b"PAR1") or path.stat().st_size < 12:
            return False
        with path.open("rb") as stream:
            stream.seek(-8, os.SEEK_END)
            footer = min(int.from_bytes(stream.read(4), "little"), path.stat().st_size - 8)
            stream.seek(-8 - footer, os.SEEK_END)
            return VERSION.encode() in stream.read(footer)

    def write(self, stories: Iterable[GoldStory], out: Path) -> list[LeftOut]:
        """Write row groups of some hundred articles. Raises ExportError where pyarrow is missing."""
        arrow, parquet = _library()
        tags, schema = _Tags(self.labels), _schema(arrow)
        with parquet.ParquetWriter(out, schema, **_WRITTEN) as writer:
            rows = (_row(story, article, tags) for story in stories for article in story.articles)
            for group in _groups(batch(arrow, schema, some) for some in _some(rows)):
                writer.write_table(arrow.Table.from_batches(group, schema))
            writer.add_key_value_metadata({"variorum": VERSION, "huggingface": json.dumps(_features(tags.names))})
        return []

    def read(self, path: Path, how: How) -> Iterator[GoldStory]:  # noqa: ARG002 (it says itself who and which unit)
        """Read row by row; rows of one story that follow each other are one story."""
        yield from stories_of(_lines(path))


PARQUET: Final = Parquet()


def _library() -> tuple[Any, Any]:
    if find_spec("pyarrow") is None:
        todo = "install it with: pip install 'variorum[parquet]'"
        raise ExportError("the library for Parquet is not installed", todo=todo)
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    arrow.set_memory_pool(arrow.system_memory_pool())  # its own keeps what was freed
    return arrow, parquet


def _lines(path: Path) -> Iterator[Line]:
    try:
        _, parquet = _library()
    except ExportError as error:
        raise ReadError(error.what, where=str(path), todo=error.todo) from error
    number = 0
    try:
        with parquet.ParquetFile(path, buffer_size=BUFFER) as table:
            for row in chain.from_iterable(some.to_pylist() for some in _batches(table)):
                number += 1
                row["about"] = {one["name"]: one["value"] for one in row["about"]}
                yield Line(number, row)
    except (AttributeError, KeyError, TypeError, ValueError, OSError) as error:
        reason = " ".join(str(error).split())[:120]
        raise ReadError(f"not a table of {VERSION} ({reason})", where=f"{path}, row {number}") from error


def _batches(table: Any) -> Iterator[Any]:
    """Group by group: asked for all at once, Arrow opens every column of every group before the first row."""
    for group in range(table.num_row_groups):
        yield from table.iter_batches(HELD, row_groups=[group], use_threads=False)


def _some(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The rows, as many at once as may be held."""
    held: list[dict[str, Any]] = []
    letters = 0
    for row in rows:
        held.append(row)
        letters += len(row["text"])
        if len(held) == HELD or letters >= LETTERS:
            yield held
            held, letters = [], 0
    if held:
        yield held


def _groups(batches: Iterable[Any]) -> Iterator[list[Any]]:
    """Batches put together to row groups: a column is compressed, and described, once in each."""
    held: list[Any] = []
    for one in batches:
        held.append(one)
        if sum(each.num_rows for each in held) >= ROWS or sum(each.nbytes for each in held) >= BYTES:
            yield held
            held = []
    if held:
        yield held


class _Tags:
    """The numbers of tags: O is 0, those of `labels` follow, and then others in the order in which they come."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.names = ["O", *(f"{edge}-{label}" for label in labels for edge in "BI")]
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def __getitem__(self, name: str) -> int:
        if name not in self._numbers:
            self._numbers[name] = len(self.names)
            self.names.append(name)
        return self._numbers[name]


def _row(story: GoldStory, article: GoldArticle, tags: _Tags) -> dict[str, Any]:
    check_surfaces(article)
    row = record(story, article)
    row["about"] = [{"name": name, "value": value} for name, value in row["about"].items()]
    words, numbers = _tagged(article, tags)
    return row | {"tokens": words, "ner_tags": numbers}


def _tagged(article: GoldArticle, tags: _Tags) -> tuple[list[str], list[int]]:
    """The tokens of an article, and their tags."""
    tokens = tokens_of(article.article.text, sentences_of(article))
    whole = [one for one in article.annotations if one.verdict is Verdict.ACCEPTED and not one.parts]
    doubted = [one for one in article.annotations if one.verdict is Verdict.UNSURE or one.parts]
    flat: Flat = flattened(
        tokens, (Mark(one.span, one.label) for one in whole), (Mark(one.span, "") for one in doubted)
    )
    numbers = [0 if article.finished_by else UNKNOWN] * len(tokens.starts)
    for at in flat.unknown:
        numbers[at] = UNKNOWN
    for mark in flat.entities:
        touched = tokens.touched(mark.span)
        for at in touched:
            numbers[at] = tags[f"{'B' if at == touched[0] else 'I'}-{mark.label}"]
    return [tokens[at] for at in range(len(tokens.starts))], numbers


def _features(names: Sequence[str]) -> dict[str, Any]:
    """What the `datasets` library keeps of columns in a file's metadata: here only that tags are classes."""
    value = {"names": list(names), "_type": "ClassLabel"}
    return {"info": {"features": {"ner_tags": {"feature": value, "_type": "List"}}}}


def _rows(arrow: Any, **columns: Any) -> Any:
    """The type of a list of objects with these fields."""
    return arrow.list_(arrow.struct(list(columns.items())))


def _schema(arrow: Any) -> Any:
    text, number = arrow.string(), arrow.int64()
    rows = partial(_rows, arrow)
    place = {"start": number, "end": number}
    proposal = {"model": text, **place, "label": text}
    span = {
        "id": text, **place, "text": text, "label": text, "reviewer": text, "created": text, "decided": text,
        "origin": arrow.struct(list(proposal.items())), "note": text, "via": text, "parts": rows(**place),
        "attributes": rows(name=text, value=text),
    }  # fmt: skip
    who = {"reviewer": text, "decided": text}
    other = arrow.struct(list({"article": text, **place, "text": text}.items()))
    return arrow.schema(
        list(
            {
                **dict.fromkeys(_TEXTS, text),
                "about": rows(name=text, value=text),
                "finished_by": arrow.list_(text),
                **dict.fromkeys(("spans", "rejected", "unsure"), rows(**span)),
                "boilerplate": rows(**span, verdict=text),
                "statements": rows(about=text, **place, text=text, story=text, field=text, value=text, **who),
                "relations": rows(type=text, source=text, article=text, target=text, **who),
                "ties": rows(tie=text, **place, text=text, other=other, verdict=text, **who),
                "clusters": rows(id=text, name=text, external_id=text, spans=arrow.list_(text)),
                "proposals": rows(**proposal, score=number),
                "tokens": arrow.list_(text),
                "ner_tags": arrow.list_(number),
            }.items()
        )
    )
