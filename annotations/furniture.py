"""Pieces of text that recur in several stories of a project: page furniture, whatever they say.

Which ones do is counted when articles are grouped, from their profiles, so that no text is read for it again.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final

from annotations.articles import CURRENT
from annotations.store import Store
from corpus.boilerplate.known import Known, hashes_of, known_from
from corpus.stories.profile import Profile

_PROFILES: Final = (
    "SELECT story, data FROM profile JOIN article ON profile.article = number"
    f" JOIN story_article ON story_article.article = article.id WHERE {CURRENT} ORDER BY number"
)


def count_furniture(store: Store) -> None:
    """Count anew which pieces recur. Raises ProjectError."""
    known = known_from([(Profile.from_bytes(data).pieces, story) for story, data in store.rows(_PROFILES)])
    with store.write() as connection:
        connection.execute("DELETE FROM furniture")
        connection.executemany(
            "INSERT INTO furniture VALUES (?, ?, ?)",
            [(piece, count, known.apart.get(piece, 0)) for piece, count in known.stories.items()],
        )


def furniture(store: Store, texts: Iterable[str]) -> Known:
    """What other stories of the project tell of the pieces of these texts. Raises ProjectError."""
    pieces = sorted(set(chain.from_iterable(map(_hashes_of, texts))))
    rows = store.rows(
        "SELECT piece, stories, apart FROM furniture WHERE piece IN (SELECT value FROM json_each(?))",
        [json.dumps(pieces)],
    )
    return Known({piece: count for piece, count, _ in rows}, {piece: apart for piece, _, apart in rows if apart})


@lru_cache(maxsize=64)
def _hashes_of(text: str) -> tuple[int, ...]:
    """The hashes of a text's pieces, kept: the story on the desk is asked about after every few decisions."""
    return tuple(hashes_of(text))
