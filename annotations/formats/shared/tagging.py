"""Tags of tokens, from entities and back: IOB2 and BILOU as they are written, any common scheme as it is read.

IOB1 begins an entity with I-, and with B- only right after another one; IOB2 always with B-. BILOU and IOBES say too
where an entity ends (L- or E-) and which is one token (U- or S-). Ranges are indices of tokens, end-exclusive.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

OUTSIDE: Final = "O"
_OUTSIDE: Final = frozenset((OUTSIDE, "-"))
_TAG: Final = re.compile(r"([BIMLEUSW])-(.+)")
_ALONE: Final = frozenset("USW")
_LAST: Final = frozenset("LE")


class Entity(NamedTuple):
    """Tokens `start` to `end` with a label."""

    start: int
    end: int
    label: str


def is_tag(tag: str) -> bool:
    """Whether this is a tag of any scheme that is read."""
    return tag in _OUTSIDE or _TAG.fullmatch(tag) is not None


def iob2(size: int, entities: Iterable[Entity]) -> list[str]:
    """The tags of `size` tokens; entities do not overlap."""
    tags = [OUTSIDE] * size
    for one in entities:
        tags[one.start : one.end] = [f"I-{one.label}"] * (one.end - one.start)
        tags[one.start] = f"B-{one.label}"
    return tags


def bilou(size: int, entities: Iterable[Entity]) -> list[str]:
    """The tags of `size` tokens; entities do not overlap."""
    given = list(entities)
    tags = iob2(size, given)
    for one in given:
        tags[one.end - 1] = f"{'U' if one.end - one.start == 1 else 'L'}-{one.label}"
    return tags


def entities(tags: Sequence[str]) -> Iterator[Entity]:
    """The entities that tags of any scheme mean. Raises ValueError for what is no tag."""
    start, label = 0, ""
    for at, tag in enumerate(tags):
        found = _TAG.fullmatch(tag)
        if found is None and tag not in _OUTSIDE:
            raise ValueError(tag)
        kind, name = found.groups() if found is not None else (OUTSIDE, "")
        if label and (kind == "B" or kind in _ALONE or name != label):
            yield Entity(start, at, label)
            label = ""
        if name and not label:
            start, label = at, name
        if label and (kind in _ALONE or kind in _LAST):
            yield Entity(start, at + 1, label)
            label = ""
    if label:
        yield Entity(start, len(tags), label)
