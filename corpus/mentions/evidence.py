"""The votes of one place: what a model said of a name, and what the words around it say."""

from typing import Final, NamedTuple

from corpus.mentions.following import behind
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece
from corpus.mentions.preceding import in_front

Votes = dict[str, float]
MODEL: Final[dict[str, float]] = {
    "PERSON": 1.0,
    "GPE": 1.0,
    "ORG": 0.8,
    "LOC": 0.7,
    "EVENT": 0.6,
    "LAW": 0.6,
    "FAC": 0.4,
    "PRODUCT": 0.4,
    "WORK_OF_ART": 0.3,
    "NORP": 0.3,
}
"""How much a model's word for a label counts: models are good at persons and places, and guess the rest."""
_OTHER: Final = 0.2
_LOUD: Final = 0.5  # what a model's word is worth in a line of capitals
_CUT: Final = 0.6  # and where it found another stretch
_NO_PEOPLE: Final = 0.05
_PEOPLE: Final = ("n", "ns", "ese", "ish", "i", "is", "ic", "ist", "ists", "ite", "ites", "er", "ers")


class Evidence(NamedTuple):
    """Votes for labels: of the place, and those that define the name wherever it stands in the story."""

    votes: Votes
    defining: Votes


def evidence(page: Page, piece: Piece) -> Evidence:
    """What speaks for each label of a piece at its place."""
    found = Evidence({}, {})
    if piece.model:
        weight = MODEL.get(piece.model, _OTHER)
        if piece.model == "NORP" and not page.words[piece.last - 1].endswith(_PEOPLE):
            weight = _NO_PEOPLE
        weight *= (_LOUD if page.loud(piece.first) else 1.0) * (1.0 if piece.exact else _CUT)
        found.votes[piece.model] = weight
    for clues, votes in (
        (in_front(page, piece.first, piece.last), found.votes),
        (behind(page, piece.first, piece.last), found.votes),
    ):
        for clue in clues:
            side = found.defining if clue.defining else votes
            side[clue.label] = side.get(clue.label, 0.0) + clue.weight
    return found
