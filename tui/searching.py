"""A search of the whole project without a terminal: what was typed, the results that came, the one under the cursor.

Results come in portions, as far as they are wanted; a search that was typed over is given up within an article.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Final

from annotations.query import HELP, QueryError
from annotations.search import Result, looked_through
from annotations.store import Store
from corpus.errors import VariorumError
from tui.wishes import OpenStory

PORTION: Final = 40  # results
PATIENCE: Final = 0.15  # seconds after which a portion is shown as far as it is
ROWS: Final = 2  # of the screen for a result
_GOES_ON: Final = re.compile(r"(?:^|\s)-?\w{2,}\Z")


@dataclass(frozen=True, slots=True)
class Portion:
    """Results of what was `typed`; `complete` says that there are no more, `message` what hinders."""

    typed: str
    results: tuple[Result, ...] = ()
    complete: bool = False
    message: str = ""


class Searching:
    """`typed` is what is wanted, `shown` what the results are of; `complete` says that there are no more."""

    def __init__(self) -> None:
        self.typed = ""
        self.shown = ""
        self.results: list[Result] = []
        self.complete = True
        self.message = ""
        self.at = 0
        self.top = 0
        self.height = 1
        self._lock = Lock()
        self._source: Iterator[Result | None] = iter(())
        self._source_of: tuple[str, Store] | None = None
        self._given = 0  # results that the source has given

    @property
    def behind(self) -> bool:
        """Whether more results are to be fetched: for other words, or because the cursor comes near the end."""
        return self.shown != self.typed or (not self.complete and self.at + 2 * self.height >= len(self.results))

    @property
    def looking(self) -> bool:
        """Whether the first result is still to come."""
        return self.shown != self.typed or (not self.results and not self.complete)

    def portion(self, store: Store, wanted: Callable[[], bool] = lambda: True) -> Portion:
        """Fetch results for at most PATIENCE seconds; runs in a thread.

        Given up, with what there is, when other words are typed or it is `wanted` no more.
        """
        typed = self.typed
        found: list[Result] = []
        try:
            with self._lock:
                complete = self._fetch(store, typed, found, wanted)
        except VariorumError as error:
            self._source_of = None
            message = error.brief if not isinstance(error, QueryError) or error.what else ""
            return Portion(typed, tuple(found), complete=True, message=message)
        return Portion(typed, tuple(found), complete)

    def _fetch(self, store: Store, typed: str, found: list[Result], wanted: Callable[[], bool]) -> bool:
        """Add results to `found`; returns whether there are no more."""
        had = len(self.results) if self.shown == typed else 0
        # Results of a store that was closed go on in another, behind those that are there.
        if self._source_of != (typed, store) or self._given > had:
            words = f"{typed}*" if _GOES_ON.search(typed) else typed
            self._source = looked_through(store, words) if typed.strip() else iter(())
            self._source_of, self._given = (typed, store), 0
        deadline = time.monotonic() + PATIENCE
        for result in self._source:
            if result is not None:
                self._given += 1
                if self._given > had:
                    found.append(result)
            if self.typed != typed or not wanted() or len(found) == PORTION or time.monotonic() > deadline:
                return False
        return True

    def take(self, portion: Portion) -> None:
        """Take a portion in."""
        if portion.typed != self.shown:
            self.shown, self.results = portion.typed, []
            self.at = self.top = 0
        self.results += portion.results
        self.complete, self.message = portion.complete, portion.message
        self.settle()

    def move(self, step: int) -> None:
        """Go to another result."""
        self.at += step
        self.settle()

    def resize(self, rows: int) -> None:
        """Take the number of rows of the screen."""
        self.height = max(1, rows // ROWS)
        self.settle()

    def settle(self) -> None:
        """Have the cursor within the results, and in sight."""
        last = len(self.results) - 1
        self.at = max(0, min(self.at, last))
        self.top = max(0, min(max(self.top, self.at - self.height + 1), self.at))

    def wish(self) -> OpenStory | None:
        """To have the result under the cursor on the desk, with its words to be found there."""
        if self.shown != self.typed or self.at >= len(self.results):
            return None
        result = self.results[self.at]
        return OpenStory(result.story, result.article.id, result.span, result.surface)

    @property
    def told(self) -> str:
        """How many results there are, or what hinders."""
        if self.message:
            return self.message
        if not self.typed.strip():
            return HELP
        if self.looking:
            return "looking …"
        if not self.results:
            return "nothing has that"
        more = "" if self.complete else "+"
        return f"{self.at + 1} of {len(self.results)}{more} articles"
