"""Names that a text says to be others: "Name (ABC)", "ABC (Name)", "Name, or ABC", "X, known as Y"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.clusters import vocabulary
from corpus.clusters.folding import alike, folded, words_of
from corpus.clusters.form import Form, form_of, initials
from corpus.clusters.kinds import Kind
from corpus.clusters.nations import nation_of
from corpus.clusters.nodes import Story

_FARTHEST: Final = 70  # code points between a name and what it is also called
_BRACKETED: Final = re.compile(r"\s{0,2}[(\[]\s?(?:the |The )?[\"“‘'«]?([^()\[\]\n]{2,60}?)[\"”’'»]?\s?[)\]]")
_OPENING: Final = frozenset(("(", "(the", "[", '("', "(“", "(‘", "(«", "(or"))
_CLOSING: Final = frozenset(')]"”’»,;')
_OF_ONE_SORT: Final = frozenset("born now formerly called".split())  # said of many a pair of names that are two things


def definitions(story: Story) -> Iterator[tuple[int, int]]:
    """The pairs of nodes that the articles say to be one, in order."""
    lettered = _lettered(story)
    for article, indices in enumerate(_by_article(story)):
        text = story.texts[article]
        starts = [story.names[index].span.start for index in indices]
        for at, index in enumerate(indices):
            span = story.names[index].span
            if at + 1 < len(indices):
                following = story.names[indices[at + 1]].span
                between = text[span.end : following.start]
                if len(between) <= _FARTHEST and _says_so(
                    story, index, indices[at + 1], between, text[following.end : following.end + 2]
                ):
                    yield story.node_of[index], story.node_of[indices[at + 1]]
            found = _BRACKETED.match(text, span.end)
            if found and bisect_left(starts, found.end()) == at + 1:
                yield from _unmarked(story, index, found.group(1), lettered)


def _by_article(story: Story) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in story.texts]
    for index, name in enumerate(story.names):
        if not story.described[index]:
            found[name.article].append(index)
    return [sorted(indices, key=lambda index: story.names[index].span) for indices in found]


def _unmarked(story: Story, index: int, surface: str, lettered: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """A definition whose bracket is no name here, but in other places of the story."""
    form = form_of(surface)
    if not form.letters:
        return
    for node in lettered.get(form.letters, ()):
        if node != story.node_of[index] and _acronym_of(story, story.node_of[index], form):
            yield story.node_of[index], node


def _lettered(story: Story) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, node in enumerate(story.nodes):
        if node.form.letters:
            found.setdefault(node.form.letters, []).append(number)
    return found


@cache
def _phrases() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in vocabulary.defining())
    return re.compile(
        r"[\"”’'»]?(?:\s?[,(–—-]{1,2})?\s?(?:(?:who|which|that|and)\s)?"
        rf"(?:(?:is|was|were|are|has been|had been|also|by)\s)?(?:{phrases})"
        r"(?:\s(?:by|as|simply|the|its|his|her|their|initials|acronym|nickname|abbreviation|call|sign|callsign|call-sign|"
        r"nom de guerre|stage|name|pen|alias|of|russian|english|french|german|spanish|ukrainian|arabic))*"
        r",?\s?[\"“‘'«(]{0,2}",
        re.IGNORECASE,
    )


def _says_so(story: Story, first: int, second: int, between: str, after: str) -> bool:
    """Whether what stands between two names says that they are one."""
    one, other = story.nodes[story.node_of[first]], story.nodes[story.node_of[second]]
    if "\n" in between:
        return False
    if between.strip() in _OPENING and after[:1] in _CLOSING:
        return _bracket_fits(story, first, second)
    if not _phrases().fullmatch(between):
        return False
    words = between.casefold().strip(' ,("“‘«').split()
    if words[:1] == ["or"]:
        return between.lstrip().startswith((",", "(")) and _bracket_fits(story, first, second)
    if not _OF_ONE_SORT.isdisjoint(words):
        return one.kind == other.kind
    lettered = bool(one.form.letters or other.form.letters)
    return one.kind == other.kind or lettered or other.kind in {Kind.PERSON, Kind.THING, Kind.ORGANISATION}


def _bracket_fits(story: Story, first: int, second: int) -> bool:
    """Whether a name in brackets after another can be the same thing: not the party or the town of somebody."""
    a, b = story.node_of[first], story.node_of[second]
    one, other = story.nodes[a], story.nodes[b]
    if other.form.letters:
        return _acronym_of(story, a, other.form)
    if one.form.letters:
        return other.kind == one.kind and len(other.form.words) > 1
    if one.kind != other.kind:
        return False
    if _foreign(one.form.surface) != _foreign(other.form.surface):
        return True
    if one.kind in {Kind.PERSON, Kind.PLACE}:
        return all(map(alike, one.form.words, other.form.words)) and len(one.form.words) == len(other.form.words)
    return (
        one.kind == Kind.ORGANISATION
        and len(one.form.words) > 1
        and len(other.form.words) > 1
        and not nation_of(other.form.words[:1])
    )


def _foreign(surface: str) -> bool:
    """Whether a name is not in Latin letters."""
    return any(char.isalpha() and ord(char) > 0x24F for char in surface)


def _acronym_of(story: Story, node: int, short: Form) -> bool:
    """Whether letters in brackets are a name's: those of its words, or of any body that is not a country."""
    long = story.nodes[node]
    if short.letters in initials(long.form):
        return True
    if nation_of((short.letters,)) or len(long.form.words) < 2:
        return False
    # Letters of another language: what is a body anyway may be called by them.
    return (
        long.kind not in {Kind.PERSON, Kind.PLACE, Kind.PEOPLE, Kind.TIME}
        and not long.form.letters
        and any(char.islower() for char in "".join(words_of(long.form.surface)))
        and folded(short.surface) != ""
    )
