"""The stories of a project beside the one on the desk: read from the file when they are wanted, never written here.

It has a connection of its own, which sees what was committed; decisions go through the workspace.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from annotations import queue
from annotations.analyses import stored_analysis
from annotations.offered import offered
from annotations.queue import Listed, Numbers, Wanted, story_id_of
from annotations.relations import basis_of, comparison
from annotations.store import Store
from corpus.analysis import ModelId
from corpus.article import Story
from tui.actions import find
from tui.desk import Desk
from tui.wishes import OpenStory

FIRST_ROWS = 100  # stories that are known before all of them are sorted


class Library:
    """What one reviewer has before them in the project at `path`. Methods raise ProjectError."""

    def __init__(self, path: Path, reviewer: str) -> None:
        self.path = path
        self.reviewer = reviewer
        self._store: Store | None = None
        self._other: Store | None = None

    @property
    def store(self) -> Store:
        """The project, opened to be read. Raises ProjectError where it is not there yet."""
        if self._store is None:
            self._store = Store(self.path, read_only=True)
        return self._store

    def another(self) -> Store:
        """The project once more, for a thread of its own; whoever asks for it closes it."""
        return Store(self.path, read_only=True)

    def close(self) -> None:
        """Close what was opened."""
        for store in (self._store, self._other):
            if store is not None:
                store.close()
        self._store = self._other = None

    def total(self) -> int:
        """How many stories there are."""
        return queue.total(self.store)

    def first(self, wanted: Wanted) -> Numbers:
        """The numbers of the first stories of a list, at once; none where they have to be searched for."""
        if wanted.words or wanted.state:
            return Numbers("I")
        return queue.first_numbers(self.store, self.reviewer, wanted, FIRST_ROWS)

    def numbers(self, wanted: Wanted) -> Numbers:
        """The numbers of all stories of a list; may run in a thread beside the others, one at a time."""
        if self._other is None:
            self._other = self.another()
        return queue.numbers(self._other, self.reviewer, wanted)

    def rows(self, numbers: Sequence[int]) -> list[Listed]:
        """The stories of these numbers."""
        return queue.listed(self.store, self.reviewer, numbers)

    def story(self, story_id: str) -> Story | None:
        """A story with its articles; None where there is none, or nothing in it."""
        return queue.story(self.store, story_id, self.reviewer)

    def place(self, story_id: str) -> dict[str, Any]:
        """Where the reviewer left a story; empty where they were never in it."""
        rows = self.store.rows(
            "SELECT place FROM story_work WHERE story = ? AND reviewer = ?", [story_id, self.reviewer]
        )
        try:
            place = json.loads(rows[0][0]) if rows else {}
        except ValueError:
            return {}
        return place if isinstance(place, dict) else {}

    def put_on(self, desk: Desk, wish: OpenStory, model: ModelId) -> bool:
        """Have a story on the desk, at the place that is wished for or where it was left; False where it is gone."""
        found = wish.span is not None or bool(wish.words) or not wish.story
        # What was found a while ago may lie in another story by now.
        story = self.story((found and wish.article and story_id_of(self.store, wish.article)) or wish.story)
        if story is None:
            return False
        if story.id != desk.workspace.story.id:
            desk.workspace.save_place()
            desk.workspace.flush()
        desk.turn_to(story, self.place(story.id))
        self.furnish(desk, self.store, model)
        view = next((one for one in desk.views if one.article.id == wish.article), None)
        if view is not None:
            desk.run(lambda desk: find.show(desk, view, wish.span, wish.words))
        return True

    def furnish(self, desk: Desk, store: Store, model: ModelId) -> None:
        """What the project has for the articles on the desk: what was read in them, and what is to be remarked."""
        for index, view in enumerate(desk.views):
            view.marks.set_imported(offered(store, view.article.sha256))
            analysis = stored_analysis(store, view.article.sha256, model)
            if analysis is not None:
                desk.read(index, analysis)
            elif view.marks.analysis is None:
                read_first(desk, index)
        if desk.workspace.story.id:
            self._furnish_story(desk, store)
            desk.remarks = self.remarks(desk.workspace.story)

    def _furnish_story(self, desk: Desk, store: Store) -> None:
        """What was made of the story when it was last on the desk; where it cannot be read it is made again."""
        kept = comparison(store, desk.workspace.story.id, self.reviewer)
        if kept is not None and kept[0].startswith(basis_of([view.article for view in desk.views])):
            from corpus.comparison import Comparison  # noqa: PLC0415 (only where there is one)

            with suppress(ValueError):
                desk.compare(Comparison.from_bytes(kept[1]))
                if all(view.reading is not None for view in desk.views):
                    desk.workspace.basis = kept[0]

    def remarks(self, story: Story) -> dict[str, str]:
        """What has to be said of articles of a story: that one is an older version, or a near-copy of another."""
        letters = {article.id: index for index, article in enumerate(story.articles)}
        copies = queue.copies(self.store, story.id)
        older = queue.older_versions(self.store, list(letters))
        remarks = {
            article: f"≈{chr(ord('A') + letters[other])}"
            for article, other in copies.items()
            if other in letters and letters[other] < 26
        }
        return remarks | dict.fromkeys(older, "older version")

    def neighbour(self, story_id: str, step: int, wanted: Wanted) -> str:
        """The id of the story that is `step` further down a list; empty where it ends."""
        numbers = queue.numbers(self.store, self.reviewer, wanted)
        here = self.store.rows("SELECT number FROM story WHERE id = ?", [story_id])
        if not here:
            return ""
        at = numbers.index(here[0][0]) + step if here[0][0] in numbers else min(step, 0)
        found = self.rows(numbers[at : at + 1]) if 0 <= at < len(numbers) else []
        return found[0].id if found else ""


def read_first(desk: Desk, index: int, *, whole: bool = False) -> None:
    """Show what can be read of an article at once; where nobody will read more of it, that is the `whole`."""
    from corpus.first_reading import first_reading  # noqa: PLC0415 (only where nobody has read yet)

    desk.read(index, first_reading(desk.views[index].text), whole=whole)
