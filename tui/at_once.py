"""Reading and comparing the story on a desk in this process, for those who wait; others have `tui/study.py`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotations.material import full_basis, material
from corpus.analysis import joined
from corpus.article_reading import read_article
from corpus.models import ModelChoice
from corpus.shown import shown as comparison_of
from corpus.story_reading import read_story
from tui.console import count, say
from tui.desk import Desk

if TYPE_CHECKING:
    from corpus.pipeline import Reader


class Readings:
    """What reads: the model of `choice`, loaded when the first article needs it; `label_map` is the settings'."""

    def __init__(self, choice: ModelChoice, label_map: Mapping[str, str]) -> None:
        self._choice = choice
        self._label_map = label_map
        self._reader: Reader | None = None

    def read(self, desk: Desk) -> None:
        """Read the articles that nobody has read yet, with a line that says so, and keep the readings."""
        unread = [index for index, view in enumerate(desk.views) if view.reading is None]
        if not unread:
            return
        say(f"reading {count(len(unread), 'article')} first; what is read is kept")
        reader = self._loaded()
        for index in unread:
            article = desk.views[index].article
            analysis = joined([part for _, _, part in read_article(reader, article.text, self._label_map)])
            desk.read(index, analysis)
            desk.workspace.keep_reading(article.sha256, analysis)

    def _loaded(self) -> "Reader":
        if self._reader is None:
            from corpus.pipeline import load_or_rules  # noqa: PLC0415 (slow, and not wanted where all is read)

            self._reader = load_or_rules(self._choice, self._label_map)
            if self._reader.notice:
                say(f"variorum: {self._reader.notice}")
        return self._reader


def compare(desk: Desk) -> None:
    """Compare the articles on the desk, which are read, with all that is decided by now. Raises ProjectError."""
    workspace = desk.workspace
    analyses = [view.reading for view in desk.views if view.reading is not None]
    articles = [view.article for view in desk.views]
    states = [workspace.state(article.id) for article in articles]
    made_from = material(articles, analyses, states, workspace.store)
    comparison = comparison_of(read_story(made_from), made_from)
    desk.compare(comparison)
    workspace.keep_comparison(full_basis(articles, made_from), comparison)
