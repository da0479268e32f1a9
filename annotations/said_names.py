"""What reviewers said of what a name stands for: what they call it, a note, an id elsewhere. Pure.

It holds for the whole cluster that a mention is in, whichever that is by now.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from annotations.article_state import ArticleState
from annotations.model import About

NAME: Final = "name"
NOTE: Final = "note"
ID: Final = "id"
_ITEM: Final = re.compile(r"[Qq]\d+")
_ALMOST: Final = re.compile(r"[Qq]\d.*", re.DOTALL)
Place = tuple[int, int, int]
"""The index of an article among others, and start and end of a mention in it."""


class SaidOfName(NamedTuple):
    """A `field` of what the mention at `place` names has a `value`; `decided` is a time, ISO 8601 in UTC."""

    decided: str
    place: Place
    field: str
    value: str


def said_of_names(states: Iterable[ArticleState]) -> list[SaidOfName]:
    """What was said of names in articles, the oldest first; `states` are parallel to the articles."""
    found = [
        SaidOfName(one.decided, (index, span.start, span.end), field, one.value)
        for index, state in enumerate(states)
        for (about, span, _, field), one in state.statements.items()
        if about is About.NAME and span is not None
    ]
    return sorted(found)


def by_cluster(said: Iterable[SaidOfName], cluster_of: Callable[[Place], int]) -> dict[int, dict[str, str]]:
    """What holds for each cluster, values by field: where several mentions say something, what was said last.

    `said` is the oldest first; `cluster_of` gives -1 for a place that is in no cluster.
    """
    found: dict[int, dict[str, str]] = {}
    for one in said:
        cluster = cluster_of(one.place)
        if cluster >= 0:
            found.setdefault(cluster, {})[one.field] = one.value
    return found


def called(titles: Iterable[str], told: Mapping[int, Mapping[str, str]]) -> tuple[str, ...]:
    """The titles of clusters, with the names that reviewers gave in their places."""
    return tuple(told.get(cluster, {}).get(NAME, title) for cluster, title in enumerate(titles))


def external_ids(count: int, told: Mapping[int, Mapping[str, str]]) -> Iterator[str | None]:
    """The id elsewhere of each of `count` clusters; None where nobody gave one."""
    return (told.get(cluster, {}).get(ID) for cluster in range(count))


def external_id(words: str) -> str | None:
    """An id as it is kept: a number of Wikidata with a capital Q, anything else as it is.

    None for what begins like a number of Wikidata and is none.
    """
    identity = " ".join(words.split())
    if _ITEM.fullmatch(identity):
        return identity.upper()
    return None if _ALMOST.fullmatch(identity) else identity
