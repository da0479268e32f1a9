"""Which tasks there are."""

from difflib import get_close_matches
from typing import Final

from annotations.errors import ExportUsageError
from annotations.tasks.alignment import ALIGNMENT
from annotations.tasks.base import Task
from annotations.tasks.boilerplate import BOILERPLATE
from annotations.tasks.claims import CLAIMS
from annotations.tasks.coreference import COREFERENCE
from annotations.tasks.ner import NER
from annotations.tasks.quantities import QUANTITIES
from annotations.tasks.quotations import QUOTATIONS

TASKS: Final = (NER, QUANTITIES, QUOTATIONS, COREFERENCE, CLAIMS, ALIGNMENT, BOILERPLATE)


def task_named(name: str) -> Task:
    """The task called `name`. Raises ExportUsageError, with the nearest names, when there is none."""
    found = next((one for one in TASKS if one.name == name), None)
    if found is None:
        names = [one.name for one in TASKS]
        near = get_close_matches(name, names, n=3, cutoff=0.6) or names
        raise ExportUsageError(f"no task is called {name!r}", todo=f"there is {', '.join(near)}")
    return found
