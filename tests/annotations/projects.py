"""Project files for tests, and somebody who decides in them as the desk does: in memory first, then durably."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Final

from annotations.check import findings
from annotations.errors import NotSavedError
from annotations.events import Change, Event, Judged, Redone, Step, Undone
from annotations.labels import shipped
from annotations.model import Annotation, Proposal, Sitting, Verdict
from annotations.replay import Delta, Layer
from annotations.store import Store
from corpus.article import Article, Story
from corpus.span import Span

AT: Final = "2026-03-01T09:30:00.125Z"
TEXT: Final = "Ada Lovelace wrote to Charles Babbage in London. Nobody answered for 3 weeks."
FIRST: Final = Article.of("first.txt", TEXT)
SECOND: Final = Article.of("second.txt", "Babbage answered from Paris.")
STORY: Final = Story("Letters", (FIRST, SECOND))


@dataclass(slots=True)
class Sitter:
    """One sitting of `reviewer` at an open project; every step is appended before the method returns."""

    store: Store
    reviewer: str = "anna"
    sitting: str = "sitting-1"
    layer: Layer = field(init=False)
    _steps: int = 0

    def __post_init__(self) -> None:
        labels = shipped()
        self.store.begin(Sitting(self.sitting, self.reviewer, AT, "variorum test", labels.sha256), labels)
        self.reload()

    def reload(self) -> None:
        """Read the log again."""
        self.layer = Layer(self.reviewer)
        self.layer.take(self.store.events(self.reviewer))

    def decide(self, *changes: Change, article: Article = FIRST, place: Any = None) -> Delta:
        """Carry changes out as one step."""
        events = self.events(*changes, article=article)
        delta = self.layer.take(events)
        self.store.append(events, delta, place=place)
        return delta

    def events(self, *changes: Change, article: Article = FIRST) -> list[Event]:
        """Changes as the events of one new step."""
        self._steps += 1
        step = Step(self.sitting, self._steps)
        return [Event(step, AT, self.reviewer, article.id, change) for change in changes]

    def mark(self, surface: str, label: str = "PERSON", **said: Any) -> Delta:
        """Judge the first place where `surface` stands."""
        return self.decide(judged(surface, label, **said))

    def undo(self) -> None:
        """Switch the last live step off."""
        step = self.layer.undoable[-1]
        events = self.events(Undone(step))
        where = self.layer.events_of(step)[0].article_id
        events = [replace(event, article_id=where) for event in events]
        self.store.append(events, self.layer.take(events))

    def redo(self) -> None:
        """Switch the last undone step on."""
        self.decide(Redone(self.layer.redoable[-1]))


@dataclass(frozen=True, slots=True)
class Refused:
    """A step that could not be written, and why."""

    events: list[Event]
    delta: Delta
    error: NotSavedError


def decide_until_refused(sitter: Sitter) -> tuple[set[str], Refused]:
    """Give one label after another until the disk is full; the identities that were saved, and what was not."""
    saved: set[str] = set()
    for turn in count():
        events = sitter.events(judged("Ada", label=f"L{turn}"))
        delta = sitter.layer.take(events)
        try:
            sitter.store.append(events, delta)
        except NotSavedError as error:
            return saved, Refused(events, delta, error)
        saved.update(delta.annotations)
    raise AssertionError


def judged(
    surface: str,
    label: str = "PERSON",
    *,
    identity: str = "",
    verdict: Verdict = Verdict.ACCEPTED,
    origin: Proposal | None = None,
    text: str = TEXT,
) -> Judged:
    """A first verdict on the first place where `surface` stands in `text`."""
    start = text.index(surface)
    return Judged(identity or f"{surface}-{label}", Span(start, start + len(surface)), surface, label, verdict, origin)


@contextmanager
def project(path: Path) -> Generator[Store]:
    """The project at `path` with the story in it, open."""
    with closing(Store(path)) as store:
        store.add_story(STORY)
        yield store


@contextmanager
def raw(path: Path) -> Generator[sqlite3.Connection]:
    """The file itself, for what a program must never do; every statement is a transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def standing(store: Store) -> dict[str, Annotation]:
    """The annotations of the tables, by id."""
    return {one.id: one for one in store.annotations()}


def lines_of(path: Path) -> list[str]:
    """What the check finds."""
    with closing(Store(path, read_only=True)) as store:
        return list(findings(store))
