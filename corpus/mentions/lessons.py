"""What one name of a story teaches of another: full names of short ones, and the other way round."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.mentions.gazetteer import NOTHING, given_names, world
from corpus.mentions.head_words import CLUB_TAILS, COMPANY_TAILS, NAME_PARTICLES, ORG_STARTS, ROAD_HEADS, SHIP_PREFIXES
from corpus.mentions.heads import head_label, is_team

_SURELY: Final = 3.5
_WELL: Final = 2.5
_FAIRLY: Final = 2.0
_SOMEWHAT: Final = 1.5


class Lesson(NamedTuple):
    """That a short name is likely to have a label, and how likely."""

    name: str
    label: str
    weight: float


def lessons(words: list[str], label: str) -> Iterator[Lesson]:
    """What a name of several words teaches of the short names that it may be called by."""
    if label == "PERSON":
        yield Lesson(words[-1].rstrip("."), label, _SURELY)
        yield Lesson(words[0], label, _SOMEWHAT)
        at = next((at for at, word in enumerate(words) if at and word in NAME_PARTICLES), 0)
        if 0 < at < len(words) - 1:
            yield Lesson(" ".join(words[at:]), label, _SURELY)
            yield Lesson(" ".join([words[at].title(), *words[at + 1 :]]), label, _SURELY)
    elif label == "ORG":
        yield from _of_organisation(words)
    elif label == "FAC" and words[-1] in ROAD_HEADS:
        yield Lesson(" ".join(words[:-1]), label, _SOMEWHAT)
    elif label == "PRODUCT":
        ship = words[0] in SHIP_PREFIXES
        yield Lesson(words[-1], label, 3.0 if ship else _FAIRLY)
        if ship:
            yield Lesson(" ".join(words[1:]), label, 3.0)


def _of_organisation(words: list[str]) -> Iterator[Lesson]:
    known = world()
    if words[-1] in CLUB_TAILS:
        yield Lesson(words[-1], "ORG", 1.0)
    if words[-1] in COMPANY_TAILS:
        named = words[0] in known or words[0] in given_names()
        yield Lesson(" ".join(words[:-1]), "ORG", _SURELY)
        yield Lesson(words[0], "ORG", 1.0 if named else _WELL)
    elif is_team(words):
        yield Lesson(words[-1], "ORG", _SURELY)
    elif not head_label(words[-1]):
        rest = [word for word in words if known.get(word, NOTHING)[0] != "GPE"]
        if 0 < len(rest) < len(words):
            yield Lesson(" ".join(rest), "ORG", _FAIRLY)
    if words[0] in ORG_STARTS:
        yield Lesson(" ".join(words[1:]), "ORG", _WELL)
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 1:
        yield Lesson(initials, "ORG", _FAIRLY)
