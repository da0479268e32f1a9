"""Brings together what the capitals of an article show and what a model found."""

from collections.abc import Sequence
from typing import Final

from corpus.mentions.gazetteer import COUNTRY, NOTHING, given_names, world
from corpus.mentions.head_words import PARTICLES
from corpus.mentions.heads import head_label, label_of_words
from corpus.mentions.page import Page
from corpus.mentions.piece import Piece

_HYPHENS: Final = frozenset("-‑")
_LOUD: Final = 4  # words of a name in a line of capitals
_PEOPLED: Final = frozenset(("GPE", "LOC", "PERSON", "NORP"))


def merged(page: Page, parts: Sequence[Piece], blocks: Sequence[Piece]) -> list[Piece]:
    """Parts and blocks together: what a part says of itself goes first, then what the model says."""
    result: list[Piece] = []
    at = number = 0
    while number < len(parts):
        part = parts[number]
        number += 1
        while at < len(blocks) and blocks[at].last <= part.first:
            result.append(blocks[at])
            at += 1
        here: list[Piece] = []
        while at < len(blocks) and blocks[at].first < part.last:
            block = blocks[at]
            at += 1
            if _is_of_another(page, part, parts[number : number + 1], block):
                block = block._replace(last=part.last, exact=False)
            while number < len(parts) and parts[number].first < block.last:
                first, last = min(part.first, block.first), max(parts[number].last, block.last)
                part = Piece(first, last, *label_of_words(page.named(first, last)))
                block = Piece(first, last, model=block.model, exact=False)
                number += 1
            here.append(block)
        result += _within(page, part, here)
    return result + list(blocks[at:])


def _is_of_another(page: Page, part: Piece, others: Sequence[Piece], block: Piece) -> bool:
    """Whether a model took a person for a part of the organisation behind: "Ada Mills of the Ministry of …"."""
    return any(
        other.first < block.last and other.label == "ORG" and not part.label and head_label(page.words[other.first])
        for other in others
    )


def _within(page: Page, part: Piece, blocks: Sequence[Piece]) -> list[Piece]:
    loud = page.loud(part.first)
    if part.label and not (loud and part.last - part.first > _LOUD):
        if blocks and _begun_too_early(page, part, blocks[0]):
            part = part._replace(first=blocks[0].first)
        models = {block.model for block in blocks}
        whole = len(blocks) == 1 and (blocks[0].first, blocks[0].last) == (part.first, part.last)
        return [part._replace(model=models.pop() if len(models) == 1 else "", exact=whole)]
    pieces: list[Piece] = []
    at = min(part.first, blocks[0].first) if blocks else part.first
    for block in blocks:
        if block.last <= at:
            continue
        pieces += _passed_over(page, at, block.first)
        pieces += _without_people(page, block._replace(first=max(at, block.first)))
        at = block.last
    return _joined(page, [*pieces, *_passed_over(page, at, part.last)], loud=loud)


def _begun_too_early(page: Page, part: Piece, block: Piece) -> bool:
    """Whether only the first word of a sentence stands before what the model found: "Call Crime Stoppers"."""
    word = page.words[part.first]
    return block.first == part.first + 1 and page.begins(part.first) and word not in page.cased and word not in world()


def _without_people(page: Page, block: Piece) -> list[Piece]:
    """A place or person that the model took together with a nationality, apart: "Pakistani Kashmir"."""
    first = page.words[block.first]
    people = world().get(first, NOTHING)
    if block.last - block.first < 2 or people[0] != "NORP" or block.model not in _PEOPLED:
        return [block]
    if page.joined(block.first, block.last) in world() or (block.model == "PERSON" and first in given_names()):
        return [block]
    second = block.first + 1
    rest = world().get(page.joined(second, block.last), NOTHING)
    model = block.model if block.model in {"PERSON", rest[0]} else ""
    return [Piece(block.first, second, *people), Piece(second, block.last, *rest, model, exact=False)]


def _passed_over(page: Page, first: int, last: int) -> list[Piece]:
    """A stretch that the model passed over, without the peoples in it and the country that it begins with."""
    pieces: list[Piece] = []
    low = index = first
    while index < last:
        entry, size = _known_at(page, index, last)
        if entry[0] == "NORP" or (entry[0] and index == first):
            if low < index:
                pieces.append(Piece(low, index))
            pieces.append(Piece(index, index + size, *entry))
            low = index + size
        index += size if low > index else 1
    return [*pieces, Piece(low, last)] if low < last else pieces


def _known_at(page: Page, index: int, last: int) -> tuple[tuple[str, float], int]:
    for size in (3, 2, 1):
        if index + size <= last:
            entry = world().get(page.joined(index, index + size))
            if entry:
                return entry, size
    return NOTHING, 1


def _joined(page: Page, pieces: Sequence[Piece], *, loud: bool) -> list[Piece]:
    """Pieces of one run, with what the model cut off put to what it found."""
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before and (not loud or page.gap(piece.first) in _HYPHENS) and _goes_on(page, before, piece):
            kind = label_of_words(page.named(before.first, piece.last))
            result[-1] = Piece(before.first, piece.last, *kind, before.model or piece.model, exact=False)
        else:
            result.append(piece)
    return result


def _goes_on(page: Page, before: Piece, piece: Piece) -> bool:
    """Whether two pieces of a run are one name."""
    if "NORP" in {before.label, piece.label}:
        return False
    if page.gap(piece.first) in _HYPHENS or {page.words[before.last - 1], page.words[piece.first]} & PARTICLES:
        return True
    if "NORP" in {before.model, piece.model}:
        return False
    if bool(before.model) == bool(piece.model):
        return not before.model or _branch(page, before, piece)
    if not before.model and before.last - before.first == 1 and page.begins(before.first):
        full = piece.last - piece.first > 1 and page.words[piece.first] in given_names()
        return not full and not before.label and page.lower(before.first) not in page.common
    return (not before.label and not piece.label) or piece.label == "GPE"


def _branch(page: Page, before: Piece, piece: Piece) -> bool:
    """Whether a place behind an organisation belongs to its name: "CNN Philippines", "… Medical Center Dallas"."""
    if world().get(page.joined(before.first, before.last), NOTHING)[0] == "ORG":
        return world().get(page.words[piece.first], NOTHING)[1] == COUNTRY
    several, single = before.last - before.first > 1, piece.last - piece.first == 1
    return several and single and before.model == "ORG" and head_label(page.words[before.last - 1]) == "ORG"
