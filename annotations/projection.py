"""What follows from the log and is kept beside it: the tables that a step changes, written in its transaction."""

import json
import sqlite3
from collections.abc import Iterable

from annotations.annotation_rows import put_annotations
from annotations.connections import put_connections
from annotations.events import Event
from annotations.relations import put_relations
from annotations.replay import Delta
from annotations.statements import put_statements
from annotations.stories import begin_work, count_finished, settle


def project(connection: sqlite3.Connection, reviewer: str, delta: Delta) -> None:
    """Write what a step of a reviewer changed of articles."""
    put_annotations(connection, delta)
    put_relations(connection, reviewer, delta)
    put_statements(connection, reviewer, delta)
    put_connections(connection, reviewer, delta)
    for article_id, at in delta.finished.items():
        connection.execute("DELETE FROM finished WHERE article = ? AND reviewer = ?", [article_id, reviewer])
        if at:
            connection.execute("INSERT INTO finished VALUES (?, ?, ?)", [article_id, reviewer, at])


def project_stories(connection: sqlite3.Connection, first: Event, delta: Delta) -> None:
    """Write what a step changed of stories, and that its reviewer works on them; `first` is its first event."""
    if delta.stories:
        settle(connection)
        return
    for story in _stories_of(connection, delta.finished):
        begin_work(connection, story, first.reviewer, first.at)
        count_finished(connection, story)


def _stories_of(connection: sqlite3.Connection, article_ids: Iterable[str]) -> list[str]:
    """The stories in which articles lie."""
    rows = connection.execute(
        "SELECT DISTINCT story FROM json_each(?) AS wanted JOIN story_article ON article = wanted.value",
        [json.dumps(list(article_ids))],
    )
    return [story for (story,) in rows]
