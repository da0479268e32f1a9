"""Projects that are made for one test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotations.check import findings
from annotations.store import Store


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Makes new projects by their names; in the end each has to be sound."""
    made: list[Store] = []

    def make(name: str) -> Store:
        made.append(Store(tmp_path / f"{name}.variorum"))
        return made[-1]

    yield make
    for store in made:
        assert list(findings(store)) == []
        store.close()
