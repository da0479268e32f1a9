"""Which annotations of older versions went over to newer ones.

A copy that its reviewer deleted stays carried: it must not come back. One whose carrying was undone was not carried.
"""

from collections.abc import Sequence

from annotations.event_json import to_json
from annotations.events import Deleted
from annotations.model import Annotation
from annotations.store import Store


def uncarried(store: Store, annotations: Sequence[Annotation], reviewer: str | None = None) -> list[Annotation]:
    """Those of the annotations (of one reviewer, or of all) that were not carried over. Raises ProjectError."""
    return [one for one in annotations if reviewer in {None, one.reviewer} and not _is_carried(store, one.id)]


def _is_carried(store: Store, annotation_id: str) -> bool:
    rows = store.rows(
        "SELECT copy, EXISTS (SELECT 1 FROM annotation WHERE id = copy) FROM carried WHERE annotation = ?",
        [annotation_id],
    )
    return any(stands or _was_deleted(store, copy) for copy, stands in rows)


def _was_deleted(store: Store, annotation_id: str) -> bool:
    deleted = to_json(Deleted(annotation_id))
    return bool(store.rows("SELECT 1 FROM event WHERE kind = 'deleted' AND payload = ? LIMIT 1", [deleted]))
