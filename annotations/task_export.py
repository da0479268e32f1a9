"""The dataset of a task, written as JSON Lines: checked row by row, read back, and only then put in its place."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from annotations.articles import CURRENT
from annotations.choice import Choice, gold
from annotations.dump_rows import Names
from annotations.errors import ExportError
from annotations.export import REMEDY
from annotations.gold import GoldStory
from annotations.material import aliases
from annotations.read_stories import Reading, ReadStory, read_stories
from annotations.relations import names_decided
from annotations.said_names import called
from annotations.splits import Splits
from annotations.store import Store
from annotations.tasks.base import MODEL, Row, Task, Told
from annotations.tasks.clusters import same_clusters

_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def task_rows(
    store: Store, task: Task, how: Reading, choice: Choice, *, decided: bool = False
) -> Iterator[tuple[GoldStory, Row]]:
    """The rows of a task, each with the story it is of. With `decided`, only what people said.

    Raises ProjectError, and whatever making the reader raises.
    """
    names = Names(aliases(names_decided(store)))
    current = {identity for (identity,) in store.rows(f"SELECT id FROM article WHERE {CURRENT}")}
    # Older versions are not read, and a story of nothing else is none here.
    stories = (one for one in gold(store, choice) if any(each.article.id in current for each in one.articles))
    wanted = next(stories, None)
    for read in read_stories(store, how):
        if wanted is None:
            return
        if {one.article.id for one in wanted.articles}.isdisjoint(one.id for one in read.articles):
            continue
        for row in task.rows(_told(read, wanted, names)):
            yield from ((wanted, kept) for kept in (_decided(row) if decided else [row]))
        wanted = next(stories, None)


def _told(read: ReadStory, wanted: GoldStory, names: Names) -> Told:
    by_id = {one.article.id: one for one in wanted.articles}
    chosen = {index: by_id[one.id] for index, one in enumerate(read.articles) if one.id in by_id}
    entities = tuple(names.ids(read, read.id or read.articles[0].id))
    titles, same = called(read.reading.titles, read.told), same_clusters(read, wanted, chosen)
    return Told(read, wanted, tuple(chosen), chosen, titles, entities, same)


def _decided(row: Row) -> Iterator[Row]:
    """A row without what only a machine says; none where nothing is left of one that says one thing."""
    if row.get("by") == MODEL:
        return
    yield {
        key: [one for one in value if not (isinstance(one, dict) and one.get("by") == MODEL)]
        if isinstance(value, list)
        else value
        for key, value in row.items()
    }


def write_task(rows: Iterable[tuple[GoldStory, Row]], out: Path, parts: Splits | None) -> dict[Path, int]:
    """Write rows into `out`, or into a file for each part; returns how many rows each file has. Raises ExportError."""
    files = {name: out.with_name(f"{out.stem}.{name}{out.suffix}") for name in parts.names} if parts else {"": out}
    beside = {name: path.with_name(f".variorum-{token_hex(8)}.tmp") for name, path in files.items()}
    counts = dict.fromkeys(files.values(), 0)
    try:
        streams = {name: path.open("xb") for name, path in beside.items()}
        try:
            for story, row in rows:
                check(row)
                name = parts.of(story) if parts else ""
                line = json.dumps(row, ensure_ascii=False).translate(_ENDS)
                if json.loads(line) != row:
                    raise ExportError("a row does not read back as it was written", where=str(row.get("name", "")))
                streams[name].write(line.encode() + b"\n")
                counts[files[name]] += 1
        finally:
            for stream in streams.values():
                stream.flush()
                os.fsync(stream.fileno())
                stream.close()
        for name, path in beside.items():
            path.replace(files[name])
    except OSError as error:
        todo = REMEDY.get(error.errno or 0, "name another file")
        raise ExportError(error.strerror or str(error), where=str(out), todo=todo) from error
    finally:
        for path in beside.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return counts


def check(row: Row) -> None:
    """Raises ExportError where a place in a row is not what its article's text says."""
    texts = {
        one["id"]: one["article"]
        for one in (row, *row.get("articles", ()))
        if isinstance(one.get("article"), str) and "id" in one
    }
    for place in _places(row):
        text = texts.get(place.get("article", row.get("id")))
        if text is not None and text[place["start"] : place["end"]] != place["text"]:
            raise ExportError(
                f"{place['text'][:60]!r} does not stand at {place['start']}", where=str(row.get("name", ""))
            )


def _places(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for one in value.values():
            yield from _places(one)
    elif isinstance(value, list):
        for one in value:
            yield from _places(one)
