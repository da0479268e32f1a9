"""How unsure models are of what they read in stories, and whose scores say so.

The figure of a story is that of the article, among those that a reviewer did not finish, in which the scores of what
was read lack most of certainty in the mean (`annotations.analyses.doubt`). Of an article that several models read, the
newest reading counts; what came with datasets counts where no pipeline read.
"""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotations.analyses import IMPORTED
from annotations.articles import CURRENT
from annotations.store import Store

_NAMED: Final = "(model = {at} OR model || ' ' || version = {at})"


def most(model_at: str = "") -> str:
    """SQL for the figure of a row of `story`, in tenths of a percent, 0 where nothing was read; ?1 is the reviewer.

    `model_at` is the parameter that names the one model that counts; empty for all.
    """
    named = f" AND {_NAMED.format(at=model_at)}" if model_at else ""
    return (
        "coalesce((SELECT max((SELECT doubt FROM analysis WHERE article_sha256 = sha256 AND model <> ''"
        f"{named} ORDER BY version = '{IMPORTED}', made DESC, analysis.rowid DESC LIMIT 1))"
        " FROM story_article AS place CROSS JOIN article ON article.id = place.article WHERE place.story = story.id"
        " AND place.article NOT IN (SELECT article FROM finished WHERE reviewer = ?1)), 0)"
    )


def doubts(store: Store, reviewer: str, stories: Sequence[int], model: str = "") -> dict[int, int]:
    """The figures of the stories of these numbers, in tenths of a percent. Raises ProjectError."""
    sql = f"SELECT number, {most('?3' if model else '')} FROM story WHERE number IN (SELECT value FROM json_each(?2))"
    return dict(store.rows(sql, [reviewer, json.dumps(list(stories)), *([model] if model else [])]))


class Read(NamedTuple):
    """A model by its name and version, which is empty for what came with datasets, and how many articles it read."""

    name: str
    version: str
    articles: int

    def __str__(self) -> str:
        return f"{self.name} {self.version}".rstrip()

    def is_called(self, name: str) -> bool:
        """Whether a person means it who says `name`, with the version or without."""
        return name in {self.name, str(self)}


def readers(store: Store) -> list[Read]:
    """What models read of the newest versions of a project's articles, the latest first. Raises ProjectError."""
    sql = (
        f"SELECT model, iif(version = '{IMPORTED}', '', version), count(DISTINCT article.id) FROM analysis"
        f" JOIN article ON article_sha256 = sha256 WHERE model <> '' AND {CURRENT}"
        " GROUP BY model, version ORDER BY max(made) DESC, max(analysis.rowid) DESC"
    )
    return [Read(*row) for row in store.rows(sql)]
