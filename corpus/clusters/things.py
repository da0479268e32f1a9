"""Ships, events, works and laws, and the adjectives of peoples: other forms of one name."""

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

_KNOWN: Final = "="  # before the name of a country
_ENDINGS: Final = ("ic", "s", "ns")


@lru_cache(maxsize=65536)
def thing_words(form: Form) -> tuple[str, ...]:
    """The words of a thing's name as they are compared, without the letters before a ship's."""
    words = form.words[1:] if len(form.words) > 1 and form.words[0] in vocabulary.VESSELS else form.words
    table = vocabulary.synonyms()
    kept = tuple(table.get(word, word) for word in words if word not in vocabulary.SMALL)
    return kept or words


def join_things(story: Story) -> None:
    """Joins the names of one ship, event, work or law."""
    nodes = story.of_kind(Kind.THING)
    words = {node: thing_words(story.nodes[node].form) for node in nodes}
    seen: dict[tuple[str, ...], int] = {}
    for node in nodes:
        other = seen.setdefault(words[node], node)
        if other != node:
            _join(story, node, other, "another form of")
    _join_short(story, nodes, words)
    for one, other in spelled_alike(words):
        _join(story, other, one, "another spelling of")


def _join(story: Story, a: int, b: int, why: str) -> None:
    story.joining.join(a, b, f"{why} {story.title(b)}", f"{why} {story.title(a)}")


def _join_short(story: Story, nodes: Sequence[int], words: dict[int, tuple[str, ...]]) -> None:
    by_word: dict[str, list[int]] = defaultdict(list)
    for node in nodes:
        for word in dict.fromkeys((words[node][0], words[node][-1])):
            by_word[word].append(node)
    for node in nodes:
        own = words[node]
        near = dict.fromkeys(by_word[own[0]] + by_word[own[-1]])
        long = [other for other in near if _begins_or_ends(own, words[other]) and _one_label(story, node, other)]
        if long and len(story.common(long)) == 1:
            story.joining.join(node, long[0], f"short for {story.title(long[0])}", f"long form of {story.title(node)}")


def _begins_or_ends(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    return size < len(long) and short in {long[:size], long[-size:]} and len("".join(short)) > 2


def _one_label(story: Story, a: int, b: int) -> bool:
    return story.names[story.nodes[a].names[0]].label == story.names[story.nodes[b].names[0]].label


def join_peoples(story: Story) -> None:
    """Joins singular and plural, noun and adjective of a people, a party or a creed; its country stays apart."""
    seen: dict[str, int] = {}
    nodes = story.of_kind(Kind.PEOPLE)
    for node in nodes:
        other = seen.setdefault(_people(story.nodes[node].form), node)
        if other != node:
            _join(story, node, other, "another form of")
    for one, other in spelled_alike({node: (key.strip(_KNOWN),) for key, node in seen.items()}):
        if not all(_people(story.nodes[node].form).startswith(_KNOWN) for node in (one, other)):
            _join(story, other, one, "another spelling of")


@lru_cache(maxsize=4096)
def _people(form: Form) -> str:
    """What the forms of a people's name have in common."""
    nation = nation_of(form.words) or nation_of(("".join(form.words),))
    if nation:
        return _KNOWN + nation.casefold()
    word = form.joined
    for ending in _ENDINGS:
        if len(word) > len(ending) + 3:
            word = word.removesuffix(ending)
    return word
