"""What the words of an article say of entities and chains: the notations that CoNLL-U files have for them.

Words are counted from 0 in what is given, ranges are end-exclusive.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote

from annotations.formats.shared.accepted import NO_LABEL
from annotations.formats.shared.tagging import entities, is_tag

_NOTHING: Final = frozenset(("*", "_", "-", ""))
_CELL: Final = re.compile(r"(\d+)(?::(.+))?")
_BRACKET: Final = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_PIECE: Final = re.compile(r"\[(\d+)/(\d+)\]$")


class Found(NamedTuple):
    """An entity: the numbers of its words, sorted, its label, and its chain, which is empty for none."""

    words: tuple[int, ...]
    label: str
    chain: str = ""

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Its words as stretches."""
        start = before = self.words[0]
        for at in self.words[1:]:
            if at != before + 1:
                yield start, before + 1
                start = at
            before = at
        yield start, before + 1


def numbered(cells: Sequence[str]) -> dict[int, Found]:
    """The entities of a sentence by their numbers, in the notation of PARSEME. Raises ValueError for another."""
    words: defaultdict[int, list[int]] = defaultdict(list)
    labels: dict[int, str] = {}
    for at, cell in enumerate(cells):
        if cell in _NOTHING:
            continue
        for one in cell.split(";"):
            match = _CELL.fullmatch(one)
            if match is None:
                raise ValueError(f"{one[:60]!r} is no entity")
            number = int(match[1])
            words[number].append(at)
            if match[2]:
                labels[number] = unquote(match[2])
    return {number: Found(tuple(own), labels.get(number, NO_LABEL)) for number, own in words.items()}


def tagged(cells: Sequence[str]) -> list[Found]:
    """The entities of a sentence: by tags such as B-ORG, else numbered. Raises ValueError for neither."""
    tags = ["O" if cell in _NOTHING else cell for cell in cells]
    if all(map(is_tag, tags)):
        return [Found(tuple(range(one.start, one.end)), one.label) for one in entities(tags)]
    return list(numbered(cells).values())


def corefud(cells: Sequence[str], fields: Sequence[str]) -> list[Found]:
    """The entities of an article as `Entity` in MISC has them, empty where a word has none. Raises ValueError.

    `fields` says what is parted by `-` after an opening bracket: `eid` and `etype` are read. An entity in pieces has
    `[1/2]` and so on after its `eid`. https://ufal.mff.cuni.cz/~popel/corefud-format/
    """
    opened: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    found: list[Found] = []
    waiting: dict[tuple[str, str], Found] = {}
    for at, cell in enumerate(cells):
        for match in _BRACKET.finditer(cell):
            if match[1]:
                said = dict(zip(fields, match[1].split("-"), strict=False))
                eid = said.get("eid", "")
                opened[eid].append((at, unquote(said.get("etype", "")) or NO_LABEL))
                ends = bool(match[2])
            else:
                eid, ends = match[3], True
            if ends:
                if not opened[eid]:
                    raise ValueError(f"entity {eid[:60]!r} is closed where it is not open")
                start, label = opened[eid].pop()
                _close(Found(tuple(range(start, at + 1)), label, eid), found, waiting)
    if waiting or any(opened.values()):
        raise ValueError("an entity is never closed")
    return found


def _close(one: Found, found: list[Found], waiting: dict[tuple[str, str], Found]) -> None:
    """Add an entity to those found, or a piece of one to those that wait for its other pieces."""
    piece = _PIECE.search(one.chain)
    if piece is None:
        found.append(one)
        return
    eid, number, count = one.chain[: piece.start()], int(piece[1]), int(piece[2])
    before = waiting.pop((eid, piece[2]), None)
    both = one._replace(chain=eid)
    if before is not None:
        both = Found(tuple(sorted({*before.words, *one.words})), before.label, eid)
    if number < count:
        waiting[eid, piece[2]] = both
    else:
        found.append(both)
