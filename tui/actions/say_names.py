"""What is said of a name: what it is called, a note, an id elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from annotations import describe
from annotations.decide import RefusedError
from annotations.events import Change
from annotations.model import About
from annotations.said_names import ID, NAME, NOTE, external_id
from corpus.clusters.best_name import best_name
from tui.actions.tie import compared_of
from tui.compared import Spot

if TYPE_CHECKING:
    from tui.desk import Desk

_CALLED: Final = {NAME: "the name", NOTE: "the note", ID: "the id"}
_NOTHING: Final = {NAME: "as in the texts", NOTE: "none", ID: "none"}


def say(desk: "Desk", title: Spot, field: str, words: str) -> None:
    """Give what a mention names a name, a note or an id; no words take it back."""
    cluster = compared_of(desk).cluster_at(title)
    value = _value(desk, cluster, field, words)
    holders = _holders(desk, cluster, field)
    places = holders if not value else holders[-1:] or [title]
    changes = [one for spot in places for one in _stated(desk, spot, field, value)]
    if not changes:
        message = f"{_CALLED[field]} is as it was"
        raise RefusedError(message)
    desk.relate(changes)
    desk.message = f"{_CALLED[field]} of {compared_of(desk).best(cluster)}: {value or _NOTHING[field]}"


def renamed(desk: "Desk", title: Spot, others: Sequence[int]) -> list[tuple[str, Change]]:
    """What has to be said so that names, the clusters `others` put to that of `title`, are called as that one is."""
    compared = compared_of(desk)
    here = compared.cluster_at(title)
    spots = [spot for other in others for spot in _holders(desk, other, NAME)]
    changes = [one for spot in spots for one in _stated(desk, spot, NAME, "")]
    surfaces = [compared.surface(spot) for cluster in (here, *others) for spot in compared.members(cluster)]
    if compared.given(here) or best_name(surfaces) == compared.best(here):
        return changes
    return [*changes, *_stated(desk, title, NAME, " ".join(compared.best(here).split()))]


def _stated(desk: "Desk", spot: Spot, field: str, value: str) -> list[tuple[str, Change]]:
    end = desk.ties.end(spot)
    place = (end.span, end.span.surface(end.text))
    said = describe.state_of(end.state, About.NAME, field, value, place=place)
    return [(end.article_id, one) for one in said]


def _value(desk: "Desk", cluster: int, field: str, words: str) -> str:
    """What is kept of words; of a name nothing, where it is the one that stands in the texts."""
    value = " ".join(words.split())
    if field == ID:
        identity = external_id(value)
        if identity is None:
            message = f"{value} is no number of Wikidata: Q and digits"
            raise RefusedError(message)
        return identity
    own = " ".join(compared_of(desk).best(cluster).split()) if field == NAME else ""
    return "" if value == own else value


def _holders(desk: "Desk", cluster: int, field: str) -> list[Spot]:
    """The mentions of a cluster of which a field was said, the last one said last."""
    found: list[tuple[str, Spot]] = []
    for spot in compared_of(desk).members(cluster):
        statement = desk.ties.end(spot).state.statements.get((About.NAME, spot.span, "", field))
        if statement is not None:
            found.append((statement.decided, spot))
    return [spot for _, spot in sorted(found)]
