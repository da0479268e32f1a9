"""Descriptions and pronouns: whom "the actor", "the car" or "she" stand for, from the words around and across reports.

Only imported annotations mark them; names found by a pipeline never come here.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.clusters.cast import join_cast
from corpus.clusters.cluster import Name
from corpus.clusters.described import Described
from corpus.clusters.folding import folded
from corpus.clusters.kinds import Kind
from corpus.clusters.nodes import Story
from corpus.clusters.phrases import is_description
from corpus.clusters.pronouns import join_pronouns
from corpus.clusters.times import day_keys

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GLUE: Final = frozenset("-/_@=&#%")
_FEW: Final = 10  # one name of so many in small letters is no sign of annotated descriptions


def descriptions_of(texts: Sequence[str], names: Sequence[Name]) -> list[bool]:
    """Which of the names are descriptions or pronouns; none where hardly any is said to be one."""
    if sum(name.nominal for name in names) * _FEW < len(names):
        return [False] * len(names)
    small = small_words(texts)
    return [name.nominal or is_description(name.span.surface(texts[name.article]), small) for name in names]


def join_descriptions(story: Story) -> None:
    """Joins the descriptions and pronouns of a story with each other and with its names."""
    described = Described(story)
    _join_equal(described)
    join_cast(described)
    join_pronouns(described)


def small_words(texts: Sequence[str]) -> frozenset[str]:
    """The words, and the pairs of them, that stand in small letters somewhere."""
    found: set[str] = set()
    for text in texts:
        before, end = "", 0
        for match in _WORD.finditer(text):
            around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            # The words of an address are no words of a sentence.
            if not match.group()[0].islower() or not _GLUE.isdisjoint(around):
                before = ""
                continue
            word = folded(match.group())
            found.add(word)
            if before and match.start() - end == 1:
                found.add(f"{before} {word}")
            before, end = word, match.end()
    return frozenset(found)


def _join_equal(described: Described) -> None:
    """Joins the same name with and without what leads to it, and the same time."""
    seen: dict[tuple[str, str], int] = {}
    for index, phrase in enumerate(described.phrases):
        if described.kind(index) == Kind.TIME:
            keys = [] if described.off_topic[index] else _time_keys(described, index)
        else:
            keys = [phrase.named] if described.is_name(index) and described.kind(index) != Kind.PERSON else []
        for key in keys:
            other = seen.setdefault((described.label(index), key), index)
            if other != index:
                described.join_equal(index, other, "the same day" if key.startswith("day ") else "the same name")


def _time_keys(described: Described, index: int) -> list[str]:
    phrase = described.phrases[index]
    words = [*phrase.modifiers, phrase.head]
    # "The second time" is "the second".
    words = words[:-1] if len(words) > 1 and words[-1] == "time" else words
    return [f"day {day}" for day in day_keys(described.story.surface(index))] + [" ".join(words)]
