"""Which names of the story a mention may stand for, the best guess first. Pure, over what the desk knows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.names import is_name, normal_name

if TYPE_CHECKING:
    from tui.compared import Compared, Spot

AROUND: Final = 40  # code points beside a mention in which words of a description are looked for
LOOKED_AT: Final = 20  # mentions of a name whose surroundings are read
NEAR: Final = 400  # code points; mentions that are nearer than that count as equally near
_DESCRIBED: Final = {"PERSON", "ORG"}
_EDGES: Final = ".,;:!?\"'“”()"
_ENDS: Final = ".!?\n"  # where a sentence may end
_SHORT: Final = 3  # letters of a word that says nothing


class Candidate(NamedTuple):
    """A name that the mention may stand for: its cluster, and how well it fits (the smallest is the best guess)."""

    rank: tuple[int, int, int, int]
    cluster: int


def candidates(compared: "Compared", spot: "Spot", label: str, own: int) -> list[Candidate]:
    """All names but its `own`: by words in common, then the same `label`, nearness, number of mentions.

    `label` is that of the mention, "" where it has none: then it is more likely a description of a person or a body.
    """
    surface = compared.surface(spot)
    words = _words(surface)
    found: list[Candidate] = []
    for cluster in compared.clusters():
        if cluster != own:
            members = compared.members(cluster)
            fits = compared.label(cluster) in ({label} if label else _DESCRIBED)
            rank = (-_shared(compared, cluster, words, spot), -fits, _distance(members, spot), -len(members))
            found.append(Candidate(rank, cluster))
    return sorted(found)


def _words(surface: str) -> set[str]:
    """The words that tell who is meant: all of a name, of a description the longer ones that are no names."""
    if is_name(surface):
        return set(normal_name(surface).split())
    plain = " ".join(word for word in surface.split()[1:] or [surface] if word.islower())
    return {word for word in normal_name(plain).split() if len(word) > _SHORT} if plain else set()


def _shared(compared: "Compared", cluster: int, words: set[str], spot: "Spot") -> int:
    """2 for a word in common with a form of the name, 1 for one that stands beside a mention of it, else 0."""
    if any(words & set(form.name.split()) for form in compared.variants(cluster)):
        return 2
    beside: set[str] = set()
    for one in compared.members(cluster)[:LOOKED_AT]:
        beside |= _beside(compared.texts[one.article], one, spot)
    return int(any(len(word) > _SHORT for word in words & beside))


def _beside(text: str, one: "Spot", spot: "Spot") -> set[str]:
    """The words around a mention in its sentence, without those that are to be linked."""
    low, high = max(0, one.start - AROUND), one.end + AROUND
    if one.article == spot.article and spot.end <= one.start:
        low = max(low, spot.end)
    elif one.article == spot.article and spot.start >= one.end:
        high = min(high, spot.start)
    before, after = text[low : one.start], text[one.end : high]
    before = before[max(map(before.rfind, _ENDS)) + 1 :]
    after = after[: min((at for at in map(after.find, _ENDS) if at >= 0), default=AROUND)]
    return {word.strip(_EDGES).casefold() for word in f"{before} {after}".split()}


def _distance(members: "Sequence[Spot]", spot: "Spot") -> int:
    """How far the nearest mention is, in steps of NEAR; what stands behind the place counts as further away."""
    steps = [
        (spot.start - one.start) // NEAR if one.start <= spot.start else 2 + (one.start - spot.start) // NEAR
        for one in members
        if one.article == spot.article
    ]
    return min(steps, default=1_000_000)
