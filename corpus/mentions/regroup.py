"""Names that the story knows, joined where they were cut, and taken out of headlines."""

from collections.abc import Sequence
from typing import Final

from corpus.mentions.ballot import Ballot
from corpus.mentions.evidence import evidence
from corpus.mentions.gazetteer import NOTHING, SURE, world
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece
from corpus.mentions.place import Place, name_of

_LONGEST: Final = 4  # words of a known name that is looked for in a headline


def regrouped(page: Page, places: Sequence[Place], ballot: Ballot, written: frozenset[str]) -> list[Place]:
    """The places of a page, by first word, with other pieces where the story knows better."""
    result: list[Place] = []
    for place in places:
        if _is_mixed(page, place, ballot):
            result += _taken_out(page, place, ballot, written)
            continue
        whole: Place | None = place
        while whole is not None:
            place = whole  # noqa: PLW2901 (grows to the left)
            whole = _joined(page, result[-1], place, ballot, written) if result else None
            if whole is not None:
                result.pop()
        result.append(place)
    return result


def _joined(page: Page, before: Place, place: Place, ballot: Ballot, written: frozenset[str]) -> Place | None:
    """Two places as one, where the story has the name that they make together."""
    if before.piece.last != place.piece.first or before.piece.label or not page.tied(place.piece.first):
        return None
    whole = Piece(before.piece.first, place.piece.last)
    name = name_of(page, whole, written)
    return Place(whole, name, evidence(page, whole).votes) if name in ballot.named else None


def _is_mixed(page: Page, place: Place, ballot: Ballot) -> bool:
    """Whether a stretch of several words may hold a name among others, because its capitals tell nothing."""
    piece = place.piece
    if piece.last - piece.first == 1 or piece.label or place.name in world():
        return False
    if piece.model:
        return page.loud(piece.first) and ballot.counts[place.name] == 1
    return place.name not in ballot.named and (page.loud(piece.first) or page.begins(piece.first))


def _taken_out(page: Page, place: Place, ballot: Ballot, written: frozenset[str]) -> list[Place]:
    result: list[Place] = []
    index, last = place.piece.first, place.piece.last
    while index < last:
        for end in range(min(last, index + _LONGEST), index, -1):
            part = Piece(index, end)
            name = name_of(page, part, written)
            known = ballot.knows(name) or world().get(name, NOTHING)[1] >= SURE
            if known and name != place.name:
                result.append(Place(part, name, {}))
                index = end
                break
        else:
            index += 1
    return result or [place]
