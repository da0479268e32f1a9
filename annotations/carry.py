"""Carrying annotations over to a newer version of an article: what stands in passages that did not change.

Words that stand in both versions in the same order are the passages that did not change. An annotation that lies in one
of them has exactly one place in the newer text, and is taken over as it is. All others are for a person to look at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from secrets import token_hex
from typing import Final

from annotations.articles import CURRENT
from annotations.carried import uncarried
from annotations.clock import now
from annotations.decide import RefusedError
from annotations.events import Change, Event, Judged, Noted, Step
from annotations.labels import shipped
from annotations.model import Annotation, Proposal, Sitting
from annotations.replay import Layer
from annotations.store import Store
from corpus.article import Article
from corpus.span import Span

CONTEXT: Final = 24  # code points around an annotation that must not have changed either
LONG: Final = 20_000  # words and marks from which on the frequent ones do not begin a passage
_PIECE: Final = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Left:
    """An annotation without a certain place in the newer version; `nearest` is where its words stand there, if once."""

    older: Article
    newer: Article
    annotation: Annotation
    reason: str
    nearest: Span | None


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the annotations of one reviewer on one older version: how many went over, and the rest."""

    older: Article
    newer: Article
    reviewer: str
    taken: int
    there: int
    left: tuple[Left, ...]


def carry(store: Store, program: str, reviewer: str | None = None) -> Iterator[Carried]:
    """Carry over what reviewers (or one) decided on older versions and that was not carried over before.

    Each reviewer's annotations of an article go over in one step, which they can undo. A second call adds nothing.
    Raises ProjectError.
    """
    for who, pairs in groupby(_open(store, reviewer), key=lambda row: row[0]):
        layer = Layer(who)
        layer.take(store.events(who))
        for _, older_id, newer_id in pairs:
            older, newer = store.article(older_id), store.article(newer_id)
            rest = uncarried(store, store.annotations(older_id), who)
            if older is not None and newer is not None and rest:
                yield _carried(store, program, (older, newer), layer, rest)


def _open(store: Store, reviewer: str | None) -> list[tuple[str, str, str]]:
    """Reviewers, with the older versions on which they decided and the newest ones; sorted."""
    rows = store.rows(
        "SELECT DISTINCT annotation.reviewer, number, article.id FROM annotation JOIN article ON article.id = article"
        f" WHERE NOT ({CURRENT}) AND (?1 IS NULL OR annotation.reviewer = ?1) ORDER BY annotation.reviewer, number",
        [reviewer],
    )
    return [(who, article_id, _newest(store, article_id)) for who, _, article_id in rows]


def _newest(store: Store, article_id: str) -> str:
    """The newest version of an article."""
    while rows := store.rows("SELECT id FROM article WHERE replaces = ? ORDER BY number DESC LIMIT 1", [article_id]):
        article_id = rows[0][0]
    return article_id


def _carried(
    store: Store, program: str, versions: tuple[Article, Article], layer: Layer, annotations: Sequence[Annotation]
) -> Carried:
    older, newer = versions
    state = layer.state(newer.id)
    passages = unchanged(older.text, newer.text)
    changes: list[Change] = []
    copies: dict[str, str] = {}
    left: list[Left] = []
    for one in annotations:
        span = moved(one.span, passages)
        if span is None:
            left.append(Left(older, newer, one, "the passage was changed", _only_place(newer.text, one.surface)))
            continue
        same = state.same(span, one.label)
        copies[one.id] = same.id if same is not None else token_hex(8)
        if same is None:
            changes += _taken_over(one, copies[one.id], span, newer.text, passages)
    _append(store, program, newer, layer, changes)
    _note(store, copies)
    taken = sum(isinstance(change, Judged) for change in changes)
    return Carried(older, newer, layer.reviewer, taken, len(copies) - taken, tuple(left))


def _taken_over(
    one: Annotation, identity: str, span: Span, text: str, passages: Sequence[tuple[int, int, int]]
) -> list[Change]:
    """The changes that put an annotation into the newer version, with its origin and note."""
    surface = span.surface(text)
    if surface != one.surface:
        raise RefusedError(f"{surface!r} is not {one.surface!r}")
    origin = None
    if one.origin is not None:
        place = moved(one.origin.span, passages)
        origin = Proposal(place, one.origin.label, one.origin.model) if place else None
    judged = Judged(identity, span, surface, one.label, one.verdict, origin)
    return [judged, Noted(identity, one.note)] if one.note else [judged]


def _append(store: Store, program: str, newer: Article, layer: Layer, changes: Sequence[Change]) -> None:
    if not changes:
        return
    labels = shipped()
    at = now()
    sitting = Sitting(token_hex(8), layer.reviewer, at, program, labels.sha256)
    store.begin(sitting, labels)
    events = [Event(Step(sitting.id, 1), at, layer.reviewer, newer.id, change) for change in changes]
    store.append(events, layer.take(events))


def _note(store: Store, copies: Mapping[str, str]) -> None:
    """Note which annotation is the copy of which."""
    with store.write() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO carried VALUES (?, ?, ?)", [(one, copy, now()) for one, copy in copies.items()]
        )


# Where things stand in the newer version. Pure.


def unchanged(older: str, newer: str) -> list[tuple[int, int, int]]:
    """The passages that stand in both texts in the same order: start in the older, start in the newer, length.

    All in code points. Texts are compared by words, spaces and marks, so that no word counts as half unchanged.
    """
    ours, theirs = _pieces(older), _pieces(newer)
    words = [older[start:end] for start, end in ours], [newer[start:end] for start, end in theirs]
    matcher = SequenceMatcher(None, *words, autojunk=len(theirs) > LONG)
    return [
        (ours[one][0], theirs[other][0], ours[one + size - 1][1] - ours[one][0])
        for one, other, size in matcher.get_matching_blocks()
        if size
    ]


def _pieces(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _PIECE.finditer(text)]


def moved(span: Span, passages: Sequence[tuple[int, int, int]]) -> Span | None:
    """Where a span of the older text stands in the newer one; None where it does not lie in one passage.

    A passage that is hardly longer than the span says too little: the same words may be about something else.
    """
    index = bisect_right(passages, span.start, key=lambda passage: passage[0]) - 1
    if index < 0:
        return None
    older, newer, length = passages[index]
    if span.end > older + length or length - len(span) < CONTEXT:
        return None
    return Span(span.start - older + newer, span.end - older + newer)


def _only_place(text: str, surface: str) -> Span | None:
    """Where `surface` stands in a text, if it stands there once."""
    at = text.find(surface)
    return Span(at, at + len(surface)) if at >= 0 and text.find(surface, at + 1) < 0 else None
