"""Places: other names and abbreviations of one, and what a street or an island is called for short."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corpus.clusters import vocabulary
from corpus.clusters.form import Form
from corpus.clusters.kinds import Kind
from corpus.clusters.nations import nation_of
from corpus.clusters.nodes import Story
from corpus.clusters.spellings import spelled_alike

_FACILITY: Final = "FAC"
_DIRECTIONS: Final = frozenset("north south east west n s e w".split())
_ORDINALS: Final = {
    word: f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
# What may be left out: "Lund" is "Lund City", but not "Lund County".
_OPTIONAL: Final = frozenset(
    "city town village island islands isle republic kingdom federation commonwealth democratic islamic of the".split()
)
_STREETS: Final = frozenset(
    "street st avenue ave road rd boulevard blvd drive dr lane ln square place bridge airport house hall building "
    "tower court gardens centre center".split()
)


@lru_cache(maxsize=65536)
def place_key(form: Form) -> str:
    """What different names of one place have in common."""
    words = tuple(
        vocabulary.synonyms().get(_ORDINALS.get(word, word), _ORDINALS.get(word, word)) for word in form.words
    )
    joined = "".join(form.words)
    return vocabulary.place_names().get(joined) or nation_name(form) or "".join(words)


def nation_name(form: Form) -> str:
    """The country that the whole name is of, "" for none."""
    words = form.words
    return f"={nation_of(words)}" if len(words) < 4 and nation_of(("".join(words),)) else ""


def join_places(story: Story) -> None:
    """Joins the names of one place."""
    nodes = story.of_kind(Kind.PLACE)
    seen: dict[str, int] = {}
    for node in nodes:
        other = seen.setdefault(place_key(story.nodes[node].form), node)
        if other != node:
            _join(story, node, other, "another name of")
    _join_short(story, nodes)
    _join_spellings(story, nodes)


def _join(story: Story, a: int, b: int, why: str) -> None:
    story.joining.join(a, b, f"{why} {story.title(b)}", f"{why} {story.title(a)}")


def _join_short(story: Story, nodes: Sequence[int]) -> None:
    cores: dict[str, list[int]] = defaultdict(list)
    for node in nodes:
        for core in dict.fromkeys(_cores(story, node)):
            cores[core].append(node)
    for core in sorted(cores):
        first, *others = cores[core]
        for other in others:
            _join(story, other, first, "short or long for")


def _cores(story: Story, node: int) -> list[str]:
    """The name without what may be left out of it."""
    written = story.nodes[node].form.words
    written = (*written[:-1], "street") if len(written) > 1 and written[-1] == "st" else written
    words = [_ORDINALS.get(word, vocabulary.synonyms().get(word, word)) for word in written]
    left = [word for word in words if word not in _OPTIONAL] or words
    found = [vocabulary.place_names().get("".join(left), "".join(left))]
    if any(story.names[index].label == _FACILITY for index in story.nodes[node].names):
        left = [word for word in left if word not in _DIRECTIONS] or left
        if len(left) > 1 or left[0] in _STREETS:
            found.append("".join(left))
        name = [word for word in left if word not in _STREETS]
        if name and not any(char.isdigit() for word in name for char in word):
            found.append("fac " + "".join(name))
    return found


def _join_spellings(story: Story, nodes: Sequence[int]) -> None:
    for one, other in spelled_alike({node: story.nodes[node].form.words for node in nodes}):
        if not (_known(story.nodes[one].form) and _known(story.nodes[other].form)):
            _join(story, other, one, "another spelling of")


def _known(form: Form) -> bool:
    return form.joined in vocabulary.place_names() or bool(nation_name(form))
