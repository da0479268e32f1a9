"""A place of a story where a name may stand."""

from typing import NamedTuple

from corpus.mentions.evidence import Votes
from corpus.mentions.gazetteer import folded, world
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece


class Place(NamedTuple):
    """A piece of a page, the `name` it is counted under, and the votes of the place."""

    piece: Piece
    name: str
    votes: Votes


def name_of(page: Page, piece: Piece, written: frozenset[str]) -> str:
    """The name that a piece is counted under: its words without accents, and without capitals all over.

    `written` are the words that the story writes with one capital.
    """
    if piece.last - piece.first == 1:
        name = folded(page.words[piece.first])
    else:
        name = folded(" ".join(page.text[page.starts[piece.first] : page.ends[piece.last - 1]].split()))
    if len(name) > 3 and name.isupper():
        plain = name.title()
        if plain in world() or all(word in written for word in plain.split()):
            return plain
    return name
