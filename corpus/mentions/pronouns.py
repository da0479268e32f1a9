"""Whom "he" or "she" at the beginning of a sentence speaks of."""

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.mentions.context_words import SAYING
from corpus.mentions.gazetteer import world
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece
from corpus.mentions.words import words

_PRONOUNS: Final = frozenset(("He", "She"))
_AUXILIARIES: Final = words("had has is was will")
_FARTHEST: Final = 40  # words of the sentence before
_MOST: Final = 8  # names of a sentence


def spoken_of(page: Page, pieces: Sequence[Piece]) -> Iterator[int]:
    """The first words of pieces that a sentence with "he" or "she" follows, and that are the subject before it."""
    if not any(pronoun in page.words for pronoun in _PRONOUNS):
        return
    at = 0
    for index in page.capitals:
        if page.words[index] not in _PRONOUNS or not page.begins(index) or index == 0:
            continue
        while at < len(pieces) and pieces[at].last <= index:
            at += 1
        start = index - 1
        while start > 0 and index - start < _FARTHEST and not page.begins(start):
            start -= 1
        first = next((piece for piece in pieces[max(0, at - _MOST) : at] if piece.first >= start), None)
        if first is not None and first.first == start and _is_subject(page, first):
            yield start


def _is_subject(page: Page, piece: Piece) -> bool:
    """Whether a piece that a sentence begins with may be a person of whom a verb tells something."""
    if not piece.model or piece.label or page.joined(piece.first, piece.last) in world():
        return False
    verb = page.after(piece.last - 1)
    return verb in SAYING or verb in _AUXILIARIES or (verb.endswith("ed") and verb.islower())
