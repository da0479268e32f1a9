"""A search of the whole project without a terminal: what was typed, the results that came, the one under the cursor.

Results come in portions, as far as they are wanted; a search that was typed over is forgotten.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from annotations.query import HELP, QueryError
from annotations.search import Result, search
from annotations.store import Store
from corpus.errors import VariorumError
from tui.wishes import OpenStory

PORTION: Final = 40  # results
ROWS: Final = 2  # of the screen for a result
_GOES_ON: Final = re.compile(r"(?:^|\s)-?\w{2,}\Z")


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
        self._source: Iterator[Result] = iter(())

    @property
    def behind(self) -> bool:
        """Whether more results are to be fetched: for other words, or because the cursor comes near the end."""
        return self.shown != self.typed or (not self.complete and self.at + 2 * self.height >= len(self.results))

    def portion(self, store: Store) -> tuple[str, list[Result], bool, str]:
        """Fetch results; may run in a thread. What they are of, the results, whether they are all, a word about it."""
        typed = self.typed
        try:
            if self.shown != typed:
                self._source = (
                    search(store, f"{typed}*" if _GOES_ON.search(typed) else typed) if typed.strip() else iter(())
                )
            found = list(islice(self._source, PORTION))
        except VariorumError as error:
            return typed, [], True, error.brief if not isinstance(error, QueryError) or error.what else ""
        return typed, found, len(found) < PORTION, ""

    def take(self, typed: str, found: list[Result], *, complete: bool, message: str) -> None:
        """Take a portion in."""
        if typed != self.shown:
            self.shown, self.results = typed, []
            self.at = self.top = 0
        self.results += found
        self.complete, self.message = complete, message
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
        if self.shown != self.typed:
            return "looking …"
        if not self.results:
            return "nothing has that"
        more = "" if self.complete else "+"
        return f"{self.at + 1} of {len(self.results)}{more} articles"
