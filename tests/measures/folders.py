"""Folders of rows for the tests of the measures."""

import json
from pathlib import Path

from tests.measures.rows import Row


def folder(path: Path, text: str = "", **files: list[Row]) -> Path:
    """`path` with the article "a.txt" and these files, by name without ending."""
    path.mkdir()
    (path / "a.txt").write_bytes(text.encode())
    for name, rows in files.items():
        (path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def span(start: int, end: int, doc: str = "a.txt", **fields: object) -> Row:
    """A row at a place."""
    return {"doc": doc, "start": start, "end": end, **fields}


def figure(start: int, end: int, doc: str = "a.txt", **fields: object) -> Row:
    """A figure without a value; give what it has."""
    plain = {"kind": "cardinal", "value": None, "low": None, "high": None, "unit": None, "modifier": "exact"}
    return span(start, end, doc, **(plain | {"about": None, "claimant": None} | fields))
