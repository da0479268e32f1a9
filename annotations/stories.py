"""Stories in a project file: which articles they hold, what is known of them as a whole, and how they change.

A story whose id the input gave keeps it; another's id follows from what it began with. So the same input gives the same
ids in every project.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from annotations.articles import CURRENT
from annotations.event_json import from_json
from annotations.events import Event, Step
from annotations.placement import Placement, placement

_OF_STORIES: Final = (
    "SELECT sitting, step, at, article, kind, payload FROM event WHERE kind IN (?, ?, ?, ?) ORDER BY seq"
)
_MEMBERS: Final = (
    "SELECT title, source, published FROM story_article JOIN article ON article = article.id"
    f" WHERE story = ? AND {CURRENT} ORDER BY number"
)


def key_of(kind: str, value: str) -> str:
    """The id of the story that began with `value`, such as the id of its first `article`: 16 hexadecimal digits."""
    return sha256(f"story\0{kind}\0{value}".encode()).hexdigest()[:16]


def split_key(story: str, article_ids: Sequence[str]) -> str:
    """The id of the story that reviewers make of these articles of another one."""
    return key_of("split", "\0".join((story, *sorted(article_ids))))


def put_story(connection: sqlite3.Connection, story: str, title: str = "") -> None:
    """Have a story of that id; `title` is the one that the input gave it."""
    connection.execute(
        "INSERT INTO story (id, title, fixed) VALUES (?, ?2, ?2) ON CONFLICT (id) DO NOTHING", [story, title]
    )


def place(connection: sqlite3.Connection, stories: Mapping[str, str]) -> None:
    """Put articles that are in no story yet into one: `stories` gives its id by article."""
    connection.executemany(
        "INSERT INTO story_article (article, story, machine) VALUES (?, ?2, ?2) ON CONFLICT (article) DO NOTHING",
        list(stories.items()),
    )


def story_events(connection: sqlite3.Connection) -> list[Event]:
    """What the log can say about stories, whoever said it. Raises ValueError for senseless rows."""
    rows = connection.execute(_OF_STORIES, ["moved", "named", "undone", "redone"])
    return [
        Event(Step(sitting, step), at, "", article, from_json(kind, payload))
        for sitting, step, at, article, kind, payload in rows
    ]


def keep_together(connection: sqlite3.Connection, versions: Mapping[str, str]) -> None:
    """Put newer versions into the stories of the older ones, whoever placed those; `versions` gives the older ones."""
    rows = connection.execute(
        "SELECT article, story, machine FROM json_each(?) AS wanted JOIN story_article ON article = wanted.value",
        [json.dumps(list(versions.values()))],
    )
    places = {article: (story, machine) for article, story, machine in rows}
    placed = [(newer, *places[older]) for newer, older in versions.items() if older in places]
    connection.executemany(
        "INSERT INTO story_article (article, story, machine) VALUES (?, ?, ?) ON CONFLICT (article) DO NOTHING", placed
    )
    refresh(connection, {story for _, story, _ in placed})


def wanted_stories(
    said: Placement, rows: Iterable[tuple[str, str, str]], replaces: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Article, story it lies in, and story it has to lie in, for `rows` of article, story, machine's story.

    What reviewers said of an older version holds for the newer ones until they say something of those.
    """
    for article, story, machine in rows:
        version: str | None = article
        while version is not None and version not in said.stories:
            version = replaces.get(version)
        yield article, story, said.stories[version] if version is not None else machine


def replaced(connection: sqlite3.Connection) -> dict[str, str]:
    """The older version of every newer one."""
    return dict(connection.execute("SELECT id, replaces FROM article WHERE replaces IS NOT NULL"))


def settle(connection: sqlite3.Connection) -> None:
    """Have the tables say of stories what the log says."""
    said, replaces = placement(story_events(connection)), replaced(connection)
    rows: list[tuple[str, str, str]] = connection.execute(
        "SELECT article, story, machine FROM story_article WHERE story <> machine"
        " OR article IN (SELECT value FROM json_each(?))",
        [json.dumps([*said.stories, *replaces])],
    ).fetchall()
    touched: set[str] = set()
    for article, story, wanted in wanted_stories(said, rows, replaces):
        if wanted != story:
            put_story(connection, wanted)
            connection.execute("UPDATE story_article SET story = ? WHERE article = ?", [wanted, article])
            touched |= {story, wanted}
    named: dict[str, str] = dict(connection.execute("SELECT id, title FROM story WHERE named"))
    for story in named.keys() | said.titles.keys():
        if said.titles.get(story, "") != named.get(story, ""):
            put_story(connection, story)
            title = said.titles.get(story, "")
            connection.execute("UPDATE story SET title = ?, named = ? WHERE id = ?", [title, bool(title), story])
            touched.add(story)
    for story in touched:
        _note_workers(connection, story)
    refresh(connection, touched)
    for story in touched:
        count_disagreement(connection, story)


def _note_workers(connection: sqlite3.Connection, story: str) -> None:
    """Note that those work on a story who decided on an article that came into it."""
    connection.execute(
        "INSERT INTO story_work SELECT ?1, reviewer, 0, 0, '{}', max(at) FROM ("
        "SELECT article, reviewer, at FROM finished UNION ALL SELECT article, reviewer, decided FROM annotation"
        ") JOIN story_article USING (article) WHERE story = ?1 GROUP BY reviewer"
        " ON CONFLICT (story, reviewer) DO NOTHING",
        [story],
    )


def refresh(connection: sqlite3.Connection, stories: Iterable[str]) -> None:
    """Count anew what is kept of stories as a whole, but for the disagreement; their articles are to be compared."""
    from corpus.stories.headline import headline  # noqa: PLC0415 (wanted where stories change, not at every start)

    for story in sorted(stories):
        members = connection.execute(_MEMBERS, [story]).fetchall()
        days = sorted(published for _, _, published in members if published)
        sources = {source.casefold() for _, source, _ in members if source}
        first, last = (days[0], days[-1]) if days else ("", "")
        connection.execute(
            "UPDATE story SET articles = ?, sources = ?, first = ?, last = ?, compared = 0,"
            " title = CASE WHEN named THEN title WHEN fixed <> '' THEN fixed ELSE ? END WHERE id = ?",
            [len(members), len(sources), first, last, headline([title for title, _, _ in members]), story],
        )
        count_finished(connection, story)


def count_disagreement(connection: sqlite3.Connection, story: str) -> None:
    """Count anew what the articles of a story disagree on, as far as they were profiled."""
    from corpus.stories.disagreement import disagreement  # noqa: PLC0415 (wanted where stories change, not at every start)
    from corpus.stories.profile import PROFILE, Profile  # noqa: PLC0415

    rows = connection.execute(
        "SELECT data FROM story_article JOIN article ON story_article.article = article.id"
        f" JOIN profile ON profile.article = number WHERE story = ? AND version = ? AND {CURRENT} ORDER BY number",
        [story, PROFILE],
    )
    count = disagreement(Profile.from_bytes(data) for (data,) in rows)
    connection.execute("UPDATE story SET disagreement = ? WHERE id = ?", [count, story])


def count_finished(connection: sqlite3.Connection, story: str) -> None:
    """Count anew how many articles of a story its reviewers have finished."""
    connection.execute(
        "UPDATE story_work SET finished = (SELECT count(*) FROM finished JOIN story_article USING (article)"
        " JOIN article ON article.id = story_article.article"
        f" WHERE story = story_work.story AND reviewer = story_work.reviewer AND {CURRENT}) WHERE story = ?",
        [story],
    )


def begin_work(connection: sqlite3.Connection, story: str, reviewer: str, at: str) -> None:
    """Note that a reviewer works on a story."""
    connection.execute(
        "INSERT INTO story_work VALUES (?, ?, 0, 0, '{}', ?) ON CONFLICT (story, reviewer) DO NOTHING",
        [story, reviewer, at],
    )


def put_work(connection: sqlite3.Connection, story: str, reviewer: str, where: Any, opened: int, at: str) -> None:
    """Note where a reviewer is in a story, and how many proposals are open in what was read of it."""
    if not connection.execute("SELECT 1 FROM story WHERE id = ?", [story]).fetchone():
        return
    connection.execute(
        "INSERT INTO story_work VALUES (?, ?, 0, ?, ?, ?) ON CONFLICT (story, reviewer)"
        " DO UPDATE SET open = excluded.open, place = excluded.place, at = excluded.at",
        [story, reviewer, opened, json.dumps(where), at],
    )
    count_finished(connection, story)
