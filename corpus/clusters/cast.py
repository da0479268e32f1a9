"""The cast of a story: which nouns describe whom, from the words beside names and from how often they return."""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Final

from corpus.clusters import nouns
from corpus.clusters.described import Described
from corpus.clusters.kinds import Kind, kind_of

_CAST: Final = 3  # articles in which a noun describes somebody or something who is then taken for one
_LEAD: Final = 4  # mentions of one person who may be whom the whole story is about
_FARTHEST: Final = 60  # code points between a name and what stands beside it
Head = tuple[str, str, bool]
"""A label, a noun, and whether it is several."""


def join_cast(described: Described) -> None:
    """Joins descriptions with names beside them, equal nouns, nouns with whom they mostly describe, and the lead."""
    linked = _join_beside(described)
    groups = _heads(described)
    for key in sorted(groups):
        _join_head(described, key, groups[key], linked)
    _join_lead(described, groups)


def _join_beside(described: Described) -> set[int]:
    """Joins descriptions with a name of their label beside them ("actor X", "X, the host"); which ones."""
    linked: set[int] = set()
    for indices in described.by_article:
        for at, first in enumerate(indices):
            for second in indices[at + 1 : at + 3]:
                pair = _beside(described, first, second)
                if pair and pair[0] not in linked and described.join(*pair, "beside the name in the text"):
                    linked.add(pair[0])
    return linked


def _beside(described: Described, first: int, second: int) -> tuple[int, int] | None:
    """The description and the name, where the words between say that they are one."""
    between = described.between(first, second)
    one_sort = described.label(first) == described.label(second)
    if not one_sort or len(between) > _FARTHEST or described.described[first] == described.described[second]:
        return None
    noun, name = (first, second) if described.described[first] else (second, first)
    if described.phrases[noun].pronoun or described.phrases[noun].plural:
        return None
    if noun == first:
        apposed = between == " " or (re.fullmatch(r",\s", between) is not None and _is_definite(described, noun))
    else:
        apposed = _copula().fullmatch(between) is not None
    return (noun, name) if apposed else None


def _is_definite(described: Described, index: int) -> bool:
    """Whether an article or the like leads to a description, inside it or before it."""
    name = described.story.names[index]
    text = described.story.texts[name.article]
    return not nouns.DETERMINERS.isdisjoint(
        text[max(0, name.span.start - 30) : name.span.end].casefold().split()[-4:-1]
    )


def _heads(described: Described) -> dict[Head, list[int]]:
    groups: dict[Head, list[int]] = defaultdict(list)
    for index, phrase in enumerate(described.phrases):
        if described.described[index] and not phrase.pronoun and described.kind(index) != Kind.TIME:
            noun = nouns.likened().get(phrase.head, phrase.head)
            groups[described.label(index), noun, phrase.plural].append(index)
    return groups


def _join_head(described: Described, key: Head, group: list[int], linked: set[int]) -> None:
    """Joins the mentions of one noun, and the noun with whom it mostly describes.

    A noun that few articles have, and one in a sentence about something else, may stand for anybody.
    """
    label, noun, plural = key
    free = [index for index in group if index not in linked and not described.off_topic[index]]
    articles = {described.story.names[index].article for index in free}
    votes = _votes(described, key, group, linked)
    if not free or (len(articles) < min(_CAST, len(described.story.texts)) and (plural or not votes)):
        return
    for index in free[1:]:
        described.join(index, free[0], f"also called “{noun}”")
    bearer = _bearer(described, label, noun)
    if bearer is not None:
        described.join(free[0], bearer, f"“{noun}” is in its name")
    if votes and not plural:
        best = min(votes, key=lambda root: (-votes[root], root))
        if votes[best] * 5 >= sum(votes.values()) * 3:
            described.join(free[0], described.story.nodes[best].names[0], f"called “{noun}” elsewhere")


def _votes(described: Described, key: Head, group: list[int], linked: set[int]) -> Counter[int]:
    """How often a noun stands beside the names of each cluster."""
    votes: Counter[int] = Counter()
    for index in group:
        if index in linked:
            votes[described.root(index)] += 2
    for head in dict.fromkeys(described.phrases[index].head for index in group):
        for node, count in described.evidence.described[head].items():
            if described.label(described.story.nodes[node].names[0]) == key[0]:
                votes[described.story.joining.root(node)] += count
    return votes


def _bearer(described: Described, label: str, noun: str) -> int | None:
    """The one named body, place or thing that has a noun in its name: "academy", "police"."""
    if kind_of(label) == Kind.PERSON:
        return None
    found = {
        described.root(index): index
        for index, phrase in enumerate(described.phrases)
        if described.is_name(index) and described.label(index) == label and noun in phrase.named.split()
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _join_lead(described: Described, groups: dict[Head, list[int]]) -> None:
    """Joins the people who are only described with the one man, woman or person whom the story is about."""
    indices = range(len(described.phrases))
    named = {
        described.root(index) for index in indices if described.is_name(index) and described.kind(index) == Kind.PERSON
    }
    count = Counter(root for index in indices if (root := described.root(index)) in named)
    gender = {root: described.gender(root) for root in count}
    for label, noun, plural in sorted(groups):
        free = [index for index in groups[label, noun, plural] if not described.is_named(index)]
        if kind_of(label) != Kind.PERSON or plural or not free:
            continue
        wanted = described.phrases[free[0]].gender
        fits = Counter({root: number for root, number in count.items() if not wanted or gender[root] == wanted})
        (best, most), (_, second) = (*fits.most_common(2), (0, 0), (0, 0))[:2]
        if most >= 2 * second and most >= (2 if wanted else _LEAD):
            described.join(free[0], described.story.nodes[best].names[0], f"“{noun}”: whom the story is about")


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(
        r"(?:,\s(?:the|a|an|his|her|their|its|our|who\s(?:is|was)\s(?:the|a|an))\s(?:[\w'’-]+\s){0,3}|,\s|"
        r"\s(?:is|was|as|became|be|being|named|named\sas)\s(?:the\s|a\s|an\s|its\s|their\s)?(?:[\w'’-]+\s){0,2})"
    )
