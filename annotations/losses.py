"""What an export leaves out: counted, and written to a file beside the dataset, one JSON line each."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Final

from annotations.formats.base import LeftOut

SUFFIX: Final = ".left-out.jsonl"
FIRST: Final = 20


class Losses:
    """Everything that was left out; `first` are the first ones, `counts` how many there are of each kind."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.counts: Counter[str] = Counter()
        self.first: list[LeftOut] = []
        self._file: IO[str] | None = None

    def add(self, left_out: Iterable[LeftOut]) -> None:
        """Note what was left out."""
        for one in left_out:
            if self._file is None:
                self._file = self.path.open("x", encoding="utf-8", newline="\n")
            self.counts[one.kind] += 1
            if len(self.first) < FIRST:
                self.first.append(one)
            self._file.write(json.dumps(_row(one), ensure_ascii=True) + "\n")

    def close(self) -> None:
        """End the file."""
        if self._file is not None:
            self._file.close()


def _row(one: LeftOut) -> dict[str, Any]:
    start, end = (one.span.start, one.span.end) if one.span else (None, None)
    place = {"article_id": one.article_id, "article": one.article, "start": start, "end": end, "text": one.surface}
    said = {"label": one.label, "reviewer": one.reviewer, "reason": one.reason, "partly": one.partly}
    return {"kind": str(one.kind), **place, **said}
