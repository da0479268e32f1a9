"""The ids that the annotations of a dataset get in a project: their own, where those are ids of ours and free."""

import json
from collections.abc import Iterable
from secrets import token_hex
from typing import Final

from annotations.store import Store

_DELETED: Final = (
    "SELECT json_extract(payload, '$.annotation_id') FROM event WHERE kind = 'judged' EXCEPT SELECT id FROM annotation"
)
_TAKEN: Final = "SELECT annotation.id FROM json_each(?) AS wanted JOIN annotation ON annotation.id = wanted.value"


class Ids:
    """Gives out ids; without `own`, all are new."""

    def __init__(self, store: Store, *, own: bool) -> None:
        """Raises ProjectError."""
        self._store = store
        self._own = own
        self._deleted = {one for (one,) in store.rows(_DELETED)} if own else set[str]()
        self._taken: set[str] = set()

    def expect(self, ids: Iterable[str]) -> None:
        """Look up which of these ids are taken, before they are asked for. Raises ProjectError."""
        if self._own:
            self._taken = {one for (one,) in self._store.rows(_TAKEN, [json.dumps(list(ids))])} | self._deleted

    def of(self, one: str) -> str:
        """The id in the project of the annotation that is called `one` in the dataset."""
        if not self._own or not one or one in self._taken:
            return token_hex(8)
        self._taken.add(one)
        return one
