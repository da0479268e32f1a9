"""A reviewer's hand on the desk for tasks whose keys are counted: it sees what is on the screen, and presses keys.

What it types before a place are the letters that stand there; nothing is known that is not on the screen.
"""

from collections.abc import Sequence
from functools import cache

from annotations.article_state import ArticleState
from annotations.material import material
from corpus.analysis import Analysis, joined
from corpus.article_reading import read_article
from corpus.comparison import Comparison
from corpus.models import resolve
from corpus.pipeline import load_or_rules
from corpus.shown import shown
from corpus.span import Span
from corpus.story_reading import read_story
from tests.tui.scripts import SHIPPED, desk_of, story_of
from tui.desk import Desk
from tui.view import View

LONGEST = 8  # tokens that an edge is moved by at the most


@cache
def read(texts: tuple[str, ...], model: str | None = None) -> tuple[tuple[Analysis, ...], Comparison]:
    """What the machine makes of a story: the reading of each text, and their comparison."""
    reader = load_or_rules(resolve(model, {}), {})
    analyses = tuple(joined([part for _, _, part in read_article(reader, text, {})]) for text in texts)
    made_from = material(story_of(*texts).articles, analyses, [ArticleState()] * len(texts))
    return analyses, shown(read_story(made_from), made_from)


def read_desk(texts: Sequence[str], size: tuple[int, int] = (160, 48)) -> Desk:
    """A desk on texts that were read and compared."""
    desk = desk_of(*texts, size=size, labels=SHIPPED)
    analyses, comparison = read(tuple(texts))
    for index, analysis in enumerate(analyses):
        desk.read(index, analysis)
    desk.compare(comparison)
    return desk


class Hand:
    """Presses keys on a desk; `keys` are those that it has pressed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.keys: list[str] = []

    def press(self, script: str) -> None:
        """Press keys, separated by blanks."""
        for key in script.split():
            self.keys.append(key)
            self.desk.press(key)

    def place(self, letter: str, words: str, number: int = 1) -> tuple[int, Span]:
        """Where words stand in an article, for the first time or a later one."""
        index, at = ord(letter) - ord("A"), -1
        for _ in range(number):
            at = self.desk.views[index].text.index(words, at + 1)
        return index, Span(at, at + len(words))

    def sees(self, index: int, span: Span) -> bool:
        """Whether a place is on the screen."""
        view, shape = self.desk.views[index], self.desk.geometry
        return index in self.desk.shown and 0 <= self.row(view, span) - view.top < shape.rows

    def row(self, view: View, span: Span) -> int:
        """The row on which a place begins."""
        return view.rows(self.desk.geometry.columns).row_of(span.start)

    def bring(self, index: int, span: Span) -> None:
        """Have a place on the screen: by pane, and then by page."""
        while not self.sees(index, span) and index != self.desk.active:
            self.press("L" if index > self.desk.active else "H")
        view, shape = self.desk.views[index], self.desk.geometry
        while not self.sees(index, span):
            self.press("pagedown" if self.row(view, span) >= view.top + shape.rows else "pageup")

    def letters(self, index: int, span: Span) -> str | None:
        """The letters that stand before a place now."""
        return self.desk.mode.hints(index).get(span.start) if self.desk.mode is not None else None

    def type_to(self, index: int, span: Span) -> None:
        """Type the letters before a place, which are among the phrases or else among all tokens."""
        for _ in range(LONGEST):
            if self.letters(index, span) is None:
                self.press("tab")
        letters = self.letters(index, span)
        assert letters is not None, span.surface(self.desk.views[index].text)
        self.press(" ".join(letters))

    def jump(self, index: int, span: Span) -> None:
        """Select a place by its letters, or the token that it begins with."""
        self.bring(index, span)
        self.press("f")
        if self.letters(index, span) is None:
            self.keys.pop()
            self.desk.press("escape")
            self.press("F")
        self.type_to(index, span)

    def fit(self, index: int, span: Span) -> None:
        """Move the edges of what is selected until it is a place."""
        view = self.desk.views[index]
        for _ in range(LONGEST):
            start, end = view.selection.start, view.selection.end
            wrong = (end < span.end, end > span.end, start > span.start, start < span.start)
            key = next((key for key, holds in zip("WB<>", wrong, strict=True) if holds), None)
            if key is not None:
                self.press(key)

    def paint(self, targets: Sequence[tuple[int, Span, str]]) -> None:
        """Label places in paint mode, by the keys of their labels."""
        label = "1"
        self.press("p")
        for index, span, key in targets:
            if key != label:
                self.press(key)
                label = key
            self.bring(index, span)
            self.type_to(index, span)
            self.fit(index, span)
        self.press("p")

    def marked(self, index: int) -> set[tuple[str, str]]:
        """The words and labels that are accepted in an article."""
        state = self.desk.workspace.state(self.desk.views[index].article.id)
        return {(one.surface, one.label) for one in state.annotations.values() if one.verdict.value == "accepted"}
