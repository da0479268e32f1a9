"""The ids that the annotations of a dataset get in a project: their own, where those are ids of ours and free."""

import json
from collections.abc import Iterable
from itertools import count
from secrets import randbits
from typing import Final

from annotations.store import Store

_DELETED: Final = (
    "SELECT json_extract(payload, '$.annotation_id') FROM event WHERE kind = 'judged' EXCEPT SELECT id FROM annotation"
)
_TAKEN: Final = "SELECT annotation.id FROM json_each(?) AS wanted JOIN annotation ON annotation.id = wanted.value"


class Ids:
    """Gives out ids; without `own`, all are new.

    New ones count up from one that is drawn by lot: what stands together in the index is written together.
    """

    def __init__(self, store: Store, *, own: bool) -> None:
        """Raises ProjectError."""
        self._store = store
        self._own = own
        self._deleted = {one for (one,) in store.rows(_DELETED)} if own else set[str]()
        self._taken: set[str] = set()
        self._next = count(randbits(63))  # of 64, so that there is room to count

    def expect(self, ids: Iterable[str]) -> None:
        """Look up which of these ids are taken, before they are asked for. Raises ProjectError."""
        if self._own:
            self._taken = {one for (one,) in self._store.rows(_TAKEN, [json.dumps(list(ids))])} | self._deleted

    def of(self, one: str) -> str:
        """The id in the project of the annotation that is called `one` in the dataset."""
        if not self._own or not one or one in self._taken:
            return f"{next(self._next):016x}"
        self._taken.add(one)
        return one
