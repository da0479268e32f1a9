"""The queue of stories: every story of a project as one row, in one of several orders, read by window.

A project may hold a hundred thousand articles: a list of numbers says the order, and only the rows that are seen are
fetched.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from annotations.articles import CURRENT
from annotations.carried import uncarried
from annotations.doubts import most
from annotations.store import Store
from corpus.article import Article, Story

if TYPE_CHECKING:
    Numbers = array[int]
else:
    Numbers = array  # cannot be subscripted before Python 3.12


class Order(StrEnum):
    """How the queue is sorted; what is largest or latest comes first."""

    DATE = "date"
    SIZE = "size"
    OPEN = "open work"
    DISAGREEMENT = "disagreement"
    DOUBT = "doubt"


class State(StrEnum):
    """How far a reviewer is with a story."""

    NEW = "new"
    IN_WORK = "in work"
    DONE = "done"


_FINISHED: Final = "coalesce(finished, 0)"
_ORDERS: Final = {
    Order.DATE: ("last", "story.number"),
    Order.SIZE: ("articles", "story.number"),
    Order.OPEN: (f"articles - {_FINISHED}", "coalesce(open, 0)", "last", "story.number"),
    Order.DISAGREEMENT: ("disagreement", "story.number"),
    Order.DOUBT: (most(), "story.number"),
}
_STATE: Final = f"CASE WHEN work.story IS NULL THEN 'new' WHEN {_FINISHED} >= articles THEN 'done' ELSE 'in work' END"
# CROSS JOIN has SQLite begin with the few articles of a story, and not with all that the reviewer ever said.
_VERDICT: Final = (
    "coalesce((SELECT value FROM story_article AS place CROSS JOIN statement AS said ON said.article = place.article"
    " AND reviewer = ?1 AND about = 'story' AND said.story = story.id AND field = 'verdict'"
    " WHERE place.story = story.id ORDER BY decided DESC LIMIT 1), '')"
)
_FROM: Final = "FROM story LEFT JOIN story_work AS work ON work.story = story.id AND work.reviewer = ?1"
_MATCHING: Final = (
    "(story.id IN (SELECT story FROM article_words JOIN article ON number = article_words.rowid"
    f" JOIN story_article ON article = article.id WHERE article_words MATCH ?2 AND {CURRENT})"
    " OR (named AND instr(lower(title), lower(?3))))"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One story of the queue: `articles` are its newest versions, `first` and `last` its days.

    `finished` articles, `open` proposals in what was read, `state`, `at` (when last seen) and `verdict` (the value of a
    Verdict, "" for none) are those of the reviewer.
    """

    number: int
    id: str
    title: str
    articles: int
    sources: int
    first: str
    last: str
    disagreement: int
    finished: int
    open: int
    state: State
    at: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories a list shows, and how: those whose title or texts have the `words`, those in one `state`.

    `model` is the one whose doubt counts where that is the order; empty for each article's newest reading.
    """

    order: Order = Order.DATE
    ascending: bool = False
    words: str = ""
    state: State | None = None
    model: str = ""


def total(store: Store) -> int:
    """How many stories there are."""
    return int(store.rows("SELECT count(*) FROM story WHERE articles > 0")[0][0])


def numbers(store: Store, reviewer: str, wanted: Wanted) -> Numbers:
    """The numbers of all the stories that are wanted, in order. Raises ProjectError."""
    sql, values = _selection(reviewer, wanted)
    return array("I", (number for (number,) in store.rows(sql, values)))


def first_numbers(store: Store, reviewer: str, wanted: Wanted, count: int) -> Numbers:
    """The first of `numbers`."""
    sql, values = _selection(reviewer, wanted)
    return array("I", (number for (number,) in store.rows(f"{sql} LIMIT {int(count)}", values)))


def _selection(reviewer: str, wanted: Wanted) -> tuple[str, list[str]]:
    conditions, values = ["articles > 0"], [reviewer]
    if wanted.words.strip():
        from annotations.query import as_typed  # noqa: PLC0415 (not wanted for a first look at the list)

        match = as_typed(wanted.words)
        if match:
            conditions.append(_MATCHING)
            values += [match, wanted.words.strip()]
    if wanted.state is not None:
        conditions.append(f"{_STATE} = '{wanted.state.value}'")
    way = "ASC" if wanted.ascending else "DESC"
    by = _ORDERS[wanted.order]
    if wanted.order is Order.DOUBT and wanted.model:
        values.append(wanted.model)
        by = (most(f"?{len(values)}"), "story.number")
    keys = ", ".join(f"{key} {way}" for key in by)
    # A join that decides nothing would keep SQLite from taking the order from an index.
    if wanted.order in {Order.OPEN, Order.DOUBT} or wanted.state is not None:
        return f"SELECT story.number {_FROM} WHERE {' AND '.join(conditions)} ORDER BY {keys}", values
    conditions.append("?1 IS NOT NULL")
    return f"SELECT story.number FROM story WHERE {' AND '.join(conditions)} ORDER BY {keys}", values


def listed(store: Store, reviewer: str, wanted: Sequence[int]) -> list[Listed]:
    """The stories of these numbers, in that order; those that are gone are left out. Raises ProjectError."""
    rows = store.rows(
        f"SELECT story.number, story.id, title, articles, sources, first, last, disagreement, {_FINISHED},"
        f" coalesce(open, 0), {_STATE}, coalesce(work.at, ''), {_VERDICT} {_FROM} WHERE story.number IN"
        " (SELECT value FROM json_each(?2)) AND articles > 0",
        [reviewer, json.dumps(list(wanted))],
    )
    by_number = {row[0]: _listed(row) for row in rows}
    return [by_number[number] for number in wanted if number in by_number]


def _listed(row: Sequence[Any]) -> Listed:
    number, identity, title, articles, sources, first, last, disagreement, finished, opened, state, at, verdict = row
    whole, work = (number, identity, title, articles, sources, first, last), (finished, opened, State(state), at)
    return Listed(*whole, disagreement, *work, verdict)


def story(store: Store, story_id: str, reviewer: str = "") -> Story | None:
    """A story with its articles as the desk shows them; None where there is none of that id, or nothing in it.

    Older versions of an article are left out, but for those on which the reviewer decided and that were not carried
    over.
    """
    rows = store.rows(
        f"SELECT article.id, {CURRENT}, EXISTS (SELECT 1 FROM annotation WHERE annotation.article = article.id"
        " AND reviewer = ?2) FROM story_article JOIN article ON article = article.id WHERE story = ?1 ORDER BY number",
        [story_id, reviewer],
    )
    ids = [
        article
        for article, newest, decided in rows
        if newest or (decided and uncarried(store, store.annotations(article), reviewer))
    ]
    if not ids:
        return None
    return Story(title_of(store, story_id), tuple(store.articles(ids)), story_id)


def story_id_of(store: Store, article_id: str) -> str:
    """The id of the story that holds an article; empty for none."""
    rows = store.rows("SELECT story FROM story_article WHERE article = ?", [article_id])
    return str(rows[0][0]) if rows else ""


def title_of(store: Store, story_id: str) -> str:
    """What a story is called; empty where there is none."""
    rows = store.rows("SELECT title FROM story WHERE id = ?", [story_id])
    return str(rows[0][0]) if rows else ""


def articles_of(store: Store, story_id: str) -> list[str]:
    """The ids of all articles of a story, those that have newer versions behind the others."""
    rows = store.rows(
        "SELECT article FROM story_article JOIN article ON article = article.id WHERE story = ?"
        f" ORDER BY {CURRENT} DESC, number",
        [story_id],
    )
    return [article for (article,) in rows]


def copies(store: Store, story_id: str) -> dict[str, str]:
    """The articles of a story that are near-copies of others in it: which is a copy of which."""
    return dict(
        store.rows("SELECT article, copy_of FROM story_article WHERE story = ? AND copy_of IS NOT NULL", [story_id])
    )


def versions_of(store: Store, article_id: str) -> list[str]:
    """All versions of an article: itself, those before it, and those after it."""
    found = [article_id]
    for one in found:
        rows = store.rows(
            "SELECT replaces FROM article WHERE id = ?1 UNION SELECT id FROM article WHERE replaces = ?1", [one]
        )
        found += [version for (version,) in rows if version is not None and version not in found]
    return found


def newer_than_decided(store: Store, articles: Sequence[Article], reviewer: str) -> list[str]:
    """A line where articles are about to be newer versions of ones on which a reviewer decided."""
    rows = store.rows(
        "SELECT count(DISTINCT article.id) FROM json_each(?1) AS wanted JOIN article ON article.name = wanted.value"
        " JOIN annotation ON annotation.article = article.id AND reviewer = ?2"
        f" WHERE origin = '' AND {CURRENT} AND article.id NOT IN (SELECT value FROM json_each(?3))",
        [json.dumps([one.name for one in articles]), reviewer, json.dumps([one.id for one in articles])],
    )
    if not rows[0][0]:
        return []
    return [f"texts that changed since you annotated them: {rows[0][0]} (variorum carry takes the annotations over)"]


def older_versions(store: Store, article_ids: Sequence[str]) -> set[str]:
    """Those of the articles that have a newer version."""
    rows = store.rows(
        "SELECT replaces FROM json_each(?) AS wanted JOIN article ON replaces = wanted.value",
        [json.dumps(list(article_ids))],
    )
    return {identity for (identity,) in rows}
