"""Reads the files of a dump or of a gold folder, both in the same shapes."""

import json
from pathlib import Path
from typing import Any, Final

Row = dict[str, Any]

SAMPLE: Final = Path(__file__).parents[2] / "corpus" / "sample"  # the sample's gold is kept without its texts


def rows(folder: Path, name: str) -> list[Row] | None:
    """The rows of `name`.jsonl, None where there is no such file."""
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def both(gold: Path, system: Path, name: str) -> tuple[list[Row], list[Row]] | None:
    """The rows of both sides, the system's of the gold's articles only; None where one side has no such file."""
    right, found = rows(gold, name), rows(system, name)
    if right is None or found is None:
        return None
    docs = {path.name for path in gold.glob("*.txt")} | {row["doc"] for row in rows(gold, "articles") or ()}
    docs |= {row[key] for row in right for key in ("doc", "doc_a", "doc_b") if key in row}
    return right, [row for row in found if "members" in row or row.get("doc", row.get("doc_a")) in docs]


def text_of(gold: Path, doc: str) -> str | None:
    """The text of an article of a gold folder, None where it is not there."""
    for path in (gold / doc, SAMPLE / doc):
        if path.exists():
            return path.read_bytes().decode()
    return None


def optional(row: Row) -> bool:
    """Whether a row of the gold is neither missed nor false."""
    return bool(row.get("optional"))


def allowed(row: Row, field: str) -> list[Any]:
    """What `field` may be: what it is, and what is right as well."""
    return [row[field], *row.get(f"{field}_or", [])]
