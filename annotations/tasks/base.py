"""What a task is: a name, and a function that makes rows of a story that was read and decided on.

Every place in a row is `start`, `end` and `text`, in code points of the article's text, end-exclusive; `by`
is who says so: a reviewer, or "model"; of spans that reviewers mark, a list of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from annotations.gold import GoldArticle, GoldStory
from annotations.model import Annotation, Relation, Tie, Verdict
from annotations.read_stories import ReadStory
from annotations.tasks.clusters import SameClusters
from corpus.span import Span

MODEL: Final = "model"
Row = dict[str, Any]
Spot = tuple[int, Span]
"""The index of an article, and a span in it."""


def markers(marks: Iterable[tuple[int, Annotation]]) -> dict[tuple[int, Span, str], list[str]]:
    """Who marked each span with each label, by index of the article; in the order of `marks`."""
    found: dict[tuple[int, Span, str], list[str]] = {}
    for index, one in marks:
        who = found.setdefault((index, one.span, one.label), [])
        if one.reviewer not in who:
            who.append(one.reviewer)
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """A story as it was read, and what was decided on it; `wanted` are the indices of the articles that are chosen.

    `names` are what the clusters that were read are called, `entities` their ids in the dump, which hold for all
    stories; `same` says which clusters of gold they are.
    """

    read: ReadStory
    gold: GoldStory
    wanted: tuple[int, ...]
    decided: Mapping[int, GoldArticle]
    names: tuple[str, ...]
    entities: tuple[str, ...]
    same: SameClusters

    def text(self, index: int) -> str:
        """The text of an article."""
        return self.read.articles[index].text

    def place(self, index: int, span: Span) -> Row:
        """A place in an article."""
        return {"start": span.start, "end": span.end, "text": span.surface(self.text(index))}

    def head(self, index: int) -> Row:
        """Which article a row is about, with its text."""
        article = self.read.articles[index]
        return {"story": self.gold.id, "id": article.id, "name": article.name, "article": article.text}

    def doc(self, index: int) -> Row:
        """Which article a place is in."""
        return {"id": self.read.articles[index].id, "name": self.read.articles[index].name}

    def accepted(self, index: int) -> dict[Span, Annotation]:
        """The accepted annotations of an article, boilerplate too, one for a span."""
        gold = self.decided.get(index)
        marks = (*gold.annotations, *gold.boilerplate) if gold is not None else ()
        return {one.span: one for one in marks if one.verdict is Verdict.ACCEPTED}

    def finished(self, index: int) -> bool:
        """Whether somebody finished an article: what is not marked in it is nothing."""
        gold = self.decided.get(index)
        return gold is not None and bool(gold.finished_by)

    def sentence(self, index: int, span: Span) -> Span:
        """The sentence around a span; all of those that it touches."""
        touched = [one for one in self.read.reading.articles[index].sentences if one.overlaps(span)]
        return Span(min(one.start for one in touched), max(one.end for one in touched)) if touched else span

    def ties(self) -> dict[frozenset[Spot], Relation]:
        """What was said of two places, by those; of several the last."""
        numbers = {article.id: index for index, article in enumerate(self.read.articles)}
        said: dict[frozenset[Spot], Relation] = {}
        for one in sorted(self.gold.ties, key=lambda one: one.decided):
            if one.tie is not Tie.SAME and one.article_id in numbers and one.other_id in numbers:
                ends = ((numbers[one.article_id], one.span), (numbers[one.other_id], one.other_span))
                said[frozenset(ends)] = one
        return said


@dataclass(frozen=True, slots=True)
class Task:
    """A dataset for one task; `rows` gives those of a story."""

    name: str
    title: str
    rows: Callable[[Told], Iterator[Row]]
