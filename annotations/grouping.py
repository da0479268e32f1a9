"""Having articles fall into stories: those whose input named a story, then the rest by what they report.

What an article is grouped by is kept as its profile, so that new articles do not have the old ones read again. Articles
that are in a story stay there: the machine never moves what it, an input or a reviewer has placed.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from annotations.articles import CURRENT
from annotations.furniture import count_furniture
from annotations.store import Store
from annotations.stories import count_disagreement, key_of, place, put_story, refresh
from corpus.stories.grouping import grouped
from corpus.stories.near_copies import near_copies
from corpus.stories.profile import PROFILE, Profile, profile_of

CHUNK: Final = 500  # articles that are profiled between two words about how far it is
MANY: Final = 4000  # articles from which on all cores profile
COMPARED: Final = 400  # articles of a story that are looked through for near-copies

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Grouped:
    """What a grouping did: how many `articles` it placed, in how many `stories`, of which `fresh` ones are new."""

    articles: int
    stories: int
    fresh: int


@dataclass(frozen=True, slots=True)
class _Loose:
    """An article that is in no story yet."""

    number: int
    id: str
    given: str


def group(store: Store, progress: Progress = lambda _what, _done, _all: None) -> Grouped:
    """Place every article that is in no story yet, and look through the stories that changed. Raises ProjectError."""
    rows = store.rows(
        "SELECT number, id, given_story FROM article WHERE id NOT IN (SELECT article FROM story_article)"
        f" AND {CURRENT} ORDER BY number"
    )
    _profile_all(store, progress)
    done = _place([_Loose(*row) for row in rows], store, progress) if rows else Grouped(0, 0, 0)
    _compare(store, progress)
    if done.articles:
        count_furniture(store)
    return done


def _place(loose: Sequence[_Loose], store: Store, progress: Progress) -> Grouped:
    """Place articles: by the ids that their input gave, else by what they report."""
    placed = _placed(store, loose)
    wanted = {one.id: placed[one.number] for one in loose if one.number in placed}
    unplaced = [one for one in loose if one.number not in placed]
    if unplaced:
        wanted |= _grouped(_profiles(store), placed, unplaced, progress)
    return _write(store, wanted)


def _placed(store: Store, loose: Sequence[_Loose]) -> dict[int, str]:
    """The stories of articles by number: those they lie in, and those that their input gave them."""
    rows = store.rows("SELECT number, story FROM story_article JOIN article ON article = article.id")
    return dict(rows) | {one.number: one.given for one in loose if one.given}


def _grouped(
    profiles: Mapping[int, Profile], placed: Mapping[int, str], unplaced: Sequence[_Loose], progress: Progress
) -> dict[str, str]:
    """The stories of articles that nobody placed."""
    keys = list(dict.fromkeys(placed[number] for number in sorted(placed)))
    index = {key: number for number, key in enumerate(keys)}
    order = sorted(profiles)
    before = [index[placed[number]] if number in placed else None for number in order]
    found = dict(
        zip(
            order,
            grouped([profiles[number] for number in order], before, lambda done, of: progress("grouping", done, of)),
            strict=True,
        )
    )
    seeds: dict[int, str] = dict(enumerate(keys))
    for one in unplaced:
        seeds.setdefault(found[one.number], key_of("article", one.id))
    return {one.id: seeds[found[one.number]] for one in unplaced}


def _write(store: Store, wanted: Mapping[str, str]) -> Grouped:
    """Write where articles lie, all at once."""
    fresh = 0
    with store.write() as connection:
        known = {story for (story,) in connection.execute("SELECT id FROM story")}
        for story in wanted.values():
            if story not in known:
                put_story(connection, story)
                known.add(story)
                fresh += 1
        place(connection, wanted)
        _place_older(connection)
        refresh(connection, set(wanted.values()))
    return Grouped(len(wanted), len(set(wanted.values())), fresh)


def _place_older(connection: sqlite3.Connection) -> None:
    """Put older versions that are in no story into those of the newer ones."""
    placed = 1
    while placed:
        placed = connection.execute(
            "INSERT INTO story_article (article, story, machine) SELECT replaces, story, machine FROM article"
            " JOIN story_article ON story_article.article = article.id WHERE replaces IS NOT NULL"
            " AND replaces NOT IN (SELECT article FROM story_article) ON CONFLICT (article) DO NOTHING"
        ).rowcount


def _compare(store: Store, progress: Progress) -> None:
    """In stories that changed, mark near-copies, and count what the articles disagree on."""
    stories = [story for (story,) in store.rows("SELECT id FROM story WHERE NOT compared AND articles > 0")]
    for start in range(0, len(stories), CHUNK):
        some = stories[start : start + CHUNK]
        copies = [pair for articles in _members(store, some).values() for pair in _copies(store, articles)]
        with store.write() as connection:
            connection.executemany("UPDATE story_article SET copy_of = ? WHERE article = ?", copies)
            for story in some:
                count_disagreement(connection, story)
            connection.executemany("UPDATE story SET compared = 1 WHERE id = ?", [(story,) for story in some])
        progress("comparing", min(start + CHUNK, len(stories)), len(stories))


def _members(store: Store, stories: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the newest versions in stories."""
    rows = store.rows(
        "SELECT story, article.id FROM json_each(?) AS wanted JOIN story_article ON story = wanted.value"
        f" JOIN article ON article = article.id WHERE {CURRENT} ORDER BY number",
        [json.dumps(list(stories))],
    )
    members: dict[str, list[str]] = defaultdict(list)
    for story, article in rows:
        members[story].append(article)
    return members


def _copies(store: Store, members: Sequence[str]) -> Iterator[tuple[str | None, str]]:
    """For the articles of a story: of which other one each is a near-copy."""
    if len(members) < 2:
        return
    ids = list(members[:COMPARED])
    texts = [
        text
        for (text,) in store.rows(
            "SELECT text FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value ORDER BY wanted.key",
            [json.dumps(ids)],
        )
    ]
    for article, other in zip(ids, near_copies(texts), strict=True):
        yield (None if other is None else ids[other]), article


# Profiles


def _profiles(store: Store) -> dict[int, Profile]:
    """The profiles of all newest versions, by the articles' numbers."""
    rows = store.rows(f"SELECT number, data FROM profile JOIN article ON article = number WHERE {CURRENT}")
    return {number: Profile.from_bytes(data) for number, data in rows}


def _profile_all(store: Store, progress: Progress) -> None:
    """Profile the articles that have none, or one of another version of this program."""
    missing = [
        number
        for (number,) in store.rows(
            "SELECT number FROM article WHERE number NOT IN (SELECT article FROM profile WHERE version = ?)"
            " ORDER BY number",
            [PROFILE],
        )
    ]
    chunks = [missing[start : start + CHUNK] for start in range(0, len(missing), CHUNK)]
    done = 0
    for numbers, profiles in zip(chunks, _profiled(store, chunks, len(missing)), strict=True):
        with store.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO profile VALUES (?, ?, ?)",
                [(number, PROFILE, data) for number, data in zip(numbers, profiles, strict=True)],
            )
        done += len(numbers)
        progress("profiling", done, len(missing))


def _profiled(store: Store, chunks: Sequence[Sequence[int]], count: int) -> Iterator[list[bytes]]:
    """The profiles of chunks of articles, in order; on all cores where there are many, with few chunks on the way."""
    texts = (_texts(store, chunk) for chunk in chunks)
    if count < MANY:
        yield from map(profiled, texts)
        return
    import multiprocessing  # noqa: PLC0415 (only for what is large)
    import os  # noqa: PLC0415
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415

    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        under_way: list[Future[list[bytes]]] = [pool.submit(profiled, one) for one in islice(texts, 2 * workers)]
        while under_way:
            yield under_way.pop(0).result()
            under_way += [pool.submit(profiled, one) for one in islice(texts, 1)]


def _texts(store: Store, numbers: Sequence[int]) -> list[tuple[str, str, str]]:
    rows = store.rows(
        "SELECT title, text, published FROM json_each(?) AS wanted JOIN article ON number = wanted.value"
        " ORDER BY wanted.key",
        [json.dumps(list(numbers))],
    )
    return [(title, text, published) for title, text, published in rows]


def profiled(texts: Sequence[tuple[str, str, str]]) -> list[bytes]:
    """The profiles of articles, given as title, text and time of publication; runs in a process of its own."""
    return [profile_of(title, text, published).to_bytes() for title, text, published in texts]
