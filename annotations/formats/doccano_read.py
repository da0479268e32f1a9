"""doccano's files, read: as it exports them now and did before, and as others write them for its import."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.base import How
from annotations.formats.json_shape import Line
from annotations.formats.shared.gold_rows import TOLD, Row, gold_line, placed, shape
from annotations.formats.shared.json_files import Record, objects
from annotations.formats.shared.scores import scored
from corpus.offsets import Unit

COLUMNS: Final = ("label", "labels", "entities")
_KNOWN: Final = frozenset((*COLUMNS, "id", "text", "relations", "meta"))
WHAT: Final = "not a text with labels as doccano has them: [[start, end, label]], or entities with start_offset"


def lines(path: Path, how: How, unit: Unit) -> Iterator[Line]:
    """The articles of a file. Raises ReadError."""
    for one in objects(path):
        if not isinstance(one.value.get("text"), str):
            raise ReadError("a record without a text", where=one.where, todo="give every record a text")
        with shape(one.where, WHAT):
            yield _line(one, path, how, unit)


def labels_of(value: Mapping[str, Any]) -> bool:
    """Whether a record has labels that nobody else writes so."""
    for column in ("label", "labels"):
        given = value.get(column)
        if isinstance(given, list) and given and isinstance(given[0], list):
            return list(map(type, given[0])) == [int, int, str]
    given = value.get("entities")
    return isinstance(given, list) and bool(given) and isinstance(given[0], dict) and "start_offset" in given[0]


def _line(record: Record, path: Path, how: How, unit: Unit) -> Line:
    value, number = record.value, record.number
    for key in value.keys() - _KNOWN:
        # An export has a list of comments with every text, as a rule an empty one.
        if value[key] not in ([], {}, "", None):
            how.tell(f"fields called {key[:60]!r}")
    column = next((key for key in COLUMNS if key in value), None)
    if column is None:
        raise KeyError(COLUMNS[0])
    place = placed(value["text"], unit)
    rows, known = list[Row](), dict[object, str]()
    for at, one in enumerate(value[column] or []):
        start, end, label, key = _entity(one, at)
        known[key] = f"{number}.{at}"
        said = scored(one, how.tell) if isinstance(one, Mapping) else {}
        row = {"id": known[key], **place(start, end, label=label), "label": label, "reviewer": how.reviewer}
        rows.append({**row, **said})
    relations = [
        {"source": known[one["from_id"]], "target": known[one["to_id"]], "type": one["type"], "reviewer": how.reviewer}
        for one in value.get("relations") or []
    ]
    return gold_line(number, {**_told(value, f"{path.name}:{number}"), "spans": rows, "relations": relations})


def _entity(one: Any, at: int) -> tuple[Any, Any, Any, object]:
    """Start, end, label, and by what relations know it."""
    if isinstance(one, Mapping):
        return one["start_offset"], one["end_offset"], one["label"], one.get("id", at)
    start, end, label = one
    return start, end, label, at


def _told(value: Mapping[str, Any], name: str) -> Row:
    """What is known of an article: as we wrote it, or as others name it; doccano itself knows nothing of it."""
    about = value.get("meta")
    if isinstance(about, Mapping) and isinstance(about.get("name"), str):
        return {"text": value["text"], **{key: about[key] for key in TOLD if key in about}}
    return {"name": name, "text": value["text"]}
