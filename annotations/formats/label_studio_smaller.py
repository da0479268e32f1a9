"""Label Studio's smaller export (JSON_MIN) as tasks of the full one.

It has a record for each annotation: the data of the task, and beside it regions by the name of their control. Its
regions have no ids, and a note or a choice does not say to which of them it belongs.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from annotations.errors import ReadError
from annotations.formats.shared.gold_rows import BESIDE
from annotations.formats.shared.json_files import Record

_OF_THE_ANNOTATION: Final = ("created_at", "updated_at")
Item = Mapping[str, Any]


def tasks(records: Iterable[Record], what: str) -> Iterator[Record]:
    """Full tasks, those of the smaller export with all their annotations. Raises ReadError, saying `what`."""
    for _, own in groupby(records, key=_task):
        first, *others = [_full(one, what) for one in own]
        if others:
            annotations = [each for one in (first, *others) for each in one.value["annotations"]]
            first = first._replace(value={**first.value, "annotations": annotations})
        yield first


def is_smaller(value: Item) -> bool:
    """Whether that is a record of the smaller export in which somebody marked a text, or one of ours."""
    return bool(_regions(value)) or ("annotation_id" in value and _is_ours(value))


def _task(record: Record) -> tuple[str, object]:
    """What records of one task have in common."""
    value = record.value
    if "annotation_id" in value and isinstance(value.get("id"), int):
        return "task", value["id"]
    return "record", record.number


def _full(record: Record, what: str) -> Record:
    value = record.value
    if isinstance(value.get("data"), dict):
        return record
    regions = _regions(value)
    if not regions and "annotation_id" not in value:
        raise ReadError(what, where=record.where)
    data = {key: one for key, one in value.items() if isinstance(one, str) and key not in _OF_THE_ANNOTATION}
    if _is_ours(value):
        data[BESIDE] = value[BESIDE]
    # Of a task of others in which nothing is marked nobody knows whether spans were asked for.
    said = regions or (_is_ours(value) and value["annotation_id"] is not None)
    annotations = [{"completed_by": value.get("annotator"), "result": regions}] if said else []
    return record._replace(value={"data": data, "annotations": annotations})


def _is_ours(value: Item) -> bool:
    return isinstance(value.get(BESIDE), dict)


def _regions(value: Item) -> list[Item]:
    return [
        # No text, so that it is no id that we know.
        {"type": "labels", "id": (control, at), "value": one}
        for control, given in value.items()
        if isinstance(given, list)
        for at, one in enumerate(given)
        if isinstance(one, dict) and isinstance(one.get("labels"), list) and "start" in one
    ]
